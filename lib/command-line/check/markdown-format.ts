import { Severity } from "../../rules/finding";
import { CheckReport, countsInWords, helpUri, LocatedFinding, messageWithoutId, ordered } from "./check-report";

// A comment on GitHub holds 65,536 characters; GitLab's and Bitbucket's hold no fewer than half of that.
const LONGEST = 30_000;

/** The findings as a comment on a pull request: errors first, and no longer than a comment can be. */
export function markdownFormat(report: CheckReport, longest = LONGEST): string {
  const title = `### API caching: ${countsInWords(report).replace(/^No/, "no")}\n`;
  const rows = errorsFirst(ordered(report.findings)).map(row);
  if (rows.length === 0) return title;
  const head = "\n| | Rule | Where | What to change |\n| --- | --- | --- | --- |\n";
  const left = (shown: number): string =>
    `\n${rows.length - shown} more; \`cdktf-api-caching check\` lists them all.\n`;
  let text = title + head;
  for (const [index, line] of rows.entries()) {
    const isLast = index === rows.length - 1;
    if (text.length + line.length + (isLast ? 0 : left(index).length) > longest) return text + left(index);
    text += line;
  }
  return text;
}

function errorsFirst(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const isError = ({ finding }: LocatedFinding): boolean => finding.severity === Severity.ERROR;
  return [...findings.filter(isError), ...findings.filter((located) => !isError(located))];
}

function row({ finding, file, address, line }: LocatedFinding): string {
  const sign = finding.severity === Severity.ERROR ? ":x: error" : ":warning: warning";
  const place = `${file}${line === undefined ? "" : `:${line}`}`;
  const where = address === undefined ? code(place) : `${code(address)}<br>${code(place)}`;
  const rule = `[${code(finding.rule)}](${helpUri(finding.rule)})`;
  return `| ${sign} | ${rule} | ${where} | ${plain(messageWithoutId(finding))} |\n`;
}

/** Text in which neither Markdown nor HTML sees anything, and which calls nobody by `@name`. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~$]/g, "\\$&")
    .replace(/@/g, "@\u200b");
}

/** Text as code, inside a table; where a mark could end the code or the cell, each of its characters is escaped. */
function code(text: string): string {
  const inside = oneLine(text);
  return /[`|\\]/.test(inside) ? `<code>${plain(inside)}</code>` : `\`${inside}\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
