import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const httpApiWithoutResourcePolicyRule = defineRule({
  id: "domain/http-api-without-resource-policy",
  severity: Severity.ERROR,
  cause: "HTTP APIs have no resource policy",
  explanation: "Nothing would keep other addresses out: only REST APIs can refuse a caller by its address.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html",
});

export function httpApiWithoutResourcePolicy(property: string): Finding[] {
  return [
    httpApiWithoutResourcePolicyRule.finding({
      property,
      found: "HTTP",
      allowed: "a REST API",
      change: "Use AuthenticatedOriginPulls and mutual TLS, which work with HTTP APIs.",
    }),
  ];
}
