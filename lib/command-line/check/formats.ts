import { RuleDescription } from "../../rules/rule";
import { Painter } from "../painter";
import { CheckReport } from "./check-report";
import { jsonFormat } from "./json-format";
import { markdownFormat } from "./markdown-format";
import { sarifFormat } from "./sarif-format";
import { textFormat } from "./text-format";

/** How findings can be written. */
export type CheckFormat = "text" | "json" | "markdown" | "sarif";

/** The words that `--format` takes. */
export const CHECK_FORMATS: readonly CheckFormat[] = ["text", "json", "markdown", "sarif"];

/** What a format may need besides the findings. */
export interface FormatContext {
  readonly painter: Painter;
  /** The catalogue. */
  readonly rules: readonly RuleDescription[];
}

const FORMATS: { readonly [format in CheckFormat]: (report: CheckReport, context: FormatContext) => string } = {
  text: (report, { painter }) => textFormat(report, painter),
  json: (report) => jsonFormat(report),
  markdown: (report) => markdownFormat(report),
  sarif: (report, { rules }) => sarifFormat(report, rules),
};

/** Writes the findings in one of the formats; every one ends with a line break. */
export function formatReport(format: CheckFormat, report: CheckReport, context: FormatContext): string {
  return FORMATS[format](report, context);
}
