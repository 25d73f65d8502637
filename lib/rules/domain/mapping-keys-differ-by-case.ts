import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const mappingKeysDifferByCaseRule = defineRule({
  id: "domain/mapping-keys-differ-by-case",
  severity: Severity.WARNING,
  cause: "two paths of the domain differ by case only",
  explanation:
    "Paths are case-sensitive: the two are different APIs to API Gateway and to every cache, and the same one to many people.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

export function mappingKeysDifferByCase(property: string, key: string, other: string): Finding[] {
  return [
    mappingKeysDifferByCaseRule.finding({
      property,
      found: key,
      allowed: `a path that is not ${other} in other letters`,
      change: "Rename one of them.",
    }),
  ];
}
