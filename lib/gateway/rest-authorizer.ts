import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { refusedValue } from "../rules/gateway/refused-value";
import { whenKnown } from "../rules/known";
import { Shape, checkShape, flag, listOf, literal, number, required, text } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { ILambdaTarget, LambdaCall, aliasName, checkLambdaTarget } from "./rest-integration";
import { AUTHORIZATION_HEADER, WHOLE_REQUEST } from "./core/guarded-endpoints";

/** A Lambda function that says who may call. */
export interface LambdaAuthorizerOptions {
  /**
   * Where the function finds who is calling, such as `method.request.header.X-Token` or `context.identity.sourceIp`. With
   * a `resultTtlSeconds` of 0 it may be empty: the function is then asked about every request, whatever it has.
   *
   * @default ["method.request.header.Authorization"]
   */
  readonly identitySources?: string[];
  /**
   * How long API Gateway keeps the function's decision, in seconds: 0 to 3600.
   *
   * @default 300
   */
  readonly resultTtlSeconds?: number;
  /**
   * The ARN of the role that API Gateway takes to call the function.
   *
   * @default - the function's permission, which is made
   */
  readonly credentials?: string;
  /**
   * Whether the function's permission is made, where there are no `credentials`. Without it the owner of the function
   * has to let API Gateway call it.
   *
   * @default true
   */
  readonly createPermission?: boolean;
}

/** How a token of a Cognito user pool is found and checked. */
export interface CognitoAuthorizerOptions {
  /**
   * The header that has the token.
   *
   * @default "Authorization"
   */
  readonly tokenHeader?: string;
  /**
   * How long API Gateway keeps its decision about a token, in seconds: 0 to 3600.
   *
   * @default - 300, which is API Gateway's own
   */
  readonly resultTtlSeconds?: number;
  /**
   * A regular expression that the token's audience has to match.
   *
   * @default - every audience of the user pools
   */
  readonly identityValidationExpression?: string;
}

const LAMBDA_AUTHORIZER: Shape<LambdaAuthorizerOptions> = {
  identitySources: listOf(text),
  resultTtlSeconds: number,
  credentials: text,
  createPermission: literal(flag),
};

const COGNITO_AUTHORIZER: Shape<CognitoAuthorizerOptions> = {
  tokenHeader: text,
  resultTtlSeconds: number,
  identityValidationExpression: text,
};

const REST_AUTHORIZER = Symbol.for("cdktf-api-caching.RestAuthorizer");

/**
 * Who may call an endpoint. The cache answers after the authorizer has agreed: where the answer depends on the caller,
 * the caller has to be among the cache keys (rule `gateway/identity-not-in-key`).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-swagger-extensions-authorizer.html
 */
export class RestAuthorizer {
  /** Callers sign their requests with AWS credentials (`AWS_IAM`). */
  public static iam(): RestAuthorizer {
    const scheme = { ...apiKey("Authorization"), "x-amazon-apigateway-authtype": "awsSigv4" };
    return new RestAuthorizer("sigv4", "AWS_IAM", scheme, []);
  }

  /**
   * A Lambda function that gets the request and says who is calling (`CUSTOM`, type `request`).
   *
   * @param name the name of the authorizer, unique in the API
   */
  public static lambdaRequest(
    name: string,
    target: ILambdaTarget,
    options: LambdaAuthorizerOptions = {},
  ): RestAuthorizer {
    throwOnErrors(checkShape({ name }, { name: required(text) }, "", isUnknown));
    checkLambdaTarget(target);
    throwOnErrors(checkShape(options, LAMBDA_AUTHORIZER, "options", isUnknown));
    const sources = options.identitySources ?? [AUTHORIZATION_HEADER];
    const isAskedEachTime = options.resultTtlSeconds === 0;
    throwOnErrors([...checkIdentitySources(sources, isAskedEachTime), ...checkResultTtl(options.resultTtlSeconds)]);
    const scheme = {
      ...apiKey(headerName(sources[0])),
      "x-amazon-apigateway-authtype": "custom",
      "x-amazon-apigateway-authorizer": {
        type: "request",
        authorizerUri: target.invokeArn,
        authorizerResultTtlInSeconds: options.resultTtlSeconds ?? 300,
        ...(sources.length === 0 ? {} : { identitySource: sources.join(", ") }),
        ...(options.credentials === undefined ? {} : { authorizerCredentials: options.credentials }),
      },
    };
    const isCalledByPermission = options.credentials === undefined && options.createPermission !== false;
    const call = isCalledByPermission ? { target, qualifier: aliasName(target) } : undefined;
    return new RestAuthorizer(name, "CUSTOM", scheme, sources.length === 0 ? [WHOLE_REQUEST] : sources, call);
  }

  /**
   * Callers show a token of a Cognito user pool (`COGNITO_USER_POOLS`).
   *
   * @param name the name of the authorizer, unique in the API
   */
  public static cognito(name: string, userPoolArns: string[], options: CognitoAuthorizerOptions = {}): RestAuthorizer {
    throwOnErrors(
      checkShape({ name, userPoolArns }, { name: required(text), userPoolArns: required(listOf(text)) }, "", isUnknown),
    );
    throwOnErrors(checkShape(options, COGNITO_AUTHORIZER, "options", isUnknown));
    const { tokenHeader = "Authorization", resultTtlSeconds, identityValidationExpression } = options;
    throwOnErrors([...checkTokenHeader(tokenHeader), ...checkResultTtl(resultTtlSeconds)]);
    const scheme = {
      ...apiKey(tokenHeader),
      "x-amazon-apigateway-authtype": "cognito_user_pools",
      "x-amazon-apigateway-authorizer": {
        type: "cognito_user_pools",
        providerARNs: userPoolArns,
        ...(resultTtlSeconds === undefined ? {} : { authorizerResultTtlInSeconds: resultTtlSeconds }),
        ...(identityValidationExpression === undefined ? {} : { identityValidationExpression }),
      },
    };
    return new RestAuthorizer(name, "COGNITO_USER_POOLS", scheme, [`method.request.header.${tokenHeader}`]);
  }

  /** Whether a value is an authorizer, of whichever copy of this library. */
  public static isRestAuthorizer(value: any): boolean {
    return typeof value === "object" && value !== null && REST_AUTHORIZER in value;
  }

  private constructor(
    /** The name of the security scheme in the API's definition. */
    public readonly name: string,
    /** `AWS_IAM`, `CUSTOM` or `COGNITO_USER_POOLS`. */
    public readonly authorizationType: string,
    /** @internal */
    public readonly _scheme: Record<string, unknown>,
    /** @internal */
    public readonly _identitySources: readonly string[],
    /** @internal */
    public readonly _lambda?: LambdaCall,
  ) {
    Object.defineProperty(this, REST_AUTHORIZER, { value: true });
  }
}

const IDENTITY_SOURCE = /^(method\.request\.(header|querystring)|context|stageVariables)\.[A-Za-z0-9._$-]+$/;

function checkIdentitySources(sources: readonly string[], isAskedEachTime: boolean): Finding[] {
  const allowed = "method.request.header.NAME, method.request.querystring.NAME, context.NAME or stageVariables.NAME";
  if (sources.length === 0 && !isAskedEachTime) {
    const otherwise = `at least one of ${allowed}; none with a resultTtlSeconds of 0`;
    return refusedValue("options.identitySources", sources, otherwise);
  }
  return sources.flatMap((source, index) =>
    isUnknown(source) || IDENTITY_SOURCE.test(source)
      ? []
      : refusedValue(`options.identitySources[${index}]`, source, allowed),
  );
}

function checkTokenHeader(header: string): Finding[] {
  return whenKnown(header, isUnknown, (name) =>
    /^[A-Za-z0-9._-]+$/.test(name) ? [] : refusedValue("options.tokenHeader", name, "the name of a header"),
  );
}

function checkResultTtl(ttlSeconds: number | undefined): Finding[] {
  return whenKnown(ttlSeconds, isUnknown, (ttl) =>
    Number.isInteger(ttl) && ttl >= 0 && ttl <= 3600
      ? []
      : refusedValue("options.resultTtlSeconds", ttl, "a whole number of seconds from 0 to 3600"),
  );
}

function apiKey(header: string): Record<string, unknown> {
  return { type: "apiKey", name: header, in: "header" };
}

/** A scheme has to name a header, also where the caller is found elsewhere: API Gateway then expects this word. */
function headerName(source: string | undefined): string {
  return /^method\.request\.header\.(.+)$/.exec(source ?? "")?.[1] ?? "Unused";
}
