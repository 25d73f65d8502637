import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const certificateRegionRule = defineRule({
  id: "domain/certificate-region",
  severity: Severity.ERROR,
  cause: "the certificate is in another region than the domain takes it from",
  explanation:
    "A regional domain takes its certificate from its own region, an edge-optimized one from us-east-1; any other is refused in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains-prerequisites.html",
});

export function certificateRegion(property: string, found: string, wanted: string): Finding[] {
  if (found === wanted) return [];
  return [
    certificateRegionRule.finding({
      property,
      found,
      allowed: wanted,
      change: `Give the certificate the AWS provider of ${wanted}, or make it there.`,
    }),
  ];
}
