import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const methodNeverCachedRule = defineRule({
  id: "edge/method-never-cached",
  severity: Severity.ERROR,
  cause: "nothing but GET and HEAD is ever cached",
  explanation: "Cloudflare answers every other verb with cf-cache-status: DYNAMIC, whatever the rule says.",
  source: "https://developers.cloudflare.com/cache/concepts/default-cache-behavior/",
});

export function methodNeverCached(property: string, method: string): Finding[] {
  if (["GET", "HEAD"].includes(method.toUpperCase())) return [];
  return [
    methodNeverCachedRule.finding({
      property,
      found: method,
      allowed: "GET, HEAD",
      change: "Remove it; a POST that only reads can be cached by the stage of a REST API (StageCache).",
    }),
  ];
}
