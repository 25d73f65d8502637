import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LONGEST_FILE } from "../../lib/serverless/core/parse-yaml";
import { ProjectDirectory } from "../../lib/serverless/project-directory";

let outer: string;
let project: ProjectDirectory;

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), "project-"));
  const inner = join(outer, "project");
  mkdirSync(join(inner, "conf"), { recursive: true });
  writeFileSync(join(outer, "secret.yml"), "a: secret");
  writeFileSync(join(inner, "a.yml"), "a: ü");
  writeFileSync(join(inner, "bom.yml"), "\uFEFFa: 1");
  writeFileSync(join(inner, "conf", "b.yml"), "b: 1");
  writeFileSync(join(inner, "binary.yml"), Buffer.from([0xff, 0xfe, 0x00, 0x61]));
  writeFileSync(join(inner, "exact.yml"), `a: ${"x".repeat(LONGEST_FILE - 3)}`);
  writeFileSync(join(inner, "large.yml"), Buffer.alloc(20 * 1024 * 1024, "a"));
  symlinkSync(join(outer, "secret.yml"), join(inner, "link.yml"));
  symlinkSync(outer, join(inner, "up"));
  symlinkSync("a.yml", join(inner, "inside.yml"));
  symlinkSync("loop.yml", join(inner, "loop.yml"));
  project = new ProjectDirectory(inner);
});

afterAll(() => rmSync(outer, { recursive: true }));

test.each([
  ["a.yml", "a: ü"],
  ["conf/b.yml", "b: 1"],
  ["inside.yml", "a: ü"],
  ["bom.yml", "a: 1"],
])("reads %s", (path, text) => {
  expect(project.read(path)).toEqual({ text });
});

test("reads a file of just the size that is allowed", () => {
  expect(project.read("exact.yml").text).toHaveLength(LONGEST_FILE);
});

test.each([
  ["none.yml", { trouble: "missing" }],
  ["a.yml/b.yml", { trouble: "missing" }],
  ["../secret.yml", { trouble: "outside" }],
  ["link.yml", { trouble: "outside" }],
  ["up/secret.yml", { trouble: "outside" }],
  ["conf", { trouble: "unreadable", problem: "it is a directory" }],
  ["binary.yml", { trouble: "unreadable", problem: "it is no text in UTF-8" }],
  ["large.yml", { trouble: "unreadable", problem: "it has 20971520 bytes" }],
  ["loop.yml", { trouble: "unreadable", problem: "it cannot be read (ELOOP)" }],
  ["a\0.yml", { trouble: "unreadable", problem: expect.stringMatching(/^it cannot be read/) }],
])("does not read %j", (path, result) => {
  expect(project.read(path)).toEqual(result);
});

test("an absolute path is outside, unless it leads inside", () => {
  expect(project.read("/etc/hosts")).toEqual({ trouble: "outside" });
});

test("a directory that is not there has no files", () => {
  expect(new ProjectDirectory(join(outer, "nowhere")).read("a.yml")).toEqual({ trouble: "missing" });
});

test.each(["link.yml", "large.yml", "loop.yml", "none.yml"])(
  "no path of the machine is in what is said of %s",
  (path) => {
    expect(JSON.stringify(project.read(path))).not.toContain(outer);
  },
);
