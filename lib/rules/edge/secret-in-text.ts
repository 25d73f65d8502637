import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const secretInTextRule = defineRule({
  id: "edge/secret-in-text",
  severity: Severity.ERROR,
  cause: "a secret would be written into the code and into Terraform's configuration",
  explanation: "Everybody who reads the repository or the synthesized files would know it.",
  source: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
});

/** @param found what is there, without the secret itself */
export function secretInText(property: string, found: string): Finding[] {
  return [
    secretInTextRule.finding({
      property,
      found,
      allowed: "the value of a sensitive TerraformVariable without a default, or an attribute of a resource",
      change: "Declare a sensitive TerraformVariable, or take the secret from a resource such as random_password.",
    }),
  ];
}
