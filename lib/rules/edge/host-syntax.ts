import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostSyntaxRule = defineRule({
  id: "edge/host-syntax",
  severity: Severity.ERROR,
  cause: "this is no host name that a record can have",
  explanation:
    "Cloudflare would refuse the record in the middle of an apply, or keep it in another form, and every plan would show a difference.",
  source: "https://developers.cloudflare.com/dns/manage-dns-records/reference/dns-record-types/",
});

export function hostSyntax(property: string, found: string, problem: string): Finding[] {
  return [
    hostSyntaxRule.finding({
      property,
      found,
      allowed: `a host name such as api.example.com, without a dot at its end (here, ${problem})`,
      change: "Correct the name.",
    }),
  ];
}
