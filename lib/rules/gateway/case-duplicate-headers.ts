import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const caseDuplicateHeadersRule = defineRule({
  id: "gateway/case-duplicate-headers",
  severity: Severity.ERROR,
  cause: "two keys write the same header of the integration request",
  explanation:
    "On an integration that is no Lambda proxy both are mapped to one header of the integration request, and API Gateway answers 500.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/109",
});

/** @param other the spelling that is there already */
export function caseDuplicateHeaders(property: string, header: string, other: string): Finding[] {
  return [
    caseDuplicateHeadersRule.finding({
      property,
      found: header,
      allowed: `one spelling of ${other}`,
      change: "Remove one of the two.",
    }),
  ];
}
