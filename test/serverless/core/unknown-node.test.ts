import { unknownIntrinsic, unknownVariable } from "../../../lib/serverless/core/unknown-node";

const AT = { file: "serverless.yml", line: 1, column: 1 };

test("a variable of the framework becomes one of Terraform's", () => {
  expect(unknownVariable(AT, "cf", "gateway.Id", "cf:gateway.Id", "none")).toEqual({
    kind: "unknown",
    at: AT,
    value: {
      template: "${var.cf_gateway_Id-xF--x22-none-x22-}",
      original: "cf:gateway.Id",
      variables: [{ name: "cf_gateway_Id-xF--x22-none-x22-", original: "cf:gateway.Id", defaultValue: "none" }],
    },
  });
});

test.each([
  ["Ref", "Api", "!Ref Api"],
  ["Fn::GetAtt", ["Api", "RootResourceId"], "!GetAtt Api.RootResourceId"],
  ["Fn::ImportValue", { "Fn::Sub": "${Env}-id" }, "!ImportValue !Sub ${Env}-id"],
  ["Fn::Sub", { a: 1 }, '!Sub {"a":1}'],
])("a function of CloudFormation is described as it is written: %s %j", (name, argument, original) => {
  expect(unknownIntrinsic(AT, name, argument).value.original).toBe(original);
});
