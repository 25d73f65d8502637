import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const endpointNotInDocumentRule = defineRule({
  id: "gateway/endpoint-not-in-document",
  severity: Severity.ERROR,
  cause: "the OpenAPI document has no such operation",
  explanation: "The setting would be written for a method that does not exist, and do nothing.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html",
});

/** @param operations what the document has, as verb and path */
export function endpointNotInDocument(property: string, endpoint: string, operations: readonly string[]): Finding[] {
  return [
    endpointNotInDocumentRule.finding({
      property,
      found: endpoint,
      allowed: operations.join(", ") || "nothing: the document has no operation",
      change: "Correct the path or the verb, or give the endpoint an integration.",
    }),
  ];
}
