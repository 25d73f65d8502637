import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const rootExpiredRule = defineRule({
  id: "certificate/root-expired",
  severity: Severity.ERROR,
  acknowledgeable: true,
  cause: "the Origin CA root has expired",
  explanation:
    "Cloudflare's roots end on 2029-08-15, while a certificate may run for 15 years. ACM refuses to import a chain that has expired, but keeps what it has: acknowledge the error to change something else first.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/",
});

/** @param on the day that was the last, such as `2029-08-15` */
export function rootExpired(property: string, on: string): Finding[] {
  return [
    rootExpiredRule.finding({
      property,
      found: `a root that was valid until ${on}`,
      allowed: "a root that is valid now",
      change: "Upgrade this library, or give the root that Cloudflare publishes now as originCaRoot.",
    }),
  ];
}
