import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const maybeNotInPlanRule = defineRule({
  id: "edge/maybe-not-in-plan",
  severity: Severity.WARNING,
  cause: "Cloudflare's documents disagree on whether the zone's plan includes this",
  explanation: "If the plan does not, Cloudflare refuses the ruleset with all its rules, in the middle of an apply.",
  source: "https://developers.cloudflare.com/cache/plans/",
});

export function maybeNotInPlan(property: string, found: unknown, needed: string, plan: string): Finding[] {
  return [
    maybeNotInPlanRule.finding({
      property,
      found,
      allowed: `this option on the plan ${needed} for sure; the zone has ${plan}`,
      change: "Leave the option out, or try it and acknowledge the warning.",
    }),
  ];
}
