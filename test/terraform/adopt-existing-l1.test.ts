import { type ExampleRun, runExample } from "./harness";

const DEFAULTS = {
  cachingEnabled: false,
  cacheTtlInSeconds: 0,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITHOUT_RESPONSE_HEADER",
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};
const CACHED = { ...DEFAULTS, cachingEnabled: true, cacheTtlInSeconds: 300 };

const GET_CAT = `        {
          method: getCat.method,
          ttlSeconds: 3600,
          keys: [CacheKey.path("pawId"), CacheKey.header("Accept-Language")],
          perKeyInvalidation: { unauthorized: UnauthorizedInvalidation.FAIL },
        },`;

describe("examples/adopt-existing-l1 on Terraform", () => {
  let run: ExampleRun;

  beforeAll(async () => {
    run = await runExample("adopt-existing-l1", "adopt-existing-l1");
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  test("is valid, and one apply makes it what was asked for", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("existing-api");
    expect(stage).toMatchObject({ cacheClusterEnabled: true, cacheClusterSize: "0.5" });
    expect(methodSettings).toEqual({
      "*/*": DEFAULTS,
      "~1cats/GET": CACHED,
      "~1cats~1{pawId}/GET": {
        ...CACHED,
        cacheTtlInSeconds: 3600,
        unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403",
      },
      "~1dogs/GET": { ...CACHED, cacheTtlInSeconds: 60 },
      "~1serverless/GET": { ...CACHED, cacheTtlInSeconds: 1200, cacheDataEncrypted: true },
    });
    expect(methods["GET /cats"]).toMatchObject({
      requestParameters: { "method.request.querystring.breed": false, "method.request.querystring.furColour": false },
      integration: {
        cacheKeyParameters: ["method.request.querystring.breed", "method.request.querystring.furColour"],
        cacheNamespace: "GET_cats",
      },
    });
    expect(methods["GET /cats/{pawId}"]).toMatchObject({
      // The user's own true stays true.
      requestParameters: { "method.request.path.pawId": true, "method.request.header.Accept-Language": false },
      integration: {
        cacheKeyParameters: ["method.request.header.Accept-Language", "method.request.path.pawId"],
        requestParameters: {
          "integration.request.path.pawId": "method.request.path.pawId",
          "integration.request.header.Accept-Language": "method.request.header.Accept-Language",
        },
      },
    });
  });

  test("of the ANY method only GET is cached", async () => {
    const { methods } = await run.live("existing-api");
    const cached = Object.entries(methods).filter(([name, method]) => name.endsWith(" /dogs") && method.isCached);
    expect(cached.map(([name]) => name)).toEqual(["GET /dogs"]);
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a changed TTL and an added key are applied, and the key is live", async () => {
    run.edit([
      ["{ method: anyDog.method, ttlSeconds: 60 }", '{ method: anyDog.method, keys: [CacheKey.query("page")] }'],
    ]);
    await run.terraform.apply();

    const { methodSettings } = await run.readBack("existing-api");
    expect(methodSettings["~1dogs/GET"]).toEqual(CACHED);
    const { methods } = await run.live("existing-api");
    expect(methods["GET /dogs"]!.integration.cacheKeyParameters).toEqual(["method.request.querystring.page"]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("an endpoint that is cached no more loses its caching before its keys", async () => {
    await run.emulator.clearRequests();
    run.edit([[GET_CAT, ""]]);
    await run.terraform.apply();

    const writes = (await run.emulator.requests()).filter(({ method }) => method !== "GET");
    const removesSetting = writes.findIndex((request) =>
      JSON.stringify(request.body).includes('"path":"/~1cats~1{pawId}/GET"'),
    );
    const removesKeys = writes.findIndex(({ operation }) => operation === "UpdateIntegration");
    expect(removesSetting).toBeGreaterThanOrEqual(0);
    expect(removesKeys).toBeGreaterThan(removesSetting);
    const { methodSettings } = await run.readBack("existing-api");
    expect(Object.keys(methodSettings)).not.toContain("~1cats~1{pawId}/GET");
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("caching that is switched off takes the cluster, the settings and the keys, and nothing else", async () => {
    run.edit([["      ttlSeconds: 300,", "      enabled: false,"]]);
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("existing-api");
    expect(stage.cacheClusterEnabled).toBe(false);
    expect(Object.keys(methodSettings)).toEqual(["*/*"]);
    expect(methodSettings["*/*"]).toMatchObject({ throttlingRateLimit: 100, throttlingBurstLimit: 50 });
    expect(Object.keys(methods).sort()).toEqual(["ANY /dogs", "GET /cats", "GET /cats/{pawId}", "GET /serverless"]);
    for (const { integration } of Object.values(methods)) expect(integration!.cacheKeyParameters ?? []).toEqual([]);
    expect(methods["GET /cats/{pawId}"]!.requestParameters).toEqual({ "method.request.path.pawId": true });
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("destroy leaves nothing", async () => {
    await run.terraform.destroy();
    expect(await run.emulator.inventory()).toEqual({});
  });
});
