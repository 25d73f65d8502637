import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateAuthorizerRule = defineRule({
  id: "gateway/duplicate-authorizer",
  severity: Severity.ERROR,
  cause: "two authorizers have the same name",
  explanation: "Only one of them would be in the API, and endpoints would let in callers whom the other one refuses.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-swagger-extensions-authorizer.html",
});

export function duplicateAuthorizer(property: string, name: string): Finding[] {
  return [
    duplicateAuthorizerRule.finding({
      property,
      found: name,
      allowed: "one RestAuthorizer for a name",
      change: "Make it once and use it for all endpoints, or rename one of them.",
    }),
  ];
}
