import fc from "fast-check";
import { call, object, print, printNamed, raw, text } from "../../../../lib/command-line/from-serverless/source/code";

const line = (width: number) => "x".repeat(width);

test("a text means itself, whatever is in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      expect(new Function(`return ${text(value).text}`)()).toBe(value);
    }),
  );
  for (const value of [`a"b`, `a"b'c"`, `\\"`, `'"\\'"`, "${x}", "\u2028\n"]) {
    expect(new Function(`return ${text(value).text}`)()).toBe(value);
  }
});

test.each([
  ["say", '"say"'],
  ["it's", `"it's"`],
  ['a "b"', `'a "b"'`],
  [`"a" 'b' c`, `"\\"a\\" 'b' c"`],
])("%s has the quotes that need fewer escapes", (value, code) => {
  expect(text(value).text).toBe(code);
});

test("what fits is one line, and not a column more", () => {
  const code = object([["a", raw(line(100))]]);
  const width = print(code, "", 0, 0).length;
  expect(print(code, "", 120 - width, 0)).not.toContain("\n");
  expect(print(code, "", 121 - width, 0)).toBe(`{\n  a: ${line(100)},\n}`);
  expect(print(code, "", 120 - width, 1)).toContain("\n");
});

test("a list of objects has one in a line; names are quoted where they must be", () => {
  const item = object([
    ["a-b", raw("1")],
    ["c", raw("2")],
  ]);
  expect(print({ kind: "list", items: [item, item] }, "", 0, 0)).toBe(
    '[\n  { "a-b": 1, c: 2 },\n  { "a-b": 1, c: 2 },\n]',
  );
  expect(print({ kind: "list", items: [item] }, "", 0, 0)).toBe('[{ "a-b": 1, c: 2 }]');
  expect(print({ kind: "list", items: [] }, "", 0, 0)).toBe("[]");
  expect(print(object([["a", undefined]]), "", 0, 0)).toBe("{}");
});

test("a call keeps its last object beside it, or has an argument in a line", () => {
  expect(print(call("new A", raw("this"), object([["a", raw(line(110))]])), "", 0, 1)).toBe(
    `new A(this, {\n  a: ${line(110)},\n})`,
  );
  expect(print(call("f", raw(line(70)), raw(line(70))), "  ", 2, 1)).toBe(
    `f(\n    ${line(70)},\n    ${line(70)},\n  )`,
  );
});

test("a text that is too long for the line of its name stands below it", () => {
  expect(printNamed("const a =", text(line(115)), "", 1)).toBe(`const a =\n  "${line(115)}"`);
  expect(printNamed("a:", text("b"), "", 1)).toBe('a: "b"');
});
