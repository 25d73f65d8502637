import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostTooDeepRule = defineRule({
  id: "edge/host-too-deep",
  severity: Severity.ERROR,
  cause: "Universal SSL has no certificate for a name so deep",
  explanation:
    "Universal SSL covers the zone's own name and one label below it: visitors of a deeper name fail in the TLS handshake.",
  source: "https://developers.cloudflare.com/ssl/edge-certificates/universal-ssl/limitations/",
});

/** @param host a host inside the zone */
export function hostTooDeep(property: string, host: string, zoneName: string): Finding[] {
  const depth = host.split(".").length - zoneName.split(".").length;
  if (depth <= 1) return [];
  return [
    hostTooDeepRule.finding({
      property,
      found: host,
      allowed: `${zoneName} and one label before it`,
      change:
        "Choose a shorter name; or order an advanced certificate, turn on Total TLS or upload a certificate, and say which with edgeCertificate.",
    }),
  ];
}
