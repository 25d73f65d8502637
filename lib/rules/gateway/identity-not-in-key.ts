import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";
import { FoundKeys } from "./unkeyed-path-parameter";

export const identityNotInKeyRule = defineRule({
  id: "gateway/identity-not-in-key",
  severity: Severity.WARNING,
  cause: "the endpoint asks who is calling, and the cache key does not",
  explanation:
    "The cache answers after the authorizer has said yes: the first caller's answer is served to every other caller who is let in.",
  source: "https://github.com/DianaIonita/serverless-api-gateway-caching/issues/137",
});

/** @param authorization the authorization type of the method */
export function identityNotInKey(keys: FoundKeys, path: string, authorization: string): Finding[] {
  return [
    identityNotInKeyRule.finding({
      ...keys,
      allowed: `the caller's identity among the keys of ${path}, which has the authorization ${authorization}`,
      change:
        'Add what the authorizer reads, such as CacheKey.header("Authorization"), or CacheKey.context("authorizer.principalId"); or acknowledge the warning if the answer is the same for every caller.',
    }),
  ];
}
