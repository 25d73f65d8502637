import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clusterSizeRule = defineRule({
  id: "gateway/cluster-size",
  severity: Severity.ERROR,
  cause: "API Gateway has no cache cluster of this size",
  explanation: "The sizes are fixed, and written as text.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage",
});

/** The sizes of a cache cluster, in GB. */
export const CLUSTER_SIZES: readonly string[] = ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"];

export function clusterSize(property: string, size: string): Finding[] {
  if (CLUSTER_SIZES.includes(size)) return [];
  return [
    clusterSizeRule.finding({
      property,
      found: size,
      allowed: CLUSTER_SIZES.join(", "),
      change: "Take the next larger size.",
    }),
  ];
}
