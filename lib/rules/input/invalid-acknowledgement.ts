import { Finding, Severity } from "../finding";
import { defineRule } from "../rule";

export const invalidAcknowledgementRule = defineRule({
  id: "input/invalid-acknowledgement",
  severity: Severity.ERROR,
  cause: "only what the catalogue lets pass can be acknowledged, each with a reason",
  explanation:
    "A misspelt id or an empty reason would leave the reader of the code without an answer to why the warning is gone. An error can be acknowledged only where its page says so.",
  source: "This library",
});

export function invalidAcknowledgement(
  property: string,
  reason: unknown,
  acknowledgeableIds: readonly string[],
): Finding {
  return invalidAcknowledgementRule.finding({
    property,
    found: reason,
    allowed: `a reason of at least one word, for one of ${acknowledgeableIds.join(", ")}`,
    change: "Correct the id, or write down the reason.",
  });
}
