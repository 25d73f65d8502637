import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const browserTtlOverrideRule = defineRule({
  id: "edge/browser-ttl-override",
  severity: Severity.WARNING,
  cause: "browsers keep what no purge can reach",
  explanation: "An answer that is wrong stays in every browser until its time is over.",
  source: "https://developers.cloudflare.com/cache/how-to/edge-browser-cache-ttl/",
});

export function browserTtlOverride(property: string, found: unknown): Finding[] {
  return [
    browserTtlOverrideRule.finding({
      property,
      found,
      allowed: "none, so that browsers do what the origin says",
      change: "Let the origin send Cache-Control: max-age, or acknowledge the warning.",
    }),
  ];
}
