import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const duplicateHostRule = defineRule({
  id: "edge/duplicate-host",
  severity: Severity.ERROR,
  cause: "the app declares this host already",
  explanation: "A name has one record, one cache and one origin: the second record is refused with error 81053.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/4973",
});

/** @param other the construct path of the first one */
export function duplicateHost(property: string, host: string, other: string): Finding[] {
  return [
    duplicateHostRule.finding({
      property,
      found: host,
      allowed: `one EdgeHost for a host; the other is ${other}`,
      change: "Remove one. An API in a second region needs a host of its own: a proxied record has one target.",
    }),
  ];
}
