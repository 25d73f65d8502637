import { readCacheKeys } from "../../../lib/serverless/core/read-cache-keys";
import { open } from "../support";

function keys(yaml: string) {
  const { root, reader } = open(`keys: ${yaml}`);
  const found = readCacheKeys(reader, reader.get({ node: root, path: "caching" }, "keys"));
  return { found, wrong: reader.findings.map(({ rule, change }) => `${rule}: ${change}`) };
}

test.each([
  ["request.path.id"],
  ["request.querystring.page"],
  ["request.header.Accept-Language"],
  ["method.request.header.Accept"],
])("%s is a key", (name) => {
  expect(keys(`[{ name: ${name} }]`)).toEqual({ found: [{ name }], wrong: [] });
});

test.each([
  ["method.request.body"],
  ["method.request.body.cities[0].petCount"],
  ["method.request.querystring.page"],
  ["method.request.header.Origin"],
  ["context.authorizer.principalId"],
])("a key is mapped from %s", (mappedFrom) => {
  const name = "integration.request.header.x";
  expect(keys(`[{ name: ${name}, mappedFrom: "${mappedFrom}" }]`)).toEqual({
    found: [{ name, mappedFrom }],
    wrong: [],
  });
});

test.each([
  ["{ name: request.multivaluequerystring.a }", "gateway/multi-value-key: Use the parameter's single value"],
  [
    "{ name: request.body }",
    "gateway/body-key-unmapped: Write name: integration.request.header.NAME and mappedFrom: method.request.body.",
  ],
  [
    "{ name: request.body.a }",
    "gateway/body-key-unmapped: Write name: integration.request.header.NAME and mappedFrom: method.request.body.a.",
  ],
  ["{ name: context.x }", "gateway/key-syntax: Write name: integration.request.header.NAME and mappedFrom: context.x."],
  ["{ name: 'request.querystring.filter[a]' }", "gateway/key-syntax: API Gateway takes names of letters, digits"],
  ["{ name: request.queryString.a }", "gateway/key-syntax: Write querystring in lower case."],
  [
    "{ name: path.id }",
    "gateway/key-syntax: Write request.path.NAME, request.querystring.NAME or request.header.NAME.",
  ],
  ["{ name: integration.request.header.x }", "gateway/key-syntax: Say what it is mapped from: mappedFrom."],
  ["{ name: '${ssm:/x}' }", "serverless/not-literal"],
  ["{ mappedFrom: method.request.body }", "serverless/missing-key: Write request.path.NAME"],
  ["request.path.id", "serverless/wrong-type: Write an object, such as name: request.path.id."],
  [
    "{ name: request.path.id, value: x }",
    "serverless/unknown-key: It belongs to no version of the plugin: it reads mappedFrom.",
  ],
  ["{ nam: request.path.id, name: request.path.id }", "serverless/unknown-key: Did you mean name?"],
  ["{ name: request.path.id, required: true }", "serverless/required-ignored"],
])("%s", (item, problem) => {
  expect(keys(`[${item}]`).wrong).toEqual([expect.stringContaining(problem)]);
});

test("a key that is said not to be required is as good as any", () => {
  expect(keys("[{ name: request.path.id, required: false }]")).toEqual({
    found: [{ name: "request.path.id" }],
    wrong: [],
  });
});

test("no hint speaks of TypeScript", () => {
  for (const name of ["x", "request.body", "context.a", "integration.request.header.a", "request.path."]) {
    expect(keys(`[{ name: ${name} }]`).wrong.join()).not.toContain("CacheKey");
  }
});
