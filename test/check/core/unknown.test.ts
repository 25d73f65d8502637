import { isRecord } from "../../../lib/rules/input/shape";
import { SENSITIVE, holdsUnknown, isIncomparable, isUnknown, unknownAt } from "../../../lib/check/core/unknown";

test.each([
  ["${var.x}", true],
  ["a%{if true}b", true],
  ["$ {x}", false],
  ["plain", false],
  [300, false],
  [null, false],
])("%j is unknown: %s", (value, expected) => expect(isUnknown(value)).toBe(expected));

test("a value holds what is unknown at any depth, names included", () => {
  expect(holdsUnknown({ a: [{ b: "${var.x}" }] })).toBe(true);
  expect(holdsUnknown({ "${var.x}": 1 })).toBe(true);
  expect(holdsUnknown({ a: [{ b: "x" }, 1, null] })).toBe(false);
});

test("what only looks the same is not compared", () => {
  for (const text of [SENSITIVE, unknownAt("a.b"), "${each.key}", "x-${count.index}", "${uuid()}", "${self.id}"]) {
    expect([text, isIncomparable(text)]).toEqual([text, true]);
    expect(isUnknown(text)).toBe(true);
  }
  for (const text of ["${aws_x.each.id}", "${var.x}", "prod"])
    expect([text, isIncomparable(text)]).toEqual([text, false]);
});

test("lists and null are no objects", () => {
  expect([{}, [], null, "x", undefined].map(isRecord)).toEqual([true, false, false, false, false]);
});
