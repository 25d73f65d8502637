import { AdoptReport, decisionsOf, isComplete } from "./adopt-report";

/** The report for a machine; a change of its form changes `formatVersion`. */
export function jsonReport(report: AdoptReport): string {
  const { version, stack, adoption, failures, file } = report;
  const document = {
    formatVersion: 1,
    version,
    stack,
    complete: isComplete(report),
    file,
    imports: decisionsOf(report, "import").map(({ address, outcome: { id, note } }) => ({ address, id, note })),
    new: decisionsOf(report, "new").map(({ address, outcome: { reason } }) => ({ address, reason })),
    unresolved: decisionsOf(report, "unresolved").map(({ address, outcome: { reason, options } }) => ({
      address,
      reason,
      options,
    })),
    alreadyImported: adoption.alreadyImported,
    undeclared: adoption.undeclared.map(({ address, what, isDeleted, effect }) => ({
      address,
      what,
      deleted: isDeleted,
      effect,
    })),
    notRead: failures,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
