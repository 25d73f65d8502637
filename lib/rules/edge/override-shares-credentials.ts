import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const overrideSharesCredentialsRule = defineRule({
  id: "edge/override-shares-credentials",
  severity: Severity.ERROR,
  cause: "answers to requests with credentials are kept against the origin's word, and served to others",
  explanation:
    "A TTL that replaces the origin's keeps answers marked private or no-store too, and neither Authorization nor cookies are part of the key: one user's data is served to another.",
  source: "https://developers.cloudflare.com/cache/concepts/cache-control/",
  acknowledgeable: true,
});

export function overrideSharesCredentials(property: string, found: unknown): Finding[] {
  return [
    overrideSharesCredentialsRule.finding({
      property,
      found,
      allowed: "true where a TTL replaces the origin's",
      change: "Leave the option out; or, if the answers are the same for every caller, say so in acknowledgements.",
    }),
  ];
}
