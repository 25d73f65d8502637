import fc from "fast-check";
import { printable, wrap } from "../../lib/command-line/printable";
import { anyText } from "../support/arbitraries";

test.each<[string, string]>([
  ["max-age=60, public", "max-age=60, public"],
  ["Zürich 猫", "Zürich 猫"],
  ["a\u001b[2Jb", "a\\u001b[2Jb"],
  ["a\nb\tc\r", "a\\u000ab\\u0009c\\u000d"],
  ["a\u009b31mb", "a\\u009b31mb"],
  ["a\u202eb", "a\\u202eb"],
])("%j is shown as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("a long text is cut", () => {
  expect(printable("x".repeat(300))).toBe(`${"x".repeat(200)}…`);
  expect(printable("x".repeat(300), Infinity)).toHaveLength(300);
  expect(printable("xxxx", 4)).toBe("xxxx");
});

test("nothing in a text acts on a terminal", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }),
  );
});

test("wrapping keeps every word, and no line is longer than it may be", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, (list) => {
      const lines = wrap(list.join(" "), 20);
      expect(lines.join(" ")).toBe(list.join(" "));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
    }),
  );
});

test("lines are filled, and a word longer than a line stands alone", () => {
  expect(wrap("aa bb cc", 5)).toEqual(["aa bb", "cc"]);
  expect(wrap("a bbbbbbbb c", 5)).toEqual(["a", "bbbbbbbb", "c"]);
  expect(wrap("", 5)).toEqual([""]);
});
