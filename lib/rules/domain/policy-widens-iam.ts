import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const policyWidensIamRule = defineRule({
  id: "domain/policy-widens-iam",
  severity: Severity.ERROR,
  acknowledgeable: true,
  cause: "the policy lets callers in whom IAM would refuse",
  explanation:
    "For callers of the API's own account AWS takes the permission of the resource policy or of the caller: a policy that allows everybody lets every principal of the account call, also without a permission of its own.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html",
});

/** @param endpoint one that IAM guards, such as `GET /me` */
export function policyWidensIam(property: string, endpoint: string): Finding[] {
  return [
    policyWidensIamRule.finding({
      property,
      found: `${endpoint}, which IAM guards`,
      allowed: "REST APIs without an IAM authorizer",
      change: "Use mutual TLS with AuthenticatedOriginPulls instead, or another authorizer.",
    }),
  ];
}
