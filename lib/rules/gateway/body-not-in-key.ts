import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";
import { FoundKeys } from "./unkeyed-path-parameter";

export const bodyNotInKeyRule = defineRule({
  id: "gateway/body-not-in-key",
  severity: Severity.WARNING,
  cause: "a verb that carries a body is cached without the body in the key",
  explanation: "Two requests with different bodies share one answer.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
});

export function bodyNotInKey(keys: FoundKeys, endpoint: string): Finding[] {
  return [
    bodyNotInKeyRule.finding({
      ...keys,
      allowed: `the body, or a part of it, among the keys of ${endpoint}`,
      change:
        "Add CacheKey.body() or CacheKey.bodyJsonPath(), or acknowledge the warning if the answer does not depend on the body.",
    }),
  ];
}
