import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const originPullsDeclaredTwiceRule = defineRule({
  id: "domain/origin-pulls-declared-twice",
  severity: Severity.ERROR,
  cause: "the app sets the origin pulls of the zone twice",
  explanation: "A zone has one setting and one client certificate: two owners overwrite each other at every apply.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/",
});

/** @param first the construct path of the first one */
export function originPullsDeclaredTwice(property: string, zone: string, first: string): Finding[] {
  return [
    originPullsDeclaredTwiceRule.finding({
      property,
      found: zone,
      allowed: `one AuthenticatedOriginPulls that manages the zone; it is ${first}`,
      change: "Use that one, or set manageZone to false for a trust store in another region.",
    }),
  ];
}
