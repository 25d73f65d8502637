import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const missingRefRule = defineRule({
  id: "edge/missing-ref",
  severity: Severity.WARNING,
  cause: "a rule without a ref is known by its place only",
  explanation:
    "When a rule is added or moved, every rule after it gets another id: plans show changes that are none, and logs and statistics of the rules begin anew.",
  source: "https://developers.cloudflare.com/terraform/troubleshooting/rule-id-changes/",
});

export function missingRef(property: string): Finding[] {
  return [
    missingRefRule.finding({
      property,
      found: undefined,
      allowed: "a ref for each rule of a ruleset with several",
      change: "Give every rule a ref that stays.",
    }),
  ];
}
