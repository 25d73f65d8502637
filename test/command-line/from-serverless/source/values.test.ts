import { Token } from "cdktf";
import { CacheKey } from "../../../../lib";
import { print } from "../../../../lib/command-line/from-serverless/source/code";
import { cacheCode, valueCode } from "../../../../lib/command-line/from-serverless/source/values";

const printed = (value: unknown): string => print(valueCode(value), "", 0, 0);

test.each<[unknown, string]>([
  ["a", '"a"'],
  [0, "0"],
  [false, "false"],
  [null, "null"],
  [["a", 1], '["a", 1]'],
  [{ a: undefined, b: {} }, "{ b: {} }"],
  ["${var.x}", '"${var.x}"'],
  [Token.asNumber("${var.x}"), 'Token.asNumber("${var.x}")'],
  [Token.asAny("${var.x}"), 'Token.asAny("${var.x}") as unknown as boolean'],
  [{ unauthorized: "fail" }, "{ unauthorized: UnauthorizedInvalidation.FAIL }"],
  [{ unauthorized: "SUCCEED_WITHOUT_RESPONSE_HEADER" }, "{ unauthorized: UnauthorizedInvalidation.IGNORE }"],
  [{ other: "fail" }, '{ other: "fail" }'],
])("%j is %s", (value, code) => {
  expect(printed(value)).toBe(code);
});

test.each([
  ["request.path.id", undefined, 'CacheKey.path("id")'],
  ["request.querystring.page", undefined, 'CacheKey.query("page")'],
  ["request.header.X-A", undefined, 'CacheKey.header("X-A")'],
  ["integration.request.header.b", "method.request.body", 'CacheKey.body({ header: "b" })'],
  ["integration.request.header.b", "method.request.body.a[0].c", 'CacheKey.bodyJsonPath("a[0].c", { header: "b" })'],
  ["integration.request.header.b", "method.request.body[0].c", 'CacheKey.bodyJsonPath("[0].c", { header: "b" })'],
  ["integration.request.header.b", "context.authorizer.x", 'CacheKey.context("authorizer.x", { header: "b" })'],
  ["integration.request.header.b", "method.request.header.X", 'CacheKey.parse("integration.request.header.b", "method.request.header.X")'], // prettier-ignore
  ["integration.request.querystring.b", "method.request.body", 'CacheKey.parse("integration.request.querystring.b", "method.request.body")'], // prettier-ignore
])("the key %s, mapped from %s", (name, mappedFrom, code) => {
  const key = CacheKey.parse(name, mappedFrom);
  expect(printed(key)).toBe(code);
  const again = new Function("CacheKey", `return ${code}`)(CacheKey) as CacheKey;
  expect(again._parameter).toEqual(key._parameter);
});

test("a cache that is on says nothing of it; one that is off does", () => {
  expect(print(cacheCode({ enabled: true, ttlSeconds: 5 }), "", 0, 0)).toBe("{ ttlSeconds: 5 }");
  expect(print(cacheCode({ enabled: true }), "", 0, 0)).toBe("{}");
  expect(print(cacheCode({ enabled: false }), "", 0, 0)).toBe("{ enabled: false }");
});
