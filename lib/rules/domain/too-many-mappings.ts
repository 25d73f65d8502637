import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const MOST = 200;

export const tooManyMappingsRule = defineRule({
  id: "domain/too-many-mappings",
  severity: Severity.ERROR,
  cause: "a domain has no more than 200 paths of several levels",
  explanation: "API Gateway refuses the next one in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
});

/** @param count how many of the domain's paths have several levels */
export function tooManyMappings(property: string, count: number): Finding[] {
  if (count <= MOST) return [];
  return [
    tooManyMappingsRule.finding({
      property,
      found: count,
      allowed: `${MOST} mappings with a slash in their path, and any number of others`,
      change: "Spread the APIs over several domains, or over paths of one level.",
    }),
  ];
}
