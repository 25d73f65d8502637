import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const pathNotLiteralRule = defineRule({
  id: "gateway/path-not-literal",
  severity: Severity.ERROR,
  cause: "the path is only known when Terraform runs",
  explanation:
    "The address of the setting in the state and the checks of its keys are made from the path, so it has to be known at synth.",
  source: "This library",
});

export function pathNotLiteral(property: string, found: unknown): Finding[] {
  return [
    pathNotLiteralRule.finding({
      property,
      found,
      allowed: "a path written as text, for example /cats/{id}",
      change: "Write the path of the endpoint in this option.",
    }),
  ];
}
