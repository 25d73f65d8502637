import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { Testing } from "cdktf";
import { Construct } from "constructs";
import { findReferenced, resourcesOf } from "../../lib/domain/find-resource";
import { awsStack } from "../support/domain";
import { resources } from "../support/terraform";

const TYPE = "aws_api_gateway_rest_api";
const api = (scope: Construct, id: string) => new ApiGatewayRestApi(scope, id, { name: id });

describe("a resource is found", () => {
  test("by a token, and by a reference that is written out", () => {
    const stack = awsStack();
    const [one, two] = [api(stack, "one"), api(new Construct(stack, "inner"), "two")];
    expect(findReferenced(stack, TYPE, "id", one.id)).toBe(one);
    expect(findReferenced(stack, TYPE, "id", two.id)).toBe(two);
    expect(findReferenced(two, TYPE, "id", "${aws_api_gateway_rest_api.one.id}")).toBe(one);
  });

  test("by its own name", () => {
    const stack = awsStack();
    const one = api(stack, "one");
    one.overrideLogicalId("renamed");
    expect(findReferenced(stack, TYPE, "id", "${aws_api_gateway_rest_api.renamed.id}")).toBe(one);
  });

  test.each([
    ["another attribute", "${aws_api_gateway_rest_api.one.name}"],
    ["another type", "${aws_apigatewayv2_api.one.id}"],
    ["data", "${data.aws_api_gateway_rest_api.one.id}"],
    ["one of several", "${aws_api_gateway_rest_api.one[0].id}"],
    ["a longer text", "x-${aws_api_gateway_rest_api.one.id}"],
    ["a name that is not there", "${aws_api_gateway_rest_api.other.id}"],
    ["a literal", "abc123"],
    ["nothing", undefined],
  ])("not by %s", (_what, reference) => {
    const stack = awsStack();
    api(stack, "one");
    expect(findReferenced(stack, TYPE, "id", reference)).toBeUndefined();
  });
});

test("the resources of a stack are not those of another", () => {
  const app = Testing.app();
  const [one, two] = [awsStack("one", app), awsStack("two", app)];
  const mine = api(one, "api");
  api(two, "api");
  expect(resourcesOf(one, TYPE)).toEqual([mine]);
  expect(resourcesOf(one, "aws_lb")).toEqual([]);
});

test("a search leaves the names of the resources to the user", () => {
  const stack = awsStack();
  const [one, other] = [api(stack, "one"), api(stack, "other")];
  expect(findReferenced(stack, TYPE, "id", other.id)).toBe(other);
  one.overrideLogicalId("legacy");
  expect(Object.keys(resources(stack, TYPE)).sort()).toEqual(["legacy", "other"]);
});
