import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const hostnameNotLiteralRule = defineRule({
  id: "certificate/hostname-not-literal",
  severity: Severity.ERROR,
  cause: "the names have to be known at synth",
  explanation:
    "Cloudflare returns the names in an order of its own. A list that could not be put into that order differs from it, and every plan would replace the certificate.",
  source: "https://github.com/cloudflare/terraform-provider-cloudflare/issues/6239",
});

export function hostnameNotLiteral(property: string): Finding[] {
  return [
    hostnameNotLiteralRule.finding({
      property,
      found: "a value that only Terraform knows",
      allowed: "host names as text",
      change: "Write the name out, or take it from the app's own configuration instead of from Terraform's.",
    }),
  ];
}
