import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const expiredRule = defineRule({
  id: "certificate/expired",
  severity: Severity.ERROR,
  cause: "the certificate has expired",
  explanation: "ACM refuses to import it, and Cloudflare answers every request with 526.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param subject whose certificate it is, @param on the day, such as `2024-12-31` */
export function expired(property: string, subject: string, on: string): Finding[] {
  return [
    expiredRule.finding({
      property,
      found: `a certificate of ${subject} that was valid until ${on}`,
      allowed: "a certificate that is valid now",
      change: "Have it issued anew.",
    }),
  ];
}
