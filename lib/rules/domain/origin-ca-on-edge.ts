import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const originCaOnEdgeRule = defineRule({
  id: "domain/origin-ca-on-edge",
  severity: Severity.ERROR,
  cause: "an edge-optimized domain takes no certificate of Cloudflare's Origin CA",
  explanation:
    "CloudFront, which an edge-optimized domain stands behind, refuses a certificate that is not issued by a publicly trusted authority.",
  source: "https://github.com/amplify-education/serverless-domain-manager/issues/440",
});

export function originCaOnEdge(property: string): Finding[] {
  return [
    originCaOnEdgeRule.finding({
      property,
      found: "a certificate of the Origin CA",
      allowed: "an IssuedCertificate in us-east-1, or an imported one of a public authority",
      change: "Leave endpointType out (REGIONAL: Cloudflare is the edge), or use an IssuedCertificate.",
    }),
  ];
}
