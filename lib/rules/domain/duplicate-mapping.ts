import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateMappingRule = defineRule({
  id: "domain/duplicate-mapping",
  severity: Severity.ERROR,
  cause: "the path of the domain is mapped already",
  explanation: "A domain has one API for a path: the second apply is refused, or the one overwrites the other.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

/** @param first the property, or the construct path, that maps it already */
export function duplicateMapping(property: string, key: string, first: string): Finding[] {
  return [
    duplicateMappingRule.finding({
      property,
      found: key,
      allowed: `a path that ${first} has not`,
      change: key === "" ? "Give one of the two a path." : "Map one of the two to another path.",
    }),
  ];
}
