import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { refusedValue } from "../rules/gateway/refused-value";
import { whenKnown } from "../rules/known";
import { Shape, checkShape, listOf, number, required, text } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { ILambdaTarget, LambdaCall, aliasName, checkLambdaTarget } from "./rest-integration";
import { AUTHORIZATION_HEADER } from "./core/guarded-endpoints";

/** A Lambda function that says who may call. */
export interface LambdaAuthorizerOptions {
  /**
   * Where the function finds who is calling, such as `method.request.header.X-Token` or `context.identity.sourceIp`.
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
}

const LAMBDA_AUTHORIZER: Shape<LambdaAuthorizerOptions> = {
  identitySources: listOf(text),
  resultTtlSeconds: number,
  credentials: text,
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
    throwOnErrors([...checkIdentitySources(sources), ...checkResultTtl(options.resultTtlSeconds)]);
    const scheme = {
      ...apiKey(headerName(sources[0])),
      "x-amazon-apigateway-authtype": "custom",
      "x-amazon-apigateway-authorizer": {
        type: "request",
        authorizerUri: target.invokeArn,
        authorizerResultTtlInSeconds: options.resultTtlSeconds ?? 300,
        identitySource: sources.join(", "),
        ...(options.credentials === undefined ? {} : { authorizerCredentials: options.credentials }),
      },
    };
    const call = options.credentials === undefined ? { target, qualifier: aliasName(target) } : undefined;
    return new RestAuthorizer(name, "CUSTOM", scheme, sources, call);
  }

  /**
   * Callers show a token of a Cognito user pool (`COGNITO_USER_POOLS`).
   *
   * @param name the name of the authorizer, unique in the API
   */
  public static cognito(name: string, userPoolArns: string[]): RestAuthorizer {
    throwOnErrors(
      checkShape({ name, userPoolArns }, { name: required(text), userPoolArns: required(listOf(text)) }, "", isUnknown),
    );
    const scheme = {
      ...apiKey("Authorization"),
      "x-amazon-apigateway-authtype": "cognito_user_pools",
      "x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: userPoolArns },
    };
    return new RestAuthorizer(name, "COGNITO_USER_POOLS", scheme, [AUTHORIZATION_HEADER]);
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

function checkIdentitySources(sources: readonly string[]): Finding[] {
  const allowed = "method.request.header.NAME, method.request.querystring.NAME, context.NAME or stageVariables.NAME";
  if (sources.length === 0) return refusedValue("options.identitySources", sources, `at least one of ${allowed}`);
  return sources.flatMap((source, index) =>
    isUnknown(source) || IDENTITY_SOURCE.test(source)
      ? []
      : refusedValue(`options.identitySources[${index}]`, source, allowed),
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
