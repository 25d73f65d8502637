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
 * @param acknowledgeableIds gives the ids of all rules that a reason can let pass; asked only where there are reasons
 */
export function acknowledge(
  findings: readonly Finding[],
  { property, reasons = {} }: Acknowledgements,
  acknowledgeableIds: () => readonly string[],
): Finding[] {
  if (Object.keys(reasons).length === 0) return [...findings];
  const ids = acknowledgeableIds();
  const kept = findings.filter(({ rule }) => !(rule in reasons && ids.includes(rule)));
  const raised = new Set(findings.map((finding) => finding.rule));
  const { [NEEDED]: needed } = reasons as SharedReasons;
  needed?.push(...raised);
  const aboutReasons = Object.entries(reasons).flatMap(([rule, reason]) => {
    const at = `${property}[${JSON.stringify(rule)}]`;
    if (!ids.includes(rule) || typeof reason !== "string" || reason.trim() === "") {
      return [invalidAcknowledgement(at, reason, ids)];
    }
    return raised.has(rule) || needed !== undefined ? [] : [unusedAcknowledgement(at, reason)];
  });
  return [...kept, ...aboutReasons];
}

const NEEDED = Symbol.for("cdktf-api-caching.acknowledgements.needed");

interface SharedReasons {
  readonly [rule: string]: string;
  /** The rules that any of the constructs has raised. */
  readonly [NEEDED]?: string[];
}

/**
 * Reasons that a construct hands on to those inside it: what one of them has no need of, another may need.
 * `unused` says which of them none needed.
 */
export function shareReasons({ property, reasons = {} }: Acknowledgements) {
  const needed: string[] = [];
  const shared: SharedReasons = Object.defineProperty({ ...reasons }, NEEDED, { value: needed });
  return {
    reasons: shared,
    unused: (): Finding[] =>
      Object.entries(reasons).flatMap(([rule, reason]) =>
        needed.includes(rule) ? [] : unusedAcknowledgement(`${property}[${JSON.stringify(rule)}]`, reason),
      ),
  };
}
