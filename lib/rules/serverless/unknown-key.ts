import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unknownKeyRule = defineRule({
  id: "serverless/unknown-key",
  severity: Severity.ERROR,
  cause: "the caching plugin has no such key here",
  explanation:
    "The Serverless plugin ignores a misspelt key in silence: the endpoint gets the default, or is not cached at all.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/127",
});

/** @param change what to write instead */
export function unknownKey(property: string, found: unknown, allowed: readonly string[], change: string): Finding[] {
  return [unknownKeyRule.finding({ property, found, allowed: allowed.join(", "), change })];
}
