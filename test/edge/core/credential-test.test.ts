import { Condition, Token, readCondition } from "../../../lib/edge/core/condition";
import { credentialsIn, testCredentials } from "../../../lib/edge/core/credential-test";

const tokensOf = (expression: string): readonly Token[] =>
  (readCondition(expression) as Extract<Condition, { kind: "test" }>).tokens;

test.each([
  ['len(http.request.headers["Authorization"]) > 0', ["authorization"], "all", "none"],
  ['any(http.request.headers["authorization"][*] ne "")', ["authorization"], "all", "none"],
  ['any(http.request.headers["authorization"][*] eq "")', ["authorization"], "none", "all"],
  ['http.request.headers["authorization"][0] == ""', ["authorization"], "none", "all"],
  ['any(http.request.headers.names[*] eq "authorization")', ["authorization"], "all", "none"],
  ['all(http.request.headers.names[*] ne "authorization")', ["authorization"], "unknown", "unknown"],
  ['has_key(http.request.headers, "authorization")', ["authorization"], "all", "none"],
  ["len(http.cookie) > 0", ["cookie"], "all", "none"],
  ["len(http.cookie) eq 0", ["cookie"], "none", "all"],
  ["len(http.cookie) < 1", ["cookie"], "none", "all"],
  ["len(http.cookie) <= 0", ["cookie"], "none", "all"],
  ["len(http.cookie) ge 10", ["cookie"], "all", "none"],
  ['http.cookie eq ""', ["cookie"], "none", "all"],
  ['http.cookie ne ""', ["cookie"], "all", "none"],
  ['http.cookie contains "session="', ["cookie"], "all", "none"],
  ['len(http.request.cookies["session"]) > 0', ["cookie"], "all", "none"],
  ['any(http.request.headers["cookie"][*] contains "session")', ["cookie"], "all", "none"],
  ['any(http.request.headers.names[*] in {"authorization" "cookie"})', ["authorization", "cookie"], "all", "none"],
])("%s asks for %j", (expression, names, expectedWith, expectedWithout) => {
  const tokens = tokensOf(expression);
  expect(credentialsIn(tokens)).toEqual(names);
  for (const name of ["authorization", "cookie"] as const) {
    const credentials = { authorization: false, cookie: false, [name]: true };
    expect(testCredentials(tokens, credentials)).toBe(names.includes(name) ? expectedWith : expectedWithout);
  }
});

test.each([['http.request.headers["accept"][0] eq "x"'], ['http.host eq "cookie"'], ["ssl"]])(
  "%s asks for none",
  (expression) => expect(credentialsIn(tokensOf(expression))).toEqual([]),
);
