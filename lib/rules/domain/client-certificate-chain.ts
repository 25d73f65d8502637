import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clientCertificateChainRule = defineRule({
  id: "domain/client-certificate-chain",
  severity: Severity.ERROR,
  cause: "the trust store does not lead to the client certificate",
  explanation:
    "API Gateway follows the client certificate through the trust store, over four certificates at most, and answers every request with 403 where that leads nowhere.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

export function clientCertificateChain(property: string, found: string, allowed: string): Finding[] {
  return [
    clientCertificateChainRule.finding({
      property,
      found,
      allowed,
      change: "Give the CA that signed the client certificate, and the CAs above it.",
    }),
  ];
}
