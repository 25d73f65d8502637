import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keysWithoutDeploymentRule = defineRule({
  id: "gateway/keys-without-deployment",
  severity: Severity.ERROR,
  cause: "the cache keys would never be deployed",
  explanation: "Keys work only in a deployment made after them; without one the endpoint is cached without its keys.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/updating-api.html",
});

export function keysWithoutDeployment(property: string): Finding[] {
  return [
    keysWithoutDeploymentRule.finding({
      property,
      found: undefined,
      allowed: "the ApiGatewayDeployment that the stage serves",
      change: "Pass deployment, so that a change of a key redeploys the API before it is cached.",
    }),
  ];
}
