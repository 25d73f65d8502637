import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathProblem, readInputFile } from "../../lib/command-line/input-file";
import { misuseOf } from "./support/given";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "input-file-"));
  mkdirSync(join(folder, "folder"));
  symlinkSync("circle", join(folder, "circle"));
  writeFileSync(join(folder, "text"), "Zürich\n");
  writeFileSync(join(folder, "empty"), "");
  writeFileSync(join(folder, "binary"), Buffer.from([0x50, 0x4b, 0xff, 0xfe]));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a file is read from where the user is, up to its size", () => {
  expect(readInputFile("text", folder, 8)).toBe("Zürich\n");
  expect(readInputFile("empty", folder, 8)).toBe("");
  expect(readInputFile(join(folder, "text"), "/", 100)).toBe("Zürich\n");
});

test.each<[string, string]>([
  ["missing", "missing: there is no such file."],
  ["folder", "folder: this is a directory, a file is needed."],
  ["text/more", "text/more: a part of the path is not a directory."],
  ["circle", "circle: the symbolic links lead in a circle."],
  ["x".repeat(300), `${"x".repeat(300)}: the name is too long.`],
  ["binary", "binary: the file is not text in UTF-8."],
])("%s is a misuse", (path, text) => {
  expect(misuseOf(() => readInputFile(path, folder, 100))).toBe(text);
});

test("what is no mistake of the user's has no words", () => {
  for (const thrown of [{ code: "constructor" }, { code: "EIO" }, new Error("x")]) {
    expect(pathProblem(thrown)).toBeUndefined();
  }
});

test("a file that is too large is a misuse, and one without an end, too", () => {
  expect(misuseOf(() => readInputFile("text", folder, 7))).toBe("text: the file has more than 7 bytes.");
  expect(misuseOf(() => readInputFile("/dev/zero", folder, 1000))).toContain("more than 1000 bytes");
});
