import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const ruleAfterReadRule = defineRule({
  id: "edge/rule-after-read",
  severity: Severity.ERROR,
  cause: "the rules of the phase had been taken already",
  explanation: "The ruleset that they were put into would lack the new one.",
  source: "This library",
});

export function ruleAfterRead(property: string, phase: string): Finding[] {
  return [
    ruleAfterReadRule.finding({
      property,
      found: "external",
      allowed: `hosts and rules that are declared before the rules for ${phase} are taken`,
      change: "Call zone.rules(...) after the last host and the last rule.",
    }),
  ];
}
