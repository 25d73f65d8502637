import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateKeyRule = defineRule({
  id: "gateway/duplicate-key",
  severity: Severity.ERROR,
  cause: "two cache keys have the same name",
  explanation: "The second mapping would replace the first, and two different requests would share an answer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

/** @param name the name that API Gateway would know both by */
export function duplicateKey(property: string, name: string): Finding[] {
  return [
    duplicateKeyRule.finding({
      property,
      found: name,
      allowed: "each key once",
      change: "Remove one, or give a mapped key another header.",
    }),
  ];
}
