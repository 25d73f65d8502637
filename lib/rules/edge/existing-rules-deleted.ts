import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const existingRulesDeletedRule = defineRule({
  id: "edge/existing-rules-deleted",
  severity: Severity.WARNING,
  cause: "every rule of the adopted ruleset that is not declared here is deleted",
  explanation: "Terraform takes the whole ruleset over, with the rules that were made by hand.",
  source: "https://developers.cloudflare.com/terraform/advanced-topics/import-cloudflare-resources/",
});

export function existingRulesDeleted(property: string, rulesetId: string): Finding[] {
  return [
    existingRulesDeletedRule.finding({
      property,
      found: rulesetId,
      allowed: "the id of a ruleset whose rules are all declared in this app",
      change: "Declare the rules that are to stay (addRule, addCacheRule), and acknowledge the warning.",
    }),
  ];
}
