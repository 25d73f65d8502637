import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";
import { CLUSTER_SIZES } from "./cluster-size";

export const clusterWithoutSizeRule = defineRule({
  id: "gateway/cluster-without-size",
  severity: Severity.WARNING,
  cause: "API Gateway chooses a size, which Terraform then wants to take away at every plan",
  explanation:
    'The provider reads the size of the cluster back and compares it with none: no plan is ever empty, and the next apply asks API Gateway for a cluster of size "", which there is not.',
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage",
});

export function clusterWithoutSize(property: string): Finding[] {
  return [
    clusterWithoutSizeRule.finding({
      property,
      found: undefined,
      allowed: CLUSTER_SIZES.join(", "),
      change: 'Write the size that the cluster has; API Gateway chooses "0.5".',
    }),
  ];
}
