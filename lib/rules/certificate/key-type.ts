import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const TAKEN = ["RSA 2048", "RSA 3072", "RSA 4096", "EC P-256", "EC P-384", "EC P-521"];

export const keyTypeRule = defineRule({
  id: "certificate/key-type",
  severity: Severity.ERROR,
  cause: "a domain's certificate cannot have such a key",
  explanation:
    "ACM imports RSA keys of up to 4096 bits and keys on three elliptic curves. It would also take RSA keys of 1024 bits, which current clients refuse.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

/** @param type and size of the key, such as `RSA 2048` */
export function keyType(property: string, type: string): Finding[] {
  if (TAKEN.includes(type)) return [];
  return [
    keyTypeRule.finding({
      property,
      found: `a key of type ${type}`,
      allowed: TAKEN.join(", "),
      change: "Have the certificate issued for a key of one of these types.",
    }),
  ];
}
