import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const validationRecordTwiceRule = defineRule({
  id: "certificate/validation-record-twice",
  severity: Severity.ERROR,
  acknowledgeable: true,
  cause: "another certificate makes the record that validates this name",
  explanation:
    "ACM asks for the same record for a name and its wildcard, in every certificate and every region of an account. Cloudflare refuses the second one in the middle of an apply; in another account of AWS it is another record.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
});

/** @param first the certificate that makes the record */
export function validationRecordTwice(property: string, hostname: string, first: string): Finding[] {
  return [
    validationRecordTwiceRule.finding({
      property,
      found: `${hostname}, which ${first} validates`,
      allowed: "each name, with its wildcard, in one IssuedCertificate of a zone",
      change:
        "Put the names into one certificate; for another region declare an AcmCertificate and an AcmCertificateValidation of your own, which need no record.",
    }),
  ];
}
