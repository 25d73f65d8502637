import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const multiValueKeyRule = defineRule({
  id: "gateway/multi-value-key",
  severity: Severity.ERROR,
  cause: "API Gateway takes no multi-value query string or header as a cache key",
  explanation:
    'It answers "Invalid mapping expression specified" for method.request.multivaluequerystring and multivalueheader.',
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/70",
});

export function multiValueKey(property: string, found: unknown, hint: string): Finding[] {
  return [multiValueKeyRule.finding({ property, found, allowed: "parameters with one value", change: hint })];
}
