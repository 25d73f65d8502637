import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const overrideSkipsAuthorizerRule = defineRule({
  id: "front/override-skips-authorizer",
  severity: Severity.ERROR,
  acknowledgeable: true,
  cause: "the edge keeps the answer for everybody, and the endpoint does not answer everybody",
  explanation:
    "With a time of its own the edge keeps the answer to whoever was let in first, also one that says private, and gives it to everyone who asks for the URL: the authorizer and the API key are not asked any more.",
  source: "https://developers.cloudflare.com/cache/how-to/cache-rules/settings/",
});

/** @param ignored by what the endpoint tells its callers apart and the edge does not, such as `header X-Token` */
export function overrideSkipsAuthorizer(property: string, endpoint: string, ignored: readonly string[]): Finding[] {
  if (ignored.length === 0) return [];
  return [
    overrideSkipsAuthorizerRule.finding({
      property,
      found: `${endpoint}: ${ignored.join(", ")}`,
      allowed: "a ttlSeconds for paths that answer everybody alike",
      change: "Pass such requests on with bypass.paths or bypass.headers, or leave the time to the origin.",
    }),
  ];
}
