import { passesCredentials } from "../../../../lib/check/core/edge/passed-credentials";
import { plainRules } from "../../../../lib/edge/core/plain-rules";

const HOST = 'http.host eq "api.example.com"';
const AUTHORIZATION = 'len(http.request.headers["authorization"]) > 0';
const COOKIE = 'http.cookie contains "session="';
const EITHER = `(${AUTHORIZATION} or ${COOKIE})`;

function passes(expression: string, ...later: object[]): boolean {
  const [rule, ...others] = plainRules([
    { expression },
    ...later.map((one) => ({ action_parameters: { cache: false }, ...one })),
  ]);
  return passesCredentials(rule!, others, { host: "api.example.com" });
}

test.each([
  [HOST, false],
  [`${HOST} and not ${EITHER}`, true],
  [`${HOST} and not ${AUTHORIZATION} and http.cookie eq ""`, true],
  [`${HOST} and not any(http.request.headers["authorization"][*] ne "") and len(http.cookie) eq 0`, true],
  [`${HOST} and not ${COOKIE}`, false],
  [`${HOST} and ${EITHER}`, false],
  [`${HOST} and ${AUTHORIZATION} and ${COOKIE}`, false],
  [`${HOST} and not (${AUTHORIZATION} and ${COOKIE})`, false],
  [`${HOST} and http.cookie ne "a=b" and not ${AUTHORIZATION}`, true],
])("by its own condition, %s: %s", (expression, expected) => expect(passes(expression)).toBe(expected));

test.each([
  [EITHER, true],
  ["true", true],
  [`${HOST} and ${EITHER}`, true],
  [`starts_with(http.request.uri.path, "/v1/") and ${EITHER}`, true],
  ['starts_with(http.request.uri.path, "/v1/")', false],
  [`http.host eq "www.example.com" and ${EITHER}`, false],
  [`http.host ne "api.example.com" and ${EITHER}`, false],
  [`http.host eq "\${unknown}" and ${EITHER}`, true],
  [`${AUTHORIZATION} and ${COOKIE}`, false],
  [AUTHORIZATION, false],
  [COOKIE, false],
  ["${unknown}", true],
])("by a later rule for %s: %s", (expression, expected) => expect(passes(HOST, { expression })).toBe(expected));

test.each([
  [{ action_parameters: { cache: false } }, true],
  [{ action_parameters: [{ cache: "false" }] }, true],
  [{ action_parameters: { cache: "${var.cache}" } }, true],
  [{ action_parameters: { cache: true } }, false],
  [{ action_parameters: {} }, false],
  [{ enabled: false }, false],
  [{ enabled: "${var.on}" }, true],
])("by a later rule with %j: %s", (over, expected) => {
  expect(passes(HOST, { expression: EITHER, ...over })).toBe(expected);
});

test("by two later rules, one for each", () => {
  expect(passes(HOST, { expression: AUTHORIZATION }, { expression: COOKIE })).toBe(true);
  expect(passes(`${HOST} and not ${AUTHORIZATION}`, { expression: COOKIE })).toBe(true);
});
