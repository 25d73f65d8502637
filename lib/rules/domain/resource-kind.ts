import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const resourceKindRule = defineRule({
  id: "domain/resource-kind",
  severity: Severity.ERROR,
  cause: "this resource cannot be such a domain",
  explanation: "Of the two resources that Terraform has, aws_apigatewayv2_domain_name makes regional domains only.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_domain_name",
});

/** @param allowed the resources that can */
export function resourceKind(property: string, found: string, allowed: readonly string[]): Finding[] {
  if (allowed.includes(found)) return [];
  return [
    resourceKindRule.finding({
      property,
      found,
      allowed: allowed.join(" or "),
      change: "Leave it out, or set endpointType to REGIONAL.",
    }),
  ];
}
