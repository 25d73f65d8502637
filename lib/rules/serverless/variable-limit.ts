import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableLimitRule = defineRule({
  id: "serverless/variable-limit",
  severity: Severity.ERROR,
  cause: "the variables go on for too long",
  explanation: "A chain of variables that doubles at each step fills the memory before anybody sees what is wrong.",
  source: "This library",
});

/** @param allowed the limit, in words */
export function variableLimit(property: string, found: string, allowed: string): Finding[] {
  return [variableLimitRule.finding({ property, found, allowed, change: "Refer to the value itself." })];
}
