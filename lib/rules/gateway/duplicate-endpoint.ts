import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateEndpointRule = defineRule({
  id: "gateway/duplicate-endpoint",
  severity: Severity.ERROR,
  cause: "the same path and verb is there twice",
  explanation:
    "Two method settings for one path and verb overwrite each other, and destroying one of them removes both.",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/9738",
});

/** @param other the property that names the endpoint first */
export function duplicateEndpoint(property: string, endpoint: string, other: string): Finding[] {
  return [
    duplicateEndpointRule.finding({
      property,
      found: endpoint,
      allowed: `one entry for ${endpoint} on the stage`,
      change: `Remove it, or merge it into ${other}.`,
    }),
  ];
}
