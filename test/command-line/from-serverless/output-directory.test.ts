import fileSystem from "node:fs";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { MANIFEST, writeFiles } from "../../../lib/command-line/from-serverless/output-directory";
import { misuseOf } from "../support/given";
import { Project, newProject } from "./support/run";

let project: Project;

beforeEach(() => {
  project = newProject();
});
afterEach(() => project.remove());

const write = (files: { [name: string]: string }, isForced = false, path = "out"): void =>
  writeFiles(path, project.directory, new Map(Object.entries(files)), isForced);

test("files are written into a directory that is made, with what was written", () => {
  write({ "a.json": "1", "b.ts": "2" }, false, "x/y");
  expect(project.list("x/y")).toEqual([MANIFEST, "a.json", "b.ts"]);
  expect(Object.keys(JSON.parse(project.read(`x/y/${MANIFEST}`)).files)).toEqual(["a.json", "b.ts"]);
});

test("what this command wrote is overwritten, what is beside it stays", () => {
  project.write("out/terraform.tfstate", "state");
  write({ "a.json": "1" });
  write({ "a.json": "2" });
  expect(project.read("out/a.json")).toBe("2");
  expect(project.read("out/terraform.tfstate")).toBe("state");
  expect(project.list("out")).toEqual([MANIFEST, "a.json", "terraform.tfstate"]);
});

test.each<[string, () => void]>([
  ["that somebody else wrote", () => project.write("out/a.json", "mine")],
  [
    "that has been changed since",
    () => {
      write({ "a.json": "1" });
      project.write("out/a.json", "mine");
    },
  ],
  [
    "that stands beside a manifest which is broken",
    () => {
      project.write("out/a.json", "mine");
      project.write(`out/${MANIFEST}`, "{");
    },
  ],
  [
    "that stands beside a manifest which says nothing",
    () => {
      project.write("out/a.json", "mine");
      project.write(`out/${MANIFEST}`, "null");
    },
  ],
])("a file %s stays, and nothing else is written, unless it is forced", (_which, prepare) => {
  prepare();
  const before = project.list("out");
  expect(misuseOf(() => write({ "new.json": "1", "a.json": "2" }))).toMatch(
    /^--out out: this command did not write a\.json, or it has been changed since\..*--force\.$/,
  );
  expect(project.read("out/a.json")).toBe("mine");
  expect(project.list("out")).toEqual(before);
  write({ "new.json": "1", "a.json": "2" }, true);
  expect(project.read("out/a.json")).toBe("2");
});

test("a file that says the same already is no obstacle", () => {
  project.write("out/a.json", "1");
  write({ "a.json": "1" });
  write({ "a.json": "2" });
  expect(project.read("out/a.json")).toBe("2");
});

test("what an earlier run wrote of another kind is still ours", () => {
  write({ "a.json": "1" });
  write({ "main.ts": "x" });
  write({ "a.json": "2" });
  expect(project.read("out/a.json")).toBe("2");
});

test.each<[string, (file: string) => void]>([
  ["a directory", (file) => mkdirSync(file, { recursive: true })],
  ["a link", (file) => symlinkSync(join(project.directory, "elsewhere"), file)],
])("%s in the place of a file stays, also if it is forced", (_what, make) => {
  project.write("elsewhere", "mine");
  project.write("out/.keep", "");
  make(join(project.directory, "out/a.json"));
  expect(misuseOf(() => write({ "a.json": "1" }))).toContain("did not write a.json");
  expect(misuseOf(() => write({ "a.json": "1" }, true))).toBe("--out out: a.json is no regular file.");
  expect(project.read("elsewhere")).toBe("mine");
});

test("all or nothing: where the last file cannot be put in its place, the ones before are as they were", () => {
  write({ "a.json": "1" });
  const manifest = project.read(`out/${MANIFEST}`);
  // The name of a file in a directory that is not there: it fails when the others are in their places.
  const act = () => write({ "a.json": "2", "b.json": "2", "no/such.json": "2" });
  expect(act).toThrow();
  expect(project.read("out/a.json")).toBe("1");
  expect(project.read(`out/${MANIFEST}`)).toBe(manifest);
  expect(project.list("out")).toEqual([MANIFEST, "a.json"]);
});

test("a directory that was made for nothing is removed", () => {
  expect(() => write({ "no/such.json": "2" }, false, "x/y/z")).toThrow();
  expect(project.list()).toEqual([]);
});

test("a file in the place of the directory, or of one above", () => {
  project.write("out", "mine");
  expect(misuseOf(() => write({ "a.json": "1" }))).toMatch(/^--out out: .* Nothing has been written\.$/);
  expect(misuseOf(() => write({ "a.json": "1" }, false, "out/deep"))).toMatch(/Nothing has been written\.$/);
  expect(readFileSync(join(project.directory, "out"), "utf8")).toBe("mine");
});

// Whoever runs the tests may be allowed everything: the file system's own answer cannot be had.
test.each([
  ["EACCES", "the directory may not be written to"],
  ["EROFS", "the directory may not be written to"],
  ["ENOSPC", "there is no space left"],
  ["EIO", "it cannot be written to (EIO)"],
])("a file system that answers %s", (code, reason) => {
  jest.spyOn(fileSystem, "renameSync").mockImplementationOnce(() => {
    throw Object.assign(new Error(code), { code });
  });
  expect(misuseOf(() => write({ "a.json": "1" }))).toBe(`--out out: ${reason}. Nothing has been written.`);
  expect(project.list()).toEqual([]);
});

test("the command asks for nothing to be overwritten, and says what is in the way", async () => {
  project.write(
    "serverless.yml",
    "service: cats\nprovider: aws\nfunctions: { a: { events: [{ http: GET /cats }] } }\n",
  );
  project.write("terraform/cdk.tf.json", "{}");
  const refused = await project.run();
  expect(refused).toMatchObject({ status: 2, out: "" });
  expect(refused.err).toContain("did not write cdk.tf.json");
  expect(project.read("terraform/cdk.tf.json")).toBe("{}");
  expect((await project.run(["--force"])).status).toBe(0);
  expect((await project.run()).status).toBe(0);
});
