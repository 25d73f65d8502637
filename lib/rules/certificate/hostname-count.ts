import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostnameCountRule = defineRule({
  id: "certificate/hostname-count",
  severity: Severity.ERROR,
  cause: "a certificate cannot have this number of names",
  explanation:
    "A certificate without a name covers nothing. Cloudflare's Origin CA takes 200 names at most, ACM 100 once the quota of the account, which begins at 10, has been raised.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html",
});

/** @param most names that the issuer takes; undefined where there is no such limit */
export function hostnameCount(property: string, count: number, most?: number): Finding[] {
  if (count > 0 && (most === undefined || count <= most)) return [];
  return [
    hostnameCountRule.finding({
      property,
      found: `${count} names`,
      allowed: most === undefined ? "at least one name" : `1 to ${most} names`,
      change: count === 0 ? "Name the hosts." : "Share the names out among several certificates.",
    }),
  ];
}
