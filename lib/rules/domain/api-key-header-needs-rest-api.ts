import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const apiKeyHeaderNeedsRestApiRule = defineRule({
  id: "domain/api-key-header-needs-rest-api",
  severity: Severity.ERROR,
  cause: "HTTP APIs check no API key",
  explanation: "Only REST APIs compare x-api-key with the keys of a usage plan: an HTTP API lets every request in.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html",
});

/**
 * @param header the name of the header that carries the secret
 * @param type `REST` or `HTTP`
 */
export function apiKeyHeaderNeedsRestApi(property: string, header: string, type: string): Finding[] {
  if (header.toLowerCase() !== "x-api-key" || type !== "HTTP") return [];
  return [
    apiKeyHeaderNeedsRestApiRule.finding({
      property,
      found: header,
      allowed: "another header, which a Lambda authorizer or the function checks",
      change: "Name the header otherwise and check it in the function, or use a REST API.",
    }),
  ];
}
