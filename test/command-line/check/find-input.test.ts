import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { findInput } from "../../../lib/command-line/check/find-input";
import { folder } from "../support/folder";

const removes: (() => void)[] = [];
afterAll(() => removes.forEach((remove) => remove()));

function find(operand: string | undefined, files: { readonly [path: string]: unknown }) {
  const { path, remove } = folder(files);
  removes.push(remove);
  return findInput(operand, { cwd: path, stdin: Readable.from([]) });
}

const manifest = (...stacks: string[]) => ({
  stacks: Object.fromEntries(stacks.map((path) => [path, { name: path, synthesizedStackPath: path }])),
});
const unit = (files: string[], over: object = {}) => ({ files, isConfiguration: true, hasOthers: false, ...over });

test("standard input", async () => {
  expect((await find("-", {})).units).toEqual([unit(["-"], { isConfiguration: false })]);
});

test("what is wrong with a path is told when it is read", async () => {
  const { path, remove } = folder({ "a.tf.json": {} });
  removes.push(remove);
  symlinkSync("circle", join(path, "circle"));
  for (const operand of ["circle", "a.tf.json/x", "a.tf.json/x.tf.json", "circle/x.tf.json"]) {
    const isConfiguration = operand.endsWith(".tf.json");
    const { units } = await findInput(operand, { cwd: path, stdin: Readable.from([]) });
    expect(units).toEqual([unit([operand], { isConfiguration, hasOthers: isConfiguration })]);
  }
});

test("a directory of cdktf has a unit for each stack", async () => {
  const files = { "out/manifest.json": manifest("stacks/b/cdk.tf.json", "stacks/a/cdk.tf.json") };
  const units = [unit(["out/stacks/a/cdk.tf.json"]), unit(["out/stacks/b/cdk.tf.json"])];
  expect(await find("out", files)).toEqual({ units, notes: [] });
  expect((await find("./out/", files)).units[0]!.files).toEqual(["./out/stacks/a/cdk.tf.json"]);
  expect((await find("out/manifest.json", files)).units).toEqual(units);
});

test("cdktf.out is found without being named, and in a directory that is", async () => {
  const files = {
    "cdktf.out/manifest.json": manifest("a.tf.json"),
    "app/cdktf.out/manifest.json": manifest("b.tf.json"),
  };
  expect((await find(undefined, files)).units).toEqual([unit(["cdktf.out/a.tf.json"])]);
  expect((await find("app", files)).units).toEqual([unit(["app/cdktf.out/b.tf.json"])]);
});

test("the files of a directory are one unit, without those that Terraform does not read", async () => {
  const files = {
    "b.tf.json": {},
    "a.tofu.json": {},
    ".hidden.tf.json": {},
    "c.tf.json~": {},
    "package.json": {},
    "sub/d.tf.json": {},
  };
  expect(await find(undefined, files)).toEqual({ units: [unit(["a.tofu.json", "b.tf.json"])], notes: [] });
});

test("HCL beside them is not read, and that is told", async () => {
  const { units, notes } = await find("dir", { "dir/a.tf.json": {}, "dir/main.tf": "", "dir/other.tf": "" });
  expect(units).toEqual([unit(["dir/a.tf.json"], { hasOthers: true })]);
  expect(notes).toEqual([
    expect.stringMatching(/^dir: main\.tf, other\.tf are not read: HCL is checked as a plan \(.*terraform show -json/),
  ]);
});

test("a file is checked by itself, and may be a plan", async () => {
  const files = { "one/a.tf.json": {}, "two/a.tf.json": {}, "two/b.tf.json": {}, "plan.json": {}, "manifest.json": {} };
  expect((await find("one/a.tf.json", files)).units).toEqual([unit(["one/a.tf.json"])]);
  expect((await find("two/a.tf.json", files)).units).toEqual([unit(["two/a.tf.json"], { hasOthers: true })]);
  expect((await find("plan.json", files)).units).toEqual([unit(["plan.json"], { isConfiguration: false })]);
  expect((await find("manifest.json", files)).units).toEqual([unit(["manifest.json"], { isConfiguration: false })]);
});

test("stacks in HCL are told beside those in JSON", async () => {
  const { units, notes } = await find("out", { "out/manifest.json": manifest("a.tf.json", "b.tf") });
  expect(units).toEqual([unit(["out/a.tf.json"])]);
  expect(notes).toEqual([expect.stringContaining("out/b.tf is not read")]);
});

test.each([
  ["a directory without Terraform", "dir", { "dir/x.txt": "" }, /^dir: there is no Terraform JSON/],
  ["an empty directory", undefined, {}, /^\.: there is no Terraform JSON/],
  [
    "a directory with HCL only",
    "dir",
    { "dir/main.tf": "" },
    /^dir: there is only HCL, which is checked as a plan: .*terraform show -json/,
  ],
  ["a file in HCL", "main.tf", { "main.tf": "" }, /^main\.tf: this is HCL/],
  [
    "an output in HCL",
    "out",
    { "out/manifest.json": manifest("a.tf") },
    /^out: the stacks are HCL\. Synthesize without --hcl/,
  ],
  [
    "a manifest without stacks",
    "out",
    { "out/manifest.json": manifest() },
    /^out\/manifest\.json: the app has no stack/,
  ],
  [
    "a manifest of something else",
    "out",
    { "out/manifest.json": { name: "x" } },
    /^out\/manifest\.json: this is no manifest of cdktf/,
  ],
  ["a broken manifest", "out", { "out/manifest.json": "{" }, /^out\/manifest\.json: this is no manifest of cdktf/],
])("%s is a misuse", async (_what, operand, files, message) => {
  await expect(find(operand, files)).rejects.toMatchObject({ name: "Misuse", message: expect.stringMatching(message) });
});
