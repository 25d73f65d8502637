import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const implicitEdgeTtlRule = defineRule({
  id: "edge/implicit-edge-ttl",
  severity: Severity.WARNING,
  cause: "answers whose time the origin does not say are kept nevertheless",
  explanation:
    "Cloudflare keeps 200 for 2 hours and 404 for 3 minutes if there is no Cache-Control, also for requests with a cookie: an API that forgets the header serves old answers, or those of another user.",
  source: "https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/",
});

export function implicitEdgeTtl(property: string, found: unknown): Finding[] {
  return [
    implicitEdgeTtlRule.finding({
      property,
      found,
      allowed: "OriginTtl.BYPASS_BY_DEFAULT, with which only answers with Cache-Control are kept",
      change:
        found === undefined
          ? "Leave strictTls out, since a page rule cannot say it; or acknowledge the warning if every answer of the API has Cache-Control."
          : "Leave the option out; or acknowledge the warning if every answer of the API has Cache-Control.",
    }),
  ];
}
