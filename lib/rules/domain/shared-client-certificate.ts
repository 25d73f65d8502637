import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const sharedClientCertificateRule = defineRule({
  id: "domain/shared-client-certificate",
  severity: Severity.WARNING,
  cause: "the client certificate that Cloudflare's zones share lets all of them in",
  explanation:
    "It shows that a request comes from Cloudflare, not from your zone: whoever has a zone at Cloudflare can point it to the domain and get around your rules and your cache.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/",
});

export function sharedClientCertificate(property: string): Finding[] {
  return [
    sharedClientCertificateRule.finding({
      property,
      found: undefined,
      allowed: "clientCertificate, clientPrivateKey and clientCa of your own",
      change: "Give a client certificate of your own, or acknowledge that any zone of Cloudflare may call.",
    }),
  ];
}
