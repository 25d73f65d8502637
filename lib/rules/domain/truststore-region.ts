import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const truststoreRegionRule = defineRule({
  id: "domain/truststore-region",
  severity: Severity.ERROR,
  acknowledgeable: true,
  cause: "the trust store is in another region than the domain",
  explanation:
    "AWS documents no trust store in a bucket of another region. What API Gateway does not read it refuses in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
});

/** @param region of the trust store, @param wanted that of the domain; undefined where it is not known */
export function truststoreRegion(property: string, region: string | undefined, wanted: string | undefined): Finding[] {
  if (region === undefined || wanted === undefined || region === wanted) return [];
  return [
    truststoreRegionRule.finding({
      property,
      found: region,
      allowed: `${wanted}, the region of the domain`,
      change: `Make a trust store with the AWS provider of ${wanted}; AuthenticatedOriginPulls with manageZone false makes a second one.`,
    }),
  ];
}
