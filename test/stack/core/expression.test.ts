import { holdsExpression } from "../../../lib/stack/core/expression";

test.each([
  ["${var.host}", true],
  ["a ${TfToken[TOKEN.1]} b", true],
  ["%{ if var.on }x%{ endif }", true],
  ["", false],
  ["$5, 100% and {id}", false],
  ["{$", false],
])("%s holds an expression: %p", (text, expected) => {
  expect(holdsExpression(text)).toBe(expected);
});
