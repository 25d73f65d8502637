import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const notYetValidRule = defineRule({
  id: "certificate/not-yet-valid",
  severity: Severity.ERROR,
  cause: "the certificate is not valid yet",
  explanation: "ACM refuses to import it before its first day.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param subject whose certificate it is, @param from the day, such as `2024-12-31` */
export function notYetValid(property: string, subject: string, from: string): Finding[] {
  return [
    notYetValidRule.finding({
      property,
      found: `a certificate of ${subject} that is valid from ${from}`,
      allowed: "a certificate that is valid now",
      change: "Use the present certificate until then.",
    }),
  ];
}
