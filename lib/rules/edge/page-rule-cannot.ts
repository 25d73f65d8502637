import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pageRuleCannotRule = defineRule({
  id: "edge/page-rule-cannot",
  severity: Severity.ERROR,
  cause: "a page rule cannot say this",
  explanation: "The option would do nothing.",
  source: "https://developers.cloudflare.com/rules/reference/page-rules-migration/",
});

export function pageRuleCannot(property: string, found: unknown): Finding[] {
  return [
    pageRuleCannotRule.finding({
      property,
      found,
      allowed: "no such option with StrictTls.PAGE_RULE",
      change: "Remove the option, or leave strictTls out: rules can say it.",
    }),
  ];
}
