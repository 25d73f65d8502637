import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const mappingKeyReservedRule = defineRule({
  id: "domain/mapping-key-reserved",
  severity: Severity.ERROR,
  cause: "API Gateway keeps this path for its own health checks",
  explanation: "On a custom domain API Gateway answers /ping and /sping by itself; the API would never be asked.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
});

export function mappingKeyReserved(property: string, key: string): Finding[] {
  if (key !== "ping" && key !== "sping") return [];
  return [
    mappingKeyReservedRule.finding({
      property,
      found: key,
      allowed: "any other path",
      change: "Map the API to another path.",
    }),
  ];
}
