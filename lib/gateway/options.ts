import { CacheKey } from "./cache-key";

/**
 * CloudWatch and throttling values of a stage or of one of its methods.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings
 */
export interface MonitoringOptions {
  /**
   * What is written to CloudWatch Logs: `OFF`, `ERROR` or `INFO`. Anything but `OFF` needs the account's CloudWatch
   * role (`aws_api_gateway_account`).
   *
   * @default - of the stage: left as it is; of an endpoint: the stage's value
   */
  readonly loggingLevel?: string;

  /**
   * Whether full requests and answers are logged.
   *
   * @default - of the stage: left as it is; of an endpoint: the stage's value
   */
  readonly dataTraceEnabled?: boolean;

  /**
   * Whether detailed CloudWatch metrics are kept, such as `CacheHitCount` for each method.
   *
   * @default - of the stage: left as it is; of an endpoint: the stage's value
   */
  readonly metricsEnabled?: boolean;

  /**
   * Requests a second that a method takes on average; -1 for no limit but the account's. Goes together with
   * `throttlingBurstLimit`.
   *
   * @default - of the stage: -1; of an endpoint: the stage's value
   */
  readonly throttlingRateLimit?: number;

  /**
   * Requests that a method takes at once; -1 for no limit but the account's. Goes together with
   * `throttlingRateLimit`.
   *
   * @default - of the stage: -1; of an endpoint: the stage's value
   */
  readonly throttlingBurstLimit?: number;
}

/** What happens to a request that wants to invalidate a cache entry (`Cache-Control: max-age=0`) without being allowed to. */
export enum UnauthorizedInvalidation {
  /** It is answered from the cache. */
  IGNORE = "ignore",
  /** It is answered from the cache, with a `Warning` header. */
  WARN = "warn",
  /** It is answered with 403. */
  FAIL = "fail",
}

/**
 * Who may invalidate a cache entry.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html#invalidate-method-caching
 */
export interface PerKeyInvalidation {
  /**
   * Whether a caller needs the permission `execute-api:InvalidateCache`. Without it anyone can empty the cache, entry
   * by entry. A `false` reaches API Gateway only with the second `terraform apply`
   * (rule `gateway/false-needs-second-apply`).
   *
   * @default true
   */
  readonly requireAuthorization?: boolean;

  /**
   * What happens to a caller without the permission. Callers without a compiler may also use the Serverless plugin's
   * names (`Ignore`, `IgnoreWithWarning`, `Fail`) and API Gateway's (`FAIL_WITH_403`, …).
   *
   * @default UnauthorizedInvalidation.WARN
   */
  readonly unauthorized?: UnauthorizedInvalidation;
}

/** Cache settings that a stage gives and an endpoint can replace, field by field. */
export interface CacheOptions extends MonitoringOptions {
  /**
   * How long an answer is kept, in seconds: 0 to 3600.
   *
   * @default 3600
   */
  readonly ttlSeconds?: number;

  /**
   * Whether the entries are encrypted.
   *
   * @default - of a `CachedRestApi`: false; of a `StageCache`: as the stage has it
   */
  readonly dataEncrypted?: boolean;

  /**
   * Who may invalidate an entry. Inherited field by field.
   *
   * @default - authorization is required, and refused with a warning
   */
  readonly perKeyInvalidation?: PerKeyInvalidation;
}

/** The caching of a stage that somebody else may own. */
export interface SharedStageCacheOptions extends CacheOptions {
  /**
   * Whether anything is cached. `false` switches every endpoint off.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Whether the settings are applied one after the other, each depending on the one before. API Gateway takes one
   * change of a stage at a time: without the chain most calls of a larger API are refused and repeated, and what a
   * new setting copies from the stage's defaults is a race.
   *
   * @default true
   */
  readonly chainSettings?: boolean;

  /**
   * The reasons why warnings may be ignored, by rule id, for example
   * `{ "gateway/body-not-in-key": "the body is always empty" }`.
   *
   * @default - every warning is shown
   */
  readonly acknowledgements?: { [rule: string]: string };
}

/** The caching of a stage of one's own. */
export interface StageCacheOptions extends SharedStageCacheOptions {
  /**
   * The size of the cache cluster in GB: `0.5`, `1.6`, `6.1`, `13.5`, `28.4`, `58.2`, `118` or `237`. A change of the
   * size empties the cache and takes API Gateway some minutes.
   *
   * @default "0.5"
   */
  readonly clusterSize?: string;
}

/** The caching of one endpoint, apart from its keys. */
export interface EndpointCacheSettings extends CacheOptions {
  /**
   * Whether the endpoint is cached. An endpoint that is switched off keeps its keys in the API, so that they are
   * there before caching is switched on again.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The verbs of an `ANY` method that are cached; an endpoint that names the verb itself wins.
   *
   * @default ["GET"]
   */
  readonly cachedMethods?: string[];

  /**
   * Whether the stage's CloudWatch and throttling values are copied into the endpoint's setting. A method setting takes
   * nothing from the stage once it exists; with `false` the endpoint starts from API Gateway's own defaults (no
   * logging, no metrics, no throttle).
   *
   * @default true
   */
  readonly inheritStageSettings?: boolean;

  /**
   * The reasons why warnings about this endpoint may be ignored, by rule id.
   *
   * @default - every warning is shown
   */
  readonly acknowledgements?: { [rule: string]: string };
}

/** The caching of one endpoint. */
export interface EndpointCacheOptions extends EndpointCacheSettings {
  /**
   * What tells one answer from another. Every path parameter has to be among them.
   *
   * @default - one answer for all requests
   */
  readonly keys?: CacheKey[];

  /**
   * The cache namespace of the method. Methods with the same namespace share entries.
   *
   * @default - the id of the endpoint, such as `GET_cats_by-id`
   */
  readonly cacheNamespace?: string;
}
