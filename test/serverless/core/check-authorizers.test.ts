import { AuthorizerModel } from "../../../lib/serverless/core/caching-model";
import { checkAuthorizers, functionNames } from "../../../lib/serverless/core/check-authorizers";
import { open, wrongWith } from "../support";

const ONE: AuthorizerModel = { name: "guard", scopes: [], writtenAt: "here", identity: ["one"] };

test("two of one name have to be the same; the error names both places", () => {
  const other: AuthorizerModel = { ...ONE, writtenAt: "there", identity: ["other"] };
  const [finding, ...more] = checkAuthorizers([{ authorizer: ONE }, {}, { authorizer: other }], []);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule: "serverless/authorizer-differs", property: "there" });
  expect(finding!.message).toContain("here says: one");
  expect(finding!.message).toContain("guard: other");
});

test("an error says what is different, and no more", () => {
  const of = (...identity: string[]): AuthorizerModel => ({ ...ONE, identity });
  const found = (one: string[], other: string[]) =>
    checkAuthorizers([{ authorizer: of(...one) }, { authorizer: of(...other) }], []).map((wrong) => [wrong.found, wrong.allowed]); // prettier-ignore
  expect(found(["a", "b, with a comma", "c"], ["a", "d", "c"])).toEqual([
    ["guard: d", "what here says: b, with a comma"],
  ]);
  expect(found(["a"], ["a", "b"])).toEqual([["guard: b", "what here says: nothing more"]]);
});

test("the same one twice, with other scopes, and others of other names are right", () => {
  const again: AuthorizerModel = { ...ONE, scopes: ["a"], writtenAt: "there" };
  const another: AuthorizerModel = { ...ONE, name: "other", identity: ["other"] };
  expect(checkAuthorizers([{ authorizer: ONE }, { authorizer: again }, { authorizer: another }], [])).toEqual([]);
});

test("a function that the service does not have is told of, with the one that may be meant", () => {
  const authorizer: AuthorizerModel = { ...ONE, functionName: "atuh" };
  const [finding] = checkAuthorizers([{ authorizer }], ["list", "auth"]);
  expect(finding).toMatchObject({ rule: "serverless/unknown-function", property: "here", found: "atuh" });
  expect(finding!.change).toMatch(/^Did you mean auth\? /);
  expect(checkAuthorizers([{ authorizer }], [])[0]!.change).toMatch(/^A function/);
  expect(checkAuthorizers([{ authorizer }], ["atuh"])).toEqual([]);
});

test.each([
  ["{ a: {}, b: null }", ["a", "b"]],
  ["[{ a: {} }, null, { b: {}, c: {} }]", ["a", "b", "c"]],
  ["null", []],
])("the functions of %s are %j", (yaml, names) => {
  const { reader, root } = open(`value: ${yaml}`);
  expect(functionNames(reader, reader.get({ node: root, path: "" }, "value"))).toEqual(names);
});

test.each([
  ["arn:aws:lambda:eu-west-1:1:function:guest:live", "arn:aws:lambda:eu-west-1:1:function:admin:live", 0],
  ["arn:aws:lambda:eu-west-1:1:function:auth", "arn:aws:lambda:eu-west-1:2:function:auth", 1],
  ["arn:aws:lambda:eu-west-1:1:function:auth", "auth", 1],
  ["auth", "{ name: auth, type: COGNITO_USER_POOLS, arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a' }", 1],
  ["{ name: auth, type: request, resultTtlInSeconds: 0 }", "{ name: auth, type: request }", 1],
  ["{ name: auth, scopes: [a] }", "auth", 0],
])("of a service: %s and %s", (one, other, count) => {
  const event = (path: string, authorizer: string) =>
    `      - http: { method: get, path: ${path}, authorizer: ${authorizer.startsWith("arn") ? `"${authorizer}"` : authorizer} }\n`;
  const text = `provider: aws\nfunctions:\n  auth: {}\n  a:\n    events:\n${event("/a", one)}${event("/b", other)}`;
  expect(wrongWith(text)).toEqual(
    Array.from({ length: count }, () =>
      expect.stringMatching(
        /^serverless\/authorizer-differs at serverless\.yml:7:\d+ functions\.a\.events\[1\]\.http\.authorizer$/,
      ),
    ),
  );
});
