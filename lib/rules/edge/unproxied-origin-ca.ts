import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unproxiedOriginCaRule = defineRule({
  id: "edge/unproxied-origin-ca",
  severity: Severity.ERROR,
  cause: "only Cloudflare trusts a certificate of its Origin CA",
  explanation: "Without the proxy browsers and clients see the certificate themselves, and refuse it.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/",
});

export function unproxiedOriginCa(property: string): Finding[] {
  return [
    unproxiedOriginCaRule.finding({
      property,
      found: false,
      allowed: "true, where the origin has a certificate of Cloudflare's Origin CA",
      change: "Leave the record proxied, or use an IssuedCertificate.",
    }),
  ];
}
