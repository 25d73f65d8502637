import { NamedHost } from "../../../lib/edge/core/host-test";
import { KnownRequest, isForHost, readExpression } from "../../../lib/edge/core/match-request";

const host: NamedHost = { host: "api.example.com" };
const matched = (expression: string, rest: Omit<KnownRequest, "host"> = {}) =>
  readExpression(expression)({ host, ...rest });

test.each([
  ['http.host eq "api.example.com"', true],
  ['(http.host eq "api.example.com" and starts_with(http.request.uri.path, "/v1/"))', true],
  ['http.host in {"www.example.com" "api.example.com"}', true],
  ['http.host ne "www.example.com"', true],
  ['ends_with(http.host, ".example.com")', true],
  ['http.request.full_uri wildcard r"https://api.example.com/*"', true],
  ["true", true],
  ["ssl", true],
  ['http.request.uri eq "/api.example.org"', true],
  ['http.host ne "api.example.com"', false],
  ['not http.host eq "api.example.com"', false],
  ['not http.host in {"www.example.com" "api.example.com"} and ssl', false],
  ['!(http.host eq "api.example.com" or http.host eq "www.example.com")', false],
  ['(http.host eq "www.example.com") or (http.host ne "api.example.com" and ssl)', false],
  ['lower(http.host) eq "www.example.com"', false],
  ["false", false],
  ['not http.request.full_uri wildcard "*://api.example.com/*"', undefined],
  ['http.host matches "^api"', undefined],
  ['http.host eq "${unknown}" and ssl', undefined],
  ["${unknown}", undefined],
  ['${unknown} and http.host eq "www.example.com"', undefined],
  ["(http.host", undefined],
])("%s is for the host: %s", (expression, expected) => {
  expect(isForHost(readExpression(expression), host)).toBe(expected);
});

test.each([
  ["ssl", "none", "all"],
  ["not ssl", "all", "none"],
  ["!ssl", "all", "none"],
  ["ssl eq false", "all", "none"],
  ["ssl == true", "none", "all"],
  ["ssl ne true", "all", "none"],
  ["ssl != false", "none", "all"],
  ["ssl or true", "all", "all"],
  ["constructor", "some", "some"],
  ['http.request.uri.path eq "/ssl"', "some", "some"],
])("%s over http: %s, and over https: %s", (expression, http, https) => {
  expect(matched(expression, { ssl: false })).toBe(http);
  expect(matched(expression, { ssl: true })).toBe(https);
  expect(matched(expression)).toMatch(http === https ? http : "some");
});

test("credentials count if they are known", () => {
  const expression = 'http.host eq "api.example.com" and len(http.cookie) > 0';
  expect(matched(expression)).toBe("some");
  expect(matched(expression, { credentials: { authorization: true, cookie: false } })).toBe("none");
  expect(matched(expression, { credentials: { authorization: false, cookie: true } })).toBe("all");
});
