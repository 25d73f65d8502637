import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const integrationNotGivenRule = defineRule({
  id: "serverless/integration-not-given",
  severity: Severity.ERROR,
  cause: "nobody says which backend answers",
  explanation: "What serverless.yml has is the code of a function, not the function that Terraform knows.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_integration",
});

export function integrationNotGiven(property: string, name: string): Finding[] {
  return [
    integrationNotGivenRule.finding({
      property,
      found: undefined,
      allowed: "a RestIntegration for every function with http events, and for every additional endpoint",
      change: `Give integrations[${JSON.stringify(name)}].`,
    }),
  ];
}
