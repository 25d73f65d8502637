import { Finding, Severity } from "./finding";
import { unusedAcknowledgement } from "./input/unused-acknowledgement";
import { invalidAcknowledgement } from "./input/invalid-acknowledgement";

/** Reasons by rule id, and the property that holds them. */
export interface Acknowledgements {
  readonly property: string;
  readonly reasons: { readonly [rule: string]: string } | undefined;
}

/**
 * Takes the acknowledged warnings out of a list of findings. A reason for a rule that is not a warning, an empty
 * reason, and a reason that nothing needed are findings of their own.
 *
 * @param warningIds the ids of all rules that are warnings
 */
export function acknowledge(
  findings: readonly Finding[],
  { property, reasons = {} }: Acknowledgements,
  warningIds: readonly string[],
): Finding[] {
  const kept = findings.filter((finding) => finding.severity === Severity.ERROR || !(finding.rule in reasons));
  const raised = new Set(findings.map((finding) => finding.rule));
  const aboutReasons = Object.entries(reasons).flatMap(([rule, reason]) => {
    const at = `${property}[${JSON.stringify(rule)}]`;
    if (!warningIds.includes(rule) || typeof reason !== "string" || reason.trim() === "") {
      return [invalidAcknowledgement(at, reason, warningIds)];
    }
    return raised.has(rule) ? [] : [unusedAcknowledgement(at, reason)];
  });
  return [...kept, ...aboutReasons];
}
