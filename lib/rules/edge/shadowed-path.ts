import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const shadowedPathRule = defineRule({
  id: "edge/shadowed-path",
  severity: Severity.ERROR,
  cause: "another entry decides for all requests of this path",
  explanation:
    "Where several entries match, the last one wins, and what is not cached wins over all others: this one would never apply.",
  source: "https://developers.cloudflare.com/cache/how-to/cache-rules/order/",
});

export function shadowedPath(property: string, path: string, other: string): Finding[] {
  return [
    shadowedPathRule.finding({
      property,
      found: path,
      allowed: `a path that ${other} does not cover`,
      change: "Write the general path first and the particular one after it, or remove one of them.",
    }),
  ];
}
