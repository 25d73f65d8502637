import { TerraformProvider } from "cdktf";
import { EndpointCacheOptions, StageCacheOptions } from "./options";
import { RestAuthorizer } from "./rest-authorizer";
import { RestIntegration } from "./rest-integration";

/** One endpoint of a REST API. */
export interface RestEndpoint {
  /** `GET`, `POST`, …, or `ANY`. */
  readonly method: string;

  /** The path, such as `/cats`, `/cats/{id}` or `/files/{proxy+}`. */
  readonly path: string;

  /**
   * The backend.
   *
   * @default - the integration that the OpenAPI document has for this verb and path
   */
  readonly integration?: RestIntegration;

  /**
   * How the endpoint is cached.
   *
   * @default - it is not cached
   */
  readonly cache?: EndpointCacheOptions;

  /**
   * Parameters of the request that are declared, as `method.request.querystring.page` and whether a validator
   * refuses requests without it. Those of the path and of the cache keys are declared by themselves.
   *
   * @default - none
   */
  readonly requestParameters?: { [name: string]: boolean };

  /**
   * Whether requests without a required parameter are refused with 400.
   *
   * @default false
   */
  readonly validateRequestParameters?: boolean;

  /**
   * Who may call.
   *
   * @default - everybody
   */
  readonly authorizer?: RestAuthorizer;

  /**
   * The scopes that a Cognito access token needs.
   *
   * @default - none: an identity token is expected
   */
  readonly authorizationScopes?: string[];

  /**
   * Whether callers need an API key of a usage plan.
   *
   * @default false
   */
  readonly apiKeyRequired?: boolean;

  /**
   * The preflight answer of its path, in place of the API's. The endpoints of one path share it.
   *
   * @default - the `cors` of the API
   */
  readonly cors?: CorsOptions;

  /**
   * The name of the operation, for generated SDKs.
   *
   * @default - none
   */
  readonly operationName?: string;
}

/** Which pages of other origins may call the API. API Gateway answers their preflight requests by itself. */
export interface CorsOptions {
  /** The origins, such as `https://www.example.com`, or `https://*.example.com` for all subdomains; `*` for all of them. */
  readonly allowOrigins: string[];

  /**
   * The verbs.
   *
   * @default - those that the path has
   */
  readonly allowMethods?: string[];

  /**
   * The request headers.
   *
   * @default ["Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Security-Token", "X-Api-Key"]
   */
  readonly allowHeaders?: string[];

  /**
   * The answer's headers that a page may read.
   *
   * @default - those that every browser allows
   */
  readonly exposeHeaders?: string[];

  /**
   * Whether a page may send cookies and authorization. Needs named origins.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;

  /**
   * How long a browser keeps the answer, in seconds.
   *
   * @default - the browser's own
   */
  readonly maxAgeSeconds?: number;
}

/** Where the stage writes its access log. */
export interface AccessLogOptions {
  /** The ARN of a CloudWatch log group or of a Firehose delivery stream. */
  readonly destinationArn: string;

  /**
   * What a line holds.
   *
   * @default - JSON with the request's id, time, caller, verb, path, status, length and latencies
   */
  readonly format?: string;
}

/** A whole REST API with its stage and its cache. */
export interface CachedRestApiProps {
  /** The name of the stage, such as `prod`. */
  readonly stageName: string;

  /**
   * The endpoints. With an OpenAPI document only those that are cached, or that it does not have.
   *
   * @default - those of the OpenAPI document, none of them cached
   */
  readonly endpoints?: RestEndpoint[];

  /**
   * The stage's cache, and what its endpoints inherit.
   *
   * @default - a cluster of 0.5 GB, a TTL of 3600 seconds
   */
  readonly cache?: StageCacheOptions;

  /**
   * An OpenAPI 3.0 or Swagger 2.0 document as an object. `${...}` in it is Terraform's, except for API Gateway's own
   * variables such as `${stageVariables.x}`.
   *
   * @default - the API is made from its endpoints
   */
  readonly openApiDocument?: { [name: string]: any };

  /**
   * The file of an OpenAPI 3.0 or Swagger 2.0 document, JSON or YAML. Nothing in it is taken for Terraform's.
   *
   * @default - the API is made from its endpoints
   */
  readonly openApiFile?: string;

  /**
   * Laid over the finished definition, deeply: objects are merged, lists and values replace, `null` removes.
   *
   * @default - none
   */
  readonly definitionOverrides?: { [name: string]: any };

  /**
   * Preflight answers for every path whose endpoints have none of their own.
   *
   * @default - none
   */
  readonly cors?: CorsOptions;

  /**
   * The name of the API.
   *
   * @default - the id of the construct
   */
  readonly apiName?: string;

  /**
   * The description of the API.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Tags of the API and of its stage.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * `REGIONAL`, `EDGE` or `PRIVATE`.
   *
   * @default "REGIONAL"
   */
  readonly endpointType?: string;

  /**
   * The resource policy of the API, as JSON.
   *
   * @default - none
   */
  readonly policy?: string;

  /**
   * Whether the address that AWS gives the API is switched off, so that only a custom domain answers.
   *
   * @default false
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * Content types that are binary, such as `image/png`.
   *
   * @default - none
   */
  readonly binaryMediaTypes?: string[];

  /**
   * The size in bytes from which answers are compressed: 0 to 10485760.
   *
   * @default - nothing is compressed
   */
  readonly minimumCompressionSize?: number;

  /**
   * The description of the stage.
   *
   * @default - none
   */
  readonly stageDescription?: string;

  /**
   * The stage variables.
   *
   * @default - none
   */
  readonly stageVariables?: { [name: string]: string };

  /**
   * The stage's access log.
   *
   * @default - none is written
   */
  readonly accessLogs?: AccessLogOptions;

  /**
   * Whether AWS X-Ray traces the stage's requests.
   *
   * @default false
   */
  readonly xrayTracingEnabled?: boolean;

  /**
   * The AWS provider of every resource.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;
}
