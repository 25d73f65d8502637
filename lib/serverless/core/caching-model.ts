import { Known, ReadValue } from "./value-reader";

/** Who may invalidate a cache entry, in the plugin's words. */
export interface InvalidationModel {
  readonly requireAuthorization?: Known<boolean>;
  readonly unauthorized?: string;
}

/** What the plugin takes for the stage as for an endpoint. */
export interface SettingsModel {
  readonly enabled?: boolean;
  readonly ttlSeconds?: Known<number>;
  readonly dataEncrypted?: Known<boolean>;
  readonly perKeyInvalidation?: InvalidationModel;
}

/** What the stage's methods write to CloudWatch. */
export interface MonitoringModel {
  readonly loggingLevel?: Known<string>;
  readonly dataTraceEnabled?: Known<boolean>;
  readonly metricsEnabled?: Known<boolean>;
}

export interface StageModel extends SettingsModel, MonitoringModel {
  readonly clusterSize?: Known<string>;
}

/** A cache key in the plugin's notation, which has been found to be one. */
export interface KeyModel {
  readonly name: string;
  readonly mappedFrom?: string;
}

export interface EndpointCacheModel extends SettingsModel {
  readonly inheritStageSettings?: boolean;
  readonly keys?: readonly KeyModel[];
}

export interface AuthorizerModel {
  /** `AWS_IAM`, or what the caller's authorizer is called. */
  readonly name: string;
  readonly scopes: readonly string[];
  /** Where it is written. */
  readonly writtenAt: string;
  /** Who it is and how it finds its callers: all authorizers of one name have to have the same. */
  readonly identity: readonly string[];
  /** The function that the service has to have for it. */
  readonly functionName?: string;
}

export interface CorsModel {
  readonly allowOrigins: readonly Known<string>[];
  /** Undefined for the verbs that the path has; of an event, those that it lists beside its own. */
  readonly allowMethods?: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly allowCredentials: boolean;
  readonly maxAgeSeconds?: number;
  readonly exposeHeaders?: readonly string[];
}

export interface EndpointModel {
  /** Where it is written, as `serverless.yml:12:9 functions.list.events[0].http`. */
  readonly property: string;
  /** The function whose event it is; undefined for an additional endpoint. */
  readonly functionName?: string;
  /** In upper case. */
  readonly httpMethod: string;
  /** With the base path, a leading slash, and no trailing one. */
  readonly path: string;
  /** Undefined where nothing is said of caching. */
  readonly cache?: EndpointCacheModel;
  /** `AWS_PROXY`, `AWS`, …; undefined for an additional endpoint. */
  readonly integrationType?: string;
  readonly authorizer?: AuthorizerModel;
  readonly apiKeyRequired: boolean;
  readonly requestParameters?: { readonly [name: string]: boolean };
  /** True where a parameter is required: the framework adds a validator then. */
  readonly validateRequestParameters?: boolean;
  readonly cors?: CorsModel;
  /** Where `cors` is written. */
  readonly corsSection?: ReadValue;
  /** Where `caching` is written. */
  readonly section?: ReadValue;
  /** Whether something is wrong with its caching, so that no more is to be said of it. */
  readonly isBroken?: boolean;
}

/** Everything that a service says of its API and its cache. */
export interface ServiceModel {
  readonly stageName: Known<string>;
  /** Whether another service owns the stage. */
  readonly isShared: boolean;
  readonly restApiId: Known<string> | undefined;
  readonly basePath: string | undefined;
  readonly stage: StageModel;
  readonly endpoints: readonly EndpointModel[];
  /** What all paths have; undefined where endpoints have their own. */
  readonly cors: CorsModel | undefined;
  /** Where `custom.apiGatewayCaching` is written. */
  readonly section: ReadValue | undefined;
  /** Where the level of the stage's log is written. */
  readonly loggingLevelAt: string | undefined;
}
