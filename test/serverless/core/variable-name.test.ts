import fc from "fast-check";
import { intrinsicName, variableName } from "../../../lib/serverless/core/variable-name";

test.each([
  ["cf", "api-gateway-prod.RestApiId", undefined, "cf_api-gateway-prod_RestApiId"],
  ["cf(us-east-1)", "stack.Out", undefined, "cf-x28-us-east-1-x29-_stack_Out"],
  ["ssm", "/prod/rest_api/id", undefined, "ssm__prod_rest__api_id"],
  ["ssm", "prod/id", undefined, "ssm_prod_id"],
  ["ssm(us-east-1)", "/a/b", undefined, "ssm-x28-us-east-1-x29-__a_b"],
  ["s3", "bucket/key.json", undefined, "s3_bucket_key-x2E-json"],
  ["aws", "accountId", undefined, "aws_accountId"],
  ["ssm", "/ttl", 60, "ssm__ttl-xF-60"],
  ["git", "", undefined, "git_-xE-"],
])("%s:%s with the default %j is called %s", (head, address, defaultValue, name) => {
  expect(variableName(head, address, defaultValue)).toBe(name);
});

test.each([
  ["Ref", "ApiGatewayRestApi", "Ref_ApiGatewayRestApi"],
  ["Fn::ImportValue", "shared-api.id", "ImportValue_shared-api_id"],
  ["Fn::GetAtt", ["Api", "RootResourceId"], "GetAtt_Api_RootResourceId"],
  ["Fn::Sub", "shared-prod-Id", "Sub_shared-prod-Id"],
  ["Fn::Sub", "${Env}-api.${AWS::Region}", "Sub_-xE-_Env_-api-x2E-_AWS-x3A--x3A-Region"],
  ["Fn::ImportValue", { "Fn::Sub": "gateway-${Env}" }, "ImportValue_-xF-Sub_gateway-_Env"],
  ["Fn::ImportValue", { "Fn::GetAtt": ["Api", "Id"] }, "ImportValue_-xF-GetAtt_Api_Id"],
  ["Fn::ImportValue", { a: 1 }, "ImportValue_-xF--x7B--x22-a-x22--x3A-1-x7D-"],
  ["Fn::Sub", ["a"], "Sub_-xF--x5B--x22-a-x22--x5D-"],
])("%s %j is called %s", (name, argument, expected) => {
  expect(intrinsicName(name, argument)).toBe(expected);
});

const TERRAFORM_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const HEAD = fc.oneof(
  fc.constantFrom("cf", "ssm", "s3", "git"),
  fc
    .constantFrom("cf", "ssm")
    .chain((type) => fc.constantFrom("a", "b_", "_b", "a,b").map((text) => `${type}(${text})`)),
);
const PIECE = fc.constantFrom(".", "/", "_", "-", "x", "x2E-", "-xE-", "-xF-", "a", "A", "1", '"', "ü", "(");
const ADDRESS = fc.array(PIECE, { maxLength: 6 }).map((pieces) => pieces.join(""));
const DEFAULT = fc.option(fc.constantFrom<string | number | boolean>("", "a", "1", 1, true, "true"), {
  nil: undefined,
});
const VARIABLE = fc.tuple(HEAD, ADDRESS, DEFAULT);

test("two variables have two names, and Terraform takes them", () => {
  fc.assert(
    fc.property(VARIABLE, VARIABLE, (one, other) => {
      expect(variableName(...one)).toMatch(TERRAFORM_NAME);
      expect(variableName(...one) === variableName(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 1000 },
  );
});

test("many variables have as many names", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(VARIABLE, { minLength: 50, maxLength: 200, selector: (one) => JSON.stringify(one) }),
      (all) => {
        expect(new Set(all.map((one) => variableName(...one))).size).toBe(all.length);
      },
    ),
    { numRuns: 20 },
  );
});

test("two functions of CloudFormation have two names", () => {
  const text = fc.array(fc.oneof(PIECE, fc.constantFrom("${", "}", "${x}", "${_}", "${}")), { maxLength: 6 });
  const plain = fc.oneof(
    text.map((pieces) => pieces.join("")),
    fc.array(ADDRESS, { maxLength: 3 }),
    fc.record({ a: ADDRESS }),
    fc.constantFrom<unknown>(5, true, null),
  );
  const inner = fc.oneof(
    plain.map((value) => ({ Ref: value })),
    plain.map((value) => ({ "Fn::Sub": value })),
  );
  const argument = fc.oneof(plain, inner, inner.map((value) => ({ "Fn::Sub": value }))); // prettier-ignore
  const call = fc.tuple(fc.constantFrom("Ref", "Fn::Sub", "Fn::GetAtt"), argument);
  fc.assert(
    fc.property(
      fc.uniqueArray(call, { minLength: 20, maxLength: 60, selector: (one) => JSON.stringify(one) }),
      (all) => {
        // The reader has written out the short form: an attribute is a list.
        const calls = all.filter(([name, value]) => name !== "Fn::GetAtt" || Array.isArray(value));
        const names = calls.map(([name, value]) => intrinsicName(name, value));
        for (const name of names) expect(name).toMatch(TERRAFORM_NAME);
        expect(new Set(names).size).toBe(calls.length);
      },
    ),
    { numRuns: 20 },
  );
});
