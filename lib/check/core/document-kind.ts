import { describeValue } from "../../rules/describe-value";
import { isTooDeep, jsonProblem, repeatedName } from "./json-text";
import { isRecord } from "../../rules/input/shape";

/** A JSON document that can be checked. */
export type CheckedDocument =
  | { readonly kind: "configuration"; readonly value: { readonly [name: string]: unknown } }
  | { readonly kind: "plan"; readonly value: { readonly [name: string]: unknown } };

/** The document of a text, or why it is none; the words go on after a colon. */
export type ReadDocument =
  | { readonly document: CheckedDocument; readonly problem?: undefined }
  | { readonly document?: undefined; readonly problem: string };

/** The blocks of Terraform's JSON syntax. */
const BLOCKS = [
  "action",
  "check",
  "data",
  "ephemeral",
  "import",
  "language",
  "list",
  "locals",
  "module",
  "moved",
  "output",
  "provider",
  "removed",
  "resource",
  "terraform",
  "variable",
];

/** How a plan becomes JSON. */
export const HOW_TO_SHOW = "terraform plan -out=tfplan && terraform show -json tfplan > plan.json";

/** Reads a text as the JSON of a configuration or of a plan, and tells other files apart that users have. */
export function readCheckedDocument(text: string, isConfigurationFile: boolean): ReadDocument {
  if (text.trim() === "") return { problem: "it is empty." };
  if (text.includes("\0")) return { problem: `it is binary. A saved plan is read as JSON: ${HOW_TO_SHOW}.` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: notJson(text) };
  }
  if (isTooDeep(value)) return { problem: "its JSON is nested too deep." };
  const whole = Array.isArray(value) && value.length > 0 && value.every(isRecord) ? joined(value) : value;
  if (!isRecord(whole)) return { problem: "its JSON is no object." };
  return withoutRepeats(isConfigurationFile ? readConfigurationKind(whole) : readKind(whole), text);
}

/** Terraform reads a block of each, or refuses both; here the first would be lost. */
function withoutRepeats(read: ReadDocument, text: string): ReadDocument {
  const repeated = read.document?.kind === "configuration" ? repeatedName(text) : undefined;
  if (repeated === undefined) return read;
  const { line, column, problem } = repeated;
  return { problem: `line ${line}, column ${column}: ${problem}. Write the values under one name, or remove one.` };
}

/** A list of bodies is one body: each name has the blocks of all. */
function joined(bodies: readonly { readonly [name: string]: unknown }[]): { readonly [name: string]: unknown } {
  const names = new Set(bodies.flatMap((body) => Object.keys(body)));
  return Object.fromEntries([...names].map((name) => [name, bodies.flatMap((body) => body[name] ?? [])]));
}

function readConfigurationKind(value: { readonly [name: string]: unknown }): ReadDocument {
  if ("format_version" in value) {
    return {
      problem: "it is JSON that terraform show prints, under the name of a configuration file. Name it plan.json.",
    };
  }
  const unknown = Object.keys(value).find((name) => name !== "//" && !BLOCKS.includes(name));
  return unknown === undefined
    ? { document: { kind: "configuration", value } }
    : { problem: `${describeValue(unknown)} is no block of Terraform's. Blocks are ${BLOCKS.join(", ")}.` };
}

function readKind(value: { readonly [name: string]: unknown }): ReadDocument {
  if ("planned_values" in value || "resource_changes" in value) return readPlanKind(value);
  const isState = ("values" in value && "terraform_version" in value) || ("lineage" in value && "serial" in value);
  if (isState) return { problem: `it is a state, and not a plan. Show a plan: ${HOW_TO_SHOW}.` };
  if ("format_version" in value)
    return { problem: `it is JSON of Terraform's, but no plan. Show one: ${HOW_TO_SHOW}.` };
  if (Object.keys(value).some((name) => BLOCKS.includes(name))) return readConfigurationKind(value);
  return { problem: "it is neither Terraform configuration in JSON nor a plan as terraform show -json prints it." };
}

function readPlanKind(value: { readonly [name: string]: unknown }): ReadDocument {
  const { format_version: version } = value;
  const [, major] = /^(\d+)\.\d+$/.exec(String(version)) ?? [];
  if (major === "1") {
    const isComplete = isRecord(value.planned_values) && isRecord(value.configuration);
    return isComplete
      ? { document: { kind: "plan", value } }
      : { problem: "it is a plan without planned_values or without configuration." };
  }
  const older = "Terraform 1.1 and later write 1.x: show the plan with one of those.";
  const newer = "A newer version of this program may read it.";
  return {
    problem: `it is a plan of the format version ${version === undefined ? "(none)" : describeValue(version)}, and 1.x can be read. ${major === undefined || major === "0" ? older : newer}`,
  };
}

function notJson(text: string): string {
  if (/^\s*\{"@level"/.test(text)) return `it is the log of terraform plan -json. Show the plan: ${HOW_TO_SHOW}.`;
  if (/^\s*(#.*\s+|\/\/.*\s+)*(resource|data|terraform|provider|module|variable|locals|output)\b[^:]*\{/.test(text)) {
    return `it is HCL, which is checked as a plan: ${HOW_TO_SHOW}.`;
  }
  const { line, column, problem } = jsonProblem(text) ?? { line: 1, column: 1, problem: "it cannot be parsed" };
  return `it is no JSON: line ${line}, column ${column}: ${problem}.`;
}
