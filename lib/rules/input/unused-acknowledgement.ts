import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const unusedAcknowledgementRule = defineRule({
  id: "input/unused-acknowledgement",
  severity: Severity.WARNING,
  cause: "nothing raises this warning any more",
  explanation:
    "An acknowledgement that outlives its cause would silence the warning on the day when the cause comes back.",
  source: "This library",
});

export function unusedAcknowledgement(property: string, reason: string): Finding {
  return unusedAcknowledgementRule.finding({
    property,
    found: reason,
    allowed: "reasons for warnings that this configuration raises",
    change: "Remove the acknowledgement.",
  });
}
