import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const resourcePolicySetTwiceRule = defineRule({
  id: "domain/resource-policy-set-twice",
  severity: Severity.ERROR,
  cause: "the API has a resource policy already",
  explanation:
    "An API has one policy: two owners overwrite each other at every apply, and one of them lets callers in.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_rest_api_policy",
});

/** @param first where the other one is */
export function resourcePolicySetTwice(property: string, first: string): Finding[] {
  return [
    resourcePolicySetTwiceRule.finding({
      property,
      found: first,
      allowed: "an API without another resource policy",
      change: "Take the other policy out, or write Cloudflare's addresses into it.",
    }),
  ];
}
