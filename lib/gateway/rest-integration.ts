import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { refusedValue } from "../rules/gateway/refused-value";
import { Shape, anyObject, checkShape, listOf, mapOf, number, required, text } from "../rules/input/shape";
import { whenKnown } from "../rules/known";
import { IntegrationType } from "./core/integration-type";
import { RestIntegrationDefinition } from "./core/open-api/endpoint-operation";
import { isUnknown } from "../stack/is-unknown";

/** A Lambda function or alias that API Gateway may call; `LambdaFunction` and `DataAwsLambdaFunction` are such. */
export interface ILambdaTarget {
  /** The ARN that API Gateway calls: `invoke_arn`. */
  readonly invokeArn: string;
  /** The name or ARN of the function, for its permission. */
  readonly functionName: string;
}

/** What the backend's answer becomes. Proxy integrations pass it on as it is. */
export interface IntegrationResponse {
  /** The status code of the answer, such as `"200"`. */
  readonly statusCode: string;
  /**
   * A regular expression over the backend's status code, or over the error message of a Lambda function.
   *
   * @default - the answer for whatever no other pattern takes
   */
  readonly selectionPattern?: string;
  /**
   * Headers of the answer, as `method.response.header.NAME` and what it is mapped from.
   *
   * @default - none
   */
  readonly responseParameters?: { [name: string]: string };
  /**
   * Mapping templates by content type.
   *
   * @default - the body is passed on
   */
  readonly responseTemplates?: { [contentType: string]: string };
}

/**
 * What all integrations have in common.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export interface IntegrationOptions {
  /**
   * The ARN of the role that API Gateway takes to call the backend.
   *
   * @default - the backend's own policy has to allow it
   */
  readonly credentials?: string;
  /**
   * Parameters of the integration request, as `integration.request.LOCATION.NAME` and what each is mapped from.
   *
   * @default - none but those of the cache keys
   */
  readonly requestParameters?: { [name: string]: string };
  /**
   * How long API Gateway waits for the backend, in milliseconds: 50 to 29000, up to 300000 where the account's quota allows it.
   *
   * @default 29000
   */
  readonly timeoutMilliseconds?: number;
  /**
   * `CONVERT_TO_BINARY` or `CONVERT_TO_TEXT`.
   *
   * @default - bodies are passed on as they are
   */
  readonly contentHandling?: string;
  /**
   * The id of the VPC link to a private backend.
   *
   * @default - the backend is reached over the internet
   */
  readonly vpcLinkId?: string;
}

/** Options of a Lambda function. */
export interface LambdaIntegrationOptions extends IntegrationOptions {
  /**
   * The alias or version that is called, for the permission.
   *
   * @default - the alias itself where the target is an `aws_lambda_alias`, otherwise none
   */
  readonly qualifier?: string;
}

/** Options of an integration that maps requests and answers. */
export interface MappedIntegrationOptions extends IntegrationOptions {
  /**
   * Mapping templates of the request by content type, in Velocity. `${context.x}`, `${input.x}`, `${util.x}` and
   * `${stageVariables.x}` are API Gateway's; any other `${...}` is Terraform's.
   *
   * @default - the body is passed on
   */
  readonly requestTemplates?: { [contentType: string]: string };
  /**
   * What happens to a body whose content type has no template: `WHEN_NO_MATCH`, `WHEN_NO_TEMPLATES` or `NEVER`.
   *
   * @default "WHEN_NO_MATCH"
   */
  readonly passthroughBehavior?: string;
  /**
   * What the backend's answers become.
   *
   * @default - one answer with status 200
   */
  readonly responses?: IntegrationResponse[];
}

const COMMON: Shape<IntegrationOptions> = {
  credentials: text,
  requestParameters: mapOf(text),
  timeoutMilliseconds: number,
  contentHandling: text,
  vpcLinkId: text,
};

const LAMBDA: Shape<LambdaIntegrationOptions> = { ...COMMON, qualifier: text };

const RESPONSE: Shape<IntegrationResponse> = {
  statusCode: required(text),
  selectionPattern: text,
  responseParameters: mapOf(text),
  responseTemplates: mapOf(text),
};

const MAPPED: Shape<MappedIntegrationOptions> = {
  ...COMMON,
  requestTemplates: mapOf(text),
  passthroughBehavior: text,
  responses: listOf({ ...anyObject, check: (value, at, unknown) => checkShape(value, RESPONSE, at, unknown) }),
};

const REST_INTEGRATION = Symbol.for("cdktf-api-caching.RestIntegration");

/**
 * The backend of an endpoint.
 *
 * Each factory throws a `ConfigurationError` for an option that API Gateway would refuse.
 */
export class RestIntegration {
  /** A Lambda function that gets the whole request and gives the whole answer (`AWS_PROXY`). Its permission is made. */
  public static lambdaProxy(target: ILambdaTarget, options: LambdaIntegrationOptions = {}): RestIntegration {
    checkLambdaTarget(target);
    throwOnErrors(checkShape(options, LAMBDA, "options", isUnknown));
    const { qualifier = aliasName(target), ...common } = options;
    return RestIntegration.of("AWS_PROXY", target.invokeArn, "POST", common, { target, qualifier });
  }

  /**
   * An AWS service, or a Lambda function without the proxy (`AWS`).
   *
   * @param uri such as `arn:aws:apigateway:eu-central-1:dynamodb:action/GetItem`
   * @param httpMethod the verb that the service is called with
   */
  public static aws(uri: string, httpMethod: string, options: MappedIntegrationOptions = {}): RestIntegration {
    throwOnErrors(checkShape(options, MAPPED, "options", isUnknown));
    return RestIntegration.of("AWS", uri, httpMethod, options);
  }

  /**
   * An HTTP backend whose requests and answers are mapped (`HTTP`).
   *
   * @param uri such as `https://backend.example.com/cats`
   * @param httpMethod the verb that the backend is called with
   */
  public static http(uri: string, httpMethod: string, options: MappedIntegrationOptions = {}): RestIntegration {
    throwOnErrors(checkShape(options, MAPPED, "options", isUnknown));
    return RestIntegration.of("HTTP", uri, httpMethod, options);
  }

  /**
   * An HTTP backend that gets the request and gives the answer as they are (`HTTP_PROXY`).
   *
   * @param uri such as `https://backend.example.com/cats/{id}`; a parameter in it has to be mapped in `requestParameters`, or be a cache key
   * @param httpMethod the verb that the backend is called with; `ANY` for the verb of the request
   */
  public static httpProxy(uri: string, httpMethod: string, options: IntegrationOptions = {}): RestIntegration {
    throwOnErrors(checkShape(options, COMMON, "options", isUnknown));
    return RestIntegration.of("HTTP_PROXY", uri, httpMethod, options);
  }

  /** No backend: API Gateway answers by itself (`MOCK`). */
  public static mock(options: MappedIntegrationOptions = {}): RestIntegration {
    throwOnErrors(checkShape(options, MAPPED, "options", isUnknown));
    const requestTemplates = options.requestTemplates ?? { "application/json": '{"statusCode": 200}' };
    return RestIntegration.of("MOCK", undefined, undefined, { ...options, requestTemplates });
  }

  /** Whether a value is an integration, of whichever copy of this library. */
  public static isRestIntegration(value: any): boolean {
    return typeof value === "object" && value !== null && REST_INTEGRATION in value;
  }

  private static of(
    type: IntegrationType,
    uri: string | undefined,
    httpMethod: string | undefined,
    options: MappedIntegrationOptions,
    lambda?: LambdaCall,
  ): RestIntegration {
    throwOnErrors([...checkBackend(type, uri, httpMethod), ...checkOptions(options)]);
    const verb = isUnknown(httpMethod) ? httpMethod : httpMethod?.toUpperCase();
    return new RestIntegration({ ...options, type, uri, httpMethod: verb }, lambda);
  }

  /** `AWS`, `AWS_PROXY`, `HTTP`, `HTTP_PROXY` or `MOCK`. */
  public readonly integrationType: string;

  private constructor(
    /** @internal */
    public readonly _definition: RestIntegrationDefinition,
    /** @internal */
    public readonly _lambda?: LambdaCall,
  ) {
    Object.defineProperty(this, REST_INTEGRATION, { value: true });
    this.integrationType = _definition.type;
  }
}

/** A function that needs a permission. */
export interface LambdaCall {
  readonly target: ILambdaTarget;
  readonly qualifier?: string;
}

/** Throws unless a caller without a compiler gave what a permission and a call need. */
export function checkLambdaTarget(target: ILambdaTarget): void {
  const shape = { invokeArn: required(text), functionName: required(text) };
  const { invokeArn, functionName } = (target ?? {}) as Partial<ILambdaTarget>;
  throwOnErrors(checkShape({ invokeArn, functionName }, shape, "target", isUnknown));
}

/** The qualifier that a permission for the target needs: none unless it is an alias. */
export function aliasName(target: ILambdaTarget): string | undefined {
  const { terraformResourceType, nameInput } = (target ?? {}) as { terraformResourceType?: string; nameInput?: string };
  return terraformResourceType === "aws_lambda_alias" ? nameInput : undefined;
}

function checkBackend(type: IntegrationType, uri: unknown, httpMethod: unknown): Finding[] {
  if (type === "MOCK") return [];
  const wrongUri = typeof uri === "string" && uri !== "" ? [] : refusedValue("uri", uri, "the address of the backend");
  const verbs = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "ANY"];
  const isVerb = isUnknown(httpMethod) || (typeof httpMethod === "string" && verbs.includes(httpMethod.toUpperCase()));
  return [...wrongUri, ...(isVerb ? [] : refusedValue("httpMethod", httpMethod, verbs.join(", ")))];
}

function checkOptions(options: MappedIntegrationOptions): Finding[] {
  return [
    ...whenKnown(options.timeoutMilliseconds, isUnknown, (timeout) =>
      Number.isInteger(timeout) && timeout >= 50 && timeout <= 300_000
        ? []
        : refusedValue("timeoutMilliseconds", timeout, "a whole number from 50 to 300000"),
    ),
    ...oneOf("contentHandling", options.contentHandling, ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]),
    ...oneOf("passthroughBehavior", options.passthroughBehavior, ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]),
    ...(options.responses ?? []).flatMap(({ selectionPattern }, index, all) =>
      all.findIndex((other) => other.selectionPattern === selectionPattern) < index
        ? refusedValue(
            `responses[${index}].selectionPattern`,
            selectionPattern,
            "a pattern that no other response has; one response may have none",
          )
        : [],
    ),
    ...Object.keys(options.requestParameters ?? {}).flatMap((name) =>
      /^integration\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/.test(name)
        ? []
        : refusedValue("requestParameters", name, "integration.request.path.NAME, .querystring.NAME or .header.NAME"),
    ),
  ];
}

function oneOf(property: string, value: string | undefined, allowed: readonly string[]): Finding[] {
  return whenKnown(value, isUnknown, (text) =>
    allowed.includes(text) ? [] : refusedValue(property, text, allowed.join(", ")),
  );
}
