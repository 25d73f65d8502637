import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const importIdRule = defineRule({
  id: "domain/import-id",
  severity: Severity.ERROR,
  cause: "it does not name a mapping of this domain and path",
  explanation: "Terraform would refuse the import, or take over the mapping of another path and replace it.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api_mapping#import",
});

export function importId(property: string, found: string, allowed: string): Finding[] {
  return [importIdRule.finding({ property, found, allowed, change: `Write ${allowed}.` })];
}
