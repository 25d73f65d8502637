import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clientCertificateIsCaRule = defineRule({
  id: "domain/client-certificate-is-ca",
  severity: Severity.ERROR,
  cause: "the client certificate is that of a CA",
  explanation:
    "Cloudflare refuses a client certificate whose basic constraints say CA:TRUE, as a self-signed one made in a hurry does.",
  source: "https://github.com/cloudflare/cloudflare-docs/issues/6798",
});

/** @param subject whose certificate it is */
export function clientCertificateIsCa(property: string, subject: string): Finding[] {
  return [
    clientCertificateIsCaRule.finding({
      property,
      found: `a certificate of ${subject}`,
      allowed: "a certificate whose basic constraints say CA:FALSE, signed by a CA",
      change: "Sign a certificate for Cloudflare with the CA, and give the CA as clientCa.",
    }),
  ];
}
