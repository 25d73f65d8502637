import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pathMismatchRule = defineRule({
  id: "gateway/path-mismatch",
  severity: Severity.ERROR,
  cause: "the resource of the method has another path",
  explanation: "The setting would be written for a path that the method does not answer.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

/** @param actual the path that the method's resource has */
export function pathMismatch(property: string, given: string, actual: string): Finding[] {
  if (given === actual) return [];
  return [
    pathMismatchRule.finding({
      property,
      found: given,
      allowed: actual,
      change: "Leave the path out: it is read from the method's resource.",
    }),
  ];
}
