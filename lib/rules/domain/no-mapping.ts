import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const noMappingRule = defineRule({
  id: "domain/no-mapping",
  severity: Severity.ERROR,
  cause: "the domain serves no API",
  explanation: "API Gateway answers every request to a domain without a mapping with 403 Forbidden.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

export function noMapping(property: string): Finding[] {
  return [
    noMappingRule.finding({
      property,
      found: undefined,
      allowed: "api for everything, mappings for paths, or both",
      change: "Give api, or at least one mapping.",
    }),
  ];
}
