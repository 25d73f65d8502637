import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const stageSettingsUnknownRule = defineRule({
  id: "gateway/stage-settings-unknown",
  severity: Severity.WARNING,
  cause: "nothing is said of the owner's logging and throttling",
  explanation:
    "A method setting takes nothing from the stage once it exists: without the owner's values it has no throttle, and keeps the logging of the moment when it was created.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings",
});

export function stageSettingsUnknown(property: string): Finding[] {
  return [
    stageSettingsUnknownRule.finding({
      property,
      found: undefined,
      allowed:
        "loggingLevel, dataTraceEnabled, metricsEnabled, throttlingRateLimit and throttlingBurstLimit as the owner of the stage has them",
      change: "Repeat the owner's values here, or acknowledge the warning if the owner sets none.",
    }),
  ];
}
