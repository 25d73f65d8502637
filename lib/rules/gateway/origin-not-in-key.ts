import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";
import { FoundKeys } from "./unkeyed-path-parameter";

export const originNotInKeyRule = defineRule({
  id: "gateway/origin-not-in-key",
  severity: Severity.WARNING,
  cause: "the answer depends on the Origin header and the cache key does not",
  explanation:
    "The cached answer carries the Access-Control-Allow-Origin of whoever asked first, and the browsers of all others refuse it.",
  source: "https://github.com/serverless/serverless/issues/4270",
});

export function originNotInKey(keys: FoundKeys, path: string): Finding[] {
  return [
    originNotInKeyRule.finding({
      ...keys,
      allowed: `Origin among the keys of ${path}, or "*" as the only origin that CORS allows`,
      change: 'Add CacheKey.header("Origin"), or acknowledge the warning if the answer always carries the same header.',
    }),
  ];
}
