import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const siblingPathParametersRule = defineRule({
  id: "gateway/sibling-path-parameters",
  severity: Severity.ERROR,
  cause: "two path parameters of different names stand in the same place",
  explanation: "API Gateway allows one variable path part below a resource.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html",
});

/** @param sibling the segment that stands there already */
export function siblingPathParameters(property: string, segment: string, sibling: string): Finding[] {
  return [
    siblingPathParametersRule.finding({
      property,
      found: segment,
      allowed: sibling,
      change: "Use the same parameter name for the same place of the path.",
    }),
  ];
}
