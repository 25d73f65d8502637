import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const stageCachedTwiceRule = defineRule({
  id: "gateway/stage-cached-twice",
  severity: Severity.ERROR,
  cause: "the stage has a StageCache already",
  explanation:
    "There is one cluster and one set of defaults for a stage; two owners would overwrite each other at every apply.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage",
});

/** @param other the construct path of the first one */
export function stageCachedTwice(property: string, other: string): Finding[] {
  return [
    stageCachedTwiceRule.finding({
      property,
      found: `cached by ${other}`,
      allowed: "one StageCache for a stage",
      change: "Put all its endpoints into one, or use StageCache.shared.",
    }),
  ];
}
