import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hashedNameRule = defineRule({
  id: "module/hashed-name",
  severity: Severity.ERROR,
  cause: "the callers of the module would have to write a name that CDKTF made up",
  explanation:
    "The names of variables and outputs are the interface of a module. A variable or output inside of a construct gets a hash into its name, and a moved construct changes it for every caller.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/structure",
});

/** @param property the construct path of the variable or the output */
export function hashedName(property: string, name: string, id: string): Finding[] {
  return [
    hashedNameRule.finding({
      property,
      found: name,
      allowed: "a name that somebody chose",
      change: `Declare it in the stack itself, or call overrideLogicalId(${JSON.stringify(id)}).`,
    }),
  ];
}
