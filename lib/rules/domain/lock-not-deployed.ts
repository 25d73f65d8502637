import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const lockNotDeployedRule = defineRule({
  id: "domain/lock-not-deployed",
  severity: Severity.WARNING,
  cause: "what closes the API takes effect with its next deployment, and none follows",
  explanation:
    "That the address of an API is closed, and its resource policy, reach callers only with a new deployment; the one that the stage serves is not declared in its stack.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
});

export function lockNotDeployed(property: string): Finding[] {
  return [
    lockNotDeployedRule.finding({
      property,
      found: "a stage without a deployment in its stack",
      allowed: "a stage whose deployment is declared beside it",
      change: "Deploy the API after the apply, and acknowledge this.",
    }),
  ];
}
