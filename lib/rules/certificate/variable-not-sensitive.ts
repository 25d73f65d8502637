import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableNotSensitiveRule = defineRule({
  id: "certificate/variable-not-sensitive",
  severity: Severity.ERROR,
  cause: "a private key comes from a variable that is not sensitive",
  explanation: "Terraform prints the values of such variables in plans, and so in the logs of every pipeline.",
  source: "https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output",
});

/** @param name of the variable in Terraform */
export function variableNotSensitive(property: string, name: string): Finding[] {
  return [
    variableNotSensitiveRule.finding({
      property,
      found: `var.${name}`,
      allowed: "a variable with sensitive: true",
      change: "Set sensitive: true on the TerraformVariable.",
    }),
  ];
}
