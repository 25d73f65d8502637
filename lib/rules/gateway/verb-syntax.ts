import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const verbSyntaxRule = defineRule({
  id: "gateway/verb-syntax",
  severity: Severity.ERROR,
  cause: "there is no such method in a REST API",
  explanation: "A method setting is kept for one verb, in upper case.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

export function verbSyntax(property: string, verb: unknown, allowed: readonly string[]): Finding[] {
  return [verbSyntaxRule.finding({ property, found: verb, allowed: allowed.join(", "), change: "Write one of them." })];
}
