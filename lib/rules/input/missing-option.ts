import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const missingOptionRule = defineRule({
  id: "input/missing-option",
  severity: Severity.ERROR,
  cause: "the option is required",
  explanation: "Without it there is nothing to render.",
  source: "This library",
});

export function missingOption(property: string, allowed: string): Finding {
  return missingOptionRule.finding({ property, found: undefined, allowed, change: `Give ${allowed}.` });
}
