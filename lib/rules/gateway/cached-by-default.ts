import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const cachedByDefaultRule = defineRule({
  id: "gateway/cached-by-default",
  severity: Severity.WARNING,
  cause: "every GET of the stage is cached that does not say otherwise",
  explanation:
    "A method that is added later is cached from its first day, with whatever keys it has: mostly none, so that one caller's answer is served to the next.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

export function cachedByDefault(property: string): Finding[] {
  return [
    cachedByDefaultRule.finding({
      property,
      found: true,
      allowed: "false for */*, and true for each method that is to be cached",
      change: "Switch caching off for */*, and on in a setting for each method that is to be cached.",
    }),
  ];
}
