import fc from "fast-check";
import { parseKey } from "../../../lib/gateway/core/cache-key-parameter";
import { INTEGRATION_TYPES } from "../../../lib/gateway/core/integration-type";
import { mergeRequired, placeKeys } from "../../../lib/gateway/core/key-placement";
import { parameterName } from "../../support/arbitraries";
import { key } from "../../support/plan";

const NOT_PROXY = INTEGRATION_TYPES.filter((type) => type !== "AWS_PROXY");

describe("a plain key", () => {
  const keys = [key("request.path.pawId"), key("request.header.Accept-Language"), key("request.querystring.page")];
  const names = [
    "method.request.header.Accept-Language",
    "method.request.path.pawId",
    "method.request.querystring.page",
  ];
  const declared = Object.fromEntries(names.map((name) => [name, false]));

  test("of a Lambda proxy is declared on the method and not mapped into the integration", () => {
    expect(placeKeys(keys, "AWS_PROXY")).toEqual({
      methodRequestParameters: declared,
      integrationRequestParameters: {},
      cacheKeyParameters: names,
    });
  });

  test.each(NOT_PROXY)("of an %s integration is mapped into the integration too", (type) => {
    expect(placeKeys(keys, type)).toEqual({
      methodRequestParameters: declared,
      integrationRequestParameters: {
        "integration.request.path.pawId": "method.request.path.pawId",
        "integration.request.header.Accept-Language": "method.request.header.Accept-Language",
        "integration.request.querystring.page": "method.request.querystring.page",
      },
      cacheKeyParameters: names,
    });
  });
});

describe.each(INTEGRATION_TYPES)("a mapped key of an %s integration", (type) => {
  test.each(["path", "querystring", "header"])("from a %s parameter is declared on the method", (location) => {
    const mappedFrom = `method.request.${location}.y`;
    expect(placeKeys([key("integration.request.header.x", mappedFrom)], type)).toEqual({
      methodRequestParameters: { [mappedFrom]: false },
      integrationRequestParameters: { "integration.request.header.x": mappedFrom },
      cacheKeyParameters: ["integration.request.header.x"],
    });
  });

  test.each(["method.request.body", "method.request.body.a[0].b", "context.authorizer.principalId"])(
    "from %s declares nothing on the method",
    (mappedFrom) => {
      expect(placeKeys([key("integration.request.header.x", mappedFrom)], type)).toEqual({
        methodRequestParameters: {},
        integrationRequestParameters: { "integration.request.header.x": mappedFrom },
        cacheKeyParameters: ["integration.request.header.x"],
      });
    },
  );
});

test("no keys need nothing", () => {
  expect(placeKeys([], "HTTP")).toEqual({
    methodRequestParameters: {},
    integrationRequestParameters: {},
    cacheKeyParameters: [],
  });
});

test("a parameter that two keys read is required as soon as one of them says so", () => {
  const plain = key("request.header.X", undefined, true);
  const mapped = key("integration.request.header.y", "method.request.header.X");
  const expected = { "method.request.header.X": true };
  expect(placeKeys([plain, mapped], "AWS_PROXY").methodRequestParameters).toEqual(expected);
  expect(placeKeys([mapped, plain], "AWS_PROXY").methodRequestParameters).toEqual(expected);
});

test("the keys come out once and in the same order, however they were given", () => {
  const name = fc
    .tuple(fc.constantFrom("path", "querystring", "header"), parameterName)
    .map(([location, parameter]) => `request.${location}.${parameter}`);
  fc.assert(
    fc.property(fc.array(name), fc.constantFrom(...INTEGRATION_TYPES), (given, type) => {
      const keys = given.flatMap((one) => parseKey(one).key ?? []);
      const placed = placeKeys(keys, type);
      expect(placed).toEqual(placeKeys([...keys].reverse(), type));
      expect(placed.cacheKeyParameters).toEqual([...new Set(given.map((one) => `method.${one}`))].sort());
      expect(Object.keys(placed.methodRequestParameters).sort()).toEqual(placed.cacheKeyParameters);
    }),
  );
});

describe("what the user declared on the method", () => {
  test.each([
    [{ a: true }, { a: false }, { a: true }],
    [{ a: false }, { a: true }, { a: true }],
    [{ a: false }, { a: false }, { a: false }],
    [{ a: true }, { b: false }, { a: true, b: false }],
    [{}, { a: false }, { a: false }],
    [{ a: false }, {}, { a: false }],
  ])("%j with the keys' %j is %j: a true is never lowered", (declared, needed, expected) => {
    expect(mergeRequired(declared, needed)).toEqual(expected);
    expect(declared).not.toBe(mergeRequired(declared, needed));
  });
});
