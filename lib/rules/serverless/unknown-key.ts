import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unknownKeyRule = defineRule({
  id: "serverless/unknown-key",
  severity: Severity.ERROR,
  cause: "neither the framework nor the caching plugin has such a key here",
  explanation:
    "The Serverless plugin ignores a misspelt key in silence: the endpoint gets the default, or is not cached at all. The framework warns at most: the endpoint may be open to everybody.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/127",
});

/** @param change what to write instead */
export function unknownKey(property: string, found: unknown, allowed: readonly string[], change: string): Finding[] {
  return [unknownKeyRule.finding({ property, found, allowed: allowed.join(", "), change })];
}
