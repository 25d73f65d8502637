import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const csrAndKeyRule = defineRule({
  id: "certificate/csr-and-key",
  severity: Severity.ERROR,
  cause: "a signing request of one's own comes with its private key, and without what makes a new key",
  explanation:
    "ACM needs the private key that belongs to the request. Where both are given no key is made, so that nothing could be rotated.",
  source: "https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/",
});

export function csrAndKey(property: string, found: unknown, allowed: string, change: string): Finding[] {
  return [csrAndKeyRule.finding({ property, found, allowed, change })];
}
