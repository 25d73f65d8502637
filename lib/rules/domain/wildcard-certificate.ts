import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const wildcardCertificateRule = defineRule({
  id: "domain/wildcard-certificate",
  severity: Severity.WARNING,
  cause: "AWS wants a certificate that ACM issued for a wildcard domain",
  explanation:
    "For a domain such as *.example.com AWS documents a certificate validated by ACM; an imported one may be refused.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

export function wildcardCertificate(property: string, source: string): Finding[] {
  return [
    wildcardCertificateRule.finding({
      property,
      found: source,
      allowed: "an IssuedCertificate, or a domain for each host",
      change: "Use an IssuedCertificate, or declare a domain for each host.",
    }),
  ];
}
