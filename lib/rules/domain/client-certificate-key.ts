import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clientCertificateKeyRule = defineRule({
  id: "domain/client-certificate-key",
  severity: Severity.ERROR,
  cause: "API Gateway takes no client certificate with such a key",
  explanation: "API Gateway answers every request with 403 whose certificate has a weaker or another key.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

/** @param name the type and size of the key, such as `RSA 1024` */
export function clientCertificateKey(property: string, name: string): Finding[] {
  const [, bits] = /^RSA (\d+)$/.exec(name) ?? [];
  if (bits === undefined ? name.startsWith("EC P-") : Number(bits) >= 2048) return [];
  return [
    clientCertificateKeyRule.finding({
      property,
      found: `a key of type ${name}`,
      allowed: "RSA of 2048 bits or more, or EC P-256, P-384 or P-521",
      change: "Have the certificate issued for another key.",
    }),
  ];
}
