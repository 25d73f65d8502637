import { coversHost } from "../../domain/core/hostname-cover";
import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

const MOST_LISTED = 10;

export const doesNotCoverHostRule = defineRule({
  id: "certificate/does-not-cover-host",
  severity: Severity.ERROR,
  cause: "the certificate does not cover the host",
  explanation:
    "Cloudflare answers every request with 526 where the origin's certificate has another name. A wildcard covers exactly one label: *.example.com covers neither example.com nor a.b.example.com.",
  source:
    "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/",
});

/** @param hostnames the names of the certificate; undefined where they are not known, so that nothing can be said */
export function doesNotCoverHost(property: string, host: string, hostnames: readonly string[] | undefined): Finding[] {
  if (hostnames === undefined || coversHost(hostnames, host)) return [];
  return [
    doesNotCoverHostRule.finding({
      property,
      found: host,
      allowed: `hosts that the certificate covers: ${listed(hostnames)}`,
      change: `Add ${host} to the certificate's names, or use a certificate that has it.`,
    }),
  ];
}

function listed(hostnames: readonly string[]): string {
  const first = hostnames.slice(0, MOST_LISTED).join(", ") || "none";
  return hostnames.length > MOST_LISTED ? `${first} and ${hostnames.length - MOST_LISTED} more` : first;
}
