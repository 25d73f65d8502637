import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { PlannedHost, RuleRank } from "../../lib/edge/core/planned-rule";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { RulesetSite, ZoneRulesets } from "../../lib/edge/zone-rulesets";
import { resources, synthesized } from "../support/terraform";

const { CACHE, CONFIG } = RulesetPhase;

function rulesets(site: Partial<RulesetSite> = {}) {
  const stack = new TerraformStack(Testing.app(), "stack");
  const scope = new Construct(stack, "my-zone");
  return { stack, made: new ZoneRulesets(scope, { zoneId: "zone", isExternal: false, existing: {}, ...site }) };
}

const host = (name: string, phase = CACHE): PlannedHost => ({
  host: name,
  isUnknown: false,
  refBase: name,
  rules: [{ phase, rank: RuleRank.GENERAL, role: "cache", description: "x", action: "a", parameters: { b: 1 } }],
});

test("a ruleset is made when its phase gets a rule, and follows what comes later", () => {
  const { stack, made } = rulesets();
  expect(resources(stack, "cloudflare_ruleset")).toEqual({});
  made.addHost(host("a.x"));
  expect(resources(stack, "cloudflare_ruleset")).toMatchObject({
    "my-zone_cache": { zone_id: "zone", rules: [{ expression: '(http.host eq "a.x")', action_parameters: { b: 1 } }] },
  });
  made.addHost(host("b.x"));
  expect(resources(stack, "cloudflare_ruleset")).toMatchObject({
    "my-zone_cache": { rules: [{ expression: '(http.host in {"a.x" "b.x"})' }] },
  });
});

test("only the ruleset that exists is imported", () => {
  const { stack, made } = rulesets({ existing: { [CACHE]: "id" } });
  made.addHost(host("a.x"));
  made.addHost(host("b.x", CONFIG));
  expect(synthesized(stack).import).toEqual([{ id: "zones/zone/id", to: "cloudflare_ruleset.my-zone_cache" }]);
});

test("rules that are taken are rendered, and none is made; later ones are noticed, each phase by itself", () => {
  const { stack, made } = rulesets({ isExternal: true });
  made.addHost(host("a.x"));
  expect(made.take(CACHE)).toMatchObject([{ ref: "a.x__cache" }]);
  expect([made.isTaken(CACHE), made.isTaken(CONFIG), made.isLate(CACHE)]).toEqual([true, false, false]);
  made.addHost(host("b.x", CONFIG));
  expect([made.isLate(CACHE), made.isLate(CONFIG)]).toEqual([false, false]);
  made.addHost(host("c.x"));
  expect([made.isLate(CACHE), made.isLate(CONFIG)]).toEqual([true, false]);
  expect(resources(stack, "cloudflare_ruleset")).toEqual({});
});
