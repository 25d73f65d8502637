import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unkeyedPathParameterRule = defineRule({
  id: "gateway/unkeyed-path-parameter",
  severity: Severity.ERROR,
  cause: "a path parameter of a cached endpoint is not in its cache key",
  explanation: "All values of the parameter share one entry: the answer for /cats/1 is served for /cats/2.",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/856",
});

/** The keys of an endpoint, and where the user wrote them. */
export interface FoundKeys {
  readonly property: string;
  readonly found: readonly string[];
}

/** @param parameter the parameter without its braces */
export function unkeyedPathParameter(keys: FoundKeys, path: string, parameter: string): Finding[] {
  return [
    unkeyedPathParameterRule.finding({
      ...keys,
      allowed: `every path parameter of ${path} among the keys`,
      change: `Add CacheKey.path(${JSON.stringify(parameter)}).`,
    }),
  ];
}
