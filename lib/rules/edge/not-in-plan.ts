import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const notInPlanRule = defineRule({
  id: "edge/not-in-plan",
  severity: Severity.ERROR,
  cause: "the zone's plan does not include this",
  explanation: "Cloudflare refuses the ruleset with all its rules: not entitled.",
  source: "https://developers.cloudflare.com/cache/plans/",
});

export function notInPlan(property: string, found: unknown, needed: string, plan: string): Finding[] {
  return [
    notInPlanRule.finding({
      property,
      found,
      allowed: `this option on the plan ${needed}; the zone has ${plan}`,
      change: "Leave the option out, or correct the plan of the zone.",
    }),
  ];
}
