import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const noCachedEndpointRule = defineRule({
  id: "gateway/no-cached-endpoint",
  severity: Severity.WARNING,
  cause: "the cache cluster is on and no endpoint is cached",
  explanation: "A cache cluster is paid by the hour, whether anything is in it or not.",
  source: "https://aws.amazon.com/api-gateway/pricing/",
});

export function noCachedEndpoint(property: string): Finding[] {
  return [
    noCachedEndpointRule.finding({
      property,
      found: true,
      allowed: "at least one cached endpoint beside the cluster",
      change: "Add a cached endpoint, or write enabled: false.",
    }),
  ];
}
