import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostnameSyntaxRule = defineRule({
  id: "certificate/hostname-syntax",
  severity: Severity.ERROR,
  cause: "no certificate is issued for this name",
  explanation:
    "A name has two labels or more, of letters, digits and hyphens. A wildcard is the whole first label and covers one label. Neither Cloudflare's Origin CA nor ACM issues for an IP address.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/",
});

/** @param problem what is wrong with it, as the part of a sentence */
export function hostnameSyntax(property: string, hostname: string, problem: string): Finding[] {
  return [
    hostnameSyntaxRule.finding({
      property,
      found: hostname,
      allowed: "names such as api.example.com and *.example.com",
      change: `Correct the name: ${problem}.`,
    }),
  ];
}
