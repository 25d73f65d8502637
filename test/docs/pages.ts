import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

/** One page of the documentation. */
export interface Page {
  /** From the root of the repository: `docs/stage-cache.md`. */
  readonly file: string;
  readonly text: string;
}

/** The README, the pages of `docs/`, the changelog and the guide for contributors. */
export const PAGES: readonly Page[] = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

export function page(file: string): Page {
  return PAGES.find((one) => one.file === file)!;
}

/** A text without its code, fenced or in backticks, and without comments; the lines stay where they are. */
export function withoutCode(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, " ");
  return text.replace(/^```[\s\S]*?^```$|`[^`\n]*`|<!--[\s\S]*?-->/gm, blank);
}

/** The fenced blocks of a language that follow a comment, with what the comment says. */
export function marked(text: string, marker: string, language: string): { readonly says: string; code: string }[] {
  const block = new RegExp(`^<!-- ${marker}: (.*?) -->\\n+\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, "gm");
  return [...text.matchAll(block)].map(([, says = "", code = ""]) => ({ says, code }));
}

/** The rows of a table, head first, without the ruler; each cell without the spaces around it. */
export function tableRows(table: string): string[][] {
  return table
    .trimEnd()
    .split("\n")
    .filter((_, index) => index !== 1)
    .map((line) => line.slice(1, -1).split("|"))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** The first table below a heading. */
export function tableBelow(text: string, heading: string): string[][] {
  const section = text.slice(text.indexOf(`\n## ${heading}\n`));
  return tableRows(/(?:^\|.*\|\n)+/m.exec(section)![0]);
}
