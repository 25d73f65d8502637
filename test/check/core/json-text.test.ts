import fc from "fast-check";
import { isTooDeep, jsonProblem, linesOfBlocks, repeatedName } from "../../../lib/check/core/json-text";

test.each([
  ["{", 1, 2, "the text ends where a name in double quotes is expected"],
  ['{\n  "a": 1,\n}', 3, 1, '"}" stands where a name in double quotes is expected'],
  ['{"a" 1}', 1, 6, '"1" stands where a colon is expected'],
  ['{"a": 1 "b": 2}', 1, 9, '"\\"" stands where a comma or } is expected'],
  ["[1, 2", 1, 6, "the text ends where a comma or ] is expected"],
  ['["a\nb"]', 1, 4, '"\\n" stands where a text has not ended'],
  ['["\\x"]', 1, 3, '"\\\\" stands where an escape is expected'],
  ["{'a': 1}", 1, 2, `"'" stands where a name in double quotes is expected`],
  ["[01]", 1, 3, '"1" stands where a comma or ] is expected'],
  ["nul", 1, 1, '"n" stands where a value is expected'],
  ["{} x", 1, 4, "there is more after the end of the value"],
  ["", 1, 1, "the text ends where a value is expected"],
])("%j: line %i, column %i", (text, line, column, problem) => {
  expect(jsonProblem(text)).toEqual({ line, column, problem });
  expect(() => JSON.parse(text)).toThrow();
});

test("what JSON.parse takes has no problem, and what it refuses has one", () => {
  fc.assert(fc.property(fc.json(), (text) => expect(jsonProblem(text)).toBeUndefined()));
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom(",", "}", '"', "x", "\\"), (text, at, extra) => {
      const index = at % (text.length + 1);
      const broken = text.slice(0, index) + extra + text.slice(index);
      expect(jsonProblem(broken) === undefined).toBe(parses(broken));
    }),
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['{\n  "a": 1,\n  "a": 2 }', 3, 3, '"a" stands twice in one object, first in line 2'],
  ['{"a": {"b": 1, "b": 2}, "a": 2}', 1, 16, '"b" stands twice in one object, first in line 1'],
  ['[{"x": [{"a": 1, "\\u0061": {}}]}]', 1, 18, '"a" stands twice in one object, first in line 1'],
])("a name that stands twice in %j: line %i, column %i", (text, line, column, problem) => {
  expect(repeatedName(text)).toEqual({ line, column, problem });
  expect(jsonProblem(text)).toBeUndefined();
});

test.each([
  '{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}',
  '{"//": 1, "//": 2, "a": {"//": {"x": 1, "x": 2}}}',
  '{"toString": 1, "constructor": 2}',
  '{"a": 1, "a": 2',
])("no name stands twice in %s", (text) => expect(repeatedName(text)).toBeUndefined());

test("depth is refused, and found without recursion", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(jsonProblem(deep)?.problem).toBe("it is nested too deep");
  expect(isTooDeep(JSON.parse(`${"[".repeat(1000)}${"]".repeat(1000)}`))).toBe(true);
  expect(isTooDeep({ a: [{ b: { c: 1 } }] })).toBe(false);
});

test("the lines of resources and data sources, with lists at any level", () => {
  const text = `{
  "resource": [{
    "aws_x": {
      "one": { "a": { "b": 1 } },

      "two": {}
    }
  }],
  "data": { "aws_y": [{
    "three": [{}] }] }
}`;
  expect([...linesOfBlocks(text)]).toEqual([
    ["resource aws_x one", 4],
    ["resource aws_x two", 6],
    ["data aws_y three", 10],
  ]);
});
