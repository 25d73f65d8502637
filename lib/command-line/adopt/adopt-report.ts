import { Adoption } from "../../adopt/core/adopt";
import { ImportBlock, importBlocks } from "../../adopt/core/imports-document";
import { Decision, Outcome } from "../../adopt/core/outcome";
import { Failure } from "../../adopt/reading";

/** What `adopt` has to tell. */
export interface AdoptReport {
  readonly version: string;
  /** The stack as the user would name it. */
  readonly stack: string;
  readonly adoption: Adoption;
  readonly failures: readonly Failure[];
  /** What was written; undefined where it went to standard output. */
  readonly file: string | undefined;
}

/** The decisions of one kind, with their outcomes. */
export function decisionsOf<K extends Outcome["kind"]>(
  { adoption }: AdoptReport,
  kind: K,
): { readonly address: string; readonly outcome: Extract<Outcome, { kind: K }> }[] {
  const isOfKind = (one: Decision): one is Decision & { readonly outcome: Extract<Outcome, { kind: K }> } =>
    one.outcome.kind === kind;
  return adoption.decisions.filter(isOfKind);
}

/** Whether nothing has been left for the user to say. */
export function isComplete(report: AdoptReport): boolean {
  return decisionsOf(report, "unresolved").length === 0;
}

/** What was written. */
export function blocksOf({ adoption }: AdoptReport): ImportBlock[] {
  return importBlocks(adoption.decisions);
}
