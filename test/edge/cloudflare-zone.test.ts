import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { TerraformStack, Testing } from "cdktf";
import { CloudflareZone } from "../../lib/edge/cloudflare-zone";
import { CloudflareZoneProps, RulesetOwnership } from "../../lib/edge/cloudflare-zone-props";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { ZonePlan } from "../../lib/edge/core/zone-plan";
import { StrictTls } from "../../lib/edge/core/strict-tls";
import { refusal, refusedFor, warnings } from "../support/findings";
import { resource, resources, synthesized } from "../support/terraform";
import { EdgeStack } from "./edge-stack";

const ID = "0123456789abcdef0123456789abcdef";
const { CACHE, CONFIG, REDIRECT, TRANSFORM } = RulesetPhase;

describe("the id of a zone", () => {
  test("is looked up by the name", () => {
    const edge = new EdgeStack();
    expect(edge.zone({ zoneName: "Example.com" }).zoneName).toBe("example.com");
    expect(synthesized(edge.stack).data).toEqual({ cloudflare_zone: { zone: { filter: { name: "example.com" } } } });
    edge.host("api.example.com");
    // The attribute id is empty in versions of the provider up to 5.12.
    expect(resource(edge.stack, "cloudflare_dns_record", "api-example-com").zone_id).toBe(
      "${data.cloudflare_zone.zone.zone_id}",
    );
  });

  test("is taken as it is given", () => {
    const edge = new EdgeStack();
    expect(edge.zone({ zoneId: ID }).zoneId).toBe(ID);
    expect(synthesized(edge.stack).data).toBeUndefined();
  });
});

describe("settings of the whole zone", () => {
  test("are left alone by themselves", () => {
    const edge = new EdgeStack();
    edge.zone();
    expect(synthesized(edge.stack).resource).toBeUndefined();
  });

  test("are plain texts, one resource each", () => {
    const edge = new EdgeStack();
    edge.zone({ strictTls: true, alwaysUseHttps: true, zoneId: ID });
    expect(resources(edge.stack, "cloudflare_zone_setting")).toEqual({
      zone_ssl: { zone_id: ID, setting_id: "ssl", value: "strict" },
      zone_always_use_https: { zone_id: ID, setting_id: "always_use_https", value: "on" },
    });
  });

  test("false is a value, except for strict TLS, whose opposite nobody knows", () => {
    const edge = new EdgeStack();
    edge.zone({ strictTls: false, alwaysUseHttps: false, tieredCache: false });
    expect(resource(edge.stack, "cloudflare_zone_setting", "zone_always_use_https").value).toBe("off");
    expect(resources(edge.stack, "cloudflare_zone_setting")).not.toHaveProperty("zone_ssl");
    expect(resource(edge.stack, "cloudflare_tiered_cache", "zone_tiered_cache").value).toBe("off");
  });

  test("tiered cache needs its switch first", () => {
    const edge = new EdgeStack();
    edge.zone({ tieredCache: true, zoneId: ID });
    expect(resource(edge.stack, "cloudflare_argo_tiered_caching", "zone_tiered_caching")).toEqual({
      zone_id: ID,
      value: "on",
    });
    expect(resource(edge.stack, "cloudflare_tiered_cache", "zone_tiered_cache")).toEqual({
      zone_id: ID,
      value: "on",
      depends_on: ["cloudflare_argo_tiered_caching.zone_tiered_caching"],
    });
  });

  test("that a host wants are there once, whoever asks", () => {
    const edge = new EdgeStack();
    edge.zone({ strictTls: true });
    edge.host("api.example.com");
    edge.host("v2.example.com", { strictTls: StrictTls.ZONE });
    expect(Object.keys(resources(edge.stack, "cloudflare_zone_setting"))).toEqual(["zone_ssl"]);
    expect(edge.rules(CONFIG)).toEqual([]);
  });

  test("have one value", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com", { strictTls: StrictTls.ZONE });
    const [finding] = refusal(() => edge.host("v2.example.com", { strictTls: StrictTls.ZONE, sslMode: "full" }));
    expect([finding!.rule, finding!.property]).toEqual(["edge/setting-declared-twice", "sslMode"]);
    expect(finding!.message).toContain("stack/api-example-com");
  });

  test("that the user has set too are found", () => {
    const edge = new EdgeStack();
    const { zoneId } = edge.zone({ alwaysUseHttps: true });
    new ZoneSetting(edge.stack, "mine", { zoneId, settingId: "always_use_https", value: "on" as never });
    expect(refusedFor(() => edge.validate())).toEqual([
      expect.stringMatching(/^edge\/setting-declared-twice at cloudflare_zone_setting\./),
    ]);
  });
});

test("every resource has the zone's provider", () => {
  const edge = new EdgeStack();
  const cloudflareProvider = new CloudflareProvider(edge.stack, "other", { alias: "other" });
  const zone = edge.zone({ cloudflareProvider, strictTls: true, tieredCache: true });
  expect(zone.cloudflareProvider).toBe(cloudflareProvider);
  edge.host("api.example.com", {
    strictTls: StrictTls.PAGE_RULE,
    acknowledgements: { "edge/implicit-edge-ttl": "test" },
  });
  const { data, resource: all } = synthesized(edge.stack) as Record<string, Record<string, Record<string, object>>>;
  const everything = [...Object.values(data!), ...Object.values(all!)].flatMap((ofType) => Object.values(ofType));
  expect(everything).toHaveLength(7);
  for (const one of everything) expect(one).toMatchObject({ provider: "cloudflare.other" });
});

describe("a ruleset", () => {
  test("is there once for each phase, when it has a rule", () => {
    const edge = new EdgeStack();
    for (const name of ["a", "b", "c"]) edge.host(`${name}.example.com`);
    const all = resources(edge.stack, "cloudflare_ruleset");
    expect(Object.keys(all).sort()).toEqual(["zone_cache", "zone_config", "zone_redirect"]);
    expect(all.zone_cache).toMatchObject({
      zone_id: "${data.cloudflare_zone.zone.zone_id}",
      kind: "zone",
      name: "default",
      phase: CACHE,
    });
    for (const phase of [CACHE, CONFIG, REDIRECT]) expect(edge.rules(phase)).toHaveLength(1);
  });

  test("has nothing in it that would show a difference in every plan", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com", {
      cache: { ttlSeconds: 7200, paths: [{ path: "/a", enabled: false }] },
      originSecretHeader: { name: "X-Secret", value: edge.variable("secret", true) },
    });
    for (const phase of [CACHE, CONFIG, REDIRECT, TRANSFORM]) {
      for (const rule of edge.rules(phase)) {
        expect(Object.keys(rule).sort()).toEqual(
          ["action", "action_parameters", "description", "enabled", "expression", "ref"], // prettier-ignore
        );
        expect(JSON.stringify(rule)).not.toMatch(/null|\[\]|logging/);
      }
    }
  });

  test("is adopted by an import, with a warning of what is deleted", () => {
    const edge = new EdgeStack();
    const zone = edge.zone({ zoneId: ID, existingRulesets: { cacheRulesetId: "f".repeat(32) } });
    expect(warnings(zone)).toEqual([
      expect.stringMatching(/^edge\/existing-rules-deleted: existingRulesets\.cacheRulesetId /),
    ]);
    edge.host("api.example.com");
    expect(synthesized(edge.stack).import).toEqual([
      { id: `zones/${ID}/${"f".repeat(32)}`, to: "cloudflare_ruleset.zone_cache" },
    ]);
  });

  test("is adopted without a word if there is a reason", () => {
    const edge = new EdgeStack();
    const acknowledgements = { "edge/existing-rules-deleted": "all rules are declared here" };
    expect(warnings(edge.zone({ existingRulesets: { configRulesetId: ID }, acknowledgements }))).toEqual([]);
  });

  test("holds the rules of hosts of other stacks", () => {
    const edge = new EdgeStack();
    const zone = edge.zone();
    edge.host("api.example.com");
    const other = new EdgeStack(edge.app, "other");
    other.host("v2.example.com", { zone });
    expect(edge.rules(CACHE)).toMatchObject([{ expression: '(http.host in {"api.example.com" "v2.example.com"})' }]);
    expect(resources(other.stack, "cloudflare_ruleset")).toEqual({});
  });

  test("of the user's for the same zone and phase is found", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    const { zoneId } = edge.zone();
    const mine = new Ruleset(edge.stack, "mine", { zoneId, kind: "zone", name: "mine", phase: CACHE });
    const [finding, ...rest] = refusal(() => edge.validate());
    expect(rest).toEqual([]);
    expect([finding!.rule, finding!.property]).toEqual([
      "edge/second-ruleset",
      `cloudflare_ruleset.${mine.friendlyUniqueId}.phase`,
    ]);
  });

  test("of the user's for another phase or zone is not", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    const common = { kind: "zone", name: "mine" };
    new Ruleset(edge.stack, "other-phase", { ...common, zoneId: edge.zone().zoneId, phase: TRANSFORM });
    new Ruleset(edge.stack, "other-zone", { ...common, zoneId: ID, phase: CACHE });
    expect(() => edge.validate()).not.toThrow();
  });
});

describe("own rules", () => {
  test("stand between the hosts' and what is bypassed", () => {
    const edge = new EdgeStack();
    const zone = edge.zone();
    zone.addCacheRule({ ref: "images", expression: 'http.host eq "img.example.com"', ttlSeconds: 60 });
    zone.addCacheRule({ ref: "never", expression: "ssl", enabled: false, description: "Never" });
    edge.host("api.example.com", { cache: { bypass: { paths: ["/x"] } } });
    expect(edge.rules(CACHE).map(({ ref }) => ref)).toEqual([
      "api_example_com__cache",
      "images",
      "api_example_com__bypass",
      "images__bypass_credentials",
      "never",
    ]);
    expect(edge.rules(CACHE).at(-1)).toEqual({
      ref: "never",
      enabled: true,
      description: "Never",
      expression: "ssl",
      action: "set_cache_settings",
      action_parameters: { cache: false },
    });
  });

  test("of other phases are put into their rulesets as they are", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    edge.zone().addRule({
      phase: CONFIG,
      ref: "s3",
      expression: 'http.host eq "files.example.com"',
      action: "set_config",
      actionParameters: { ssl: "flexible" },
    });
    expect(edge.rules(CONFIG).map(({ ref, action_parameters }) => [ref, action_parameters])).toEqual([
      ["api_example_com__strict_tls", { ssl: "strict" }],
      ["s3", { ssl: "flexible" }],
    ]);
  });

  test("have refs of their own", () => {
    const zone = new EdgeStack().zone();
    zone.addCacheRule({ ref: "mine", expression: "ssl" });
    expect(refusedFor(() => zone.addCacheRule({ ref: "mine", expression: "not ssl" }))).toEqual([
      "edge/duplicate-ref at ref",
    ]);
    const rule = { expression: "ssl", action: "set_config", actionParameters: {} };
    expect(() => zone.addRule({ phase: CONFIG, ref: "mine", ...rule })).not.toThrow();
  });

  test("with the ref of a host's rule are found at the end", () => {
    const edge = new EdgeStack();
    edge.zone().addCacheRule({ ref: "api_example_com__cache", expression: "ssl" });
    edge.host("api.example.com");
    expect(refusedFor(() => edge.validate())).toEqual(["edge/duplicate-ref at ref"]);
  });

  test("are refused with every mistake at once, and then not there", () => {
    const edge = new EdgeStack();
    const wrong = { ref: "a b", expression: "(", ttlSeconds: 0, bypass: { paths: ["x"] } };
    expect(refusedFor(() => edge.zone().addCacheRule(wrong))).toEqual([
      "edge/refused-value at ref",
      "edge/expression-syntax at expression",
      "edge/refused-value at ttlSeconds",
      "edge/path-syntax at bypass.paths[0]",
    ]);
    expect(edge.rules(CACHE)).toEqual([]);
  });

  test("that share credentials need a reason", () => {
    const edge = new EdgeStack();
    const rule = { ref: "a", expression: "ssl", ttlSeconds: 60, bypass: { authorization: false, cookies: false } };
    expect(refusedFor(() => edge.zone().addCacheRule(rule))).toEqual([
      "edge/override-shares-credentials at bypass.cookies",
      "edge/override-shares-credentials at bypass.authorization",
    ]);
    const acknowledgements = { "edge/override-shares-credentials": "public data" };
    edge.zone().addCacheRule({ ...rule, acknowledgements });
    expect(edge.rules(CACHE).map(({ ref }) => ref)).toEqual(["a"]);
  });

  test("raise warnings where they are declared", () => {
    const edge = new EdgeStack();
    edge.zone().addCacheRule({ ref: "get", expression: 'http.request.method eq "GET"' });
    expect(warnings(edge.zone())).toEqual([expect.stringMatching(/^edge\/method-in-expression: expression /)]);
  });

  test("are options that exist, and no cache rule is added as something else", () => {
    const zone = new EdgeStack().zone();
    expect(refusedFor(() => zone.addCacheRule({ ref: "a", expression: "ssl", ttl: 60 } as never))).toEqual([
      "input/unknown-option at ttl",
    ]);
    const rule = { phase: CACHE, ref: "a", expression: "ssl", action: "set_cache_settings", actionParameters: {} };
    expect(refusedFor(() => zone.addRule(rule))).toEqual(["edge/refused-value at phase"]);
    expect(refusedFor(() => zone.addRule({ ...rule, phase: "x" as never }))).toEqual(["input/wrong-type at phase"]);
  });
});

describe("rulesets of the user's", () => {
  function external(): EdgeStack {
    const edge = new EdgeStack();
    edge.zone({ rulesets: RulesetOwnership.EXTERNAL, strictTls: true, alwaysUseHttps: true });
    return edge;
  }

  test("get the rules, and the zone makes none", () => {
    const edge = external();
    const zone = edge.zone();
    edge.host("api.example.com");
    edge.host(edge.variable("host"));
    const mine = new Ruleset(edge.stack, "mine", { zoneId: zone.zoneId, kind: "zone", name: "default", phase: CACHE });
    mine.addOverride("rules", [{ ref: "first" }, ...zone.rules(CACHE)]);
    expect(() => edge.validate()).not.toThrow();
    expect(edge.rules(CACHE)).toMatchObject([
      { ref: "first" },
      { ref: "api_example_com__cache", expression: '(http.host eq "api.example.com")' },
      { ref: "unknown__cache", expression: '${format("(http.host eq \\"%s\\")", var.host)}' },
    ]);
  });

  test("have to take the rules of every phase", () => {
    const edge = new EdgeStack();
    const zone = edge.zone({ rulesets: RulesetOwnership.EXTERNAL });
    edge.host("api.example.com");
    zone.rules(CONFIG);
    zone.rules(REDIRECT);
    const [finding, ...rest] = refusal(() => edge.validate());
    expect(rest).toEqual([]);
    expect([finding!.rule, finding!.property]).toEqual(["edge/rules-not-used", "rulesets"]);
    expect(finding!.message).toContain(CACHE);
  });

  test("miss nothing that comes later", () => {
    const edge = external();
    edge.host("api.example.com");
    edge.zone().rules(CACHE);
    edge.host("v2.example.com");
    expect(refusedFor(() => edge.validate())).toEqual(["edge/rule-after-read at rulesets"]);
  });

  test("have nothing to take without any rule", () => {
    const edge = external();
    edge.zone();
    expect(edge.zone().rules(CACHE)).toEqual([]);
    expect(() => edge.validate()).not.toThrow();
  });

  test("are not fed by a zone that makes its own", () => {
    const zone = new EdgeStack().zone();
    expect(refusedFor(() => zone.rules(CACHE))).toEqual(["edge/refused-value at rulesets"]);
    expect(
      refusedFor(() =>
        external()
          .zone()
          .rules("cache" as never),
      ),
    ).toEqual(["input/wrong-type at phase"]);
  });
});

describe("a zone", () => {
  const declare = (stack: TerraformStack, id: string, props: CloudflareZoneProps) =>
    new CloudflareZone(stack, id, props);

  test("is declared once in an app", () => {
    const app = Testing.app();
    const [one, other] = ["one", "other"].map((id) => new TerraformStack(app, id)) as [TerraformStack, TerraformStack];
    declare(one, "zone", { zoneName: "example.com", zoneId: ID });
    const byName = refusal(() => declare(other, "a", { zoneName: "EXAMPLE.com" }));
    expect(byName.map(({ rule, property }) => [rule, property])).toEqual([["edge/zone-declared-twice", "zoneName"]]);
    expect(byName[0]!.message).toContain("one/zone");
    expect(refusedFor(() => declare(other, "b", { zoneName: "example.org", zoneId: ID }))).toEqual([
      "edge/zone-declared-twice at zoneId",
    ]);
    expect(() => declare(other, "c", { zoneName: "example.org" })).not.toThrow();
  });

  test("that was refused may be declared again", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    expect(refusedFor(() => declare(stack, "a", { zoneName: "example.com", zoneId: "x" }))).toEqual([
      "edge/zone-id at zoneId",
    ]);
    expect(() => declare(stack, "b", { zoneName: "example.com" })).not.toThrow();
  });

  test("is known by itself, not by its class", () => {
    expect(CloudflareZone.isCloudflareZone(new EdgeStack().zone())).toBe(true);
    for (const other of [undefined, null, "zone", {}, new TerraformStack(Testing.app(), "x")]) {
      expect(CloudflareZone.isCloudflareZone(other)).toBe(false);
    }
  });

  test.each<[string, object, string]>([
    ["an unknown option", { name: "example.com" }, "input/unknown-option at name"],
    ["a plan that there is not", { plan: "starter" }, "input/wrong-type at plan"],
    ["an ownership that there is not", { rulesets: "mine" }, "input/wrong-type at rulesets"],
    ["a flag in quotes", { strictTls: "true" }, "input/wrong-type at strictTls"],
    ["a flag that Terraform knows", { alwaysUseHttps: "${var.x}" }, "input/wrong-type at alwaysUseHttps"],
    ["an unknown ruleset", { existingRulesets: { cache: "x" } }, "input/unknown-option at existingRulesets.cache"],
  ])("refuses %s", (_what, options, expected) => {
    expect(refusedFor(() => new EdgeStack().zone(options))).toEqual([expected]);
  });

  test("counts its rules by its plan, at the end", () => {
    const edge = new EdgeStack();
    edge.zone({ plan: ZonePlan.FREE, strictTls: true, alwaysUseHttps: true });
    const declareHost = (index: number) =>
      edge.host(`h${index}.example.com`, { cache: { paths: [{ path: `/${index}`, respectStrongEtags: true }] } });
    for (let index = 0; index < 9; index += 1) declareHost(index);
    expect(() => edge.validate()).not.toThrow();
    declareHost(9);
    expect(refusedFor(() => edge.validate())).toEqual([`edge/too-many-rules at rules of ${CACHE}`]);
  });
});
