import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const corsCacheControlRule = defineRule({
  id: "serverless/cors-cache-control",
  severity: Severity.WARNING,
  cause: "the preflight answer of this library has no Cache-Control header",
  explanation:
    "A browser keeps a preflight answer for Access-Control-Max-Age, whatever Cache-Control says; only a cache before the API would read it.",
  source: "https://www.serverless.com/framework/docs/providers/aws/events/apigateway#enabling-cors",
});

export function corsCacheControl(property: string, found: unknown): Finding[] {
  return [
    corsCacheControlRule.finding({
      property,
      found,
      allowed: "cors without cacheControl",
      change: "Write maxAge for the browser, and remove it.",
    }),
  ];
}
