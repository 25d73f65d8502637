import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unauthorizedStrategyRule = defineRule({
  id: "gateway/unauthorized-strategy",
  severity: Severity.ERROR,
  cause: "there is no such way to answer an unauthorized invalidation",
  explanation: "The Serverless plugin took its default in silence.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching#per-key-cache-invalidation",
});

export function unauthorizedStrategyUnknown(property: string, strategy: string): Finding[] {
  return [
    unauthorizedStrategyRule.finding({
      property,
      found: strategy,
      allowed: "ignore, warn, fail (UnauthorizedInvalidation), or API Gateway's own names",
      change: "Write one of them.",
    }),
  ];
}
