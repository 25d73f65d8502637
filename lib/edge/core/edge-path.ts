import { encodeName } from "../../stack/encode-name";
import { ExpressionWriter } from "./expression";

const PATH = "http.request.uri.path";

/** A path as a user writes it: one path, all below it, or with `*` for any text. */
export interface EdgePath {
  readonly text: string;
  readonly kind: "exact" | "prefix" | "pattern";
}

/** Reads a path; a problem is said in words. */
export function readPath(text: string): { readonly path?: EdgePath; readonly problem?: string } {
  const problem = problemOf(text);
  return problem === undefined ? { path: { text, kind: kindOf(text) } } : { problem };
}

function problemOf(text: string): string | undefined {
  if (!text.startsWith("/")) return "it does not begin with a slash";
  if (text.includes("**")) return "two asterisks in a row mean nothing";
  if (/[{}]/.test(text)) return "a parameter is written as *";
  const misplaced = /[?#\s"\\]|[^\x21-\x7E]/.exec(text)?.[0];
  if (misplaced !== undefined) return `${JSON.stringify(misplaced)} is never part of it`;
  const normal = normalForm(text);
  return normal === text ? undefined : `requests for it arrive as ${normal}`;
}

/**
 * The path as rules see it: Cloudflare normalizes URLs before it looks at the rules.
 *
 * Source: https://developers.cloudflare.com/rules/normalization/how-it-works/
 */
function normalForm(text: string): string {
  const decoded = text
    .replace(/%[0-9a-fA-F]{2}/g, (escape) => {
      const character = String.fromCharCode(parseInt(escape.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
    })
    .replace(/\/{2,}/g, "/");
  return /\/\.{1,2}(\/|$)/.test(decoded) ? new URL(decoded, "https://example.com").pathname : decoded;
}

function kindOf(text: string): EdgePath["kind"] {
  const asterisk = text.indexOf("*");
  if (asterisk < 0) return "exact";
  return asterisk === text.length - 1 ? "prefix" : "pattern";
}

/** The condition that a request has the path. */
export function pathCondition(write: ExpressionWriter, { text, kind }: EdgePath): string {
  if (kind === "exact") return write.equals(PATH, text);
  return kind === "prefix" ? write.startsWith(PATH, text.slice(0, -1)) : write.matchesWildcard(PATH, text);
}

/** Whether every request of the second path is one of the first; may say no where it is so for a pattern. */
export function covers(first: EdgePath, second: EdgePath): boolean {
  if (first.text === second.text) return true;
  if (first.kind === "prefix") {
    const literal = second.text.split("*")[0]!;
    return literal.startsWith(first.text.slice(0, -1));
  }
  return first.kind === "pattern" && second.kind === "exact" && asRegExp(first.text).test(second.text);
}

function asRegExp(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}

/** The part of a ref that stands for a path; no two paths have the same. */
export function pathRole({ text, kind }: EdgePath): string {
  if (text === "/") return "at_root";
  if (text === "/*") return "below_root";
  const [word, rest] = kind === "prefix" && text.endsWith("/*") ? ["below", text.slice(1, -2)] : ["at", text.slice(1)];
  return `${word}__${rest.split("/").map(encodeName).join("_")}`;
}
