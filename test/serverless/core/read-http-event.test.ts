import { read, service, wrongWith } from "../support";

const only = (event: string, caching?: string) => read(service(event, caching)).model?.endpoints[0];

test.each([
  ["http: GET /cats", "GET", "/cats"],
  ["http: get cats", "GET", "/cats"],
  ["http: any /", "ANY", "/"],
  ["http: { method: get, path: /cats }", "GET", "/cats"],
  ["http: { method: POST, path: cats/ }", "POST", "/cats"],
  ["http: { method: any, path: '/{proxy+}' }", "ANY", "/{proxy+}"],
  ["http: { method: get, path: '' }", "GET", "/"],
  ["http: { method: get, path: / }", "GET", "/"],
])("%s is %s %s", (event, httpMethod, path) => {
  expect(only(event)).toMatchObject({ httpMethod, path, functionName: "cats", apiKeyRequired: false });
});

test.each([
  ["/animals", "/cats", "/animals/cats"],
  ["animals", "cats", "/animals/cats"],
  ["/animals/", "/cats/", "/animals/cats"],
  ["/animals", "/", "/animals"],
  ["/", "/cats", "/cats"],
])("below the base path %s, %s is %s", (basePath, path, complete) => {
  expect(only(`http: { method: get, path: ${path} }`, `{ enabled: true, basePath: ${basePath} }`)?.path).toBe(complete);
  expect(only(`http: get ${path}`, `{ enabled: true, basePath: ${basePath} }`)?.path).toBe(complete);
});

test.each([
  ["", "AWS_PROXY"],
  ["integration: lambda", "AWS"],
  ["integration: lambda-proxy", "AWS_PROXY"],
  ["integration: LAMBDA_PROXY", "AWS_PROXY"],
  ["integration: aws", "AWS"],
  ["integration: http", "HTTP"],
  ["integration: http-proxy", "HTTP_PROXY"],
  ["integration: mock", "MOCK"],
  ["async: true", "AWS"],
  ["async: true, integration: http", "HTTP"],
])("with %j the integration is %s", (option, type) => {
  expect(only(`http: { method: get, path: /a, ${option} }`)?.integrationType).toBe(type);
});

test("private wants an API key", () => {
  expect(only("http: { method: get, path: /a, private: true }")?.apiKeyRequired).toBe(true);
});

test.each([
  ["request: { parameters: { querystrings: { page: true } } }", true],
  ["request: { parameters: { headers: { X-A: false }, querystrings: { page: { mappedValue: context.x } } } }", true],
  ["request: { parameters: { querystrings: { page: false } } }", undefined],
  ["request: { schemas: { application/json: '${file(x.json)}' } }", undefined],
  ["private: true", undefined],
])("with %j its parameters are validated: %s", (option, validates) => {
  expect(only(`http: { method: get, path: /a, ${option} }`)?.validateRequestParameters).toBe(validates);
});

test("what is not about the cache is not read", () => {
  const event =
    "http: { method: get, path: /a, response: '${file(x.js)}', documentation: { a: !Foo b }, operationId: a }";
  expect(wrongWith(service(event))).toEqual([]);
});

test.each([
  ["http: cats", "serverless/wrong-type at serverless.yml:6:15 functions.cats.events[0].http"],
  ["http: GET /cats now", "serverless/wrong-type at serverless.yml:6:15 functions.cats.events[0].http"],
  ["http: [get, /cats]", "serverless/wrong-type at serverless.yml:6:15 functions.cats.events[0].http"],
  ["http: fetch /cats", "gateway/verb-syntax at serverless.yml:6:15 functions.cats.events[0].http"],
  ["http: get /cats/*", "gateway/path-syntax at serverless.yml:6:15 functions.cats.events[0].http"],
  ["http: { path: /cats }", "serverless/missing-key at serverless.yml:6:15 functions.cats.events[0].http.method"],
  ["http: { method: get }", "serverless/missing-key at serverless.yml:6:15 functions.cats.events[0].http.path"],
  [
    "http: { method: trace, path: / }",
    "gateway/verb-syntax at serverless.yml:6:25 functions.cats.events[0].http.method",
  ],
  [
    "http: { method: get, path: '/a b' }",
    "gateway/path-syntax at serverless.yml:6:36 functions.cats.events[0].http.path",
  ],
  [
    "http: { method: get, path: '${ssm:/p}' }",
    "serverless/not-literal at serverless.yml:6:36 functions.cats.events[0].http.path",
  ],
  ["http: '${ssm:/e}'", "serverless/not-literal at serverless.yml:6:15 functions.cats.events[0].http"],
  [
    "http: { method: get, path: /, integration: lamda }",
    "serverless/wrong-type at serverless.yml:6:52 functions.cats.events[0].http.integration",
  ],
  [
    "http: { method: get, path: /, cacheing: { enabled: true } }",
    "serverless/unknown-key at serverless.yml:6:39 functions.cats.events[0].http.cacheing",
  ],
  [
    "http: { method: get, path: /, cache: { enabled: true } }",
    "serverless/unknown-key at serverless.yml:6:39 functions.cats.events[0].http.cache",
  ],
  [
    "http: { method: get, path: /, authoriser: aws_iam }",
    "serverless/unknown-key at serverless.yml:6:39 functions.cats.events[0].http.authoriser",
  ],
  ["http: !Ref Event", "serverless/not-literal at serverless.yml:6:20 functions.cats.events[0].http"],
  [
    "http: { method: get, path: /, caching: !Ref Caching }",
    "serverless/not-literal at serverless.yml:6:53 functions.cats.events[0].http.caching",
  ],
  [
    "http: { method: get, path: /, Caching: { enabled: true } }",
    "serverless/unknown-key at serverless.yml:6:39 functions.cats.events[0].http.Caching",
  ],
])("%s breaks a rule where it is written", (event, problem) => {
  expect(wrongWith(service(event))).toEqual([problem]);
});

describe("an additional endpoint", () => {
  const additional = (item: string, more = "") =>
    read(service("schedule: x", `{ enabled: true, ${more} additionalEndpoints: [${item}] }`));

  test("has its verb, its path and its caching", () => {
    expect(
      additional("{ method: get, path: dynamodb/, caching: { enabled: true, ttlInSeconds: 5 } }").model?.endpoints,
    ).toMatchObject([{ httpMethod: "GET", path: "/dynamodb", cache: { enabled: true, ttlSeconds: 5 } }]);
  });

  test("has the path that is written, base path or not", () => {
    const { model, findings } = additional("{ method: get, path: /x }", "basePath: /animals,");
    expect(model?.endpoints[0]?.path).toBe("/x");
    expect(findings.map(({ rule }) => rule)).toEqual(["serverless/outside-base-path"]);
    expect(additional("{ method: get, path: /animals/x }", "basePath: animals/,").findings).toEqual([]);
    expect(additional("{ method: get, path: /animals }", "basePath: /animals,").findings).toEqual([]);
    expect(additional("{ method: get, path: /animalsx }", "basePath: /animals,").findings).toHaveLength(1);
  });

  test("has no other keys", () => {
    expect(additional("{ method: get, path: /x, cachin: {} }").findings.map(({ rule }) => rule)).toEqual([
      "serverless/unknown-key",
    ]);
  });
});
