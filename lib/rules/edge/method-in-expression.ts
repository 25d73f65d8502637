import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const methodInExpressionRule = defineRule({
  id: "edge/method-in-expression",
  severity: Severity.WARNING,
  cause: "a rule for one verb is missed by purges",
  explanation:
    "A purge of a single URL looks the rule up with another verb, and may not find the answer. Nothing but GET and HEAD is ever kept anyhow.",
  source: "https://developers.cloudflare.com/cache/how-to/cache-rules/settings/",
});

export function methodInExpression(property: string, expression: string): Finding[] {
  return [
    methodInExpressionRule.finding({
      property,
      found: expression,
      allowed: "an expression without http.request.method",
      change: "Remove the condition.",
    }),
  ];
}
