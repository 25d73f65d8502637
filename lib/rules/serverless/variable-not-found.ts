import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableNotFoundRule = defineRule({
  id: "serverless/variable-not-found",
  severity: Severity.ERROR,
  cause: "the variable has no value",
  explanation: "The Serverless Framework refuses to deploy with it.",
  source: "https://www.serverless.com/framework/docs/guides/variables",
});

/** @param change how it gets a value */
export function variableNotFound(property: string, found: string, change: string): Finding[] {
  return [
    variableNotFoundRule.finding({ property, found, allowed: "a variable with a value, or with a default", change }),
  ];
}
