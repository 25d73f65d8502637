import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clientCertificateExpiredRule = defineRule({
  id: "domain/client-certificate-expired",
  severity: Severity.ERROR,
  cause: "the certificate is not valid now",
  explanation: "API Gateway refuses every request of Cloudflare that shows it, or that is checked against it.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

/** @param found whose certificate it is, and when it is valid */
export function clientCertificateExpired(property: string, found: string): Finding[] {
  return [
    clientCertificateExpiredRule.finding({
      property,
      found,
      allowed: "a certificate that is valid now",
      change: "Have it issued anew.",
    }),
  ];
}
