import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const requestParameterSyntaxRule = defineRule({
  id: "gateway/request-parameter-syntax",
  severity: Severity.ERROR,
  cause: "this is no method request parameter",
  explanation: 'API Gateway answers "Invalid mapping expression specified", in the middle of an apply.',
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html",
});

export function requestParameterSyntax(property: string, found: string): Finding[] {
  return [
    requestParameterSyntaxRule.finding({
      property,
      found,
      allowed: "method.request.path.NAME, method.request.querystring.NAME or method.request.header.NAME",
      change: "Correct the name.",
    }),
  ];
}
