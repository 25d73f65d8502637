import { sortedHostnames } from "../../domain/core/hostname";
import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostnamesUnsortedRule = defineRule({
  id: "certificate/hostnames-unsorted",
  severity: Severity.ERROR,
  cause: "the names are not as Cloudflare returns them",
  explanation:
    "Cloudflare returns the names of an Origin CA certificate in lower case, as punycode, once each and sorted. Any other list differs from that, so that every plan replaces the certificate and every apply revokes one.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/6239",
});

/** Judges the `hostnames` of a `cloudflare_origin_ca_certificate` that somebody wrote by hand. */
export function hostnamesUnsorted(property: string, hostnames: readonly string[]): Finding[] {
  const sorted = sortedHostnames(hostnames);
  if (sorted.length === hostnames.length && sorted.every((hostname, index) => hostname === hostnames[index])) return [];
  return [
    hostnamesUnsortedRule.finding({
      property,
      found: hostnames,
      allowed: JSON.stringify(sorted),
      change: "Write the names in this form and order, or use OriginCaCertificate, which does.",
    }),
  ];
}
