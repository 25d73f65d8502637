import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const needsProxyRule = defineRule({
  id: "edge/needs-proxy",
  severity: Severity.ERROR,
  cause: "only a proxied host has this",
  explanation: "Requests for an unproxied name never reach Cloudflare: the option would do nothing.",
  source: "https://developers.cloudflare.com/dns/proxy-status/",
});

export function needsProxy(property: string, found: unknown): Finding[] {
  return [
    needsProxyRule.finding({
      property,
      found,
      allowed: "no such option where proxied is false",
      change: "Remove the option, or proxied: false.",
    }),
  ];
}
