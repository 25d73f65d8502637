import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const otherStateRule = defineRule({
  id: "module/other-state",
  severity: Severity.ERROR,
  cause: "a module and another stack cannot refer to each other's resources",
  explanation:
    "CDKTF would connect them by the state of one of them. A module has none, and the state of the other stack is not known where the module is called.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/composition",
});

/** @param property the construct path of the stack that has the resource */
export function otherState(property: string, reference: string, module: string): Finding[] {
  return [
    otherStateRule.finding({
      property,
      found: reference,
      allowed: `what enters the module ${module} as a TerraformVariable, and leaves it as a TerraformOutput`,
      change: "Hand the value over in the root that calls the module.",
    }),
  ];
}
