export const GATEWAY_EXAMPLES: { readonly [rule: string]: string } = {
  "gateway/body-key-unmapped": `CacheKey.parse("request.body");`,

  "gateway/body-not-in-key": api(`{ method: "POST", path: "/search", integration: cats, cache: {} }`),

  "gateway/cached-methods-without-any": api(
    `{ method: "GET", path: "/cats", integration: cats, cache: { cachedMethods: ["GET", "HEAD"] } }`,
  ),

  "gateway/case-duplicate-headers": `new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [
    {
      method: "GET",
      path: "/cats",
      integration: RestIntegration.httpProxy("https://backend.example.com/cats", "GET"),
      cache: { keys: [CacheKey.header("Origin"), CacheKey.header("origin")] },
    },
  ],
});`,

  "gateway/cluster-set-twice": `const sized = new ApiGatewayStage(this, "sized", {
  restApiId: restApi.id,
  deploymentId: deployment.id,
  stageName: "prod",
  cacheClusterSize: "1.6",
});
new StageCache(this, "cache", { stage: sized, endpoints: [{ method: listCats }] });`,

  "gateway/cluster-size": `new StageCache(this, "cache", { stage, clusterSize: "1", endpoints: [{ method: listCats }] });`,

  "gateway/cors-credentials": `new CachedRestApi(this, "cats", {
  stageName: "prod",
  cors: { allowOrigins: ["*"], allowCredentials: true },
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }],
});`,

  "gateway/cors-value": `new CachedRestApi(this, "cats", {
  stageName: "prod",
  cors: { allowOrigins: ["*"], allowMethods: ["get"] },
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }],
});`,

  "gateway/document-has-operation": documented(
    `{ method: "GET", path: "/cats", operationName: "listCats", cache: {} }`,
  ),

  "gateway/document-invalid": `new CachedRestApi(this, "cats", { stageName: "prod", openApiDocument: { openapi: "3.1.0", paths: {} } });`,

  "gateway/duplicate-authorizer": `const reader = RestAuthorizer.lambdaRequest("token", tokenFunction);
const writer = RestAuthorizer.lambdaRequest("token", tokenFunction, { resultTtlSeconds: 0 });
new CachedRestApi(this, "cats", {
  stageName: "prod",
  cache: { enabled: false },
  endpoints: [
    { method: "GET", path: "/cats", integration: cats, authorizer: reader },
    { method: "POST", path: "/cats", integration: cats, authorizer: writer },
  ],
});`,

  "gateway/duplicate-preflight": `new CachedRestApi(this, "cats", {
  stageName: "prod",
  cache: { enabled: false },
  endpoints: [
    { method: "GET", path: "/cats", integration: cats, cors: { allowOrigins: ["*"] } },
    { method: "POST", path: "/cats", integration: cats, cors: { allowOrigins: ["https://www.example.com"] } },
  ],
});`,

  "gateway/duplicate-endpoint": api(
    `{ method: "GET", path: "/cats", integration: cats, cache: {} }`,
    `{ method: "get", path: "/cats/", integration: cats, cache: {} }`,
  ),

  "gateway/duplicate-key": `const keys = [CacheKey.bodyJsonPath("a.b"), CacheKey.bodyJsonPath("a-b")];
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [{ method: "POST", path: "/search", integration: cats, cache: { keys } }],
});`,

  "gateway/endpoint-not-in-document": documented(`{ method: "GET", path: "/cat", cache: {} }`),

  "gateway/false-needs-second-apply": `new StageCache(this, "cache", {
  stage,
  endpoints: [{ method: listCats, perKeyInvalidation: { requireAuthorization: false } }],
});`,

  "gateway/http-api-cannot-cache": `StageCache.shared(this, "cache", {
  restApiId: "abcdefghij",
  stageName: "$default",
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
  additionalEndpoints: [{ httpMethod: "GET", path: "/cats" }],
});`,

  "gateway/identity-not-in-key": api(
    `{ method: "GET", path: "/cats", integration: cats, authorizer: RestAuthorizer.iam(), cache: {} }`,
  ),

  "gateway/integration-missing": api(`{ method: "GET", path: "/cats", cache: {} }`),

  "gateway/refused-value": `RestIntegration.httpProxy("https://backend.example.com", "GET", { timeoutMilliseconds: 30 });`,

  "gateway/key-path-parameter-unknown": api(
    `{ method: "GET", path: "/cats", integration: cats, cache: { keys: [CacheKey.path("id")] } }`,
  ),

  "gateway/key-syntax": `CacheKey.parse("request.queryString.page");`,

  "gateway/keys-await-owner": `StageCache.shared(this, "cache", {
  restApiId: "abcdefghij",
  stageName: "prod",
  loggingLevel: "OFF",
  endpoints: [{ method: getCat, keys: [CacheKey.path("id")] }],
});`,

  "gateway/keys-without-deployment": `const other = new ApiGatewayStage(this, "other", {
  restApiId: restApi.id,
  deploymentId: "abc123",
  stageName: "prod",
});
new StageCache(this, "cache", {
  stage: other,
  endpoints: [{ method: listCats, keys: [CacheKey.query("page")] }],
});`,

  "gateway/keys-without-method": `const remote = new ApiGatewayMethod(this, "remote", {
  restApiId: restApi.id,
  resourceId: catsResource.id,
  httpMethod: "GET",
  authorization: "NONE",
});
new StageCache(this, "cache", { stage, endpoints: [{ method: remote, keys: [CacheKey.query("page")] }] });`,

  "gateway/logging-level": `new StageCache(this, "cache", { stage, loggingLevel: "WARN", endpoints: [{ method: listCats }] });`,

  "gateway/multi-value-key": `CacheKey.parse("request.multivaluequerystring.tag");`,

  "gateway/no-cached-endpoint": api(`{ method: "GET", path: "/cats", integration: cats }`),

  "gateway/origin-not-in-key": `new CachedRestApi(this, "cats", {
  stageName: "prod",
  cors: { allowOrigins: ["https://www.example.com", "https://m.example.com"] },
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }],
});`,

  "gateway/path-mismatch": `new StageCache(this, "cache", { stage, endpoints: [{ method: listCats, path: "/cat" }] });`,

  "gateway/path-not-literal": `const path = new TerraformVariable(this, "path", { type: "string" });
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [{ method: "GET", path: path.stringValue, integration: cats, cache: {} }],
});`,

  "gateway/path-syntax": api(`{ method: "GET", path: "/cats/{id}.json", integration: cats, cache: {} }`),

  "gateway/request-parameter-syntax": api(
    `{ method: "GET", path: "/cats", integration: cats, requestParameters: { page: true }, cache: {} }`,
  ),

  "gateway/required-not-validated": `const page = CacheKey.query("page", { required: true });
new CachedRestApi(this, "cats", {
  stageName: "prod",
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: { keys: [page] } }],
});`,

  "gateway/shared-cache-namespace": api(
    `{ method: "GET", path: "/cats", integration: cats, cache: { cacheNamespace: "pets" } }`,
    `{ method: "GET", path: "/dogs", integration: cats, cache: { cacheNamespace: "pets" } }`,
  ),

  "gateway/sibling-path-parameters": api(
    `{ method: "GET", path: "/cats/{id}", integration: cats, cache: { keys: [CacheKey.path("id")] } }`,
    `{ method: "GET", path: "/cats/{name}/photos", integration: cats }`,
  ),

  "gateway/stage-cached-twice": `new StageCache(this, "cats-cache", { stage, endpoints: [{ method: listCats }] });
new StageCache(this, "dogs-cache", { stage, endpoints: [{ method: anyDog }] });`,

  "gateway/stage-name": `new CachedRestApi(this, "cats", {
  stageName: "prod.v1",
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }],
});`,

  "gateway/stage-settings-unknown": `StageCache.shared(this, "cache", {
  restApiId: "abcdefghij",
  stageName: "prod",
  additionalEndpoints: [{ httpMethod: "GET", path: "/cats" }],
});`,

  "gateway/throttling": `new StageCache(this, "cache", { stage, throttlingRateLimit: 100, endpoints: [{ method: listCats }] });`,

  "gateway/ttl-out-of-range": `new StageCache(this, "cache", { stage, ttlSeconds: 86400, endpoints: [{ method: listCats }] });`,

  "gateway/ttl-zero": `new StageCache(this, "cache", { stage, endpoints: [{ method: listCats, ttlSeconds: 0 }] });`,

  "gateway/unauthorized-strategy": `const perKeyInvalidation = JSON.parse('{ "unauthorized": "refuse" }');
new StageCache(this, "cache", { stage, perKeyInvalidation, endpoints: [{ method: listCats }] });`,

  "gateway/unkeyed-path-parameter": api(`{ method: "GET", path: "/cats/{id}", integration: cats, cache: {} }`),

  "gateway/verb-syntax": api(`{ method: "FETCH", path: "/cats", integration: cats, cache: {} }`),
};

/** A `CachedRestApi` of some endpoints; what does not fit into one line is broken the way prettier does it. */
function api(...endpoints: string[]): string {
  return withEndpoints([`stageName: "prod"`], endpoints);
}

/** The same over a document with one operation, `GET /cats`. */
function documented(...endpoints: string[]): string {
  const document = `const openApiDocument = {
  openapi: "3.0.1",
  paths: { "/cats": { get: { "x-amazon-apigateway-integration": { type: "mock" } } } },
};`;
  return `${document}\n${withEndpoints([`stageName: "prod"`, "openApiDocument"], endpoints)}`;
}

function withEndpoints(props: string[], endpoints: string[]): string {
  const list = endpoints.length === 1 ? `[${endpoints[0]}]` : `[\n    ${endpoints.join(",\n    ")},\n  ]`;
  const lines = [...props, `endpoints: ${list}`].map((prop) => `  ${prop},`);
  return ['new CachedRestApi(this, "cats", {', ...lines, "});"].join("\n");
}
