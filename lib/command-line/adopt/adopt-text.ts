import { Painter } from "../painter";
import { printable } from "../printable";
import { AdoptReport, decisionsOf } from "./adopt-report";

const LONGEST_LINE = 600;

/** The report for a person. */
export function textReport(report: AdoptReport, painter: Painter): string {
  const sections = [
    importSection(report, painter),
    newSection(report, painter),
    unresolvedSection(report, painter),
    undeclaredSection(report, painter),
    unreadSection(report, painter),
    [closing(report)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function importSection(report: AdoptReport, { good, faint }: Painter): string[] {
  const imports = decisionsOf(report, "import");
  const lines = imports.map(({ address, outcome: { id, note } }) => {
    return `  ${line(address)} ${line(id)}${note === undefined ? "" : faint(` (${note})`)}`;
  });
  return section(good("To import"), lines);
}

function newSection(report: AdoptReport, { strong }: Painter): string[] {
  const { alreadyImported } = report.adoption;
  const lines = decisionsOf(report, "new").map(({ address, outcome }) => `  ${line(address)}: ${line(outcome.reason)}`);
  const already =
    alreadyImported.length === 0 ? [] : [`  imported by the stack itself: ${alreadyImported.map(line).join(", ")}`];
  return [...section(strong("New"), lines), ...already];
}

function unresolvedSection(report: AdoptReport, { bad }: Painter): string[] {
  const unresolved = decisionsOf(report, "unresolved");
  // What is missing may be the same for many: it is told once.
  const byReason = new Map<string, string[]>();
  for (const { address, outcome } of unresolved) {
    const { reason, options } = outcome;
    const told = [`: ${line(reason)}`, ...(options.length === 0 ? [] : [`    ${options.map(line).join("  or  ")}`])];
    const key = told.join("\n");
    byReason.set(key, [...(byReason.get(key) ?? []), `  ${line(address)}`]);
  }
  const lines = [...byReason].map(([told, addresses]) => `${addresses.join(",\n")}${told}`);
  return lines.length === 0 ? [] : [`${bad("Not found")} (${unresolved.length}):`, ...lines];
}

function undeclaredSection({ adoption }: AdoptReport, { warn }: Painter): string[] {
  const lines = adoption.undeclared.map(
    ({ address, what, isDeleted, effect }) =>
      `  ${line(address)}: ${line(what)}: ${isDeleted ? "deleted by the apply, " : ""}${effect}`,
  );
  return section(warn("Exists, and is not declared"), lines);
}

function unreadSection({ failures }: AdoptReport, { warn }: Painter): string[] {
  return failures.map(({ source, reason }) => `${warn(`${line(source)} was not read`)}: ${line(reason)}`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines];
}

function closing(report: AdoptReport): string {
  const count = decisionsOf(report, "import").length;
  const blocks = `${count} import block${count === 1 ? "" : "s"}`;
  const where = report.file === undefined ? "to standard output" : `to ${report.file}`;
  return `Wrote ${blocks} ${where}. Look at terraform plan before you apply.`;
}

function line(text: string): string {
  return printable(text, LONGEST_LINE);
}
