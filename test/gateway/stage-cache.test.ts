import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformVariable, Testing } from "cdktf";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CacheKey, StageCache, StageCacheProps, UnauthorizedInvalidation } from "../../lib";
import { refusal, refusedFor } from "../support/findings";
import { Attributes, methodSettings, resource, settingsOf, synthesized } from "../support/terraform";
import { TestApi } from "../support/test-api";

const MONITORING = {
  loggingLevel: "INFO",
  dataTraceEnabled: false,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};

const MONITORING_ATTRIBUTES = {
  logging_level: "INFO",
  data_trace_enabled: false,
  metrics_enabled: true,
  throttling_rate_limit: 100,
  throttling_burst_limit: 50,
};

/** An API with `GET /cats`, cached on its own stage. */
function catsApi(options: Partial<StageCacheProps> = {}, endpoint: object = {}) {
  const api = new TestApi();
  const cats = api.endpoint("GET", "/cats");
  const cache = api.cache([{ method: cats.method, ...endpoint }], options);
  return { api, cache, stack: api.stack };
}

describe("the cache cluster", () => {
  test("is on, of half a gigabyte", () => {
    expect(resource(catsApi().stack, "aws_api_gateway_stage", "stage")).toMatchObject({
      cache_cluster_enabled: true,
      cache_cluster_size: "0.5",
    });
  });

  test("has the size that is given", () => {
    const stage = resource(catsApi({ clusterSize: "118" }).stack, "aws_api_gateway_stage", "stage");
    expect(stage).toMatchObject({ cache_cluster_enabled: true, cache_cluster_size: "118" });
  });

  test("is off, without a size, when the cache is off", () => {
    const stage = resource(catsApi({ enabled: false, clusterSize: "118" }).stack, "aws_api_gateway_stage", "stage");
    expect(stage.cache_cluster_enabled).toBe(false);
    expect(stage).not.toHaveProperty("cache_cluster_size");
  });

  test("may have a size that only Terraform knows", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    api.cache([{ method }], { clusterSize: new TerraformVariable(api.stack, "size", {}).stringValue });
    expect(resource(api.stack, "aws_api_gateway_stage", "stage").cache_cluster_size).toBe("${var.size}");
  });

  test("may be described on the stage in the same words", () => {
    const api = new TestApi({ stage: { cacheClusterEnabled: true, cacheClusterSize: "1.6" } });
    api.cache([{ method: api.endpoint("GET", "/cats").method }], { clusterSize: "1.6" });
    expect(resource(api.stack, "aws_api_gateway_stage", "stage").cache_cluster_size).toBe("1.6");
  });
});

describe("the stage's defaults", () => {
  test("cache nothing, and say so in a form that the provider sends", () => {
    const defaults = settingsOf(catsApi({ ttlSeconds: 60 }).stack, "*/*");
    expect(defaults).toMatchObject({ cache_ttl_in_seconds: 0 });
    expect(defaults?.caching_enabled ?? false).toBe(false);
  });

  test("hold the stage's CloudWatch and throttling values", () => {
    expect(settingsOf(catsApi(MONITORING).stack, "*/*")).toMatchObject(MONITORING_ATTRIBUTES);
  });

  test("hold who may invalidate an entry", () => {
    const perKeyInvalidation = { unauthorized: UnauthorizedInvalidation.FAIL };
    expect(settingsOf(catsApi({ perKeyInvalidation }).stack, "*/*")).toMatchObject({
      require_authorization_for_cache_control: true,
      unauthorized_cache_control_header_strategy: "FAIL_WITH_403",
    });
  });

  test("are not encrypted when one endpoint is not, because its false would not be sent", () => {
    const { stack } = catsApi({ dataEncrypted: true }, { dataEncrypted: false });
    expect(settingsOf(stack, "*/*")?.cache_data_encrypted).toBe(false);
    expect(settingsOf(stack, "~1cats/GET")?.cache_data_encrypted).toBe(false);
  });
});

describe("a cached endpoint", () => {
  test("has caching on, with the defaults of the library", () => {
    expect(settingsOf(catsApi().stack, "~1cats/GET")).toEqual({
      caching_enabled: true,
      cache_ttl_in_seconds: 3600,
      require_authorization_for_cache_control: true,
      unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER",
    });
  });

  test("has the stage's values where it has none of its own", () => {
    const perKeyInvalidation = { unauthorized: UnauthorizedInvalidation.IGNORE };
    const { stack } = catsApi({ ttlSeconds: 60, dataEncrypted: true, perKeyInvalidation, ...MONITORING });
    expect(settingsOf(stack, "~1cats/GET")).toEqual({
      caching_enabled: true,
      cache_ttl_in_seconds: 60,
      cache_data_encrypted: true,
      require_authorization_for_cache_control: true,
      unauthorized_cache_control_header_strategy: "SUCCEED_WITHOUT_RESPONSE_HEADER",
      ...MONITORING_ATTRIBUTES,
    });
  });

  test.each<[object, Attributes]>([
    [{ ttlSeconds: 45 }, { cache_ttl_in_seconds: 45 }],
    [{ ttlSeconds: 0 }, { cache_ttl_in_seconds: 0 }],
    [{ dataEncrypted: false }, { cache_data_encrypted: false }],
    [{ perKeyInvalidation: { unauthorized: "Fail" } }, { unauthorized_cache_control_header_strategy: "FAIL_WITH_403" }],
    [{ perKeyInvalidation: { requireAuthorization: false } }, { require_authorization_for_cache_control: false }],
    [{ loggingLevel: "OFF" }, { logging_level: "OFF" }],
    [{ metricsEnabled: false }, { metrics_enabled: false }],
    [
      { throttlingRateLimit: -1, throttlingBurstLimit: -1 },
      { throttling_rate_limit: -1, throttling_burst_limit: -1 },
    ],
  ])("has its own value in place of the stage's: %j", (endpoint, expected) => {
    const stage = { ttlSeconds: 60, dataEncrypted: true, ...MONITORING };
    const inherited = settingsOf(catsApi(stage).stack, "~1cats/GET");
    expect(settingsOf(catsApi(stage, endpoint).stack, "~1cats/GET")).toEqual({ ...inherited, ...expected });
  });

  test("has no throttle and no logging when it leaves the stage's settings", () => {
    const settings = settingsOf(catsApi(MONITORING, { inheritStageSettings: false }).stack, "~1cats/GET");
    expect(settings).toMatchObject({ logging_level: "OFF", data_trace_enabled: false, metrics_enabled: false });
    expect(settings).not.toHaveProperty("throttling_rate_limit");
    expect(settings).not.toHaveProperty("throttling_burst_limit");
  });

  test("may have a TTL that only Terraform knows", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    api.cache([{ method, ttlSeconds: new TerraformVariable(api.stack, "ttl", {}).numberValue }]);
    expect(settingsOf(api.stack, "~1cats/GET")?.cache_ttl_in_seconds).toBe("${var.ttl}");
  });

  test("of an ANY method is cached for GET alone, and for the verbs that are chosen", () => {
    const api = new TestApi();
    const dogs = api.endpoint("ANY", "/dogs");
    const birds = api.endpoint("ANY", "/birds");
    api.cache([{ method: dogs.method }, { method: birds.method, cachedMethods: ["GET", "HEAD"] }]);
    expect(Object.keys(methodSettings(api.stack)).sort()).toEqual(["*/*", "~1birds/GET", "~1birds/HEAD", "~1dogs/GET"]);
  });

  test("of an ANY method leaves alone what another method of the path answers", () => {
    const api = new TestApi();
    api.endpoint("GET", "/dogs");
    const { method } = api.endpoint("ANY", "/dogs");
    api.cache([{ method, cachedMethods: ["GET", "HEAD"] }]);
    expect(Object.keys(methodSettings(api.stack)).sort()).toEqual(["*/*", "~1dogs/HEAD"]);
  });
});

describe("an endpoint that is switched off", () => {
  test("has no setting of its own, because the stage's defaults do not cache", () => {
    const api = new TestApi();
    const [cats, dogs] = [api.endpoint("GET", "/cats"), api.endpoint("GET", "/dogs")];
    api.cache([{ method: cats.method, enabled: false }, { method: dogs.method }]);
    expect(Object.keys(methodSettings(api.stack)).sort()).toEqual(["*/*", "~1dogs/GET"]);
  });

  test("is not cached where it has logging of its own", () => {
    const { stack } = catsApi(MONITORING, { enabled: false, loggingLevel: "ERROR" });
    expect(settingsOf(stack, "~1cats/GET")).toEqual({
      cache_ttl_in_seconds: 0,
      ...MONITORING_ATTRIBUTES,
      logging_level: "ERROR",
    });
  });
});

test("a method that is not named has no setting", () => {
  const api = new TestApi();
  api.endpoint("POST", "/cats");
  api.cache([{ method: api.endpoint("GET", "/cats").method }]);
  expect(Object.keys(methodSettings(api.stack)).sort()).toEqual(["*/*", "~1cats/GET"]);
});

test("the resources are at hand for overrides", () => {
  const { api, cache } = catsApi();
  expect(cache.stage).toBe(api.stage);
  expect(cache.deployment).toBe(api.deployment);
  expect(cache.stageDefaults?.methodPathInput).toBe("*/*");
  expect(cache.methodSettings.map(({ methodPathInput }) => methodPathInput)).toEqual(["~1cats/GET"]);
});

describe("a cache that is switched off", () => {
  function withoutCluster(api: TestApi): object {
    const { resource: all } = synthesized(api.stack) as { resource: { [type: string]: { [name: string]: object } } };
    const { cache_cluster_enabled: _, ...stage } = all.aws_api_gateway_stage!.stage as Attributes;
    return { ...all, aws_api_gateway_stage: { stage } };
  }

  function declared(): { api: TestApi; endpoints: StageCacheProps["endpoints"] } {
    // The lifecycle stays on, so that switching off replaces the deployment in the order that API Gateway demands.
    const api = new TestApi({ deployment: { triggers: { a: "1" }, lifecycle: { createBeforeDestroy: true } } });
    const { method } = api.endpoint("GET", "/cats/{id}", {}, { type: "HTTP_PROXY" });
    const keys = [CacheKey.path("id"), CacheKey.header("A")];
    return { api, endpoints: [{ method, keys, cacheNamespace: "n", ttlSeconds: 5 }] };
  }

  test("leaves everything as if it was not there, but that the cluster is off", () => {
    const without = declared().api;
    const off = declared();
    off.api.cache(off.endpoints!, { enabled: false, ttlSeconds: 60, dataEncrypted: true });
    expect(resource(off.api.stack, "aws_api_gateway_stage", "stage").cache_cluster_enabled).toBe(false);
    expect(JSON.stringify(withoutCluster(off.api))).toBe(JSON.stringify(withoutCluster(without)));
  });

  test("keeps the CloudWatch and throttling values of the stage", () => {
    const { stack } = catsApi({ enabled: false, ...MONITORING });
    expect(Object.keys(methodSettings(stack))).toEqual(["*/*"]);
    expect(settingsOf(stack, "*/*")).toEqual({ ...MONITORING_ATTRIBUTES, cache_ttl_in_seconds: 0 });
  });
});

describe("a configuration that is rejected", () => {
  /** Everything is right but the second endpoint, so that a half-way change would show. */
  function reject(api: TestApi): void {
    const cats = api.endpoint("GET", "/cats/{id}", {}, { type: "HTTP" });
    const dogs = api.endpoint("GET", "/dogs/{id}");
    const before = Testing.synth(api.stack);
    const keys = [CacheKey.path("id")];
    expect(refusedFor(() => api.cache([{ method: cats.method, keys }, { method: dogs.method }]))).toEqual([
      "gateway/unkeyed-path-parameter at endpoints[1].keys",
    ]);
    expect(Testing.synth(api.stack)).toBe(before);
  }

  test("leaves the user's own resources as they were", () => {
    reject(new TestApi());
  });

  test("can be mended and tried again", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats/{id}");
    const tryWith = (id: string, keys: CacheKey[]) =>
      new StageCache(api.stack, id, { stage: api.stage, endpoints: [{ method, keys }] });
    expect(() => tryWith("first", [])).toThrow("gateway/unkeyed-path-parameter");
    expect(() => tryWith("second", [CacheKey.path("id")])).not.toThrow();
  });

  test("is told with all its errors at once", () => {
    const api = new TestApi();
    const cats = api.endpoint("GET", "/cats/{id}");
    const dogs = api.endpoint("GET", "/dogs");
    const build = () => api.cache([{ method: cats.method }, { method: dogs.method, ttlSeconds: 4000 }]);
    expect(refusedFor(build)).toEqual([
      "gateway/unkeyed-path-parameter at endpoints[0].keys",
      "gateway/ttl-out-of-range at endpoints[1].ttlSeconds",
    ]);
  });

  test("writes nothing, and leaves the older output byte for byte", () => {
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
    try {
      const good = Testing.app({ outdir });
      new AwsProvider(new TestApi({ scope: good }).stack, "aws");
      good.synth();
      const older = files(outdir);
      expect(Object.keys(older)).toContain(join("stacks", "stack", "cdk.tf.json"));

      const bad = Testing.app({ outdir });
      const api = new TestApi({ scope: bad, stage: { description: "newer" } });
      new AwsProvider(api.stack, "aws");
      const { method } = api.endpoint("GET", "/cats/{id}");
      expect(() => {
        api.cache([{ method }]);
        bad.synth();
      }).toThrow("gateway/unkeyed-path-parameter");
      expect(files(outdir)).toEqual(older);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});

function files(directory: string): { [name: string]: string } {
  expect(existsSync(directory)).toBe(true);
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((name) => [name.slice(directory.length + 1), readFileSync(name, "hex")]));
}

describe("what is no REST stage is refused:", () => {
  test("a stage of an HTTP API, which has no cache", () => {
    const { stack } = new TestApi();
    const stage = new Apigatewayv2Stage(stack, "http", { apiId: "x", name: "$default" });
    const findings = refusal(() => new StageCache(stack, "cache", { stage: stage as never }));
    expect(findings.map(({ rule, property, found }) => [rule, property, found])).toEqual([
      ["gateway/http-api-cannot-cache", "stage", "aws_apigatewayv2_stage"],
    ]);
  });

  test.each<[string, unknown, string]>([
    ["a method", "method", "input/wrong-type at stage"],
    ["a text", "stage", "input/wrong-type at stage"],
    ["null", null, "input/wrong-type at stage"],
    ["nothing", undefined, "input/missing-option at stage"],
  ])("%s", (what, given, expected) => {
    const api = new TestApi();
    const stage = what === "a method" ? api.endpoint("GET", "/cats").method : given;
    expect(refusedFor(() => new StageCache(api.stack, "cache", { stage: stage as never }))).toEqual([expected]);
  });

  test.each([undefined, null, "props", []])("%p in place of the props", (props) => {
    const { stack } = new TestApi();
    expect(refusedFor(() => new StageCache(stack, "cache", props as never))).toEqual(["input/wrong-type at props"]);
  });
});

test("the same app gives the same bytes", () => {
  const build = () =>
    catsApi({ ...MONITORING, ttlSeconds: 60 }, { keys: [CacheKey.header("B"), CacheKey.header("A")] }).stack;
  expect(Testing.synth(build())).toBe(Testing.synth(build()));
});
