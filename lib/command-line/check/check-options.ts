import { ACKNOWLEDGEABLE_IDS, CATALOGUE } from "../../rules/catalogue";
import { GivenArguments } from "../command";
import { didYouMean, misuse } from "../misuse";
import { wordOf } from "../option-values";
import { CHECK_FORMATS, CheckFormat } from "./formats";

/** What `check` was asked to do. */
export interface CheckOptions {
  /** What to check, as the user named it; undefined where it is to be looked for. */
  readonly operand: string | undefined;
  readonly format: CheckFormat;
  /** Reasons by rule. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly failsOnWarnings: boolean;
}

/** An error of the library's where its option says that a certificate is there; JSON has no place for that. */
const ALSO_ACKNOWLEDGEABLE = ["edge/host-too-deep"];

/** Checks what the user typed. */
export function checkOptions(given: GivenArguments): CheckOptions {
  const [operand, ...others] = given.operands;
  if (others.length > 0) throw misuse(`one DIR or FILE can be checked at a time, and ${others[0]} is a second one.`);
  if (operand === "") throw misuse("the name of the DIR or FILE is empty.");
  return {
    operand,
    format: formatOf(given),
    reasons: reasonsOf(given.texts("acknowledge")),
    failsOnWarnings: wordOf(given, "fail-on", ["error", "warning"]) === "warning",
  };
}

/** `--json` is what the other commands call it. */
function formatOf(given: GivenArguments): CheckFormat {
  const format = wordOf(given, "format", CHECK_FORMATS) as CheckFormat | undefined;
  if (!given.flag("json")) return format ?? "text";
  if (format !== undefined && format !== "json")
    throw misuse(`--json and --format ${format} are two formats: choose one.`);
  return "json";
}

function reasonsOf(written: readonly string[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const text of written) {
    const sign = text.indexOf("=");
    const [rule, reason] = sign < 0 ? [text, ""] : [text.slice(0, sign).trim(), text.slice(sign + 1).trim()];
    checkRule(rule);
    if (reason === "") throw misuse(`--acknowledge ${rule} needs a reason: --acknowledge ${rule}='why it is so'.`);
    if (reasons.has(rule)) throw misuse(`--acknowledge ${rule} is given twice.`);
    reasons.set(rule, reason);
  }
  return reasons;
}

function checkRule(rule: string): void {
  const allowed = [...ACKNOWLEDGEABLE_IDS, ...ALSO_ACKNOWLEDGEABLE];
  if (allowed.includes(rule)) return;
  if (CATALOGUE.some(({ id }) => id === rule)) throw misuse(`--acknowledge ${rule}: no reason lets this error pass.`);
  throw misuse(`--acknowledge takes RULE=REASON, and ${JSON.stringify(rule)} is no rule.${didYouMean(rule, allowed)}`);
}
