import fc from "fast-check";
import { describeValue, withoutPrivateKey } from "../../lib/rules/describe-value";
import { unknownOption } from "../../lib/rules/input/unknown-option";
import { anyText } from "../support/arbitraries";

test.each<[unknown, string]>([
  [undefined, "not set"],
  [null, "null"],
  [false, "false"],
  [0, "0"],
  [NaN, "NaN"],
  ["", '""'],
  ["a\nb", '"a\\nb"'],
  [1n, "1"],
  [[1, "a"], '[1,"a"]'],
  [{ a: true }, '{"a":true}'],
  [Symbol("s"), "Symbol(s)"],
  [isNaN, "a function (isNaN)"],
  [Object.defineProperty(() => 1, "name", { value: "" }), "a function (without a name)"],
])("%p is told as %s", (value, expected) => {
  expect(describeValue(value)).toBe(expected);
});

test("a long value is shortened", () => {
  const text = describeValue("x".repeat(1000));
  expect(text.length).toBeLessThan(130);
  expect(text).toMatch(/…$/);
});

test("what has no JSON is told by its type", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  expect(describeValue(circular)).toBe("an object of type Object");
  expect(describeValue({ big: 1n })).toBe("an object of type Object");
});

const hostile: [string, unknown][] = [
  ["an object whose JSON is nothing", { toJSON: () => undefined }],
  ["an object whose JSON is a function", { toJSON: () => () => 1 }],
  ["an object that cannot be read", { get a() { throw new Error("no"); } }], // prettier-ignore
  ["a function whose name is none", Object.defineProperty(() => 1, "name", { value: Symbol("name") })],
  ["a function whose name has no text", Object.defineProperty(() => 1, "name", { value: Object.create(null) })],
  ["an object whose type cannot be read", { a: 1n, get [Symbol.toStringTag](): string { throw new Error("no"); } }], // prettier-ignore
];

test.each(hostile)("%s is told in one line too", (_what, value) => {
  expect(describeValue(value)).toMatch(/^[^\n]+$/);
});

test("any value at all is told in one line", () => {
  const value = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  });
  const symbol = anyText.map((text) => Symbol(text));
  fc.assert(
    fc.property(fc.oneof(value, symbol), (any) => {
      expect(describeValue(any)).toMatch(/^[^\n\r]+$/);
    }),
  );
});

describe("a private key", () => {
  const key = ["-----BEGIN EC PRIVATE KEY-----", "MHcCAQEEIA", "-----END EC PRIVATE KEY-----"].join("\n");

  test.each<[string, unknown]>([
    ["as text", key],
    ["in a longer text", `my key: ${key}`],
    ["inside of an object", { options: [{ privatekey: key }] }],
  ])("is not shown %s", (_what, value) => {
    expect(withoutPrivateKey(value)).toBe("a private key");
  });

  test.each<[unknown]>([["${var.private_key}"], [{ a: 1 }], [undefined], [5], [() => key]])(
    "is not seen in %p",
    (value) => {
      expect(withoutPrivateKey(value)).toBe(value);
    },
  );

  test("is in no finding", () => {
    const finding = unknownOption("", "privatekey", key, ["privateKey"]);
    expect(JSON.stringify(finding)).not.toContain("MHcC");
    expect(finding.message).toContain('privatekey is "a private key"');
  });
});
