import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const privateApiRule = defineRule({
  id: "domain/private-api",
  severity: Severity.ERROR,
  cause: "a private API cannot be served by a public domain",
  explanation: "A private REST API answers inside a VPC only; API Gateway refuses to map it to a public domain.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
});

export function privateApi(property: string, types: readonly string[]): Finding[] {
  if (!types.includes("PRIVATE")) return [];
  return [
    privateApiRule.finding({
      property,
      found: "PRIVATE",
      allowed: "APIs whose endpoint type is REGIONAL or EDGE",
      change: "Change the endpoint type of the API.",
    }),
  ];
}
