import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const endpointTypeRule = defineRule({
  id: "domain/endpoint-type",
  severity: Severity.ERROR,
  cause: "a public domain is regional or edge-optimized",
  explanation: "A private domain is reached from a VPC only, never from Cloudflare; any other value is refused by AWS.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

export function endpointType(property: string, type: string): Finding[] {
  if (type === "REGIONAL" || type === "EDGE") return [];
  return [
    endpointTypeRule.finding({
      property,
      found: type,
      allowed: "REGIONAL or EDGE",
      change: "Leave it out for REGIONAL.",
    }),
  ];
}
