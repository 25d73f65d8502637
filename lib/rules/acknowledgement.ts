import { Finding } from "./finding";
import { unusedAcknowledgement } from "./input/unused-acknowledgement";
import { invalidAcknowledgement } from "./input/invalid-acknowledgement";

/** Reasons by rule id, and the property that holds them. */
export interface Acknowledgements {
  readonly property: string;
  readonly reasons: { readonly [rule: string]: string } | undefined;
}

/**
 * Takes the acknowledged warnings out of a list of findings. A reason for a rule that none can let pass, an empty
 * reason, and a reason that nothing needed are findings of their own.
 *
 * @param acknowledgeableIds the ids of all rules that a reason can let pass
 */
export function acknowledge(
  findings: readonly Finding[],
  { property, reasons = {} }: Acknowledgements,
  acknowledgeableIds: readonly string[],
): Finding[] {
  const kept = findings.filter(({ rule }) => !(rule in reasons && acknowledgeableIds.includes(rule)));
  const raised = new Set(findings.map((finding) => finding.rule));
  const aboutReasons = Object.entries(reasons).flatMap(([rule, reason]) => {
    const at = `${property}[${JSON.stringify(rule)}]`;
    if (!acknowledgeableIds.includes(rule) || typeof reason !== "string" || reason.trim() === "") {
      return [invalidAcknowledgement(at, reason, acknowledgeableIds)];
    }
    return raised.has(rule) ? [] : [unusedAcknowledgement(at, reason)];
  });
  return [...kept, ...aboutReasons];
}
