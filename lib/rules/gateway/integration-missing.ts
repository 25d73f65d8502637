import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const integrationMissingRule = defineRule({
  id: "gateway/integration-missing",
  severity: Severity.ERROR,
  cause: "the endpoint has no integration",
  explanation: "API Gateway refuses to deploy a method without an integration.",
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html",
});

export function integrationMissing(property: string): Finding[] {
  return [
    integrationMissingRule.finding({
      property,
      found: undefined,
      allowed: "an integration, here or in the document",
      change: "Add RestIntegration.lambdaProxy(), .aws(), .http(), .httpProxy() or .mock().",
    }),
  ];
}
