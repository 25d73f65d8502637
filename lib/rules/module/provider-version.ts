import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const providerVersionRule = defineRule({
  id: "module/provider-version",
  severity: Severity.ERROR,
  cause: "it is not a version constraint of Terraform's",
  explanation: "Terraform would refuse to initialize every root that calls the module.",
  source: "https://developer.hashicorp.com/terraform/language/expressions/version-constraints",
});

export function providerVersion(property: string, found: string): Finding[] {
  return [
    providerVersionRule.finding({
      property,
      found,
      allowed: "conditions such as >= 5.9, < 7.0 or ~> 6.0, separated by commas",
      change: "Correct the constraint.",
    }),
  ];
}
