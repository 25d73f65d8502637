import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const caKeyTypeRule = defineRule({
  id: "certificate/ca-key-type",
  severity: Severity.ERROR,
  cause: "the certificate's key and its CA's are of different types",
  explanation: "ACM refuses to import a certificate with an RSA key that an EC key signed, and the other way round.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param type of the certificate's key, @param caType of its CA's, such as `RSA` and `EC` */
export function caKeyType(property: string, type: string, caType: string): Finding[] {
  if (type === caType) return [];
  return [
    caKeyTypeRule.finding({
      property,
      found: `a CA with a key of type ${caType}`,
      allowed: `a CA with a key of type ${type}, which the certificate's own key has`,
      change: "Give the CA certificate that signs keys of this type, or choose the other type of key.",
    }),
  ];
}
