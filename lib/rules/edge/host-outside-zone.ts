import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostOutsideZoneRule = defineRule({
  id: "edge/host-outside-zone",
  severity: Severity.ERROR,
  cause: "the host is not in the zone",
  explanation:
    "Cloudflare takes a name that does not end with the zone's for one below it, and creates api.example.org.example.com.",
  source: "https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/",
});

/** @param host a host that is not inside the zone */
export function hostOutsideZone(property: string, host: string, zoneName: string): Finding[] {
  return [
    hostOutsideZoneRule.finding({
      property,
      found: host,
      allowed: `${zoneName} or a name that ends with .${zoneName}`,
      change: "Correct the host, or give the zone that it is in.",
    }),
  ];
}
