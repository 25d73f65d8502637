import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unverifiedOriginRule = defineRule({
  id: "edge/unverified-origin",
  severity: Severity.WARNING,
  cause: "any certificate of the origin is accepted",
  explanation: "In the mode full, whoever can answer in the origin's place is believed.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/full/",
});

export function unverifiedOrigin(property: string, mode: string): Finding[] {
  if (mode !== "full") return [];
  return [
    unverifiedOriginRule.finding({
      property,
      found: mode,
      allowed: "strict, with which the origin's certificate is checked",
      change: "Leave the mode out: a custom domain of API Gateway has a certificate that Cloudflare accepts.",
    }),
  ];
}
