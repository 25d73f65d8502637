import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const encryptedKeyRule = defineRule({
  id: "certificate/encrypted-key",
  severity: Severity.ERROR,
  cause: "the private key is encrypted",
  explanation: "ACM takes no passphrase and refuses the key.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-prerequisites.html",
});

export function encryptedKey(property: string): Finding[] {
  return [
    encryptedKeyRule.finding({
      property,
      found: "an encrypted private key",
      allowed: "a private key without a passphrase",
      change: "Decrypt it where nobody else can read it, for example with openssl pkey.",
    }),
  ];
}
