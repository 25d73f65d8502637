import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const proxiedTtlRule = defineRule({
  id: "edge/proxied-ttl",
  severity: Severity.ERROR,
  cause: "a proxied record has the TTL 1",
  explanation:
    "The provider refuses any other in the middle of an apply: the answer holds Cloudflare's addresses, and Cloudflare says for how long.",
  source: "https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/dns_record",
});

export function proxiedTtl(property: string, found: unknown): Finding[] {
  if (found === 1) return [];
  return [
    proxiedTtlRule.finding({
      property,
      found,
      allowed: "1, or none",
      change: "Leave the TTL out. How long an answer of the API is kept is said in cache.",
    }),
  ];
}
