import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const importDeclaredRule = defineRule({
  id: "module/import-declared",
  severity: Severity.ERROR,
  cause: "Terraform takes import blocks in a root alone",
  explanation:
    "Every root that calls the module would be refused. What exists already is known where the module is called, and differs from call to call.",
  source: "https://developer.hashicorp.com/terraform/language/import",
});

/** @param property the construct path of the module */
export function importDeclared(property: string, addresses: readonly string[]): Finding[] {
  return [
    importDeclaredRule.finding({
      property,
      found: addresses,
      allowed: "no import block in a module",
      change:
        "Write the import block into the root, with the name of the module before the address: module.NAME.ADDRESS.",
    }),
  ];
}
