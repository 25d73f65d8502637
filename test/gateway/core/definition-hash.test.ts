import fc from "fast-check";
import { sha1 } from "../../../lib/gateway/core/definition-hash";

test("a hash is the same in every run", () => {
  expect(sha1({ b: [1, "x"], a: { d: null, c: true } })).toBe(sha1({ a: { c: true, d: null }, b: [1, "x"] }));
  expect(sha1({})).toBe("bf21a9e8fbc5a3846fb05b4fa0859e0917b2202f");
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, reversed(part)]),
  );
}

test("the order of properties makes no difference, however deep", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sha1(reversed(value))).toBe(sha1(value));
    }),
  );
});

test.each([
  ["a value", { a: 1 }, { a: 2 }],
  ["a type", { a: 1 }, { a: "1" }],
  ["a name", { a: 1 }, { b: 1 }],
  ["the order of a list", ["a", "b"], ["b", "a"]],
  ["the place of a value", { a: { b: 1 } }, { a: {}, b: 1 }],
])("%s makes a difference", (_what, one, other) => {
  expect(sha1(one)).not.toBe(sha1(other));
});

test("a property that is not set makes none", () => {
  expect(sha1({ a: 1, b: undefined })).toBe(sha1({ a: 1 }));
});
