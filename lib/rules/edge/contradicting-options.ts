import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const contradictingOptionsRule = defineRule({
  id: "edge/contradicting-options",
  severity: Severity.ERROR,
  cause: "the two options contradict each other",
  explanation: "One of them would be ignored.",
  source: "This library",
});

export function contradictingOptions(property: string, found: unknown, other: string): Finding[] {
  return [
    contradictingOptionsRule.finding({
      property,
      found,
      allowed: `this option, or ${other}, but not both`,
      change: "Remove one of them.",
    }),
  ];
}
