import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pemContentRule = defineRule({
  id: "certificate/pem-content",
  severity: Severity.ERROR,
  cause: "the PEM holds something else than what is expected here",
  explanation: "ACM and Cloudflare refuse it in the middle of an apply.",
  source: "https://docs.aws.amazon.com/acm/latest/userguide/import-certificate-format.html",
});

/** @param found what it holds: never its text, which may be secret */
export function pemContent(property: string, found: string, allowed: string, change: string): Finding[] {
  return [pemContentRule.finding({ property, found, allowed, change })];
}
