import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keyMismatchRule = defineRule({
  id: "certificate/key-mismatch",
  severity: Severity.ERROR,
  cause: "the private key does not belong to the certificate",
  explanation: "ACM refuses the pair in the middle of an apply.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/troubleshoot-import.html",
});

/** @param subject whose certificate it is */
export function keyMismatch(property: string, subject: string): Finding[] {
  return [
    keyMismatchRule.finding({
      property,
      found: "the private key of another certificate",
      allowed: `the private key of the certificate of ${subject}`,
      change: "Give the key that the certificate was requested with.",
    }),
  ];
}
