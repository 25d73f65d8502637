import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const LONGEST = 64;

export const commonNameLengthRule = defineRule({
  id: "certificate/common-name-length",
  severity: Severity.ERROR,
  cause: "the first name becomes the certificate's common name, which is too short for it",
  explanation: "ACM refuses a first name of more than 64 characters; the further names may be longer.",
  source: "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html",
});

export function commonNameLength(property: string, hostname: string): Finding[] {
  if (hostname.length <= LONGEST) return [];
  return [
    commonNameLengthRule.finding({
      property,
      found: hostname,
      allowed: `at most ${LONGEST} characters`,
      change: "Put a shorter name of the same zone first.",
    }),
  ];
}
