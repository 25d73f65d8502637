import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const settingWithoutClusterRule = defineRule({
  id: "gateway/setting-without-cluster",
  severity: Severity.WARNING,
  cause: "the stage has no cache cluster",
  explanation: "Without a cluster nothing is cached, whatever the settings of its methods say.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

/** @param stage the stage that the setting is for */
export function settingWithoutCluster(property: string, stage: string): Finding[] {
  return [
    settingWithoutClusterRule.finding({
      property,
      found: true,
      allowed: `caching on a stage whose cluster is on; ${stage} has none`,
      change: "Set cache_cluster_enabled and cache_cluster_size on the stage, or switch the caching off.",
    }),
  ];
}
