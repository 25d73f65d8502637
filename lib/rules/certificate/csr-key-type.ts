import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const csrKeyTypeRule = defineRule({
  id: "certificate/csr-key-type",
  severity: Severity.ERROR,
  cause: "the signing request has a key of another type than the key algorithm says",
  explanation: "Cloudflare signs RSA keys as origin-rsa and EC keys as origin-ecc, and refuses any other pair.",
  source: "https://developers.cloudflare.com/api/resources/origin_ca_certificates/methods/create/",
});

/** @param type of the request's key, @param expected by the key algorithm, such as `RSA` and `EC` */
export function csrKeyType(property: string, type: string, expected: string): Finding[] {
  if (type === expected) return [];
  return [
    csrKeyTypeRule.finding({
      property,
      found: `a request with a key of type ${type}`,
      allowed: `a request with a key of type ${expected}`,
      change: "Set keyAlgorithm to what the request has: RSA_2048 for any RSA key, ECDSA_P256 for an EC key.",
    }),
  ];
}
