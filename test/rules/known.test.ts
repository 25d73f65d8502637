import { whenKnown } from "../../lib/rules/known";

const isToken = (value: unknown) => value === "${token}";
const check = (value: unknown) => [value];

test.each<[unknown, unknown[]]>([
  [undefined, []],
  ["${token}", []],
  ["text", ["text"]],
  ["", [""]],
  [0, [0]],
  [false, [false]],
  [null, [null]],
])("%p is checked as %p", (value, expected) => {
  expect(whenKnown(value, isToken, check)).toEqual(expected);
});
