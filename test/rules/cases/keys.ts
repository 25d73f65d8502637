import { CacheKey, SharedStageCacheProps, StageCache } from "../../../lib";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent } from "./rule-case";

const TO_HEADER = "integration.request.header.x";
const [id, body] = [CacheKey.path("id"), CacheKey.body()];

function shared(api: TestApi, options: Partial<SharedStageCacheProps>): void {
  const endpoints = [{ ...api.endpoint("GET", "/cats/{id}"), keys: [id] }];
  const props = { restApiId: api.restApi.id, stageName: "prod", loggingLevel: "OFF", endpoints };
  StageCache.shared(api.stack, "shared", { ...props, ...options });
}

export const KEY_CASES: readonly RuleCase[] = [
  fires("gateway/key-syntax", "a header with a blank", "the cache key", () => CacheKey.header("a b")),
  fires("gateway/key-syntax", "a cookie", "the cache key", () => CacheKey.parse("request.cookie.x")),
  silent("gateway/key-syntax", "a header with a hyphen", () => CacheKey.header("Accept-Language")),

  fires("gateway/multi-value-key", "a list of query string values", "the cache key", () =>
    CacheKey.parse("request.multivaluequerystring.x"),
  ),
  silent("gateway/multi-value-key", "one query string value", () => CacheKey.parse("request.querystring.x")),

  fires("gateway/body-key-unmapped", "the body as it is", "the cache key", () => CacheKey.parse("request.body")),
  silent("gateway/body-key-unmapped", "the body in a header", () => CacheKey.parse(TO_HEADER, "method.request.body")),

  fires("gateway/duplicate-key", "one header twice", "endpoints[0].keys[1]", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.header("A"), CacheKey.parse("request.header.A")] }]),
  ),
  fires("gateway/duplicate-key", "a mapping that the integration has otherwise", "endpoints[0].keys[0]", (api) => {
    const requestParameters = { [TO_HEADER]: "context.requestId" };
    const cats = api.endpoint("POST", "/cats", {}, { requestParameters });
    api.cache([{ ...cats, keys: [CacheKey.body({ header: "x" })] }]);
  }),
  silent("gateway/duplicate-key", "two headers", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.header("A"), CacheKey.header("B")] }]),
  ),

  fires("gateway/key-path-parameter-unknown", "a misspelt parameter", "endpoints[0].keys[0]", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [id] }]),
  ),
  silent("gateway/key-path-parameter-unknown", "the name of a greedy parameter", (api) =>
    api.cache([{ ...api.endpoint("GET", "/{proxy+}"), keys: [CacheKey.path("proxy")] }]),
  ),

  fires("gateway/unkeyed-path-parameter", "a cached path without its key", "endpoints[0].keys", (api) =>
    api.cache([api.endpoint("GET", "/cats/{id}")]),
  ),
  fires("gateway/unkeyed-path-parameter", "a greedy path without its key", "endpoints[0].keys", (api) =>
    api.cache([api.endpoint("ANY", "/{proxy+}")]),
  ),
  silent("gateway/unkeyed-path-parameter", "a cached path with its key", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats/{id}"), keys: [id] }]),
  ),
  silent("gateway/unkeyed-path-parameter", "a path that is not cached", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats/{id}"), enabled: false }]),
  ),

  fires("gateway/case-duplicate-headers", "Origin and origin on HTTP", "endpoints[0].keys[1]", (api) => {
    const cats = api.endpoint("GET", "/cats", {}, { type: "HTTP_PROXY" });
    api.cache([{ ...cats, keys: [CacheKey.header("Origin"), CacheKey.header("origin")] }]);
  }),
  fires("gateway/case-duplicate-headers", "a header and the body under its name", "endpoints[0].keys[1]", (api) => {
    const endpoint = api.endpoint("GET", "/cats", {}, { type: "HTTP" });
    api.cache([{ ...endpoint, keys: [CacheKey.header("X-Key"), CacheKey.body({ header: "x-key" })] }]);
  }),
  silent("gateway/case-duplicate-headers", "Origin and origin on a Lambda proxy", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.header("Origin"), CacheKey.header("origin")] }]),
  ),

  fires("gateway/body-not-in-key", "POST without a key from the body", "endpoints[0].keys", (api) =>
    api.cache([api.endpoint("POST", "/cats")]),
  ),
  fires("gateway/body-not-in-key", "ANY with PUT among the cached verbs", "endpoints[0].keys", (api) =>
    api.cache([{ ...api.endpoint("ANY", "/cats"), cachedMethods: ["GET", "PUT"] }]),
  ),
  silent("gateway/body-not-in-key", "POST with the body in its key", (api) =>
    api.cache([{ ...api.endpoint("POST", "/cats"), keys: [body] }]),
  ),
  silent("gateway/body-not-in-key", "ANY, of which only GET is cached", (api) =>
    api.cache([api.endpoint("ANY", "/cats")]),
  ),

  fires("gateway/identity-not-in-key", "AWS_IAM without the caller", "endpoints[0].keys", (api) =>
    api.cache([api.endpoint("GET", "/cats", { authorization: "AWS_IAM" })]),
  ),
  silent("gateway/identity-not-in-key", "AWS_IAM with the caller", (api) => {
    const keys = [CacheKey.context("identity.userArn")];
    api.cache([{ ...api.endpoint("GET", "/cats", { authorization: "AWS_IAM" }), keys }]);
  }),
  silent("gateway/identity-not-in-key", "a method that asks nobody", (api) =>
    api.cache([api.endpoint("GET", "/cats", { authorization: "NONE" })]),
  ),

  fires("gateway/origin-not-in-key", "CORS for one origin, without Origin", "endpoints[0].keys", (api) => {
    api.preflight("/cats", "'https://a.example'");
    api.cache([api.endpoint("GET", "/cats")]);
  }),
  silent("gateway/origin-not-in-key", "CORS for one origin, with Origin", (api) => {
    api.preflight("/cats", "'https://a.example'");
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.header("Origin")] }]);
  }),
  silent("gateway/origin-not-in-key", "CORS for everybody", (api) => {
    api.preflight("/cats", "'*'");
    api.cache([api.endpoint("GET", "/cats")]);
  }),

  fires("gateway/shared-cache-namespace", "one namespace for two methods", "endpoints[1].cacheNamespace", (api) =>
    api.cache([
      { ...api.endpoint("GET", "/cats"), cacheNamespace: "n" },
      { ...api.endpoint("GET", "/dogs"), cacheNamespace: "n" },
    ]),
  ),
  fires("gateway/shared-cache-namespace", "two cached verbs of one ANY method", "endpoints[0].cachedMethods", (api) =>
    api.cache([{ ...api.endpoint("ANY", "/cats"), cachedMethods: ["GET", "HEAD"] }]),
  ),
  silent("gateway/shared-cache-namespace", "the namespaces that are made from the endpoints", (api) =>
    api.cache([api.endpoint("GET", "/cats"), api.endpoint("HEAD", "/cats")]),
  ),

  fires("gateway/keys-without-method", "keys of a method that is not there", "additionalEndpoints[0].keys", (api) => {
    const additionalEndpoints = [{ httpMethod: "GET", path: "/cats/{id}", keys: [id] }];
    api.cache([], { additionalEndpoints });
  }),
  fires("gateway/keys-without-method", "keys without an integration", "endpoints[0].integration", (api) => {
    const { method, integration } = api.endpoint("GET", "/cats/{id}");
    integration.httpMethod = "POST";
    api.cache([{ method, keys: [id] }]);
  }),
  silent("gateway/keys-without-method", "keys that are declared elsewhere", (api) =>
    api.cache([], { additionalEndpoints: [{ httpMethod: "GET", path: "/cats/{id}", keysDeclaredElsewhere: [id] }] }),
  ),

  fires("gateway/keys-await-owner", "keys of a stage that somebody else deploys", "deployment", (api) =>
    shared(api, {}),
  ),
  silent("gateway/keys-await-owner", "keys that this stack deploys", (api) =>
    shared(api, { deployment: api.deployment }),
  ),

  fires("gateway/required-not-validated", "a required key that nobody checks", "endpoints[0].keys[0]", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.query("page", { required: true })] }]),
  ),
  silent("gateway/required-not-validated", "a required key that a validator checks", (api) => {
    const cats = api.endpoint("GET", "/cats", { requestValidatorId: "abc123" });
    api.cache([{ ...cats, keys: [CacheKey.query("page", { required: true })] }]);
  }),
  silent("gateway/required-not-validated", "a key that is not required", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: [CacheKey.query("page")] }]),
  ),

  fires("gateway/keys-without-deployment", "a stage with a deployment of another stack", "deployment", (api) => {
    api.stage.deploymentId = "abc123";
    api.cache([{ ...api.endpoint("GET", "/cats/{id}"), keys: [id] }]);
  }),
  silent("gateway/keys-without-deployment", "a stage with a deployment of this stack", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats/{id}"), keys: [id] }]),
  ),
  silent("gateway/keys-without-deployment", "no keys", (api) => {
    api.stage.deploymentId = "abc123";
    api.cache([api.endpoint("GET", "/cats")]);
  }),
];
