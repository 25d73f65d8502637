import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unknownProviderRule = defineRule({
  id: "module/unknown-provider",
  severity: Severity.ERROR,
  cause: "the module has no provider of this name",
  explanation: "The version of a misspelt provider would be ignored, and the provider itself left without one.",
  source: "This library",
});

/** @param names the providers that are declared in the module */
export function unknownProvider(property: string, found: string, names: readonly string[]): Finding[] {
  return [
    unknownProviderRule.finding({
      property,
      found,
      allowed: names.length === 0 ? "none: no provider is declared in the module" : names.join(", "),
      change: "Correct the name, or declare the provider in the module.",
    }),
  ];
}
