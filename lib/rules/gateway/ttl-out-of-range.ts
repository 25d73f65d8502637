import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ttlOutOfRangeRule = defineRule({
  id: "gateway/ttl-out-of-range",
  severity: Severity.ERROR,
  cause: "API Gateway keeps an answer for 0 to 3600 whole seconds",
  explanation: "The AWS provider accepts any number; API Gateway refuses it in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

/** @param ttlSeconds the TTL as given */
export function ttlOutOfRange(property: string, ttlSeconds: number): Finding[] {
  if (Number.isInteger(ttlSeconds) && ttlSeconds >= 0 && ttlSeconds <= 3600) return [];
  return [
    ttlOutOfRangeRule.finding({
      property,
      found: ttlSeconds,
      allowed: "a whole number from 0 to 3600",
      change: "Give seconds, 3600 at most.",
    }),
  ];
}
