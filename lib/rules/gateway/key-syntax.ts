import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keySyntaxRule = defineRule({
  id: "gateway/key-syntax",
  severity: Severity.ERROR,
  cause: "this is no cache key parameter",
  explanation:
    'API Gateway answers "Invalid mapping expression specified" or "Invalid cache key parameter specified", in the middle of an apply.',
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

/** @param hint what to write instead */
export function keySyntax(property: string, found: unknown, hint: string): Finding[] {
  return [
    keySyntaxRule.finding({
      property,
      found,
      allowed:
        "request.path.NAME, request.querystring.NAME, request.header.NAME, or integration.request.LOCATION.NAME with mappedFrom",
      change: hint,
    }),
  ];
}
