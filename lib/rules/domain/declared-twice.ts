import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const declaredTwiceRule = defineRule({
  id: "domain/declared-twice",
  severity: Severity.ERROR,
  cause: "the app declares the domain twice in one region",
  explanation: "An account has a custom domain name once in a region; the second one fails in the middle of an apply.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html",
});

/** @param first the construct path of the first one */
export function declaredTwice(property: string, name: string, first: string): Finding[] {
  return [
    declaredTwiceRule.finding({
      property,
      found: name,
      allowed: `one ApiDomain for the name; it is ${first}`,
      change: "Put the mappings of both into one, or use ApiDomain.fromDomainName for the second.",
    }),
  ];
}
