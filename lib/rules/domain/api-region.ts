import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const apiRegionRule = defineRule({
  id: "domain/api-region",
  severity: Severity.ERROR,
  cause: "the API is in another region than the domain",
  explanation: "A domain maps APIs of its own region: API Gateway does not find the other in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

/** @param region of the API, @param wanted that of the domain; undefined where it is not known */
export function apiRegion(property: string, region: string | undefined, wanted: string | undefined): Finding[] {
  if (region === undefined || wanted === undefined || region === wanted) return [];
  return [
    apiRegionRule.finding({
      property,
      found: `an API in ${region}`,
      allowed: `APIs in ${wanted}, the region of the domain`,
      change: `Give the domain the AWS provider of ${region}; an API in two regions has a domain in each.`,
    }),
  ];
}
