import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const refusedValueRule = defineRule({
  id: "gateway/refused-value",
  severity: Severity.ERROR,
  cause: "API Gateway refuses this value",
  explanation: "The provider does not check it; API Gateway does, in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
});

export function refusedValue(property: string, found: unknown, allowed: string): Finding[] {
  return [refusedValueRule.finding({ property, found, allowed, change: "Give a value that is allowed." })];
}
