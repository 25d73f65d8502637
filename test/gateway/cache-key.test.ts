import fc from "fast-check";
import { CacheKey, RuleCatalogue } from "../../lib";
import { refusedFor } from "../support/findings";

const mappedFrom = (key: CacheKey) => (key._parameter.kind === "mapped" ? key._parameter.mappedFrom : undefined);
const isRequired = (key: CacheKey) => key._parameter.required;

describe("API Gateway knows", () => {
  test.each([
    [CacheKey.path("id"), "method.request.path.id"],
    [CacheKey.query("page"), "method.request.querystring.page"],
    [CacheKey.header("Accept-Language"), "method.request.header.Accept-Language"],
    [CacheKey.body(), "integration.request.header.CacheKeyBody"],
    [CacheKey.body({ header: "x-body" }), "integration.request.header.x-body"],
    [CacheKey.bodyJsonPath("cities[0].petCount"), "integration.request.header.CacheKeyBody-cities-0-petCount"],
    [CacheKey.bodyJsonPath("id", { header: "x-id" }), "integration.request.header.x-id"],
    [CacheKey.context("authorizer.principalId"), "integration.request.header.CacheKeyContext-authorizer-principalId"],
    [CacheKey.parse("request.path.id"), "method.request.path.id"],
    [CacheKey.parse("integration.request.querystring.x", "method.request.body"), "integration.request.querystring.x"],
  ])("%# by its name", (key, expected) => {
    expect(key.parameterName).toBe(expected);
  });
});

test.each([
  [CacheKey.body(), "method.request.body"],
  [CacheKey.bodyJsonPath("cities[0].petCount"), "method.request.body.cities[0].petCount"],
  [CacheKey.context("identity.sourceIp"), "context.identity.sourceIp"],
  [CacheKey.parse("integration.request.header.x", "method.request.header.y"), "method.request.header.y"],
  [CacheKey.path("id"), undefined],
])("what reaches the cache through the integration is read from the right place (%#)", (key, expected) => {
  expect(mappedFrom(key)).toBe(expected);
});

test("two parts of a body have headers of their own", () => {
  const names = ["a", "b", "a.b", "a[0]", "a[1]"].map((path) => CacheKey.bodyJsonPath(path).parameterName);
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain(CacheKey.body().parameterName);
});

test("a request needs a parameter only where that is said", () => {
  expect(isRequired(CacheKey.query("page"))).toBe(false);
  expect(isRequired(CacheKey.query("page", { required: true }))).toBe(true);
  expect(isRequired(CacheKey.header("A", { required: false }))).toBe(false);
  expect(isRequired(CacheKey.header("A", { required: true }))).toBe(true);
  expect(isRequired(CacheKey.parse("request.header.A", undefined, { required: true }))).toBe(true);
});

describe("what API Gateway would refuse in the middle of an apply is refused at once:", () => {
  test.each<[string, () => CacheKey, string]>([
    ["a name with a blank", () => CacheKey.query("a b"), "gateway/key-syntax"],
    ["an empty name", () => CacheKey.path(""), "gateway/key-syntax"],
    ["braces around a path parameter", () => CacheKey.path("{id}"), "gateway/key-syntax"],
    ["the plus sign of a greedy path parameter", () => CacheKey.path("proxy+"), "gateway/key-syntax"],
    ["a header for the body with a blank", () => CacheKey.body({ header: "a b" }), "gateway/key-syntax"],
    ["an empty part of the body", () => CacheKey.bodyJsonPath(""), "gateway/key-syntax"],
    ["a JSON path with its dollar sign", () => CacheKey.bodyJsonPath("$.id"), "gateway/key-syntax"],
    ["a context variable with its dollar sign", () => CacheKey.context("${x}"), "gateway/key-syntax"],
    ["an unknown location", () => CacheKey.parse("request.cookie.x"), "gateway/key-syntax"],
    ["the body as it is", () => CacheKey.parse("request.body"), "gateway/body-key-unmapped"],
    ["a list of values", () => CacheKey.parse("request.multivaluequerystring.x"), "gateway/multi-value-key"],
    [
      "a mapping from a list of values",
      () => CacheKey.parse("integration.request.header.x", "method.request.multivalueheader.y"),
      "gateway/multi-value-key",
    ],
  ])("%s", (_what, build, rule) => {
    expect(refusedFor(build)).toEqual([`${rule} at the cache key`]);
  });
});

describe("a caller without a compiler is told of", () => {
  test.each<[string, () => CacheKey, string]>([
    ["a name that is a number", () => CacheKey.path(1 as never), "input/wrong-type at name"],
    ["a name that is not given", () => CacheKey.header(undefined as never), "input/wrong-type at name"],
    ["a name that is null", () => CacheKey.parse(null as never), "input/wrong-type at name"],
    ["a mapping that is a list", () => CacheKey.parse("x", ["y"] as never), "input/wrong-type at mappedFrom"],
    ["a JSON path that is a number", () => CacheKey.bodyJsonPath(0 as never), "input/wrong-type at jsonPath"],
    ["a variable that is an object", () => CacheKey.context({} as never), "input/wrong-type at variable"],
    ["a flag in place of the options", () => CacheKey.query("x", true as never), "input/wrong-type at options"],
    ["no options", () => CacheKey.body(null as never), "input/wrong-type at options"],
    [
      "a flag as text",
      () => CacheKey.query("x", { required: "true" } as never),
      "input/wrong-type at options.required",
    ],
    [
      "a misspelt option",
      () => CacheKey.query("x", { require: true } as never),
      "input/unknown-option at options.require",
    ],
    [
      "an option of another key",
      () => CacheKey.body({ required: true } as never),
      "input/unknown-option at options.required",
    ],
    ["a header that is a number", () => CacheKey.body({ header: 1 } as never), "input/wrong-type at options.header"],
  ])("%s", (_what, build, expected) => {
    expect(refusedFor(build)).toEqual([expected]);
  });
});

test("any values at all are a key, or findings of the catalogue", () => {
  const value = fc.oneof(fc.string(), fc.anything());
  const rules = RuleCatalogue.rules().map(({ id }) => id);
  fc.assert(
    fc.property(value, fc.option(value, { nil: undefined }), fc.option(value, { nil: undefined }), (...values) => {
      try {
        expect(CacheKey.isCacheKey((CacheKey.parse as (...given: unknown[]) => CacheKey)(...values))).toBe(true);
      } catch (thrown) {
        const findings = RuleCatalogue.findingsOf(thrown);
        expect(findings).not.toEqual([]);
        expect(rules).toEqual(expect.arrayContaining(findings.map(({ rule }) => rule)));
      }
    }),
  );
});

test("a key is told from everything else, and also one of another copy of the library", () => {
  expect(CacheKey.isCacheKey(CacheKey.path("id"))).toBe(true);
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const other = require("../../lib/gateway/cache-key") as { CacheKey: typeof CacheKey };
    expect(other.CacheKey).not.toBe(CacheKey);
    expect(CacheKey.isCacheKey(other.CacheKey.path("id"))).toBe(true);
  });
  for (const value of [undefined, null, "request.path.id", {}, { parameterName: "x" }, CacheKey]) {
    expect(CacheKey.isCacheKey(value)).toBe(false);
  }
});
