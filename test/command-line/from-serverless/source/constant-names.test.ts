import { ApiBlueprint, Blueprint } from "../../../../lib/command-line/from-serverless/blueprint";
import { constantNames } from "../../../../lib/command-line/from-serverless/source/constant-names";

function namesOf(functions: readonly string[], authorizers: readonly string[] = []) {
  const lambdas = functions.map((id) => ({ id, functionName: id }));
  const all = authorizers.map((name) => ({ key: name, name }));
  const names = constantNames({ lambdas } as unknown as Blueprint, { authorizers: all } as unknown as ApiBlueprint);
  return [...names.functions.values(), ...names.authorizers.values()];
}

test.each([
  ["list-cats-function", "listCatsFunction"],
  ["API-List-function", "apiListFunction"],
  ["ListCats-function", "listCatsFunction"],
  ["_2fa-function", "_2faFunction"],
  ["a_b-function", "aBFunction"],
])("%s is called %s", (id, name) => {
  expect(namesOf([id])).toEqual([name]);
});

test("an authorizer is called one", () => {
  expect(namesOf([], ["verify", "adminAuthorizer", "my-AUTHORIZER"])).toEqual([
    "verifyAuthorizer",
    "adminAuthorizer",
    "myAUTHORIZER",
  ]);
});

test("each has a name of its own", () => {
  expect(namesOf(["get-it-function", "get_it-function", "getIt-function"], ["api", "api-authorizer"])).toEqual([
    "getItFunction",
    "getItFunction2",
    "getItFunction3",
    "apiAuthorizer",
    "apiAuthorizer2",
  ]);
});
