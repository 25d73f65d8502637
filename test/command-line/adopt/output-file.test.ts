import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importsDocument } from "../../../lib/adopt/core/imports-document";
import { checkOutput, writeOutput } from "../../../lib/command-line/adopt/output-file";
import { misuseOf } from "../support/given";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "adopt-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test("a new file, one that the command wrote, and standard output are free", () => {
  checkOutput("imports.tf.json", cwd, false);
  expect(existsSync(join(cwd, "imports.tf.json"))).toBe(false);
  writeOutput("imports.tf.json", cwd, importsDocument([]));
  checkOutput("imports.tf.json", cwd, false);
  checkOutput(undefined, cwd, false);
});

test("what somebody else wrote stays, unless told", () => {
  writeFileSync(join(cwd, "imports.tf.json"), "{}");
  expect(misuseOf(() => checkOutput("imports.tf.json", cwd, false))).toContain("Overwrite it with --force");
  checkOutput("imports.tf.json", cwd, true);
  expect(readFileSync(join(cwd, "imports.tf.json"), "utf8")).toBe("{}");
});

test("a place where nothing can be written is a misuse", () => {
  mkdirSync(join(cwd, "dir.tf.json"));
  expect(misuseOf(() => checkOutput("no/imports.tf.json", cwd, false))).toContain("no directory to write it to");
  expect(misuseOf(() => checkOutput("dir.tf.json", cwd, true))).toContain("is no file");
  expect(misuseOf(() => writeOutput("dir.tf.json", cwd, ""))).toContain("cannot be written (EISDIR)");
});
