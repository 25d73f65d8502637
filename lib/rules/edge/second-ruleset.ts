import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const secondRulesetRule = defineRule({
  id: "edge/second-ruleset",
  severity: Severity.ERROR,
  cause: "the zone has a ruleset for this phase already",
  explanation:
    "A zone has one ruleset for each phase: the second one is refused with error 20217, or replaces the rules of the first.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/5247",
});

/** @param other what the zone has for the phase */
export function secondRuleset(property: string, phase: string, other: string): Finding[] {
  return [
    secondRulesetRule.finding({
      property,
      found: phase,
      allowed: `one ruleset for ${phase} in a zone; the other is ${other}`,
      change:
        "Add the rules to the CloudflareZone (addRule, addCacheRule); or give it rulesets: RulesetOwnership.EXTERNAL, and put its rules into your own.",
    }),
  ];
}
