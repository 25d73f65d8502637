import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ttlBelowPlanRule = defineRule({
  id: "edge/ttl-below-plan",
  severity: Severity.ERROR,
  cause: "the zone's plan does not allow so short a TTL",
  explanation: "Cloudflare refuses the ruleset, with all its rules.",
  source: "https://developers.cloudflare.com/cache/plans/",
});

export function ttlBelowPlan(property: string, ttlSeconds: number, minimum: number, plan: string): Finding[] {
  if (ttlSeconds >= minimum) return [];
  return [
    ttlBelowPlanRule.finding({
      property,
      found: ttlSeconds,
      allowed: `${minimum} to 31536000 on the plan ${plan}`,
      change: "Give a longer TTL; or leave it out, and let the origin send Cache-Control, which may be shorter.",
    }),
  ];
}
