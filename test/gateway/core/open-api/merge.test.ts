import { mergeDeep } from "../../../../lib/gateway/core/open-api/merge";

test.each([
  ["objects are merged, however deep", { a: { b: { c: 1 } } }, { a: { b: { d: 2 } } }, { a: { b: { c: 1, d: 2 } } }],
  ["values replace", { a: 1, b: 2 }, { a: 3 }, { a: 3, b: 2 }],
  ["lists replace", { a: [1, 2] }, { a: [3] }, { a: [3] }],
  ["objects replace values", { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
  ["values replace objects", { a: { b: 1 } }, { a: "text" }, { a: "text" }],
  ["objects replace lists", { a: [1] }, { a: { b: 1 } }, { a: { b: 1 } }],
  ["null removes", { a: 1, b: { c: 1, d: 2 } }, { a: null, b: { c: null } }, { b: { d: 2 } }],
  ["null removes what is not there", {}, { a: null, b: { c: null } }, { b: {} }],
  [
    "false, 0 and the empty text are values",
    { a: 1, b: 1, c: 1 },
    { a: false, b: 0, c: "" },
    { a: false, b: 0, c: "" },
  ],
  ["nothing changes nothing", { a: { b: 1 } }, {}, { a: { b: 1 } }],
])("%s", (_name, base, over, expected) => {
  const before = structuredClone({ base, over });
  expect(mergeDeep({ ...base }, { ...over })).toEqual(expected);
  expect({ base, over }).toEqual(before);
});

test("an object of a class, such as a token, replaces as a whole", () => {
  class Expression {
    readonly name = "an expression";
  }
  const expression = new Expression();
  expect(mergeDeep({ a: { b: 1 } }, { a: expression }).a).toBe(expression);
});

test("a name that objects have a meaning for is a name like any other", () => {
  const over = JSON.parse('{ "__proto__": { "polluted": true } }') as Record<string, unknown>;
  const merged = mergeDeep({}, over);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(JSON.stringify(merged)).toBe('{"__proto__":{"polluted":true}}');
});
