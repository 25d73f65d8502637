import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const rulesNotUsedRule = defineRule({
  id: "edge/rules-not-used",
  severity: Severity.ERROR,
  cause: "nobody took the rules of the zone",
  explanation:
    "Without its cache rule every JSON answer has cf-cache-status: DYNAMIC, and without the others http stays http and the TLS mode is the zone's.",
  source: "https://developers.cloudflare.com/cache/concepts/default-cache-behavior/",
});

export function rulesNotUsed(property: string, phase: string, count: number): Finding[] {
  return [
    rulesNotUsedRule.finding({
      property,
      found: "external",
      allowed: `external, with the rules for ${phase} (${count} now) taken by CloudflareZone.rules`,
      change:
        'Put zone.rules(...) into your own ruleset of the phase, with addOverride("rules", ...), after the last host; or leave rulesets out, so that the zone makes the ruleset.',
    }),
  ];
}
