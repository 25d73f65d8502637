import { parseArguments } from "../../lib/command-line/arguments";
import { numberOf, wordOf } from "../../lib/command-line/option-values";
import { misuseOf } from "./support/given";

const given = (...args: readonly string[]) => parseArguments(args, [{ name: "n", value: "N", summary: "" }]);

const WHOLE = { minimum: 2, maximum: 100, isWhole: true, otherwise: 3 };
const ANY = { minimum: 0.5, maximum: 10, isWhole: false, otherwise: 1 };

test.each<[string[], typeof WHOLE, number]>([
  [[], WHOLE, 3],
  [["--n=2"], WHOLE, 2],
  [["--n=100"], WHOLE, 100],
  [["--n=007"], WHOLE, 7],
  [["--n=0.5"], ANY, 0.5],
  [["--n=2.0"], WHOLE, 2],
])("%j in %j is %p", (args, range, value) => {
  expect(numberOf(given(...args), "n", range)).toBe(value);
});

test.each<[string, typeof WHOLE]>([
  ["1", WHOLE],
  ["101", WHOLE],
  ["2.5", WHOLE],
  ["-3", WHOLE],
  ["1e1", WHOLE],
  ["0x10", WHOLE],
  ["3s", WHOLE],
  [" 3", WHOLE],
  ["Infinity", ANY],
  ["NaN", ANY],
  ["0.4", ANY],
  ["1.", ANY],
])("%p in %j is a misuse", (written, range) => {
  const text = misuseOf(() => numberOf(given(`--n=${written}`), "n", range));
  const kind = range.isWhole ? "a whole number from 2 to 100" : "a number from 0.5 to 10";
  expect(text).toBe(`--n takes ${kind}, and was given ${JSON.stringify(written)}.`);
});

const word = (...args: readonly string[]) => wordOf(given(...args), "n", ["text", "json", "sarif"]);

test("a word is taken in any case", () => {
  expect(word()).toBeUndefined();
  expect(word("--n=json")).toBe("json");
  expect(word("--n=SARIF")).toBe("sarif");
});

test("another word is a misuse, with a hint where one comes near", () => {
  expect(misuseOf(() => word("--n=jsn"))).toBe(
    '--n takes text, json or sarif, and was given "jsn". Did you mean json?',
  );
  expect(misuseOf(() => word("--n=yaml"))).toBe('--n takes text, json or sarif, and was given "yaml".');
});
