export const FRONT_EXAMPLES: { readonly [rule: string]: string } = {
  "front/certificate-given": `new ApiFront(this, "front", {
  host: "api.example.com",
  zone,
  api: httpApi,
  certificate: issued,
  certificateOptions: { rotation: "2027-03" },
});`,
  "front/duplicate-host": `new ApiFront(this, "front", {
  host: "api.example.com",
  additionalHosts: ["API.example.com"],
  zone,
  api: httpApi,
});`,
  "front/edge-key-ignores-gateway-key": `const texts = new CachedRestApi(this, "texts", {
  stageName: "prod",
  endpoints: [
    { method: "GET", path: "/texts", integration: cats, cache: { keys: [CacheKey.header("Accept-Language")] } },
  ],
});
new ApiFront(this, "front", { host: "api.example.com", zone, api: texts });`,
  "front/override-skips-authorizer": `const mine = new CachedRestApi(this, "mine", {
  stageName: "prod",
  endpoints: [
    { method: "GET", path: "/cats", integration: cats, cache: {} },
    { method: "GET", path: "/me", integration: cats, apiKeyRequired: true },
  ],
});
new ApiFront(this, "front", { host: "api.example.com", zone, api: mine, cache: { ttlSeconds: 7200 } });`,
};
