import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const secondPageRuleRule = defineRule({
  id: "edge/second-page-rule",
  severity: Severity.ERROR,
  cause: "another page rule has the same target",
  explanation:
    "Only one page rule applies to a request, the one with the highest priority: the settings of the other one do nothing.",
  source: "https://developers.cloudflare.com/rules/page-rules/",
});

/** @param other the address of the first one */
export function secondPageRule(property: string, target: string, other: string): Finding[] {
  return [
    secondPageRuleRule.finding({
      property,
      found: target,
      allowed: `one page rule for a target; the other is ${other}`,
      change: "Put the settings of both into one.",
    }),
  ];
}
