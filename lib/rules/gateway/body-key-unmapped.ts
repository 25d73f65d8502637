import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const bodyKeyUnmappedRule = defineRule({
  id: "gateway/body-key-unmapped",
  severity: Severity.ERROR,
  cause: "the body cannot be a cache key as it is",
  explanation: "API Gateway takes the body into the key only through an integration parameter that it is mapped to.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/63",
});

export function bodyKeyUnmapped(property: string, found: unknown, hint: string): Finding[] {
  return [
    bodyKeyUnmappedRule.finding({
      property,
      found,
      allowed: "integration.request.header.NAME mapped from method.request.body",
      change: hint,
    }),
  ];
}
