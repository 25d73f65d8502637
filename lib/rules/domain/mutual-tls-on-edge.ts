import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const mutualTlsOnEdgeRule = defineRule({
  id: "domain/mutual-tls-on-edge",
  severity: Severity.ERROR,
  cause: "mutual TLS works on regional domains only",
  explanation:
    "CloudFront would end the connection before API Gateway; AWS refuses the domain in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

export function mutualTlsOnEdge(property: string, endpointType: string): Finding[] {
  return [
    mutualTlsOnEdgeRule.finding({
      property,
      found: endpointType,
      allowed: "endpointType REGIONAL",
      change: "Leave endpointType out, or mutualTls.",
    }),
  ];
}
