// The API from plain CDKTF parts, whose cache is left to the library's StageCache.
const { CacheKey, StageCache } = require("cdktf-api-caching");
const { addApiParts } = require("./api-parts");
const { API } = require("./endpoints");
const { synthesize } = require("./synthesize");

synthesize((stack, endpoints) => {
  const { parts, stage } = addApiParts(stack, endpoints, () => ({}), {});
  new StageCache(stack, "cache", {
    stage,
    clusterSize: API.clusterSize,
    ttlSeconds: API.ttlSeconds,
    dataEncrypted: false,
    endpoints: parts.map(({ method }) => ({ method, keys: [CacheKey.path("shop"), CacheKey.query("page")] })),
  });
});
