import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const expiresSoonRule = defineRule({
  id: "certificate/expires-soon",
  severity: Severity.WARNING,
  cause: "the certificate expires within 30 days",
  explanation: "ACM does not renew what was imported: on that day Cloudflare begins to answer every request with 526.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html",
});

/** @param subject whose certificate it is, @param on the day, such as `2024-12-31` */
export function expiresSoon(property: string, subject: string, on: string): Finding[] {
  return [
    expiresSoonRule.finding({
      property,
      found: `a certificate of ${subject} that is valid until ${on}`,
      allowed: "a certificate that is valid for 30 days or more",
      change: "Have it issued anew, or acknowledge the warning if that is under way.",
    }),
  ];
}
