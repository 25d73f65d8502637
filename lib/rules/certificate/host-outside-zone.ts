import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostOutsideZoneRule = defineRule({
  id: "certificate/host-outside-zone",
  severity: Severity.ERROR,
  cause: "the name is not in the zone that its validation record goes to",
  explanation:
    "The record would be made below the zone's own name, where ACM never looks: the apply would wait for the certificate until it times out.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
});

export function hostOutsideZone(property: string, hostname: string, zoneName: string): Finding[] {
  return [
    hostOutsideZoneRule.finding({
      property,
      found: hostname,
      allowed: `${zoneName} and names that end with .${zoneName}`,
      change: "Use a certificate for each zone, or give the zone that the name is in.",
    }),
  ];
}
