import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { EXAMPLES, Output, synthesizeApp } from "./examples";

/** What a user would type over in an example's source; every text has to be there exactly once. */
export type Edits = readonly (readonly [found: string, typed: string])[];

/** Runs an example, after an edit of its source if there is one. */
export function synthesizeExample(example: string, edits: Edits = []): Output {
  const directory = join(EXAMPLES, example);
  const source = edits.reduce(replaceOnce, readFileSync(join(directory, "main.ts"), "utf8"));
  const { code } = transformSync(source, {
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  const run = new Function("require", "exports", "__dirname", code);
  return synthesizeApp(() => run(require, {}, directory));
}

function replaceOnce(source: string, [found, typed]: Edits[number]): string {
  const parts = source.split(found);
  if (parts.length !== 2) throw new Error(`the example holds ${parts.length - 1} times: ${found}`);
  return parts.join(typed);
}
