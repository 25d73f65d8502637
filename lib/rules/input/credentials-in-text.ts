import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const credentialsInTextRule = defineRule({
  id: "input/credentials-in-text",
  severity: Severity.ERROR,
  cause: "the credentials of a provider are written into Terraform's configuration",
  explanation: "Everybody who reads the repository, or what is kept of a build, can change what they are for.",
  source: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
});

/** @param found what is there: never the text itself */
export function credentialsInText(property: string, found: string): Finding[] {
  return [
    credentialsInTextRule.finding({
      property,
      found,
      allowed: "a sensitive variable without a default, or nothing: providers and backends read their environment, too",
      change:
        "Remove it, revoke it, and give Terraform a new one from outside, such as in CLOUDFLARE_API_TOKEN or AWS_SECRET_ACCESS_KEY.",
    }),
  ];
}
