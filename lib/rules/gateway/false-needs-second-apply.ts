import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const falseNeedsSecondApplyRule = defineRule({
  id: "gateway/false-needs-second-apply",
  severity: Severity.WARNING,
  cause: "Terraform's AWS provider does not send this value when it creates the setting",
  explanation:
    "The provider takes false and 0 for unset on create, and API Gateway keeps its own default or the stage's value: the next plan shows the difference, and a second apply mends it.",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/41104",
});

/** @param instead what API Gateway has until the second apply */
export function falseNeedsSecondApply(property: string, found: unknown, instead: string): Finding[] {
  return [
    falseNeedsSecondApplyRule.finding({
      property,
      found,
      allowed: `any value, but ${instead} holds until the second apply`,
      change: "Run terraform apply twice when the setting is created, and acknowledge the warning.",
    }),
  ];
}
