import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstBytes } from "../../lib/serverless/first-bytes";

const directory = mkdtempSync(join(tmpdir(), "first-bytes-"));
const file = join(directory, "file");
beforeAll(() => writeFileSync(file, "cats"));
afterAll(() => rmSync(directory, { recursive: true }));

test.each([
  [2, "ca"],
  [4, "cats"],
  [9, "cats"],
  [0, ""],
])("the first %d bytes", (count, expected) => {
  expect(firstBytes(file, count).toString()).toBe(expected);
});

test("of a device without an end", () => {
  expect(firstBytes("/dev/zero", 70_000)).toEqual(Buffer.alloc(70_000));
});

test("of nothing is the error of the system", () => {
  expect(() => firstBytes(join(directory, "missing"), 1)).toThrow("ENOENT");
  expect(() => firstBytes(directory, 1)).toThrow("EISDIR");
});
