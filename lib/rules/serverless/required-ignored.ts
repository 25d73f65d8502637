import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const requiredIgnoredRule = defineRule({
  id: "serverless/required-ignored",
  severity: Severity.WARNING,
  cause: "the plugin does not read this key, and it is not read here either",
  explanation: "A parameter that becomes required refuses the requests that leave it out, which are answered today.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/133",
});

export function requiredIgnored(property: string): Finding[] {
  return [
    requiredIgnoredRule.finding({
      property,
      found: true,
      allowed: "a cache key without required, or with required: false",
      change: "Remove it; a parameter is required by request.parameters of the event, and a validator.",
    }),
  ];
}
