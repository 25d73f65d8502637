import { CheckReport, countsOf, helpUri, jsonValue, LocatedFinding, ordered } from "./check-report";

/** The findings for a program; a change of the form changes `formatVersion`. */
export function jsonFormat(report: CheckReport): string {
  const document = {
    formatVersion: 1,
    version: report.version,
    files: report.files,
    counts: countsOf(report.findings),
    findings: ordered(report.findings).map(entry),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entry({ finding, file, address, line }: LocatedFinding): object {
  const { rule, severity, property, found, allowed, change, message } = finding;
  return {
    rule,
    severity,
    file,
    ...(line === undefined ? {} : { line }),
    ...(address === undefined ? {} : { address }),
    property,
    found: jsonValue(found),
    allowed,
    change,
    message,
    helpUri: helpUri(rule),
  };
}
