import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const zoneDeclaredTwiceRule = defineRule({
  id: "edge/zone-declared-twice",
  severity: Severity.ERROR,
  cause: "the app has a CloudflareZone for this zone already",
  explanation: "Each would create rulesets of its own, and a zone has one for each phase.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/6273",
});

/** @param other the construct path of the first one */
export function zoneDeclaredTwice(property: string, found: string, other: string): Finding[] {
  return [
    zoneDeclaredTwiceRule.finding({
      property,
      found,
      allowed: `one CloudflareZone for a zone; the other is ${other}`,
      change: "Pass the first one on to all that need it, also in other stacks.",
    }),
  ];
}
