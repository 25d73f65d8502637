import { HTTP_VERBS, isHttpVerb, parseVerb } from "../../../lib/gateway/core/http-verb";

test.each([
  ["GET", "GET"],
  ["get", "GET"],
  ["Patch", "PATCH"],
  ["any", "ANY"],
  ["ANY", "ANY"],
])("%j is the verb %s", (text, expected) => {
  expect(parseVerb(text)).toBe(expected);
});

test.each(["", "*", "TRACE", "CONNECT", "GET ", "constructor", "x-amazon-apigateway-any-method"])(
  "%j is no verb",
  (text) => {
    expect(parseVerb(text)).toBeUndefined();
  },
);

test("a method setting can name every verb of a REST API, but not ANY", () => {
  expect([...HTTP_VERBS].sort()).toEqual(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]);
  expect(HTTP_VERBS.every(isHttpVerb)).toBe(true);
  expect(isHttpVerb("ANY")).toBe(false);
  expect(isHttpVerb("get")).toBe(false);
});
