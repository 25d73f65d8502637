import fc from "fast-check";
import { keyParameterName, methodParameter, parseKey } from "../../../lib/gateway/core/cache-key-parameter";
import { anyText, textOf } from "../../support/arbitraries";
import { key } from "../../support/plan";

describe("a plain key", () => {
  test.each([
    ["request.path.pawId", "method.request.path.pawId"],
    ["request.querystring.page", "method.request.querystring.page"],
    ["request.header.Accept-Language", "method.request.header.Accept-Language"],
    ["method.request.header.X_a.b$c", "method.request.header.X_a.b$c"],
  ])("%s is known to API Gateway as %s", (name, expected) => {
    expect(keyParameterName(key(name))).toBe(expected);
  });

  test.each([
    ["request.body", "body-unmapped", "CacheKey.body()"],
    ["method.request.body", "body-unmapped", "CacheKey.body()"],
    ["request.body.id", "body-unmapped", "CacheKey.bodyJsonPath()"],
    ["request.multivaluequerystring.x", "multi-value", "single value"],
    ["method.request.multivalueheader.x", "multi-value", "single value"],
    ["request.multiValueQueryString.x", "multi-value", "single value"],
    ["request.querystring.filter[a]", "syntax", "names of letters, digits"],
    ["request.queryString.x", "syntax", "lower case"],
    ["context.authorizer.principalId", "syntax", "CacheKey.context()"],
    ["integration.request.header.x", "syntax", "mappedFrom"],
    ["request.cookie.x", "syntax", "CacheKey"],
    ["request.path.", "syntax", "CacheKey"],
    ["request.path", "syntax", "CacheKey"],
    ["request.header.a b", "syntax", "names of letters"],
    ["request.path.{id}", "syntax", "names of letters"],
    ["request.path.proxy+", "syntax", "names of letters"],
    ["request.header.x\n", "syntax", "names of letters"],
    ["request.header.${x}", "syntax", "names of letters"],
    ["Request.path.id", "syntax", "CacheKey"],
    ["id", "syntax", "CacheKey"],
    ["", "syntax", "CacheKey"],
  ])("cannot be %j: %s", (name, problem, hint) => {
    expect(parseKey(name)).toEqual({ problem, hint: expect.stringContaining(hint) as string });
  });
});

describe("a mapped key", () => {
  const name = "integration.request.header.x";

  test.each([
    "method.request.body",
    "method.request.body.cities[0].petCount",
    "method.request.body[0].id",
    "context.authorizer.principalId",
    "context.identity.sourceIp",
    "method.request.header.X-Tenant",
    "method.request.querystring.page",
    "method.request.path.id",
  ])("can come from %s", (mappedFrom) => {
    expect(parseKey(name, mappedFrom).key).toEqual({
      kind: "mapped",
      integrationParameter: name,
      mappedFrom,
      required: false,
    });
  });

  test.each([
    ["integration.request.header.x", "method.request.multivaluequerystring.x", "multi-value"],
    ["integration.request.header.x", "request.header.x", "syntax"],
    ["integration.request.header.x", "method.request.bodyfoo", "syntax"],
    ["integration.request.header.x", "method.request.body.${x}", "syntax"],
    ["integration.request.header.x", "method.request.body.a b", "syntax"],
    ["integration.request.header.x", "context.", "syntax"],
    ["integration.request.header.x", "stageVariables.x", "syntax"],
    ["integration.request.header.x", "'static'", "syntax"],
    ["integration.request.header.x", "", "syntax"],
    ["integration.request.body.x", "method.request.body", "syntax"],
    ["method.request.header.x", "method.request.body", "syntax"],
    ["request.header.x", "method.request.body", "syntax"],
    ["integration.request.header.", "method.request.body", "syntax"],
  ])("cannot be %j from %j: %s", (given, mappedFrom, problem) => {
    expect(parseKey(given, mappedFrom).problem).toBe(problem);
  });

  test.each(["querystring", "path"])("can be called integration.request.%s.x too", (location) => {
    const parameter = `integration.request.${location}.x`;
    expect(keyParameterName(key(parameter, "method.request.body"))).toBe(parameter);
  });
});

test.each([
  ["request.path.id", undefined, { location: "path", name: "id" }],
  ["integration.request.header.x", "method.request.header.Y", { location: "header", name: "Y" }],
  ["integration.request.header.x", "method.request.body", undefined],
  ["integration.request.header.x", "method.request.body.request.path.id", undefined],
  ["integration.request.header.x", "context.identity.sourceIp", undefined],
])("%s mapped from %s reads the parameter %j", (name, mappedFrom, expected) => {
  expect(methodParameter(key(name, mappedFrom))).toEqual(expected);
});

test("a key is only required when that is said", () => {
  expect(key("request.header.x").required).toBe(false);
  expect(key("request.header.x", undefined, true).required).toBe(true);
  expect(key("integration.request.header.x", "method.request.header.x", true).required).toBe(true);
});

test("any texts at all are a key or a problem with a hint", () => {
  const pieces = ["method.", "integration.", "request.", "header.", "path.", "body", "context.", "x", "$", "["];
  const text = fc.oneof(anyText, textOf(fc.constantFrom(...pieces)));
  fc.assert(
    fc.property(text, fc.option(text, { nil: undefined }), (name, mappedFrom) => {
      const parsed = parseKey(name, mappedFrom);
      if (parsed.key === undefined) {
        expect(parsed.hint).toMatch(/\w/);
      } else {
        expect(keyParameterName(parsed.key)).toMatch(
          /^(method|integration)\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/,
        );
      }
    }),
    { numRuns: 500 },
  );
});
