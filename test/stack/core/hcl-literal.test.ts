import fc from "fast-check";
import { hclLiteral } from "../../../lib/stack/core/hcl-literal";

test.each([
  [null, "null"],
  [false, "false"],
  [0, "0"],
  ["", '""'],
  ["007", '"007"'],
  ["[a", '"[a"'],
  ['"a" \\ b', '"\\"a\\" \\\\ b"'],
  ["one\ntwo\ttabs", '"one\\ntwo\\ttabs"'],
  ["${a} %{b} $c", '"\\u0024{a} \\u0025{b} $c"'],
  ["$${a}", '"$\\u0024{a}"'],
  ["\b\f\\b\\f", '"\\u0008\\u000c\\\\b\\\\f"'],
  [[], "[]"],
  [["a", null, [1]], '["a", null, [1]]'],
  [{}, "{}"],
  [{ CostCenter: "7", "a.b": { c: null } }, '{ "CostCenter" = "7", "a.b" = { "c" = null } }'],
  [{ "${a}": 1 }, '{ "\\u0024{a}" = 1 }'],
])("%j is %s in HCL", (value, text) => {
  expect(hclLiteral(value)).toBe(text);
});

test("no text begins a template, or ends before its quote", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("$", "%", "{", "}", '"', "\\", "b", "\b", "\n") }), (text) => {
      const written = hclLiteral(text);
      expect(written).toMatch(/^"(?:[^"\\\n]|\\["\\ntr]|\\u[0-9a-f]{4})*"$/);
      expect(written).not.toMatch(/[$%]\{/);
      expect(JSON.parse(written)).toBe(text);
    }),
  );
});
