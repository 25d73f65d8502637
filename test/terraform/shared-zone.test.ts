import { type ExampleRun, givenFunction, runExample } from "./harness";

const REGION = "eu-central-1";
const APIS = ["cats", "dogs", "birds"];
const HOSTS = ["birds.example.com", "cats.example.com", "dogs.example.com", "puppies.example.com"];

describe("examples/shared-zone on Terraform", () => {
  let run: ExampleRun;
  let stacks: Pick<ExampleRun, "terraform">[];

  beforeAll(async () => {
    run = await runExample("shared-zone", "zone");
    stacks = [run, ...APIS.map((name) => run.stack(name))];
    for (const name of APIS) await givenFunction(run.emulator, name, REGION);
    for (const { terraform } of stacks) await terraform.init();
  });
  afterAll(() => run.stop());

  test("four stacks make four hosts, and one ruleset for a phase", async () => {
    for (const { terraform } of stacks) {
      await terraform.validate();
      await terraform.apply();
    }
    const { cloudflare_ruleset: rulesets, cloudflare_dns_record: records } = await run.cloudflare.dump();
    expect(rulesets!.map(({ phase }) => phase).sort()).toEqual([
      "http_config_settings",
      "http_request_cache_settings",
      "http_request_dynamic_redirect",
    ]);
    for (const { rules } of rulesets as unknown as { rules: { expression: string }[] }[]) {
      for (const host of HOSTS) expect(rules[0]!.expression).toContain(`"${host}"`);
    }
    expect(records!.map(({ name }) => name).sort()).toEqual(HOSTS);
    const domains = await run.emulator.customDomains();
    expect(
      Object.entries(domains)
        .map(([host, { mappings }]) => [host, Object.keys(mappings)])
        .sort(),
    ).toEqual([
      ["birds.example.com", ["v1"]],
      ["cats.example.com", [""]],
      ["dogs.example.com", [""]],
      ["puppies.example.com", [""]],
    ]);
    expect(domains["dogs.example.com"]!.certificateArn).toBe(domains["puppies.example.com"]!.certificateArn);
  });

  test("the second plan of each stack is empty", async () => {
    for (const { terraform } of stacks) expect((await terraform.plan()).text).toContain("No changes");
  });

  test("a destroy of all leaves no record and no rule", async () => {
    for (const { terraform } of [...stacks].reverse()) await terraform.destroy();
    const { cloudflare_ruleset: rulesets, cloudflare_dns_record: records } = await run.cloudflare.dump();
    expect([rulesets, records]).toEqual([undefined, undefined]);
    expect(await run.emulator.customDomains()).toEqual({});
    expect(await run.emulator.certificates()).toEqual({});
  });
});
