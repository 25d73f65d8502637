import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const keyNotDeclaredRule = defineRule({
  id: "gateway/key-not-declared",
  severity: Severity.ERROR,
  cause: "a cache key has to be among the request parameters, too",
  explanation:
    'API Gateway answers "Invalid cache key parameter specified" or "Invalid mapping expression parameter specified", in the middle of an apply.',
  source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
});

/** @param parameters the property that lacks the key */
export function keyNotDeclared(property: string, name: string, parameters: string): Finding[] {
  return [
    keyNotDeclaredRule.finding({
      property,
      found: name,
      allowed: `keys that are in ${parameters}`,
      change: `Add ${name} there, or remove the key.`,
    }),
  ];
}
