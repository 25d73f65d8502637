import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const refusedValueRule = defineRule({
  id: "edge/refused-value",
  severity: Severity.ERROR,
  cause: "Cloudflare does not take this value",
  explanation: "The provider or Cloudflare would refuse it after the plan, in the middle of an apply.",
  source: "https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/ruleset",
});

export function refusedValue(property: string, found: unknown, allowed: string): Finding[] {
  return [refusedValueRule.finding({ property, found, allowed, change: "Give a value that is allowed." })];
}
