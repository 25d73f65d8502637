import { CacheKey } from "../gateway/cache-key";
import { CorsOptions } from "../gateway/cached-rest-api-props";
import {
  CacheOptions,
  EndpointCacheOptions,
  PerKeyInvalidation,
  StageCacheOptions,
  UnauthorizedInvalidation,
} from "../gateway/options";
import {
  CorsModel,
  EndpointCacheModel,
  EndpointModel,
  InvalidationModel,
  SettingsModel,
  StageModel,
} from "./core/caching-model";
import { compact } from "./core/read-caching";
import { ServerlessEndpoint } from "./serverless-props";
import { VariableRegistry } from "./variable-registry";

/** The plugin's names for what happens to an unauthorized invalidation; API Gateway's own are left as they are. */
const STRATEGIES: { readonly [name: string]: UnauthorizedInvalidation } = {
  ignore: UnauthorizedInvalidation.IGNORE,
  ignorewithwarning: UnauthorizedInvalidation.WARN,
  fail: UnauthorizedInvalidation.FAIL,
};

/** The settings of the stage as a `CachedRestApi` takes them. */
export function stageOptions(stage: StageModel, registry: VariableRegistry): StageCacheOptions {
  const { clusterSize, loggingLevel, dataTraceEnabled, metricsEnabled } = stage;
  return compact<StageCacheOptions>({
    ...settings(stage, registry),
    clusterSize: clusterSize === undefined ? undefined : registry.text(clusterSize),
    loggingLevel: loggingLevel === undefined ? undefined : registry.text(loggingLevel),
    dataTraceEnabled: dataTraceEnabled === undefined ? undefined : registry.flag(dataTraceEnabled),
    metricsEnabled: metricsEnabled === undefined ? undefined : registry.flag(metricsEnabled),
  });
}

/** An endpoint as its configuration has it, in the words of this library. */
export function endpointOf(model: EndpointModel, registry: VariableRegistry): ServerlessEndpoint {
  const { authorizer, apiKeyRequired, requestParameters } = model;
  const hasScopes = authorizer !== undefined && authorizer.scopes.length > 0;
  return compact<ServerlessEndpoint>({
    httpMethod: model.httpMethod,
    path: model.path,
    writtenAt: model.property,
    functionName: model.functionName,
    cache: model.cache && endpointOptions(model.cache, registry),
    integrationType: model.integrationType,
    authorizer: authorizer?.name,
    authorizationScopes: hasScopes ? registry.texts(authorizer.scopes) : undefined,
    apiKeyRequired: apiKeyRequired ? true : undefined,
    requestParameters: requestParameters && registry.record(requestParameters, (isRequired) => isRequired),
    validateRequestParameters: model.validateRequestParameters,
    cors: corsOptions(model.cors, registry),
  });
}

function endpointOptions(cache: EndpointCacheModel, registry: VariableRegistry): EndpointCacheOptions {
  return compact<EndpointCacheOptions>({
    ...settings(cache, registry),
    inheritStageSettings: cache.inheritStageSettings,
    keys: cache.keys?.map(({ name, mappedFrom }) => CacheKey.parse(name, mappedFrom)),
  });
}

function settings(model: SettingsModel, registry: VariableRegistry): CacheOptions & { readonly enabled?: boolean } {
  const { enabled, ttlSeconds, dataEncrypted, perKeyInvalidation } = model;
  return {
    enabled,
    ttlSeconds: ttlSeconds === undefined ? undefined : registry.number(ttlSeconds),
    dataEncrypted: dataEncrypted === undefined ? undefined : registry.flag(dataEncrypted),
    perKeyInvalidation: perKeyInvalidation && invalidation(perKeyInvalidation, registry),
  };
}

function invalidation(model: InvalidationModel, registry: VariableRegistry): PerKeyInvalidation {
  const { requireAuthorization, unauthorized } = model;
  const strategy =
    unauthorized && (STRATEGIES[unauthorized.toLowerCase()] ?? (unauthorized as UnauthorizedInvalidation));
  return compact<PerKeyInvalidation>({
    requireAuthorization: requireAuthorization === undefined ? undefined : registry.flag(requireAuthorization),
    unauthorized: strategy as UnauthorizedInvalidation | undefined,
  });
}

/** The answers to preflight requests as a `CachedRestApi` takes them. */
export function corsOptions(cors: CorsModel | undefined, registry: VariableRegistry): CorsOptions | undefined {
  return (
    cors &&
    compact<CorsOptions>({
      allowOrigins: registry.texts(cors.allowOrigins),
      allowMethods: cors.allowMethods && [...cors.allowMethods],
      allowHeaders: registry.texts(cors.allowHeaders),
      allowCredentials: cors.allowCredentials ? true : undefined,
      maxAgeSeconds: cors.maxAgeSeconds,
      exposeHeaders: cors.exposeHeaders && registry.texts(cors.exposeHeaders),
    })
  );
}
