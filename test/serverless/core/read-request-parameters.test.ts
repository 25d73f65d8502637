import { read, service } from "../support";

function parameters(request: string) {
  const { model, findings } = read(service(`http: { method: get, path: "/a/{id}", request: ${request} }`));
  return { found: model?.endpoints[0]?.requestParameters, wrong: findings.map(({ rule }) => rule) };
}

test("every place, required or not", () => {
  const text =
    "{ schemas: { a: !Foo b }, parameters: { paths: { id: true }, querystrings: { page: false, size: { required: true } }, headers: { X-A: { mappedValue: context.x } } } }";
  expect(parameters(text)).toEqual({
    found: {
      "method.request.path.id": true,
      "method.request.querystring.page": false,
      "method.request.querystring.size": true,
      "method.request.header.X-A": false,
    },
    wrong: [],
  });
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
  ["{ parameters: { paths: { id: maybe } } }", "serverless/wrong-type"],
])("%s breaks %s", (text, rule) => {
  expect(parameters(text).wrong).toEqual([rule]);
});
