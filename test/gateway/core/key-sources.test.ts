import { hasBody, hasHeader, hasIdentity, keySources } from "../../../lib/gateway/core/key-sources";
import { key } from "../../support/plan";

describe("what a cache key is made of", () => {
  test.each([
    [key("request.path.id"), "method.request.path.id"],
    [key("integration.request.header.x", "method.request.body"), "method.request.body"],
    [key("integration.request.header.x", "context.identity.sourceIp"), "context.identity.sourceIp"],
  ])("is read from the key: %j is %s", (given, expected) => {
    expect([...keySources([given], {})]).toEqual([expected]);
  });

  test("is read from what stands on the integration already, along its mappings", () => {
    const declaredKeys = ["method.request.path.id", "integration.request.header.x", "integration.request.header.y"];
    const declaredMappings = { "integration.request.header.x": "method.request.body", unused: "context.requestId" };
    expect([...keySources([], { declaredKeys, declaredMappings })]).toEqual([
      "method.request.path.id",
      "method.request.body",
      "integration.request.header.y",
    ]);
  });

  test.each(["constructor", "toString", "__proto__"])("can be declared under the name %s", (name) => {
    expect([...keySources([], { declaredKeys: [name], declaredMappings: {} })]).toEqual([name]);
  });
});

test.each([
  ["method.request.body", true],
  ["method.request.body.id", true],
  ["method.request.header.body", false],
])("%s is of the body: %s", (source, expected) => {
  expect(hasBody(new Set([source]))).toBe(expected);
});

test.each([
  ["method.request.header.Origin", true],
  ["method.request.header.origin", true],
  ["method.request.querystring.origin", false],
  ["method.request.header.X-Origin", false],
])("%s is the Origin header: %s", (source, expected) => {
  expect(hasHeader(new Set([source]), "Origin")).toBe(expected);
});

describe("a caller", () => {
  test.each([
    ["method.request.header.Authorization"],
    ["method.request.header.authorization"],
    ["context.authorizer.principalId"],
    ["context.authorizer.claims.sub"],
    ["context.identity.cognitoIdentityId"],
  ])("is told from others by %s", (source) => {
    expect(hasIdentity(new Set([source]))).toBe(true);
  });

  test.each([
    ["method.request.header.X-Tenant"],
    ["method.request.path.Authorization"],
    ["context.requestId"],
    ["context.identity.sourceIp"],
    ["context.identity.userAgent"],
  ])("is not told from others by %s", (source) => {
    expect(hasIdentity(new Set([source]))).toBe(false);
  });

  test("is told from others by where the authorizer finds the caller", () => {
    const sources = new Set(["method.request.header.x-token"]);
    expect(hasIdentity(sources, ["method.request.header.X-Token"])).toBe(true);
    expect(hasIdentity(sources, ["method.request.querystring.x-token"])).toBe(false);
    expect(hasIdentity(sources, [])).toBe(false);
  });

  test("is not told from others by a query string parameter of another case, which is another parameter", () => {
    const sources = new Set(["method.request.querystring.Token"]);
    expect(hasIdentity(sources, ["method.request.querystring.Token"])).toBe(true);
    expect(hasIdentity(sources, ["method.request.querystring.token"])).toBe(false);
  });
});
