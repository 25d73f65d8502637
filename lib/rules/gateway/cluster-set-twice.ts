import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const clusterSetTwiceRule = defineRule({
  id: "gateway/cluster-set-twice",
  severity: Severity.ERROR,
  cause: "the stage already says something else about its cache cluster",
  explanation: "Two places that set one attribute hide each other.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage",
});

export function clusterSetTwice(property: string, found: unknown, decided: unknown): Finding[] {
  if (found === undefined || found === decided) return [];
  return [
    clusterSetTwiceRule.finding({
      property,
      found,
      allowed: String(decided ?? "not set"),
      change: "Leave it out of the stage: StageCache sets it.",
    }),
  ];
}
