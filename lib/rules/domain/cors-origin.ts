import { Finding, Severity } from "../finding";
import { IsUnknown, whenKnown } from "../known";
import { defineRule } from "../rule";

export const corsOriginRule = defineRule({
  id: "domain/cors-origin",
  severity: Severity.ERROR,
  cause: "it is no origin of a page",
  explanation:
    "A browser sends the scheme, the host and the port of a page and nothing else; an origin with a path, or without a scheme, never matches.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
});

export function checkCorsOrigins(
  property: string,
  origins: readonly string[] | undefined,
  isUnknown: IsUnknown,
): Finding[] {
  return (origins ?? []).flatMap((origin, index) =>
    whenKnown(origin, isUnknown, (text) => checkOrigin(`${property}[${index}]`, text)),
  );
}

function checkOrigin(property: string, origin: string): Finding[] {
  if (origin === "*" || /^(https?):\/\/[a-z0-9*][a-z0-9.-]*(:\d{1,5})?$/.test(origin)) return [];
  return [
    corsOriginRule.finding({
      property,
      found: origin,
      allowed: 'an origin such as "https://www.example.com" in lower case, or "*"',
      change: "Give the scheme, the host and the port, and nothing after them.",
    }),
  ];
}
