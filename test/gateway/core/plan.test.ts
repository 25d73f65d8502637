import { DEFAULT_CLUSTER_SIZE } from "../../../lib/gateway/core/plan";
import { StageInput, StageOwnership } from "../../../lib/gateway/core/plan-input";
import { PlanEndpoint, blocksOf, briefly, key, planOf } from "../../support/plan";

const MONITORING = {
  loggingLevel: "INFO",
  dataTraceEnabled: true,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};

const pathsOf = (endpoints: PlanEndpoint[]) => Object.keys(blocksOf(planOf(endpoints))).sort();

describe("the cluster", () => {
  test.each<[StageInput, object]>([
    [{}, { enabled: true, size: "0.5" }],
    [
      { enabled: true, clusterSize: "1.6" },
      { enabled: true, size: "1.6" },
    ],
    [{ enabled: false }, { enabled: false }],
    [{ enabled: false, clusterSize: "1.6" }, { enabled: false }],
  ])("of %j is %j", (stage, expected) => {
    expect(planOf([{}], { stage }).cluster).toEqual(expected);
    expect(planOf([{}], { stage, ownership: "adopted" }).cluster).toEqual(expected);
    expect(DEFAULT_CLUSTER_SIZE).toBe("0.5");
  });

  test("of a stage of somebody else is none of ours", () => {
    expect(planOf([{}], { ownership: "shared" }).cluster).toBeUndefined();
  });
});

describe("the stage's defaults", () => {
  test("of a new stage do not cache", () => {
    expect(planOf([{}]).stageDefaults).toMatchObject({ cachingEnabled: false, cacheTtlInSeconds: 3600 });
  });

  test("of a stage that may be caching already have a TTL of 0, which is sent", () => {
    const { stageDefaults } = planOf([{}], { ownership: "adopted", stage: { ttlSeconds: 60 } });
    expect(stageDefaults).toMatchObject({ cacheTtlInSeconds: 0 });
    expect(stageDefaults).not.toHaveProperty("cachingEnabled");
  });

  test("of a stage of somebody else are none of ours", () => {
    expect(planOf([{}], { ownership: "shared", stage: MONITORING }).stageDefaults).toBeUndefined();
  });

  test("hold the stage's CloudWatch and throttling values", () => {
    expect(planOf([{}], { stage: MONITORING }).stageDefaults).toMatchObject(MONITORING);
  });

  test("keep CloudWatch and throttling, and nothing else, when the cache is off", () => {
    const { stageDefaults } = planOf([{}], { stage: { ...MONITORING, enabled: false, ttlSeconds: 60 } });
    expect(stageDefaults).toEqual({ ...MONITORING, cacheTtlInSeconds: 0 });
  });

  test("are not there when the cache is off and nothing else is said", () => {
    expect(planOf([{}], { stage: { enabled: false, ttlSeconds: 60 } }).stageDefaults).toBeUndefined();
  });

  // A new entry starts as a copy of the defaults, and a false is not sent to change it.
  test.each<[boolean, (boolean | undefined)[], boolean]>([
    [true, [], true],
    [true, [undefined, true], true],
    [true, [undefined, false], false],
    [false, [true], false],
    [false, [], false],
  ])("of a stage with encryption %s, below it %j, are encrypted: %s", (dataEncrypted, own, expected) => {
    const endpoints = own.map((value, index) => ({ path: `/${index}`, cache: { dataEncrypted: value } }));
    const plan = planOf(endpoints, { stage: { dataEncrypted } });
    expect(plan.stageDefaults?.cacheDataEncrypted).toBe(expected);
    expect(plan.methods.map(({ block }) => block.cacheDataEncrypted)).toEqual(own.map((one) => one ?? dataEncrypted));
  });

  describe("with an encryption that only Terraform knows", () => {
    const token = { said: "var.encrypted" } as unknown as boolean;
    const other = { said: "var.other" } as unknown as boolean;

    test.each<[boolean, (boolean | undefined)[], boolean]>([
      [token, [], token],
      [token, [undefined], token],
      [token, [true], token],
      [token, [undefined, false], false],
      [token, [other], false],
      [true, [other], false],
      [false, [other], false],
    ])("%j, below it %j, are %j", (dataEncrypted, own, expected) => {
      const endpoints = own.map((value, index) => ({ path: `/${index}`, cache: { dataEncrypted: value } }));
      const isUnknown = (value: unknown) => typeof value === "object";
      const plan = planOf(endpoints, { stage: { dataEncrypted }, isUnknown });
      expect(plan.stageDefaults?.cacheDataEncrypted).toBe(expected);
    });
  });

  test.each<StageOwnership>(["adopted", "shared"])(
    "say nothing of encryption that nobody asked for, because a false would not be sent (%s)",
    (ownership) => {
      const plan = planOf([{}, { path: "/dogs", cache: { dataEncrypted: true } }], { ownership });
      expect(plan.stageDefaults?.cacheDataEncrypted).toBeUndefined();
      expect(plan.methods.map(({ block }) => block.cacheDataEncrypted)).toEqual([undefined, true]);
    },
  );

  test("say that nothing is encrypted on a new stage, where that is so", () => {
    expect(planOf([{}]).stageDefaults?.cacheDataEncrypted).toBe(false);
  });

  test("stay encrypted when only an endpoint that is not cached is not", () => {
    const plan = planOf([{ path: "/a" }, { path: "/b", cache: { enabled: false, dataEncrypted: false } }], {
      stage: { dataEncrypted: true },
    });
    expect(plan.stageDefaults?.cacheDataEncrypted).toBe(true);
  });
});

describe("an endpoint", () => {
  test("with caching options is cached, with the stage's values", () => {
    const plan = planOf([{ path: "/cats", cache: { ttlSeconds: 5 } }], {
      stage: { ...MONITORING, dataEncrypted: true },
    });
    expect(plan.methods).toEqual([
      {
        id: "GET_cats",
        methodPath: "~1cats/GET",
        cached: true,
        block: {
          cachingEnabled: true,
          cacheTtlInSeconds: 5,
          cacheDataEncrypted: true,
          requireAuthorizationForCacheControl: true,
          unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
          ...MONITORING,
        },
      },
    ]);
  });

  test.each<StageOwnership>(["new", "adopted", "shared"])(
    "without caching options has no setting (%s)",
    (ownership) => {
      const plan = planOf([{ cache: undefined }, { path: "/dogs" }], { ownership });
      expect(Object.keys(blocksOf(plan))).toEqual(["~1dogs/GET"]);
      expect(plan.keys.map(({ endpoint }) => endpoint)).toEqual([1]);
    },
  );

  test("that leaves the stage's settings has API Gateway's own instead", () => {
    const plan = planOf([{ cache: { inheritStageSettings: false } }], { stage: MONITORING });
    expect(plan.methods[0]!.block).toMatchObject({
      loggingLevel: "OFF",
      dataTraceEnabled: false,
      metricsEnabled: false,
      throttlingRateLimit: undefined,
      throttlingBurstLimit: undefined,
    });
  });
});

describe("an endpoint that is switched off", () => {
  const off = { cache: { enabled: false } };

  test.each<StageOwnership>(["new", "adopted"])("has no setting below defaults that do not cache (%s)", (ownership) => {
    expect(planOf([off, { path: "/dogs" }], { ownership }).methods.map(({ id }) => id)).toEqual(["GET_dogs"]);
  });

  test("has a TTL of 0 on a stage of somebody else, whose defaults may cache", () => {
    const plan = planOf([off], { ownership: "shared", stage: MONITORING });
    expect(blocksOf(plan)).toEqual({ "~1cats/GET": { cacheTtlInSeconds: 0, ...MONITORING } });
    expect(plan.methods.map(({ cached }) => cached)).toEqual([false]);
  });

  test("keeps a setting for CloudWatch and throttling values of its own", () => {
    const plan = planOf([{ cache: { enabled: false, loggingLevel: "ERROR" } }, { path: "/dogs" }], {
      stage: MONITORING,
    });
    expect(blocksOf(plan)["~1cats/GET"]).toEqual({ cacheTtlInSeconds: 0, ...MONITORING, loggingLevel: "ERROR" });
  });

  test("keeps its keys and its namespace in the API", () => {
    const keys = [key("request.header.A")];
    const plan = planOf([{ cache: { enabled: false, keys } }, { path: "/dogs" }]);
    expect(plan.keys[0]).toEqual({ endpoint: 0, keys, namespace: "GET_cats" });
  });

  test.each<StageOwnership>(["new", "shared"])("may leave a path parameter out of its key (%s)", (ownership) => {
    const plan = planOf([{ ...off, path: "/cats/{id}" }, { path: "/dogs" }], { ownership });
    expect(plan.findings).toEqual([]);
  });
});

describe("with the cache off for the whole stage", () => {
  const stage = { enabled: false };

  const keys = [key("request.header.A"), key("integration.request.header.B", "method.request.body")];

  test("no endpoint has a setting, and no method has keys", () => {
    const plan = planOf([{ cache: { keys } }], { stage, ownership: "adopted" });
    expect(plan).toMatchObject({ methods: [], keys: [], findings: [] });
  });

  test("the parameters of a new API stay, because a backend may read them, and tell nothing apart", () => {
    const plan = planOf([{ cache: { keys } }], { stage, ownership: "new" });
    expect(plan).toMatchObject({ methods: [], keys: [{ keys: [{ name: "A" }], parametersOnly: true }], findings: [] });
    expect(plan.keys[0]!.keys).toHaveLength(1);
  });

  test("an endpoint that keeps a setting keeps its keys, which must not go before its caching does", () => {
    const plan = planOf([{ cache: { keys, metricsEnabled: true } }], { stage });
    expect(plan.keys).toEqual([expect.objectContaining({ keys })]);
  });

  test("an endpoint keeps its own CloudWatch and throttling values", () => {
    const plan = planOf([{ cache: { metricsEnabled: true } }], { stage });
    expect(plan.methods[0]!.block).toMatchObject({ metricsEnabled: true });
    expect(plan.methods[0]!.block).toHaveProperty("cacheTtlInSeconds", 0);
    expect(plan.methods[0]!.block).not.toHaveProperty("cachingEnabled");
  });

  test("an endpoint on a stage of somebody else has a TTL of 0, and keeps its keys", () => {
    const plan = planOf([{ cache: { enabled: true } }], { stage, ownership: "shared" });
    expect(plan.methods[0]!.block).toMatchObject({ cacheTtlInSeconds: 0 });
    expect(plan.keys).toHaveLength(1);
  });

  test("nothing warns of a cluster without an endpoint", () => {
    expect(planOf([], { stage }).findings).toEqual([]);
  });
});

describe("an ANY method", () => {
  const any = { verb: "ANY" };

  test("caches GET alone", () => {
    expect(pathsOf([any])).toEqual(["~1cats/GET"]);
  });

  test("caches the verbs that are chosen, each once", () => {
    expect(pathsOf([{ ...any, cache: { cachedMethods: ["get", "HEAD", "GET"] } }])).toEqual([
      "~1cats/GET",
      "~1cats/HEAD",
    ]);
  });

  test("never has a setting for ANY, which API Gateway does not know", () => {
    expect(briefly(planOf([{ ...any, cache: { cachedMethods: ["GET", "ANY"] } }]).findings)).toEqual([
      "gateway/verb-syntax at endpoints[0].cachedMethods[1]",
    ]);
  });

  test.each([
    ["before", [any, { verb: "GET", cache: { ttlSeconds: 7 } }]],
    ["after", [{ verb: "GET", cache: { ttlSeconds: 7 } }, any]],
  ])("gives way to an endpoint that names the verb, when it stands %s it", (_order, endpoints) => {
    const plan = planOf(endpoints);
    expect(plan.methods.map(({ methodPath }) => methodPath)).toEqual(["~1cats/GET"]);
    expect(plan.methods[0]!.block.cacheTtlInSeconds).toBe(7);
    expect(plan.findings).toEqual([]);
  });

  test("gives way also to an endpoint that is not cached", () => {
    const endpoints = [any, { verb: "GET", cache: { enabled: false } }, { path: "/dogs" }];
    expect(pathsOf(endpoints)).toEqual(["~1dogs/GET"]);
    expect(pathsOf([any, { verb: "GET", cache: undefined }, { path: "/dogs" }])).toEqual(["~1dogs/GET"]);
  });

  test("gives way to the same path written in another way", () => {
    expect(planOf([any, { verb: "get", path: "cats/", cache: { ttlSeconds: 7 } }]).methods).toHaveLength(1);
  });

  test("gives way to another method of the same path, cached or not", () => {
    const endpoint = { verb: "ANY", cache: { cachedMethods: ["GET", "HEAD"] }, method: { siblingVerbs: ["GET"] } };
    expect(pathsOf([endpoint])).toEqual(["~1cats/HEAD"]);
  });

  test("does not give way to the same verb of another path", () => {
    expect(pathsOf([any, { path: "/dogs" }])).toEqual(["~1cats/GET", "~1dogs/GET"]);
  });

  test("has its keys once, in a namespace of its own", () => {
    const keys = [key("request.header.A")];
    const plan = planOf([{ ...any, cache: { keys, cachedMethods: ["GET", "HEAD"] } }]);
    expect(plan.keys).toEqual([{ endpoint: 0, keys, namespace: "ANY_cats" }]);
  });

  test.each<[string, PlanEndpoint[]]>([
    ["another method answers GET", [{ ...any, method: { siblingVerbs: ["GET"] } }]],
    ["another endpoint names GET and is not cached", [any, { cache: { enabled: false } }]],
    ["no verb is chosen", [{ ...any, cache: { cachedMethods: [] } }]],
  ])("that caches nothing is told of, because the cluster is paid for: %s", (_what, endpoints) => {
    expect(briefly(planOf(endpoints).findings)).toEqual(["gateway/no-cached-endpoint at enabled"]);
  });

  test("is what cachedMethods is for, and no other verb", () => {
    expect(briefly(planOf([{ verb: "GET", cache: { cachedMethods: ["GET"] } }]).findings)).toEqual([
      "gateway/cached-methods-without-any at endpoints[0].cachedMethods",
    ]);
  });
});

describe("the same endpoint twice", () => {
  test.each([
    ["as it is", {}],
    ["with a trailing slash", { path: "/cats/" }],
    ["without the leading slash", { path: "cats" }],
    ["with a verb in lower case", { verb: "get" }],
    ["not cached", { cache: { enabled: false } }],
  ])("is refused: %s", (_how, second) => {
    const plan = planOf([{}, second]);
    expect(briefly(plan.findings)).toEqual(["gateway/duplicate-endpoint at endpoints[1]"]);
    expect(plan.findings[0]!.change).toContain("endpoints[0]");
    expect(plan.methods).toHaveLength(1);
  });

  test.each([{ path: "/dogs" }, { path: "/Cats" }, { verb: "HEAD" }])("is not %j", (second) => {
    expect(planOf([{}, second]).findings).toEqual([]);
  });
});

describe("a namespace", () => {
  test.each([
    [{}, {}, "GET_cats"],
    [{}, { declaredNamespace: "declared" }, "declared"],
    [{ cacheNamespace: "given" }, { declaredNamespace: "declared" }, "given"],
  ])("of options %j on an integration of %j is %s", (cache, method, expected) => {
    expect(planOf([{ cache, method }]).keys[0]!.namespace).toBe(expected);
  });

  test("of its own goes to each verb of one path", () => {
    const plan = planOf([{}, { verb: "HEAD" }]);
    expect(plan.keys.map(({ namespace }) => namespace)).toEqual(["GET_cats", "HEAD_cats"]);
    expect(plan.findings).toEqual([]);
  });

  const shared = (second: PlanEndpoint) =>
    briefly(planOf([{ cache: { cacheNamespace: "n" } }, { path: "/dogs", ...second }]).findings);

  test("that two cached methods share is told of", () => {
    expect(shared({ cache: { cacheNamespace: "n" } })).toEqual([
      "gateway/shared-cache-namespace at endpoints[1].cacheNamespace",
    ]);
    expect(shared({ method: { declaredNamespace: "n" } })).toEqual([
      "gateway/shared-cache-namespace at endpoints[1].cacheNamespace",
    ]);
  });

  test("that a method shares with one that is not cached is not", () => {
    expect(shared({ cache: { cacheNamespace: "n", enabled: false } })).toEqual([]);
  });

  test("that is shared on purpose is acknowledged where it is shared", () => {
    const acknowledgements = { "gateway/shared-cache-namespace": "both answer alike" };
    expect(shared({ cache: { cacheNamespace: "n", acknowledgements } })).toEqual([]);
  });
});

describe("what is found", () => {
  test("of an endpoint is acknowledged at the endpoint", () => {
    const acknowledgements = { "gateway/ttl-zero": "a reason" };
    expect(planOf([{ cache: { ttlSeconds: 0, acknowledgements } }]).findings).toEqual([]);
    const twice = planOf([{ cache: { ttlSeconds: 0, acknowledgements } }, { path: "/b", cache: { ttlSeconds: 0 } }]);
    expect(briefly(twice.findings)).toEqual(["gateway/ttl-zero at endpoints[1].ttlSeconds"]);
  });

  test.each<[PlanEndpoint, StageInput, StageOwnership, string]>([
    [{ path: undefined }, {}, "new", "gateway/path-not-literal at endpoints[0].path"],
    [{ path: "/a b" }, {}, "new", "gateway/path-syntax at endpoints[0].path"],
    [{ verb: "TRACE" }, {}, "new", "gateway/verb-syntax at endpoints[0].verb"],
    [{ path: "/{id}" }, {}, "new", "gateway/unkeyed-path-parameter at endpoints[0].keys"],
    [{ cache: { ttlSeconds: 3601 } }, {}, "new", "gateway/ttl-out-of-range at endpoints[0].ttlSeconds"],
    [
      { cache: { ttlSeconds: 3601, enabled: false } },
      {},
      "shared",
      "gateway/ttl-out-of-range at endpoints[0].ttlSeconds",
    ],
    [{}, { ttlSeconds: 3601 }, "new", "gateway/ttl-out-of-range at ttlSeconds"],
    [{}, { ttlSeconds: 0 }, "new", "gateway/ttl-zero at endpoints[0].ttlSeconds"],
    [{}, { clusterSize: "2" }, "new", "gateway/cluster-size at clusterSize"],
    [{}, { throttlingRateLimit: 1 }, "new", "gateway/throttling at throttlingBurstLimit"],
    [{ cache: { throttlingRateLimit: 1 } }, {}, "new", "gateway/throttling at endpoints[0].throttlingBurstLimit"],
    [
      { cache: { dataEncrypted: false } },
      {},
      "shared",
      "gateway/false-needs-second-apply at endpoints[0].dataEncrypted",
    ],
    [
      { cache: { metricsEnabled: false } },
      { metricsEnabled: true },
      "new",
      "gateway/false-needs-second-apply at endpoints[0].metricsEnabled",
    ],
    [
      { cache: { inheritStageSettings: false } },
      { dataTraceEnabled: true },
      "new",
      "gateway/false-needs-second-apply at endpoints[0].dataTraceEnabled",
    ],
    [
      { cache: { enabled: false, metricsEnabled: false } },
      { metricsEnabled: true },
      "shared",
      "gateway/false-needs-second-apply at endpoints[0].metricsEnabled",
    ],
  ])("of %j below %j (%s) is %s", (endpoint, stage, ownership, expected) => {
    const { findings } = planOf([endpoint], { stage, ownership });
    expect(briefly(findings).filter((one) => !one.startsWith("gateway/no-cached-endpoint"))).toEqual([expected]);
  });

  test.each<[PlanEndpoint, StageInput, StageOwnership]>([
    [{ cache: { ttlSeconds: 0, enabled: false } }, {}, "shared"],
    [{ cache: { throttlingRateLimit: 1 } }, { throttlingRateLimit: 5, throttlingBurstLimit: 5 }, "new"],
    [{ cache: { dataEncrypted: false } }, { dataEncrypted: true }, "new"],
    [{}, { clusterSize: "2" }, "shared"],
    [{ cache: { ttlSeconds: 5 } }, { ttlSeconds: 0 }, "new"],
  ])("of %j below %j (%s) is nothing", (endpoint, stage, ownership) => {
    expect(planOf([endpoint], { stage, ownership }).findings).toEqual([]);
  });

  test("of tokens is nothing but that a path has to be known", () => {
    const token = "${token}";
    const isUnknown = (value: unknown) => value === token || value === -1e300;
    const cache = { ttlSeconds: -1e300, loggingLevel: token, perKeyInvalidation: { unauthorized: token } };
    const plan = planOf([{ cache }, { path: token }], {
      isUnknown,
      stage: { clusterSize: token, loggingLevel: token },
    });
    expect(briefly(plan.findings)).toEqual(["gateway/path-not-literal at endpoints[1].path"]);
    expect(plan.methods[0]!.block).toMatchObject({ cacheTtlInSeconds: -1e300, loggingLevel: token });
  });
});
