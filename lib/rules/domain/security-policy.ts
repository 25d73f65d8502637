import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const securityPolicyRule = defineRule({
  id: "domain/security-policy",
  severity: Severity.ERROR,
  cause: "the domain cannot have this security policy",
  explanation:
    "TLS 1.0 is not safe; HTTP APIs and mutual TLS work with TLS_1_2 only; and a policy whose name begins with SecurityPolicy_ is for the endpoint type that it is made for, with an endpoint access mode.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
});

export function securityPolicy(property: string, found: unknown, allowed: string, change: string): Finding[] {
  return [securityPolicyRule.finding({ property, found, allowed, change })];
}
