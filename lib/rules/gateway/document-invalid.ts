import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const documentInvalidRule = defineRule({
  id: "gateway/document-invalid",
  severity: Severity.ERROR,
  cause: "this is no OpenAPI document that API Gateway could import",
  explanation: "PutRestApi would refuse it in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html",
});

/** @param problem what is wrong, in words */
export function documentInvalid(property: string, found: unknown, problem: string): Finding[] {
  return [
    documentInvalidRule.finding({
      property,
      found,
      allowed: "an OpenAPI 3.0 or Swagger 2.0 document, as an object or a JSON or YAML file",
      change: `Correct the document: ${problem}.`,
    }),
  ];
}
