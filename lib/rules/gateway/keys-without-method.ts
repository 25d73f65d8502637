import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keysWithoutMethodRule = defineRule({
  id: "gateway/keys-without-method",
  severity: Severity.ERROR,
  cause: "cache keys belong to a method, and this endpoint names none",
  explanation: "The keys would be written nowhere: every request would share one entry.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

export function keysWithoutMethod(property: string, found: unknown): Finding[] {
  return [
    keysWithoutMethodRule.finding({
      property,
      found,
      allowed: "keys on an endpoint that is given with its method and integration",
      change: "Pass method and integration; for a method that is declared elsewhere write keysDeclaredElsewhere.",
    }),
  ];
}
