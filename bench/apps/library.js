// The API by the library.
const { CacheKey, CachedRestApi, RestIntegration } = require("cdktf-api-caching");
const { API } = require("./endpoints");
const { synthesize } = require("./synthesize");

synthesize((stack, endpoints) => {
  const integration = RestIntegration.httpProxy(API.backend, "GET");
  new CachedRestApi(stack, API.name, {
    stageName: API.stageName,
    cache: { clusterSize: API.clusterSize, ttlSeconds: API.ttlSeconds, dataEncrypted: false },
    endpoints: endpoints.map(({ path }) => ({
      method: "GET",
      path,
      integration,
      cache: { keys: [CacheKey.path("shop"), CacheKey.query("page")] },
    })),
  });
});
