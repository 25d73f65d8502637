import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const tooManyRulesRule = defineRule({
  id: "edge/too-many-rules",
  severity: Severity.ERROR,
  cause: "the zone's plan does not include so many rules",
  explanation: "Cloudflare refuses the ruleset, with all its rules.",
  source: "https://developers.cloudflare.com/rules/",
});

export function tooManyRules(property: string, count: number, limit: number, plan: string): Finding[] {
  if (count <= limit) return [];
  return [
    tooManyRulesRule.finding({
      property,
      found: count,
      allowed: `at most ${limit} on the plan ${plan}`,
      change:
        "Give hosts the same options, so that they share their rules; or set TLS and redirects for the whole zone (strictTls, alwaysUseHttps).",
    }),
  ];
}
