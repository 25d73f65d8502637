import { read } from "../support";

const endpoints = (text: string, files = {}) =>
  read(`provider: aws\n${text}`, { files }).model?.endpoints.map(
    (one) => `${one.functionName}: ${one.httpMethod} ${one.path}`,
  );
const rules = (text: string, files = {}) => read(`provider: aws\n${text}`, { files }).findings.map(({ rule }) => rule);

test("every http event of every function, in order", () => {
  const text = `
functions:
  a:
    handler: x
    events:
      - http: get /a
      - schedule: rate(1 hour)
      - sqs: { arn: !GetAtt Q.Arn }
      - http: { method: post, path: /a }
  b: { handler: y }
  c: { handler: z, events: [] }
  d:
    events:
      - http: get /d
`;
  expect(endpoints(text)).toEqual(["a: GET /a", "a: POST /a", "d: GET /d"]);
  expect(rules(text)).toEqual([]);
});

test("functions, events and an event may be in files", () => {
  const files = {
    "functions.yml": "a:\n  events: ${file(events.yml):list}\n",
    "events.yml": "list:\n  - http: ${file(events.yml):one}\none: { method: get, path: /x }\n",
    "more.yml": "b: { events: [{ http: get /b }] }\n",
  };
  expect(endpoints("functions: ${file(functions.yml)}", files)).toEqual(["a: GET /x"]);
  expect(endpoints("functions:\n  - ${file(functions.yml)}\n  - ${file(more.yml)}\n", files)).toEqual([
    "a: GET /x",
    "b: GET /b",
  ]);
  expect(endpoints("functions:\n  a: ${file(functions.yml):a}\n", files)).toEqual(["a: GET /x"]);
});

test("a service without functions has no endpoints", () => {
  expect(endpoints("service: x")).toEqual([]);
  expect(endpoints("functions:")).toEqual([]);
});

test("aliases and merges are read as what they stand for", () => {
  const text =
    "x-http: &http { method: get, path: /a }\nfunctions:\n  a: { events: [{ http: *http }, { http: { <<: *http, path: /b } }] }\n";
  expect(endpoints(text)).toEqual(["a: GET /a", "a: GET /b"]);
});

test.each([
  ["functions: cats", "serverless/wrong-type"],
  ["functions: { a: cats }", "serverless/wrong-type"],
  ["functions: { a: { events: cats } }", "serverless/wrong-type"],
  ["functions: [cats]", "serverless/wrong-type"],
  ["functions: ${file(functions.js)}", "serverless/file-not-data"],
  ["functions: ${file(none.yml)}", "serverless/variable-not-found"],
  [
    "functions: { a: { events: [{ httpApi: { path: /a, method: get, caching: { enabled: true } } }] } }",
    "gateway/http-api-cannot-cache",
  ],
])("%s breaks %s", (text, rule) => {
  expect(rules(text)).toEqual([rule]);
});

test.each([
  ["- http:\n        path: /a\n        method: get", "serverless/missing-key at serverless.yml:5:9"],
  ["- http: null", "serverless/missing-key at serverless.yml:5:9"],
  ["- http: ${self:custom.nothing, null}", "serverless/missing-key at serverless.yml:5:9"],
  ["- HTTP: GET /a", "serverless/unknown-key at serverless.yml:5:9"],
])("an event that would be lost is told of: %s", (event, where) => {
  const { findings, model } = read(`provider: aws\nfunctions:\n  a:\n    events:\n      ${event}\n`);
  const name = event.slice(2, 6);
  expect(findings.map(({ rule, property }) => `${rule} at ${property}`)).toEqual([
    `${where} functions.a.events[0].${name}`,
  ]);
  expect(model?.endpoints).toEqual([]);
});

test("a function that is written twice is told of, with both places", () => {
  const files = { "a.yml": "a: { events: [{ http: get /a }] }\nb: { handler: y }\n", "b.yml": "b: { handler: x }\n" };
  const { findings } = read("provider: aws\nfunctions:\n  - ${file(a.yml)}\n  - ${file(b.yml)}\n", { files });
  expect(findings.map(({ rule, property, change }) => `${rule} at ${property}: ${change}`)).toEqual([
    "serverless/function-twice at b.yml:1:1 functions[1].b: Rename it, or join it with a.yml:2:1 functions[0].b.",
  ]);
});

test("an HTTP API without a cache is none of our business", () => {
  expect(
    rules(
      "functions: { a: { events: [{ httpApi: '*' }, { httpApi: { path: /a, method: get } }, websocket, alb: {}] } }",
    ),
  ).toEqual([]);
});
