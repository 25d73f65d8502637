import { addressed, declaredAddress, isForAddress, isSaidNew, NOTHING_GIVEN } from "../../../lib/adopt/core/given";

test.each([
  ["abcdefghij", { value: "abcdefghij" }],
  ["aws_api_gateway_rest_api.cats=abcdefghij", { address: "aws_api_gateway_rest_api.cats", value: "abcdefghij" }],
  ["data.cloudflare_zone.zone=abc", { address: "data.cloudflare_zone.zone", value: "abc" }],
  ["var.api_id=abc", { address: "var.api_id", value: "abc" }],
  ["aws_x.cats_by-id=a=b", { address: "aws_x.cats_by-id", value: "a=b" }],
  ['aws_x.y["a=b"]=c', { address: 'aws_x.y["a=b"]', value: "c" }],
  ["aws_x.y[0]=c", { address: "aws_x.y[0]", value: "c" }],
  ['module.a["b"].aws_x.y[0]=c', { address: 'module.a["b"].aws_x.y[0]', value: "c" }],
  ["data.cloudflare_zones.z.result[1].id=c", { address: "data.cloudflare_zones.z.result[1].id", value: "c" }],
  ["arn:aws:acm:eu-central-1:1:certificate/2", { value: "arn:aws:acm:eu-central-1:1:certificate/2" }],
  ["no_dot=abc", { value: "no_dot=abc" }],
])("%j", (written, expected) => {
  expect(addressed(written)).toEqual(expected);
});

test.each([
  ["tls_*", "tls_private_key.key", true],
  ["*", "aws_x.y", true],
  ["aws_x.y", "aws_x.y", true],
  ["aws_x.y", "aws_x.y2", false],
  ["aws_x.y", "aws_xay", false],
  ["aws_*.cats*GET", "aws_api_gateway_method.cats_GET", true],
  ["x.y", "aws_x.y", false],
])("the pattern %s is for %s: %s", (pattern, address, expected) => {
  expect(isForAddress(pattern, address)).toBe(expected);
});

test.each([
  ["aws_x.y", "aws_x.y"],
  ['aws_x.y["a.b"]', "aws_x.y"],
  ['module.a["b"].aws_x.y[0]', "module.a"],
  ["module.a.module.b.aws_x.y", "module.a"],
])("%s is declared as %s", (address, declared) => {
  expect(declaredAddress(address)).toBe(declared);
});

test("an instance is new with what it is an instance of", () => {
  expect(isSaidNew("aws_x.y[0]", { ...NOTHING_GIVEN, isNew: ["aws_x.y"] })).toBe(true);
  expect(isSaidNew("aws_x.y", { ...NOTHING_GIVEN, isNew: ["aws_x.y[0]"] })).toBe(false);
});
