import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const loggingLevelRule = defineRule({
  id: "gateway/logging-level",
  severity: Severity.ERROR,
  cause: "API Gateway has no such logging level",
  explanation: "The provider accepts OFF, ERROR and INFO.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

export function loggingLevel(property: string, level: string): Finding[] {
  if (["OFF", "ERROR", "INFO"].includes(level)) return [];
  return [
    loggingLevelRule.finding({
      property,
      found: level,
      allowed: "OFF, ERROR, INFO",
      change: "Write one of them, in upper case.",
    }),
  ];
}
