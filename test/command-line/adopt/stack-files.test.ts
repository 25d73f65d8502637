import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stackFiles, stackPlace } from "../../../lib/command-line/adopt/stack-files";
import { misuseOf } from "../support/given";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "adopt-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(files: { readonly [path: string]: string | object }): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), typeof content === "string" ? content : JSON.stringify(content));
  }
}

const manifest = (...stacks: readonly string[]) => ({
  stacks: Object.fromEntries(stacks.map((name) => [name, { name, workingDirectory: `stacks/${name}` }])),
});
const names = (path: string, stack?: string, out = "d/imports.tf.json") =>
  stackFiles(stackPlace(path, stack, cwd), out, cwd).files.map(({ file }) => file);

test.each([
  ["a.tf.json/x", "a.tf.json/x: a part of the path is not a directory."],
  ["circle", "circle: the symbolic links lead in a circle."],
])("%s is a misuse", (path, text) => {
  write({ "a.tf.json": {} });
  symlinkSync("circle", join(cwd, "circle"));
  expect(misuseOf(() => stackPlace(path, undefined, cwd))).toBe(text);
});

test("the only stack of cdktf.out, or the one that is named", () => {
  write({ "out/manifest.json": manifest("a"), "out/stacks/a/cdk.tf.json": {} });
  expect(names("out")).toEqual(["out/stacks/a/cdk.tf.json"]);
  write({ "out/manifest.json": manifest("a", "b"), "out/stacks/b/cdk.tf.json": {} });
  expect(names("out", "b")).toEqual(["out/stacks/b/cdk.tf.json"]);
});

test("all of a directory but the file that is written, or one file alone", () => {
  write({ "a.tf.json": { resource: {} }, "b.tf.json": {}, "imports.tf.json": {}, "c.json": {}, "d.tf": "" });
  expect(names(".", undefined, "imports.tf.json")).toEqual(["a.tf.json", "b.tf.json"]);
  expect(names("b.tf.json")).toEqual(["b.tf.json"]);
  expect(stackPlace("b.tf.json", undefined, cwd)).toEqual({ directory: ".", file: "b.tf.json" });
  expect(stackFiles({ directory: ".", file: "a.tf.json" }, "x", cwd).files[0]!.value).toEqual({ resource: {} });
});

test.each<[string, { readonly [path: string]: string | object }, string, string | undefined, string]>([
  ["nothing", {}, "cdktf.out", undefined, "cdktf.out: there is no such file or directory. Run cdktf synth first"],
  ["several stacks", { "o/manifest.json": manifest("a", "b") }, "o", undefined, "o has the stacks a, b: say which one"],
  ["another stack", { "o/manifest.json": manifest("cats") }, "o", "cat", "no such stack. Did you mean cats?"],
  ["no stack", { "o/manifest.json": {} }, "o", undefined, "there is no stack in it"],
  ["a broken manifest", { "o/manifest.json": "{" }, "o", undefined, "o/manifest.json: it is no JSON"],
  ["a stack outside", { "o/manifest.json": { stacks: { a: { workingDirectory: "../../x" } } } }, "o", undefined, "outside of o"], // prettier-ignore
  ["a stack of a file", { "a.tf.json": {} }, "a.tf.json", "a", "a.tf.json is a file, and no cdktf.out"],
  ["a stack of a directory", { "d/a.tf.json": {} }, "d", "a", "d is no cdktf.out"],
  ["a stack that was not written", { "o/manifest.json": manifest("a") }, "o", undefined, "no file of a stack, whose name ends with .tf.json. Run cdktf synth first"], // prettier-ignore
  ["only what was written before", { "d/imports.tf.json": {} }, "d", undefined, "there is no file of a stack"],
  ["HCL beside what was written before", { "d/cdk.tf": "", "d/imports.tf.json": {} }, "d", undefined, "run cdktf synth without --hcl"], // prettier-ignore
  ["a file in HCL", { "d/cdk.tf": 'resource "a" "b" {}' }, "d/cdk.tf", undefined, "d/cdk.tf: it is in HCL, which is not read: run cdktf synth without --hcl"], // prettier-ignore
  ["a file for a stack", { "o/manifest.json": manifest("a"), "o/stacks/a": "" }, "o", undefined, "o/stacks/a: it cannot be read (ENOTDIR)"], // prettier-ignore
  ["HCL", { "d/cdk.tf": "" }, "d", undefined, "run cdktf synth without --hcl"],
  ["an empty file", { "a.tf.json": "" }, "a.tf.json", undefined, "a.tf.json: it is empty"],
  ["broken JSON", { "a.tf.json": '{\n"a": }' }, "a.tf.json", undefined, "line 2, column 6"],
  ["a plan", { "p.json": { format_version: "1.2", planned_values: {}, configuration: {} } }, "p.json", undefined, "it is a plan"], // prettier-ignore
  ["a state", { "s.json": { lineage: "", serial: 1 } }, "s.json", undefined, "it is a state"],
])("%s is a misuse", (_name, files, path, stack, expected) => {
  write(files);
  expect(misuseOf(() => names(path, stack))).toContain(expected);
});

test("a file without an end is a misuse", () => {
  write({ "a.tf.json": " ".repeat(16 * 1024 * 1024 + 1) });
  expect(misuseOf(() => names("a.tf.json"))).toContain("more than 16777216 bytes");
});

test("files in HCL beside them are told", () => {
  write({ "d/cdk.tf.json": {}, "d/backend.tf": "", "d/notes.md": "" });
  expect(stackFiles({ directory: "d" }, "x.tf.json", cwd).unread).toEqual(["d/backend.tf"]);
});
