import { type ExampleRun, addressesByAction, givenFunction, runExample } from "./harness";

const REGION = "eu-central-1";
const HOST = "api.example.com";

describe("examples/cloudflare-rest-api on Terraform", () => {
  let run: ExampleRun;

  beforeAll(async () => {
    run = await runExample("cloudflare-rest-api", "cloudflare-rest-api");
    await givenFunction(run.emulator, "cats", REGION);
    await run.terraform.init();
  });
  afterAll(() => run.stop());

  const cacheRules = async () => {
    const { cloudflare_ruleset: rulesets = [] } = await run.cloudflare.dump();
    const { rules } = rulesets.find(({ phase }) => phase === "http_request_cache_settings") as { rules: object[] };
    return rules as { ref: string; id: string; action_parameters: { [name: string]: unknown } }[];
  };

  test("is valid, and one apply makes both caches", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const { [HOST]: domain } = await run.emulator.customDomains();
    expect(domain).toMatchObject({
      endpointType: "REGIONAL",
      mappings: { "": { type: "REST", api: "cats", stage: "prod" } },
    });
    const { stage, methodSettings } = await run.readBack("cats");
    expect(stage.cacheClusterEnabled).toBe(true);
    expect(methodSettings["~1texts~1{id}/GET"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 300 });
    expect(
      (await cacheRules()).map(({ ref, action_parameters: { cache, edge_ttl } }) => [ref, cache, edge_ttl]),
    ).toEqual([
      ["api_example_com__cache", true, { mode: "bypass_by_default" }],
      ["api_example_com__cache_at__cats", true, { mode: "override_origin", default: 86400 }],
      ["api_example_com__bypass", false, undefined],
      ["api_example_com__bypass_credentials", false, undefined],
    ]);
    expect(await run.terraform.outputs()).toEqual({ url: `https://${HOST}` });
  });

  test("the API's own address was off in the deployment that the stage serves", async () => {
    const operations = (await run.emulator.requests()).map(({ operation }) => operation);
    const [made, closed] = [operations.indexOf("CreateRestApi"), operations.indexOf("CreateDeployment")];
    expect(made).toBeGreaterThanOrEqual(0);
    expect(closed).toBeGreaterThan(made);
    expect(operations.filter((name) => name === "CreateDeployment")).toHaveLength(1);
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).text).toContain("No changes");
  });

  test("another TTL at the edge changes its one rule, in place, and keeps the others' ids", async () => {
    const before = await cacheRules();
    run.edit([["ttlSeconds: 86400", "ttlSeconds: 7200"]]);
    const plan = await run.terraform.plan();
    expect(addressesByAction(plan)).toEqual({ update: ["cloudflare_ruleset.zone_cache"] });
    await run.terraform.apply({ plan });
    const after = await cacheRules();
    expect(after.map(({ ref, id }) => [ref, id])).toEqual(before.map(({ ref, id }) => [ref, id]));
    expect(after[1]!.action_parameters.edge_ttl).toEqual({ mode: "override_origin", default: 7200 });
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a destroy leaves nothing", async () => {
    await run.terraform.destroy();
    expect(await run.terraform.stateAddresses()).toEqual([]);
    expect(await run.emulator.customDomains()).toEqual({});
    const { cloudflare_ruleset: rulesets, cloudflare_dns_record: records } = await run.cloudflare.dump();
    expect([rulesets, records]).toEqual([undefined, undefined]);
  });
});
