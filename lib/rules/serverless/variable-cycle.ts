import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const variableCycleRule = defineRule({
  id: "serverless/variable-cycle",
  severity: Severity.ERROR,
  cause: "the value refers to itself",
  explanation: "It would never have a value; the Serverless Framework refuses to deploy with it.",
  source: "https://www.serverless.com/framework/docs/guides/variables",
});

export function variableCycle(property: string, found: string): Finding[] {
  return [
    variableCycleRule.finding({
      property,
      found,
      allowed: "variables that come to an end",
      change: "Write the value down at one of the places.",
    }),
  ];
}
