import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const backendDeclaredRule = defineRule({
  id: "module/backend-declared",
  severity: Severity.ERROR,
  cause: "a module has no state of its own",
  explanation:
    "Terraform ignores the backend of a module, with a warning: the state would not be where the backend says, but where the root keeps it.",
  source: "https://developer.hashicorp.com/terraform/language/backend",
});

/** @param property the construct path of the backend */
export function backendDeclared(property: string, name: string): Finding[] {
  return [
    backendDeclaredRule.finding({
      property,
      found: name,
      allowed: "no backend in a module",
      change: "Declare it in the root that calls the module.",
    }),
  ];
}
