import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const privateKeyInTextRule = defineRule({
  id: "certificate/private-key-in-text",
  severity: Severity.ERROR,
  cause: "a private key would be written into the Terraform configuration",
  explanation:
    "What is synthesized is committed, cached and kept as a build artifact, where everybody who reads it has the key.",
  source: "https://developer.hashicorp.com/terraform/language/state/sensitive-data",
});

/** @param found where it stands: never the text itself */
export function privateKeyInText(property: string, found: string): Finding[] {
  return [
    privateKeyInTextRule.finding({
      property,
      found,
      allowed: "a sensitive TerraformVariable, the attribute of a resource, or a file that only Terraform reads",
      change:
        "Declare new TerraformVariable(this, id, { sensitive: true }) and give its stringValue; issue the key anew if it was shared.",
    }),
  ];
}
