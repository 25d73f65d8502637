import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const corsValueRule = defineRule({
  id: "gateway/cors-value",
  severity: Severity.ERROR,
  cause: "this cannot stand in a CORS header",
  explanation: "API Gateway would refuse the mapping, or browsers the answer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html",
});

export function corsValue(property: string, found: unknown, allowed: string): Finding[] {
  return [corsValueRule.finding({ property, found, allowed, change: "Write a value that is allowed." })];
}
