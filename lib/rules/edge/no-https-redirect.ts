import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const noHttpsRedirectRule = defineRule({
  id: "edge/no-https-redirect",
  severity: Severity.WARNING,
  cause: "requests over http are not redirected",
  explanation:
    "Cloudflare passes them on over http, and API Gateway does not listen there: visitors who type the name get 521 or 522.",
  source: "https://developers.cloudflare.com/ssl/edge-certificates/additional-options/always-use-https/",
});

export function noHttpsRedirect(property: string): Finding[] {
  return [
    noHttpsRedirectRule.finding({
      property,
      found: false,
      allowed: "true",
      change: "Leave the option out, or acknowledge the warning if something else redirects.",
    }),
  ];
}
