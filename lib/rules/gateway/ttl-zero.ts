import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ttlZeroRule = defineRule({
  id: "gateway/ttl-zero",
  severity: Severity.WARNING,
  cause: "a TTL of 0 keeps nothing",
  explanation:
    "API Gateway takes a TTL of 0 for caching switched off: the endpoint is declared as cached and never hits.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

/** @param ttlSeconds the TTL that the cached endpoint ends up with */
export function ttlZero(property: string, ttlSeconds: number): Finding[] {
  if (ttlSeconds !== 0) return [];
  return [
    ttlZeroRule.finding({
      property,
      found: 0,
      allowed: "1 to 3600 for an endpoint that is cached",
      change: "Give a TTL, or write enabled: false.",
    }),
  ];
}
