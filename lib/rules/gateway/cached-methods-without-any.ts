import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const cachedMethodsWithoutAnyRule = defineRule({
  id: "gateway/cached-methods-without-any",
  severity: Severity.ERROR,
  cause: "only an ANY method lets the cached verbs be chosen",
  explanation: "On a method of one verb there is nothing to choose.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

export function cachedMethodsWithoutAny(property: string, found: unknown, verb: string): Finding[] {
  return [
    cachedMethodsWithoutAnyRule.finding({
      property,
      found,
      allowed: "cachedMethods on an endpoint whose method is ANY",
      change: `Remove it: ${verb} itself is what is cached.`,
    }),
  ];
}
