import fc from "fast-check";
import { EdgePath, covers, pathCondition, pathRole, readPath } from "../../../lib/edge/core/edge-path";
import { ExpressionWriter } from "../../../lib/edge/core/expression";

const write = new ExpressionWriter(() => false);
const path = (text: string): EdgePath => readPath(text).path!;

test.each([
  ["/v1/cats", "exact", 'http.request.uri.path eq "/v1/cats"'],
  ["/", "exact", 'http.request.uri.path eq "/"'],
  ["/v1/*", "prefix", 'starts_with(http.request.uri.path, "/v1/")'],
  ["/v1*", "prefix", 'starts_with(http.request.uri.path, "/v1")'],
  ["/v1/*/photos", "pattern", 'http.request.uri.path strict wildcard "/v1/*/photos"'],
  ["/*/photos/*", "pattern", 'http.request.uri.path strict wildcard "/*/photos/*"'],
])("%s is an %s path", (text, kind, condition) => {
  expect(path(text).kind).toBe(kind);
  expect(pathCondition(write, path(text))).toBe(condition);
});

test.each([
  ["v1/cats", "slash"],
  ["", "slash"],
  ["https://api.example.com/v1", "slash"],
  ["/v1/**", "asterisks"],
  ["/cats/{id}", "written as *"],
  ["/cats?page=1", "?"],
  ["/cats#top", "#"],
  ["/big cats", '" "'],
  ['/"cats"', '\\"'],
  ["/cats\\", "\\"],
  ["/kätzchen", "ä"],
])("%s is no path", (text, problem) => {
  const read = readPath(text);
  expect(read.path).toBeUndefined();
  expect(read.problem).toContain(problem);
});

test.each([
  ["/v1/*", "/v1/cats", true],
  ["/v1/*", "/v1/*", true],
  ["/v1/*", "/v1/cats/*", true],
  ["/v1/*", "/v1/*/photos", true],
  ["/v1/*", "/v1", false],
  ["/v1/*", "/v10", false],
  ["/v1/cats/*", "/v1/*", false],
  ["/v1/cats", "/v1/*", false],
  ["/*/cats", "/v1/cats", true],
  ["/*/cats", "/v1/cats/1", false],
  ["/v1/cats", "/v1/dogs", false],
])("%s covers %s: %p", (first, second, expected) => {
  expect(covers(path(first), path(second))).toBe(expected);
});

test("the part of a ref is readable, and never changes", () => {
  const roles = ["/", "/*", "/root", "/v1", "/v1/", "/v1/*", "/v1*", "/v1/cats", "/v1_cats", "/v1/*/x"].map((text) =>
    pathRole(path(text)),
  );
  expect(roles).toEqual([
    "at_root",
    "below_root",
    "at__root",
    "at__v1",
    "at__v1_",
    "below__v1",
    "at__v1-x2A-",
    "at__v1_cats",
    "at__v1__cats",
    "at__v1_-x2A-_x",
  ]);
});

test("no two paths have the same part of a ref", () => {
  const anyPath = fc
    .array(fc.constantFrom("a", "b", "_", "-", "-x2A-", "/", "*", "."), { maxLength: 6 })
    .map((parts) => `/${parts.join("")}`)
    .filter((text) => readPath(text).path !== undefined);
  fc.assert(
    fc.property(anyPath, anyPath, (one, other) => {
      fc.pre(one !== other);
      expect(pathRole(path(one))).not.toBe(pathRole(path(other)));
      expect(pathRole(path(one))).toMatch(/^[A-Za-z0-9_-]+$/);
    }),
    { numRuns: 500 },
  );
});
