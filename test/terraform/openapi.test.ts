import { type ExampleRun, runExample } from "./harness";

describe("examples/openapi on Terraform", () => {
  let run: ExampleRun;

  beforeAll(async () => {
    run = await runExample("openapi", "openapi");
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  test("is valid, and one apply makes it what was asked for", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("cats");
    expect(stage).toMatchObject({ cacheClusterEnabled: true, variables: { backend: "backend.example.com" } });
    expect(Object.keys(methodSettings).sort()).toEqual(["*/*", "~1cats/GET", "~1cats~1{pawId}/GET"]);
    expect(methodSettings["*/*"]).toMatchObject({ cachingEnabled: false, cacheTtlInSeconds: 600 });
    expect(methodSettings["~1cats/GET"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 600 });
    expect(methods["GET /cats"]).toMatchObject({
      integration: {
        uri: "https://${stageVariables.backend}/cats",
        cacheKeyParameters: ["method.request.querystring.breed"],
        cacheNamespace: "GET_cats",
        requestParameters: { "integration.request.querystring.breed": "method.request.querystring.breed" },
      },
    });
    expect(methods["GET /cats/{pawId}"]).toMatchObject({
      authorizationType: "AWS_IAM",
      requestParameters: { "method.request.path.pawId": true },
      integration: { cacheKeyParameters: ["method.request.path.pawId"] },
    });
    expect(methods["POST /cats"]!.integration!.cacheKeyParameters ?? []).toEqual([]);
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("an added key is live, and an endpoint that is cached no more has neither setting nor key", async () => {
    run.edit([
      ['CacheKey.query("breed")', 'CacheKey.query("breed"), CacheKey.header("Accept-Language")'],
      [
        `cache: {
            keys: [CacheKey.path("pawId")],
            acknowledgements: { "gateway/identity-not-in-key": "every caller sees the same cat" },
          },`,
        "",
      ],
    ]);
    await run.terraform.apply();

    const { methods } = await run.live("cats");
    expect(methods["GET /cats"]!.integration.cacheKeyParameters).toEqual([
      "method.request.header.Accept-Language",
      "method.request.querystring.breed",
    ]);
    expect(methods["GET /cats/{pawId}"]).toMatchObject({ isCached: false, settingsKey: "*/*" });
    expect(methods["GET /cats/{pawId}"]!.integration.cacheKeyParameters ?? []).toEqual([]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a changed TTL and caching switched off are applied", async () => {
    run.edit([["ttlSeconds: 600", "ttlSeconds: 60"]]);
    await run.terraform.apply();
    expect((await run.readBack("cats")).methodSettings["~1cats/GET"]).toMatchObject({ cacheTtlInSeconds: 60 });

    run.edit([["ttlSeconds: 600", "enabled: false"]]);
    await run.terraform.apply();

    const { stage, methodSettings, methods } = await run.readBack("cats");
    expect(stage.cacheClusterEnabled).toBe(false);
    expect(methodSettings).toEqual({});
    expect(Object.keys(methods).sort()).toEqual(["GET /cats", "GET /cats/{pawId}", "POST /cats"]);
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("destroy leaves nothing", async () => {
    await run.terraform.destroy();
    expect(await run.emulator.inventory()).toEqual({});
  });
});
