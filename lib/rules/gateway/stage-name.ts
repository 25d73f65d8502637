import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const stageNameRule = defineRule({
  id: "gateway/stage-name",
  severity: Severity.ERROR,
  cause: "API Gateway refuses this stage name",
  explanation: "A stage name has letters, digits, hyphens and underscores, 128 at most.",
  source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
});

export function stageName(property: string, name: string): Finding[] {
  if (/^[A-Za-z0-9_-]{1,128}$/.test(name)) return [];
  return [
    stageNameRule.finding({
      property,
      found: name,
      allowed: "1 to 128 letters, digits, hyphens and underscores",
      change: "Rename the stage.",
    }),
  ];
}
