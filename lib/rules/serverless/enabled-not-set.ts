import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const enabledNotSetRule = defineRule({
  id: "serverless/enabled-not-set",
  severity: Severity.WARNING,
  cause: "it does not say whether caching is on, and is taken for on",
  explanation:
    "The plugin does nothing at all without it in custom.apiGatewayCaching, and sends the text undefined for an endpoint. Here a cache that is described is meant.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching#quick-start",
});

export function enabledNotSet(property: string): Finding[] {
  return [
    enabledNotSetRule.finding({
      property,
      found: undefined,
      allowed: "true or false",
      change: "Write enabled: true, or enabled: false.",
    }),
  ];
}
