import { operationKey } from "../../../lib/gateway/core/operation-key";

test.each([
  ["GET", "/cats", "GET /cats"],
  ["get", "cats/", "GET /cats"],
  ["any", "/", "ANY /"],
  ["${var.verb}", "${var.path}", "${var.verb} ${var.path}"],
])("%s %s is %s", (verb, path, expected) => {
  expect(operationKey(verb, path)).toBe(expected);
});
