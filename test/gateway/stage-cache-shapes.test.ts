import { TerraformVariable } from "cdktf";
import { CacheKey, StageCache } from "../../lib";
import { refusal, refusedFor } from "../support/findings";
import { TestApi } from "../support/test-api";

type Options = { readonly [name: string]: unknown };

function refusedEndpoint(options: Options): string[] {
  const api = new TestApi();
  return refusedFor(() => api.cache([{ ...api.endpoint("GET", "/cats"), ...options } as never]));
}

function refusedStage(options: Options): string[] {
  const api = new TestApi();
  return refusedFor(() => api.cache([], options));
}

function refusedShared(options: Options): string[] {
  const { stack } = new TestApi();
  const props = { restApiId: "x", stageName: "prod", ...options };
  return refusedFor(() => StageCache.shared(stack, "cache", props as never));
}

const WRONG_CACHE_OPTIONS: readonly [Options, string][] = [
  [{ ttlSeconds: "60" }, "input/wrong-type at ttlSeconds"],
  [{ ttlSeconds: null }, "input/wrong-type at ttlSeconds"],
  [{ dataEncrypted: "true" }, "input/wrong-type at dataEncrypted"],
  [{ perKeyInvalidation: "fail" }, "input/wrong-type at perKeyInvalidation"],
  [{ perKeyInvalidation: { unauthorized: 403 } }, "input/wrong-type at perKeyInvalidation.unauthorized"],
  [
    { perKeyInvalidation: { requireAuthorization: "no" } },
    "input/wrong-type at perKeyInvalidation.requireAuthorization",
  ],
  [{ perKeyInvalidation: { authorization: true } }, "input/unknown-option at perKeyInvalidation.authorization"],
  [{ loggingLevel: 1 }, "input/wrong-type at loggingLevel"],
  [{ dataTraceEnabled: 1 }, "input/wrong-type at dataTraceEnabled"],
  [{ metricsEnabled: "true" }, "input/wrong-type at metricsEnabled"],
  [{ throttlingRateLimit: "1" }, "input/wrong-type at throttlingRateLimit"],
  [{ throttlingBurstLimit: true }, "input/wrong-type at throttlingBurstLimit"],
  [{ enabled: "false" }, "input/wrong-type at enabled"],
  [{ acknowledgements: ["gateway/ttl-zero"] }, "input/wrong-type at acknowledgements"],
  [{ acknowledgements: { "gateway/ttl-zero": true } }, 'input/wrong-type at acknowledgements["gateway/ttl-zero"]'],
  [{ ttlInSeconds: 60 }, "input/unknown-option at ttlInSeconds"],
];

test.each(WRONG_CACHE_OPTIONS)("%j is refused for a stage", (options, expected) => {
  expect(refusedStage(options)).toEqual([expected]);
});

test.each(WRONG_CACHE_OPTIONS)("%j is refused for a stage of somebody else", (options, expected) => {
  expect(refusedShared(options)).toEqual([expected]);
});

test.each(WRONG_CACHE_OPTIONS)("%j is refused for an endpoint", (options, expected) => {
  expect(refusedEndpoint(options)).toEqual([expected.replace(" at ", " at endpoints[0].")]);
});

test.each<[Options, string]>([
  [{ clusterSize: 0.5 }, "input/wrong-type at clusterSize"],
  [{ chainSettings: 0 }, "input/wrong-type at chainSettings"],
  [{ deployment: "abc123" }, "input/wrong-type at deployment"],
  [{ endpoints: {} }, "input/wrong-type at endpoints"],
  [{ endpoints: ["GET /cats"] }, "input/wrong-type at endpoints[0]"],
  [{ endpoints: [null] }, "input/wrong-type at endpoints[0]"],
  [{ endpoints: [{ method: "GET" }] }, "input/wrong-type at endpoints[0].method"],
  [{ additionalEndpoints: [{ httpMethod: "GET" }] }, "input/missing-option at additionalEndpoints[0].path"],
  [{ additionalEndpoints: [{ path: "/cats" }] }, "input/missing-option at additionalEndpoints[0].httpMethod"],
  [{ additionalEndpoints: [{ httpMethod: 1, path: "/" }] }, "input/wrong-type at additionalEndpoints[0].httpMethod"],
  [
    { additionalEndpoints: [{ httpMethod: "GET", path: "/", keysDeclaredElsewhere: "id" }] },
    "input/wrong-type at additionalEndpoints[0].keysDeclaredElsewhere",
  ],
  [{ basePath: "/animals" }, "input/unknown-option at basePath"],
])("%j is refused for a StageCache", (options, expected) => {
  expect(refusedStage(options)).toEqual([expected]);
});

test.each<[Options, string]>([
  [{ basePath: 1 }, "input/wrong-type at basePath"],
  [{ restApiId: 1 }, "input/wrong-type at restApiId"],
  [{ provider: "aws" }, "input/wrong-type at provider"],
  [{ chainSettings: "yes" }, "input/wrong-type at chainSettings"],
  [{ stage: {} }, "input/unknown-option at stage"],
])("%j is refused for a shared cache", (options, expected) => {
  expect(refusedShared(options)).toEqual([expected]);
});

test.each<[Options, string]>([
  [{ keys: CacheKey.path("id") }, "input/wrong-type at endpoints[0].keys"],
  [{ keys: ["request.path.id"] }, "input/wrong-type at endpoints[0].keys[0]"],
  [{ keys: [{ name: "request.path.id" }] }, "input/wrong-type at endpoints[0].keys[0]"],
  [{ cacheNamespace: 1 }, "input/wrong-type at endpoints[0].cacheNamespace"],
  [{ cachedMethods: "GET" }, "input/wrong-type at endpoints[0].cachedMethods"],
  [{ cachedMethods: [1] }, "input/wrong-type at endpoints[0].cachedMethods[0]"],
  [{ inheritStageSettings: "no" }, "input/wrong-type at endpoints[0].inheritStageSettings"],
  [{ path: 1 }, "input/wrong-type at endpoints[0].path"],
  [{ integration: "x" }, "input/wrong-type at endpoints[0].integration"],
  [{ clusterSize: "0.5" }, "input/unknown-option at endpoints[0].clusterSize"],
])("%j is refused for an endpoint of one's own", (options, expected) => {
  expect(refusedEndpoint(options)).toEqual([expected]);
});

test("a misspelt option is answered with the right one", () => {
  const api = new TestApi();
  const [finding] = refusal(() => api.cache([{ ...api.endpoint("GET", "/cats"), ttlInSeconds: 5 } as never]));
  expect(finding!.change).toBe("Did you mean ttlSeconds?");
});

describe("a value that only Terraform knows", () => {
  test.each(["enabled", "chainSettings"])("is refused for %s, which decides what is rendered", (name) => {
    const api = new TestApi();
    const token = new TerraformVariable(api.stack, "flag", {}).value;
    expect(refusedFor(() => api.cache([], { [name]: token }))).toEqual([`input/wrong-type at ${name}`]);
  });

  test.each(["enabled", "inheritStageSettings", "keys", "cachedMethods"])(
    "is refused for %s of an endpoint",
    (name) => {
      const api = new TestApi();
      const endpoint = { ...api.endpoint("GET", "/cats"), [name]: new TerraformVariable(api.stack, "any", {}).value };
      expect(refusedFor(() => api.cache([endpoint as never]))).toEqual([`input/wrong-type at endpoints[0].${name}`]);
    },
  );

  test.each(["dataEncrypted", "metricsEnabled", "dataTraceEnabled"])("is taken for %s", (name) => {
    const api = new TestApi();
    const token = new TerraformVariable(api.stack, "flag", {}).value;
    expect(() => api.cache([api.endpoint("GET", "/cats")], { [name]: token })).not.toThrow();
  });
});
