import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const documentHasOperationRule = defineRule({
  id: "gateway/document-has-operation",
  severity: Severity.ERROR,
  cause: "the OpenAPI document describes this operation already",
  explanation:
    "Of an operation in the document only the integration and the caching are taken from the endpoint; anything else would be ignored.",
  source: "This library",
});

export function documentHasOperation(property: string, found: unknown): Finding[] {
  return [
    documentHasOperationRule.finding({
      property,
      found,
      allowed: "method, path, integration and cache for an operation of the document",
      change: "Say it in the document, or in definitionOverrides.",
    }),
  ];
}
