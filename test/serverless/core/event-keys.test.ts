import { service, wrongWith } from "../support";

const wrong = (keys: string) => wrongWith(service(`http: { method: get, path: /a, ${keys} }`));
const AT = "serverless/unknown-key at serverless.yml:6:40 functions.cats.events[0].http";

test.each([
  "authoriser",
  "Authorizer",
  "autorizer",
  "autoriser",
  "prvte",
  "authorizers",
  "privat",
  "Private",
  "cor",
  "CORS",
  "corss",
  "requst",
  "integraton",
  "intergration",
  "asyncs",
  "conectionId",
  "reponse",
  "Path",
  "caching_",
  "Cache",
])("%s is misspelt", (key) => {
  expect(wrong(`${key}: true`)).toEqual([`${AT}.${key}`]);
});

test.each(["documentation", "responses", "summary", "tags", "description", "name", "auth", "security", "bodyType"])(
  "%s belongs to another plugin",
  (key) => {
    expect(wrong(`${key}: { a: b }`)).toEqual([]);
  },
);

test("every key that is read", () => {
  const keys =
    "async: false, authorizer: aws_iam, connectionId: a, connectionType: vpc-link, cors: true, integration: http, operationId: a, private: true, request: {}, response: {}, caching: { enabled: true }";
  expect(wrong(keys)).toEqual([]);
});
