import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const missingKeyRule = defineRule({
  id: "serverless/missing-key",
  severity: Severity.ERROR,
  cause: "the key is required",
  explanation: "Without it nobody knows which endpoint, or which part of the request, is meant.",
  source: "https://www.serverless.com/framework/docs/providers/aws/events/apigateway",
});

export function missingKey(property: string, allowed: string): Finding[] {
  return [missingKeyRule.finding({ property, found: undefined, allowed, change: `Write ${allowed}.` })];
}
