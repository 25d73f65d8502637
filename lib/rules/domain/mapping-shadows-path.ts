import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const mappingShadowsPathRule = defineRule({
  id: "domain/mapping-shadows-path",
  severity: Severity.WARNING,
  cause: "the path hides a path of another API under the domain",
  explanation:
    "Requests go to the mapping with the longest path that matches, whatever the APIs have: the other API's own path is never asked through the domain.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html",
});

/**
 * @param path the hidden path as the other API has it
 * @param other the property of the other mapping
 */
export function mappingShadowsPath(property: string, key: string, path: string, other: string): Finding[] {
  return [
    mappingShadowsPathRule.finding({
      property,
      found: key,
      allowed: `a path that takes none away from ${other}, which has ${path}`,
      change: `Map it elsewhere, or take ${path} out of the other API.`,
    }),
  ];
}
