import type { Document, LineCounter, ParsedNode } from "yaml";
import { DEEPEST, yamlTokens } from "../../gateway/core/open-api/yaml-tokens";
import { Finding } from "../../rules/finding";
import { fileUnreadable } from "../../rules/serverless/file-unreadable";
import { yamlSyntax } from "../../rules/serverless/yaml-syntax";
import { WrittenText, YamlReader } from "./read-yaml-nodes";
import { SourceNode, showPlace } from "./source-node";

export interface ParsedSource {
  /** Undefined where something is wrong. */
  readonly node?: SourceNode;
  readonly findings: readonly Finding[];
}

/** Files are this long at most, in bytes. */
export const LONGEST_FILE = 2 * 1024 * 1024;

/**
 * Reads a file, YAML or JSON (which is YAML). Never throws.
 *
 * @param property what names the file, for what is wrong with all of it
 */
export function parseYaml(file: string, written: string, property: string): ParsedSource {
  const text = written.replace(/^\uFEFF/, "");
  const problem = textProblem(text);
  if (problem !== undefined) return { findings: fileUnreadable(property, file, problem) };
  // Loaded here, so that only those who have such a file pay for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const yaml = require("yaml") as typeof import("yaml");
  const lines = new yaml.LineCounter();
  const source: WrittenText = { place: placeIn(file, lines), line: lineIn(text) };
  try {
    const documents = compose(yaml, text, lines);
    if (typeof documents === "number") return fail(source, documents, `lists and objects go ${DEEPEST} deep at most`);
    const [document, second] = documents;
    if (second !== undefined) {
      return fail(source, second.range?.[0] ?? 0, "leave one document: the Serverless Framework reads one");
    }
    return readDocument(yaml, document, source);
  } catch (error) {
    return fail(source, 0, oneLine((error as Error).message));
  }
}

function textProblem(text: string): string | undefined {
  if (text.length > LONGEST_FILE) return `it has more than ${LONGEST_FILE} characters`;
  if (/[\0\uFFFD]/.test(text)) return "it is no text in UTF-8";
  if (text.trim() === "") return "it is empty";
  // In any text of a construct it would stand for something else.
  if (text.includes("TfToken[")) return "it has TfToken[ in it, which CDKTF keeps for itself";
  return undefined;
}

/** The documents of a text, or the offset where it goes too deep. */
function compose(yaml: typeof import("yaml"), text: string, lines: LineCounter): Document.Parsed[] | number {
  lines.addNewLine(0);
  const { tokens, tooDeepAt } = yamlTokens(yaml, text, lines.addNewLine);
  if (tokens === undefined) return tooDeepAt;
  // That keys are unique is checked by the reader: the parser takes quadratic time for it.
  const composer = new yaml.Composer({ logLevel: "silent", uniqueKeys: false });
  const documents = composer.compose(tokens, true, text.length) as Iterable<Document.Parsed>;
  return [...documents];
}

function readDocument(
  yaml: typeof import("yaml"),
  document: Document.Parsed | undefined,
  written: WrittenText,
): ParsedSource {
  if (document === undefined) return fail(written, 0, "it holds no document");
  // What the parser finds after the first mistake, it finds because of it.
  const [error] = document.errors;
  if (error !== undefined) return fail(written, error.pos[0], oneLine(error.message));
  const reader = new YamlReader(yaml, document, written);
  const node = reader.read(document.contents as ParsedNode | null);
  return reader.findings.length > 0 ? { findings: reader.findings } : { node, findings: [] };
}

function placeIn(file: string, lines: LineCounter): WrittenText["place"] {
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function lineIn(text: string): WrittenText["line"] {
  let lines: string[] | undefined;
  return ({ line }) => (lines ??= text.split("\n"))[line - 1]?.trim() ?? "";
}

function fail(written: WrittenText, offset: number, problem: string): ParsedSource {
  const at = written.place(offset);
  return { findings: yamlSyntax(showPlace(at), written.line(at), problem) };
}

/** The first line of a message of the parser, without where it is and with a small letter. */
function oneLine(message: string): string {
  const [first = ""] = message.split("\n");
  const text = first.replace(/ at line \d+, column \d+:?$/, "").slice(0, 200);
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[.:]$/, "");
}
