import { ResolvedSettings } from "../../../lib/gateway/core/settings";
import {
  cachedBlock,
  monitoringBlock,
  stageDefaultsBlock,
  uncachedBlock,
} from "../../../lib/gateway/core/settings-block";

const settings: ResolvedSettings = {
  ttlSeconds: 60,
  dataEncrypted: true,
  requireAuthorization: true,
  unauthorizedStrategy: "FAIL_WITH_403",
  loggingLevel: "INFO",
  dataTraceEnabled: false,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};

const monitoring = {
  loggingLevel: "INFO",
  dataTraceEnabled: false,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};

const cacheFields = {
  cacheDataEncrypted: true,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403",
};

test("a cached method says everything", () => {
  expect(cachedBlock(settings)).toEqual({
    cachingEnabled: true,
    cacheTtlInSeconds: 60,
    ...cacheFields,
    ...monitoring,
  });
});

test("a method that is not cached has a TTL of 0, because a false would not be sent", () => {
  expect(uncachedBlock(settings)).toEqual({ cacheTtlInSeconds: 0, ...monitoring });
});

test("CloudWatch and throttling alone say nothing of the cache", () => {
  expect(monitoringBlock(settings)).toEqual(monitoring);
});

test("the defaults of a new stage do not cache, and hold the TTL that its methods inherit", () => {
  expect(stageDefaultsBlock(settings, true, true)).toEqual({
    cachingEnabled: false,
    cacheTtlInSeconds: 60,
    ...cacheFields,
    ...monitoring,
  });
});

test("the defaults of a stage that may be caching already have a TTL of 0", () => {
  const block = stageDefaultsBlock(settings, true, false);
  expect(block).toEqual({ cacheTtlInSeconds: 0, ...cacheFields, ...monitoring });
  expect(block).not.toHaveProperty("cachingEnabled");
});

test("the defaults are encrypted as decided, whatever the settings say", () => {
  expect(stageDefaultsBlock(settings, false, true).cacheDataEncrypted).toBe(false);
  expect(stageDefaultsBlock(settings, false, false).cacheDataEncrypted).toBe(false);
});
