import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

/** The TLS modes in which the origin is asked over http. */
export const INSECURE_MODES: readonly string[] = ["flexible", "off"];

export const insecureTlsModeRule = defineRule({
  id: "edge/insecure-tls-mode",
  severity: Severity.ERROR,
  cause: "Cloudflare would ask the origin over plain http",
  explanation:
    "API Gateway listens on https only: requests end with 521, 522 or 525, or in an endless redirect; and what did get through could be read on its way.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/",
});

export function insecureTlsMode(property: string, mode: string): Finding[] {
  if (!INSECURE_MODES.includes(mode)) return [];
  return [
    insecureTlsModeRule.finding({
      property,
      found: mode,
      allowed: "strict",
      change: "Leave the mode out, or write strict.",
    }),
  ];
}
