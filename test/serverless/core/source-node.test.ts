import {
  describeNode,
  intrinsicOf,
  isUnknownValue,
  joinPath,
  showPlace,
} from "../../../lib/serverless/core/source-node";
import { parse } from "../support";

test.each([
  ["", "custom", "custom"],
  ["custom", "apiGatewayCaching", "custom.apiGatewayCaching"],
  ["functions", "get-cat", "functions.get-cat"],
  ["functions", "a b", 'functions["a b"]'],
  ["functions", "a\nb", 'functions["a\\nb"]'],
  ["functions", "", 'functions[""]'],
  ["events", 3, "events[3]"],
])("%j and %j are %s", (path, key, joined) => {
  expect(joinPath(path, key)).toBe(joined);
});

test("a place is file, line and column", () => {
  expect(showPlace({ file: "a/b.yml", line: 2, column: 3 })).toBe("a/b.yml:2:3");
});

test("a description shows the beginning of what is long or deep", () => {
  const long = parse(`[${Array.from({ length: 50 }, (_, index) => index).join(", ")}]`);
  expect(describeNode(long)).toHaveLength(20);
  expect(describeNode(parse("a: { b: { c: { d: 1 } } }"))).toEqual({ a: { b: { c: "…" } } });
  expect(describeNode(parse("a: [[[[1]]]]"))).toEqual({ a: [["…"]] });
  expect(describeNode({ kind: "failed", at: parse("x").at })).toBeUndefined();
});

test.each([
  ["!Ref x", "Ref"],
  ["Fn::ImportValue: x", "Fn::ImportValue"],
  ["Ref: x\nother: 1", undefined],
  ["Ref: true", undefined],
  ["Ref: { a: b }", undefined],
  ["name: x", undefined],
  ["[Ref]", undefined],
  ["Ref", undefined],
])("the function in %j is %s", (text, name) => {
  expect(intrinsicOf(parse(text))?.name).toBe(name);
});

test("tells unknown values from others", () => {
  expect(isUnknownValue({ template: "${var.x}", original: "x", variables: [] })).toBe(true);
  for (const value of [undefined, null, "x", 1, {}, { template: "x" }]) expect(isUnknownValue(value)).toBe(false);
});
