import { type ExampleRun, addressesByAction, runExample } from "./harness";

const STAGE_DEFAULTS = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
  loggingLevel: "OFF",
  metricsEnabled: true,
  dataTraceEnabled: false,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};
const CACHED = { ...STAGE_DEFAULTS, cachingEnabled: true };

describe("examples/cats-rest-api on Terraform", () => {
  let run: ExampleRun;

  beforeAll(async () => {
    run = await runExample("cats-rest-api", "cats-rest-api");
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  test("is valid, and one apply makes it what was asked for", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("cats");
    expect(stage).toMatchObject({
      cacheClusterEnabled: true,
      cacheClusterSize: "0.5",
      cacheClusterStatus: "AVAILABLE",
    });
    expect(methodSettings).toEqual({
      "*/*": STAGE_DEFAULTS,
      "~1cats/GET": CACHED,
      "~1cats~1{pawId}/GET": { ...CACHED, cacheTtlInSeconds: 3600, cacheDataEncrypted: true },
      "~1photos~1{proxy+}/GET": CACHED,
      "~1graphql/POST": CACHED,
      "~1graphql~1cities/POST": CACHED,
    });
    const keys = Object.entries(methods).map(([name, { integration }]) => [
      name,
      integration!.cacheKeyParameters ?? [],
      integration!.cacheNamespace,
    ]);
    expect(keys.sort()).toEqual([
      ["GET /cats", [], "GET_cats"],
      [
        "GET /cats/{pawId}",
        ["method.request.header.Accept-Language", "method.request.path.pawId"],
        "GET_cats_by-pawId",
      ],
      ["GET /photos/{proxy+}", ["method.request.path.proxy"], "GET_photos_all-proxy"],
      ["POST /cats", [], expect.any(String)],
      ["POST /graphql", ["integration.request.header.CacheKeyBody"], "POST_graphql"],
      ["POST /graphql/cities", ["integration.request.header.CacheKeyBody-cities-0-petCount"], "POST_graphql_cities"],
    ]);
    expect(methods["GET /cats/{pawId}"]).toMatchObject({
      authorizationType: "NONE",
      requestParameters: { "method.request.path.pawId": true, "method.request.header.Accept-Language": false },
      integration: { type: "AWS_PROXY", httpMethod: "POST", uri: expect.stringContaining(":function:cats-rest-api/") },
    });
    expect(methods["POST /graphql"]!.integration!.requestParameters).toEqual({
      "integration.request.header.CacheKeyBody": "method.request.body",
    });
    expect(methods["POST /graphql/cities"]!.integration!.requestParameters).toEqual({
      "integration.request.header.CacheKeyBody-cities-0-petCount": "method.request.body.cities[0].petCount",
    });
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).text).toContain("No changes.");
  });

  test("a changed TTL changes the settings and deploys nothing", async () => {
    run.edit([["ttlSeconds: 300", "ttlSeconds: 120"]]);
    const plan = await run.terraform.plan();
    expect(
      plan.resourceChanges.every(
        ({ type, actions }) => type === "aws_api_gateway_method_settings" && actions[0] === "update",
      ),
    ).toBe(true);
    expect(plan.resourceChanges).toHaveLength(5);

    await run.terraform.apply({ plan });

    const { methodSettings } = await run.readBack("cats");
    expect(methodSettings["*/*"]).toMatchObject({ cachingEnabled: false, cacheTtlInSeconds: 120 });
    expect(methodSettings["~1cats/GET"]).toEqual({ ...CACHED, cacheTtlInSeconds: 120 });
    expect(methodSettings["~1cats~1{pawId}/GET"]).toMatchObject({ cacheTtlInSeconds: 3600 });
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a key that is added is deployed, and is live", async () => {
    run.edit([
      [
        'path: "/cats", integration: cats, cache: {}',
        'path: "/cats", integration: cats, cache: { keys: [CacheKey.query("breed")] }',
      ],
    ]);
    const plan = await run.terraform.plan();
    expect(addressesByAction(plan)).toMatchObject({
      update: expect.arrayContaining(["aws_api_gateway_rest_api.cats", "aws_api_gateway_stage.cats"]),
      "create,delete": ["aws_api_gateway_deployment.cats"],
    });

    await run.terraform.apply({ plan });

    const live = await run.live("cats");
    expect(live.methods["GET /cats"]!.integration.cacheKeyParameters).toEqual(["method.request.querystring.breed"]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("an endpoint that is removed leaves no setting behind", async () => {
    run.edit([[`{ method: "POST", path: "/graphql", integration: cats, cache: { keys: [CacheKey.body()] } },`, ""]]);
    await run.terraform.apply();

    const { methodSettings, methods } = await run.readBack("cats");
    expect(Object.keys(methodSettings)).not.toContain("~1graphql/POST");
    expect(Object.keys(methods)).not.toContain("POST /graphql");
    expect(Object.keys(methods)).toContain("POST /graphql/cities");
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("caching that is switched off takes the cluster, the settings and the keys, and nothing else", async () => {
    const before = await run.readBack("cats");
    run.edit([['clusterSize: "0.5",', "enabled: false,"]]);
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("cats");
    expect(stage.cacheClusterEnabled).toBe(false);
    expect(Object.keys(methodSettings)).toEqual(["*/*"]);
    expect(methodSettings["*/*"]).toMatchObject({
      metricsEnabled: true,
      throttlingRateLimit: 100,
      cachingEnabled: false,
    });
    expect(Object.keys(methods)).toEqual(expect.arrayContaining(Object.keys(before.methods)));
    for (const { integration } of Object.values(methods)) expect(integration!.cacheKeyParameters ?? []).toEqual([]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("destroy leaves nothing", async () => {
    await run.terraform.destroy();
    expect(await run.emulator.inventory()).toEqual({});
  });
});
