import { type ExampleRun, runExample } from "./harness";

describe("examples/shared-gateway on Terraform", () => {
  let gateway: ExampleRun;
  let animals: ReturnType<ExampleRun["stack"]>;

  beforeAll(async () => {
    gateway = await runExample("shared-gateway", "gateway");
    animals = gateway.stack("animals");
    await gateway.terraform.init();
    await animals.terraform.init();
  });
  afterAll(() => gateway.stop());

  test("the owner makes the cluster and caches nothing", async () => {
    await gateway.terraform.validate();
    await gateway.terraform.apply();

    const { stage, methodSettings } = await gateway.readBack("shared-gateway");
    expect(stage).toMatchObject({ cacheClusterEnabled: true, cacheClusterSize: "0.5" });
    expect(Object.keys(methodSettings)).toEqual(["*/*"]);
    const { methods } = await gateway.live("shared-gateway");
    expect(Object.values(methods).some(({ isCached }) => isCached)).toBe(false);
  });

  test("the member caches its own endpoints from another state", async () => {
    await animals.terraform.validate();
    await animals.terraform.apply();

    const { methodSettings } = await gateway.readBack("shared-gateway");
    expect(Object.keys(methodSettings).sort()).toEqual([
      "*/*",
      "~1animals~1cats/GET",
      "~1animals~1cats~1{pawId}/GET",
      "~1animals~1cat~1adoption/POST",
    ]);
    expect(methodSettings["~1animals~1cats~1{pawId}/GET"]).toMatchObject({
      cachingEnabled: true,
      cacheTtlInSeconds: 60,
      cacheDataEncrypted: true,
      unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITHOUT_RESPONSE_HEADER",
      throttlingRateLimit: 100,
      throttlingBurstLimit: 50,
    });
    const { methods } = await gateway.live("shared-gateway");
    const cached = Object.keys(methods).filter((name) => methods[name]!.isCached);
    expect(cached.sort()).toEqual(["GET /animals/cats", "GET /animals/cats/{pawId}"]);
    expect(methods["GET /animals/cats/{pawId}"]!.integration.cacheKeyParameters).toEqual(["method.request.path.pawId"]);
  });

  test("a second plan is empty on both sides", async () => {
    expect((await gateway.terraform.plan()).isEmpty).toBe(true);
    expect((await animals.terraform.plan()).isEmpty).toBe(true);
  });

  test("the member changes nothing but its own settings", async () => {
    const before = await gateway.readBack("shared-gateway");
    animals.edit([
      ['{ httpMethod: "GET", path: "/cats" },', '{ httpMethod: "GET", path: "/cats", enabled: false },'],
      ["ttlSeconds: 60, ", ""],
    ]);
    await animals.terraform.apply();

    const after = await gateway.readBack("shared-gateway");
    expect(after.stage).toEqual(before.stage);
    expect(after.methodSettings["*/*"]).toEqual(before.methodSettings["*/*"]);
    expect(after.methodSettings["~1animals~1cats~1{pawId}/GET"]).toMatchObject({ cacheTtlInSeconds: 300 });
    const { methods } = await gateway.live("shared-gateway");
    expect(methods["GET /animals/cats"]!.isCached).toBe(false);
    expect((await animals.terraform.plan()).isEmpty).toBe(true);
  });

  test("a member whose caching is switched off is not cached, and the cluster stays", async () => {
    animals.edit([["ttlSeconds: 300,", "enabled: false,"]]);
    await animals.terraform.apply();

    const { methods } = await gateway.live("shared-gateway");
    expect(Object.values(methods).some(({ isCached }) => isCached)).toBe(false);
    expect((await gateway.readBack("shared-gateway")).stage.cacheClusterEnabled).toBe(true);
    expect((await animals.terraform.plan()).isEmpty).toBe(true);
  });

  test("the member's destroy leaves the owner's stage as it was, and the owner's leaves nothing", async () => {
    await animals.terraform.destroy();
    const { stage, methodSettings } = await gateway.readBack("shared-gateway");
    expect(Object.keys(methodSettings)).toEqual(["*/*"]);
    expect(stage.cacheClusterEnabled).toBe(true);

    await gateway.terraform.destroy();
    expect(await gateway.emulator.inventory()).toEqual({});
  });
});
