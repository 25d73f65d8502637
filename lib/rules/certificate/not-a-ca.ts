import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const notACaRule = defineRule({
  id: "certificate/not-a-ca",
  severity: Severity.ERROR,
  cause: "the certificate is not that of a CA",
  explanation: "A certificate that may not sign others leads nowhere; ACM refuses such a chain.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param subject whose certificate it is */
export function notACa(property: string, subject: string): Finding[] {
  return [
    notACaRule.finding({
      property,
      found: `a certificate of ${subject}`,
      allowed: "a certificate whose basic constraints say CA:TRUE",
      change: "Give the CA's own certificate.",
    }),
  ];
}
