import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const cacheWithoutSectionRule = defineRule({
  id: "serverless/cache-without-section",
  severity: Severity.WARNING,
  cause: "the service has no custom.apiGatewayCaching, so that nothing of it is cached",
  explanation: "Without its section the plugin sends nothing to API Gateway, and says nothing of it.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching#quick-start",
});

export function cacheWithoutSection(property: string, found: unknown): Finding[] {
  return [
    cacheWithoutSectionRule.finding({
      property,
      found,
      allowed: "caching in a service that has custom.apiGatewayCaching",
      change: "Write custom.apiGatewayCaching with enabled: true, or enabled: false here.",
    }),
  ];
}
