/** What a stage serves: the definition at the moment of its deployment. */
export interface LiveStage {
  readonly deploymentId: string;
  readonly policy: string | null;
  readonly disableExecuteApiEndpoint: boolean;
  readonly binaryMediaTypes: readonly string[];
  /** Keyed like `GET /cats/{id}`; a method ANY appears once for each verb. */
  readonly methods: Readonly<Record<string, LiveMethod>>;
}

export interface LiveMethod {
  /** The verb of the definition, which may be ANY. */
  readonly definedAs: string;
  readonly authorizationType: string;
  readonly apiKeyRequired: boolean;
  readonly requestParameters: Readonly<Record<string, boolean>>;
  readonly integration: LiveIntegration;
  /** The key of the method settings entry that the method obeys; null for the defaults. */
  readonly settingsKey: string | null;
  readonly settings: MethodSettings;
  /** Whether responses are stored: the cluster is on, caching is on, and the TTL is not 0. */
  readonly isCached: boolean;
}

export interface LiveIntegration {
  readonly type?: string;
  readonly uri?: string;
  readonly httpMethod?: string;
  readonly cacheKeyParameters?: readonly string[];
  readonly cacheNamespace?: string;
  readonly requestParameters?: Readonly<Record<string, string>>;
}

/** An entry of a stage's method settings, as GetStage returns it. */
export interface MethodSettings {
  readonly metricsEnabled?: boolean;
  readonly loggingLevel?: string;
  readonly dataTraceEnabled?: boolean;
  readonly throttlingBurstLimit?: number;
  readonly throttlingRateLimit?: number;
  readonly cachingEnabled?: boolean;
  readonly cacheTtlInSeconds?: number;
  readonly cacheDataEncrypted?: boolean;
  readonly requireAuthorizationForCacheControl?: boolean;
  readonly unauthorizedCacheControlHeaderStrategy?: string;
}

/** The same stage with its cache keys in order: they are a set, and API Gateway promises none. */
export function withSortedKeys(stage: LiveStage): LiveStage {
  const methods = Object.entries(stage.methods).map(([name, method]) => {
    const cacheKeyParameters = method.integration.cacheKeyParameters?.slice().sort();
    return [name, { ...method, integration: { ...method.integration, cacheKeyParameters } }];
  });
  return { ...stage, methods: Object.fromEntries(methods) as LiveStage["methods"] };
}
