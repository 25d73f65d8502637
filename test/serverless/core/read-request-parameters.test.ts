import { read, service } from "../support";

function parameters(request: string) {
  const { model, findings } = read(service(`http: { method: get, path: "/a/{id}", request: ${request} }`));
  return { found: model?.endpoints[0]?.requestParameters, wrong: findings.map(({ rule }) => rule) };
}

test("every place, required or not", () => {
  const text =
    "{ schemas: { a: !Foo b }, parameters: { paths: { id: true }, querystrings: { page: false, size: { required: true }, q: { required: false } }, headers: { X-A: { mappedValue: context.x }, Ref: true, X-B: { required: null } } } }";
  expect(parameters(text)).toEqual({
    found: {
      "method.request.path.id": true,
      "method.request.querystring.page": false,
      "method.request.querystring.size": true,
      "method.request.querystring.q": false,
      // An object is required unless it says otherwise.
      "method.request.header.X-A": true,
      "method.request.header.X-B": true,
      "method.request.header.Ref": true,
    },
    wrong: [],
  });
});

test("every key that the framework takes", () => {
  const text =
    "{ contentHandling: CONVERT_TO_TEXT, method: get, passThrough: NEVER, schema: {}, schemas: {}, template: {}, uri: 'https://a.example' }";
  expect(parameters(text)).toEqual({ found: undefined, wrong: [] });
});

test.each(["null", "{}", "{ parameters: null }", "{ parameters: {} }", "{ parameters: { paths: {} } }"])(
  "%s declares none",
  (text) => {
    expect(parameters(text)).toEqual({ found: undefined, wrong: [] });
  },
);

test.each([
  ["{ parameters: { querystring: { a: true } } }", "serverless/unknown-key"],
  ["{ parameters: [a] }", "serverless/wrong-type"],
  ["{ parameter: { paths: { id: true } } }", "serverless/unknown-key"],
  ["{ parameters: { querystrings: { a: { requird: true } } } }", "serverless/unknown-key"],
  ["{ parameters: { querystrings: { a: { required: maybe } } } }", "serverless/wrong-type"],
  ["{ parameters: { querystrings: { a: !Ref A } } }", "serverless/not-literal"],
  ["{ parameters: { querystrings: !Ref A } }", "serverless/not-literal"],
  ["{ parameters: { headers: { Ref: A } } }", "serverless/not-literal"],
  ["!Ref A", "serverless/not-literal"],
  ["{ parameters: { paths: { id: maybe } } }", "serverless/wrong-type"],
])("%s breaks %s", (text, rule) => {
  expect(parameters(text).wrong).toEqual([rule]);
});
