import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const resourcePolicyNeedsDeclaredApiRule = defineRule({
  id: "domain/resource-policy-needs-declared-api",
  severity: Severity.ERROR,
  cause: "the API is not declared in this stack",
  explanation:
    "A resource policy names the API's own ARN and takes effect with its next deployment; from another stack neither can be had.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html",
});

export function resourcePolicyNeedsDeclaredApi(property: string): Finding[] {
  return [
    resourcePolicyNeedsDeclaredApiRule.finding({
      property,
      found: "an API of another configuration",
      allowed: "a CachedRestApi, or ApiStage.rest(stage), of the same stack",
      change: "Put the policy into the stack that declares the API.",
    }),
  ];
}
