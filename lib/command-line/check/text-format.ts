import { Severity } from "../../rules/finding";
import { Painter } from "../painter";
import { printable } from "../printable";
import { CheckReport, countsInWords, countsOf, LocatedFinding, messageWithoutId, ordered } from "./check-report";

/** The findings for a person at a terminal: by file, each with its place, its rule and what to change. */
export function textFormat(report: CheckReport, painter: Painter): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const located of ordered(report.findings)) {
    if (located.file !== file) lines.push(...(file === undefined ? [] : [""]), painter.strong(printable(located.file)));
    file = located.file;
    lines.push(...findingLines(located, painter));
  }
  if (lines.length > 0) lines.push("");
  const { errors, warnings } = countsOf(report.findings);
  const paint = errors > 0 ? painter.bad : warnings > 0 ? painter.warn : painter.good;
  return [...lines, `${paint(countsInWords(report))}.`].map((line) => `${line}\n`).join("");
}

function findingLines({ finding, address, line }: LocatedFinding, painter: Painter): string[] {
  const paint = finding.severity === Severity.ERROR ? painter.bad : painter.warn;
  const place = [...(line === undefined ? [] : [`line ${line}`]), ...(address === undefined ? [] : [address])];
  const where = place.length === 0 ? "" : `  ${printable(place.join(", "))}`;
  return [
    `  ${paint(finding.severity)}  ${painter.strong(finding.rule)}${painter.faint(where)}`,
    `    ${printable(messageWithoutId(finding), Infinity)}`,
  ];
}
