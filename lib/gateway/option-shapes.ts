import { OptionType, Shape, flag, listOf, literal, mapOf, number, objectOf, text } from "../rules/input/shape";
import { wrongType } from "../rules/input/wrong-type";
import { CacheKey } from "./cache-key";
import {
  CacheOptions,
  EndpointCacheOptions,
  EndpointCacheSettings,
  MonitoringOptions,
  PerKeyInvalidation,
  SharedStageCacheOptions,
  StageCacheOptions,
} from "./options";

const cacheKey: OptionType = {
  description: "a CacheKey",
  required: false,
  literal: true,
  check: (value, property) =>
    CacheKey.isCacheKey(value)
      ? []
      : [wrongType(property, value, "a CacheKey (CacheKey.parse reads the plugin's notation)")],
};

const MONITORING: Shape<MonitoringOptions> = {
  loggingLevel: text,
  dataTraceEnabled: flag,
  metricsEnabled: flag,
  throttlingRateLimit: number,
  throttlingBurstLimit: number,
};

const PER_KEY_INVALIDATION: Shape<PerKeyInvalidation> = { requireAuthorization: flag, unauthorized: text };

const CACHE: Shape<CacheOptions> = {
  ...MONITORING,
  ttlSeconds: number,
  dataEncrypted: flag,
  perKeyInvalidation: objectOf(PER_KEY_INVALIDATION),
};

export const SHARED_STAGE_CACHE: Shape<SharedStageCacheOptions> = {
  ...CACHE,
  enabled: literal(flag),
  chainSettings: literal(flag),
  acknowledgements: mapOf(literal(text)),
};

export const STAGE_CACHE: Shape<StageCacheOptions> = { ...SHARED_STAGE_CACHE, clusterSize: text };

export const ENDPOINT_CACHE_SETTINGS: Shape<EndpointCacheSettings> = {
  ...CACHE,
  enabled: literal(flag),
  cachedMethods: literal(listOf(literal(text))),
  inheritStageSettings: literal(flag),
  acknowledgements: mapOf(literal(text)),
};

export const cacheKeys: OptionType = literal(listOf(cacheKey));

export const ENDPOINT_CACHE: Shape<EndpointCacheOptions> = {
  ...ENDPOINT_CACHE_SETTINGS,
  keys: cacheKeys,
  cacheNamespace: text,
};
