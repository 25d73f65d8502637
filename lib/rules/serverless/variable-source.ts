import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableSourceRule = defineRule({
  id: "serverless/variable-source",
  severity: Severity.ERROR,
  cause: "there is no such source of variables, but one of nearly this name",
  explanation: "A source that nobody knows would become a Terraform variable, which somebody would have to fill in.",
  source: "https://www.serverless.com/framework/docs/guides/variables",
});

export function variableSource(property: string, found: string, sources: readonly string[], meant: string): Finding[] {
  return [
    variableSourceRule.finding({
      property,
      found,
      allowed: `${sources.join(", ")}, or the source of a plugin`,
      change: `Did you mean ${meant}?`,
    }),
  ];
}
