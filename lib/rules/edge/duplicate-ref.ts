import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateRefRule = defineRule({
  id: "edge/duplicate-ref",
  severity: Severity.ERROR,
  cause: "another rule of the zone has this ref",
  explanation: "Cloudflare tells rules apart by their refs: with one twice it refuses the ruleset.",
  source: "https://developers.cloudflare.com/ruleset-engine/rulesets-api/",
});

export function duplicateRef(property: string, ref: string): Finding[] {
  return [
    duplicateRefRule.finding({
      property,
      found: ref,
      allowed: "a ref that no other rule of the phase has",
      change: "Choose another ref.",
    }),
  ];
}
