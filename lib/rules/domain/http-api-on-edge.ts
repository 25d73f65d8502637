import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const httpApiOnEdgeRule = defineRule({
  id: "domain/http-api-on-edge",
  severity: Severity.ERROR,
  cause: "an edge-optimized domain serves REST APIs only",
  explanation: "HTTP APIs are regional: API Gateway refuses the mapping in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html",
});

export function httpApiOnEdge(property: string): Finding[] {
  return [
    httpApiOnEdgeRule.finding({
      property,
      found: "HTTP",
      allowed: "REST APIs under an EDGE domain, any API under a REGIONAL one",
      change: "Set endpointType to REGIONAL: Cloudflare is the edge.",
    }),
  ];
}
