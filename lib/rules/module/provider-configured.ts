import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const providerConfiguredRule = defineRule({
  id: "module/provider-configured",
  severity: Severity.ERROR,
  cause: "the provider of a module is configured by the root that calls it",
  explanation:
    "The module is written without provider blocks, so these options would be lost. With them it could not be called with for_each, count or depends_on, nor be removed before its resources are destroyed.",
  source: "https://developer.hashicorp.com/terraform/language/modules/develop/providers",
});

/** @param options their names only: a value may be a secret */
export function providerConfigured(property: string, options: readonly string[]): Finding[] {
  return [
    providerConfiguredRule.finding({
      property,
      found: options,
      allowed: "alias, and no other option",
      change: "Write the options into the provider block of the root.",
    }),
  ];
}
