import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const inactivePageRuleRule = defineRule({
  id: "edge/inactive-page-rule",
  severity: Severity.ERROR,
  cause: "the page rule is switched off, because it does not say otherwise",
  explanation: "Since version 5 of the provider a page rule without a status is disabled, and nobody is told.",
  source: "https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/page_rule",
});

export function inactivePageRule(property: string): Finding[] {
  return [
    inactivePageRuleRule.finding({
      property,
      found: undefined,
      allowed: "active, or disabled",
      change: "Write status: active.",
    }),
  ];
}
