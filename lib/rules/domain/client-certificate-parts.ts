import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clientCertificatePartsRule = defineRule({
  id: "domain/client-certificate-parts",
  severity: Severity.ERROR,
  cause: "a client certificate of one's own has three parts that belong together",
  explanation:
    "Cloudflare shows the certificate and needs its key, API Gateway needs the CA that signed it: with one of them missing every request is refused, or everybody's Cloudflare zone is let in.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/zone-level/",
});

export function clientCertificateParts(property: string, found: unknown, allowed: string, change: string): Finding[] {
  return [clientCertificatePartsRule.finding({ property, found, allowed, change })];
}
