import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ownershipCertificateRule = defineRule({
  id: "domain/ownership-certificate",
  severity: Severity.ERROR,
  cause: "mutual TLS behind an imported certificate needs one that ACM issued for the name",
  explanation:
    "AWS refuses mutual TLS on a domain whose certificate was imported, as that of the Origin CA is, until a certificate issued by ACM shows that the name is yours; it has to be there when the domain is created.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

/** @param found the source of the certificate that is given, if one is */
export function ownershipCertificate(property: string, found: string | undefined): Finding[] {
  return [
    ownershipCertificateRule.finding({
      property,
      found,
      allowed: "an IssuedCertificate for the domain name",
      change: "Give an IssuedCertificate here, or use one as the domain's certificate.",
    }),
  ];
}
