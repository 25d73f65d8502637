import { Finding, Severity } from "../../rules/finding";
import { describeValue } from "../../rules/describe-value";

/** A finding and where it was found. */
export interface LocatedFinding {
  readonly finding: Finding;
  /** The file as the user named it, with `/` between its parts. */
  readonly file: string;
  /** The Terraform address of the resource, for example `aws_api_gateway_stage.cats`. */
  readonly address?: string;
  /** The line of the resource in the file, from 1. */
  readonly line?: number;
}

/** What `check` has found. */
export interface CheckReport {
  /** Of this package. */
  readonly version: string;
  /** The files that were read. */
  readonly files: readonly string[];
  readonly findings: readonly LocatedFinding[];
}

/** How many of each there are. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

const RULES_PAGE = "https://github.com/cdktf-api-caching/cdktf-api-caching/blob/main/docs/rules.md";

/** The part of the page of rules that explains one. */
export function helpUri(rule: string): string {
  return `${RULES_PAGE}#${rule}`;
}

/** The findings in one order for every format: by file, place and rule. */
export function ordered(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const key = ({ file, line = 0, address = "", finding }: LocatedFinding): (string | number)[] => [
    file,
    line,
    address,
    finding.rule,
    finding.property,
    finding.message,
  ];
  return [...findings].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const index = left.findIndex((part, position) => part !== right[position]);
    return index === -1 ? 0 : left[index]! < right[index]! ? -1 : 1;
  });
}

/** Counts errors and warnings. */
export function countsOf(findings: readonly LocatedFinding[]): Counts {
  const errors = findings.filter(({ finding }) => finding.severity === Severity.ERROR).length;
  return { errors, warnings: findings.length - errors };
}

/** `1 error and 2 warnings in 3 files`. */
export function countsInWords({ files, findings }: CheckReport): string {
  const { errors, warnings } = countsOf(findings);
  const parts = [...(errors > 0 ? [some(errors, "error")] : []), ...(warnings > 0 ? [some(warnings, "warning")] : [])];
  return `${parts.length === 0 ? "No findings" : parts.join(" and ")} in ${some(files.length, "file")}`;
}

function some(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

/** A finding's message without the id of its rule, which every format shows elsewhere. */
export function messageWithoutId({ rule, message }: Finding): string {
  return message.startsWith(`${rule}: `) ? message.slice(rule.length + 2) : message;
}

/** A found value as JSON can hold it. */
export function jsonValue(found: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(found) ?? "");
  } catch {
    return describeValue(found);
  }
}
