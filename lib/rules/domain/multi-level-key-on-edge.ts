import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const multiLevelKeyOnEdgeRule = defineRule({
  id: "domain/multi-level-key-on-edge",
  severity: Severity.ERROR,
  cause: "an edge-optimized domain has paths of one level only",
  explanation: "Only regional domains with TLS 1.2 can map a path with a slash in it.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
});

export function multiLevelKeyOnEdge(property: string, key: string): Finding[] {
  return [
    multiLevelKeyOnEdgeRule.finding({
      property,
      found: key,
      allowed: "a path without a slash, or endpointType REGIONAL",
      change: "Set endpointType to REGIONAL, or map a path of one level.",
    }),
  ];
}
