import { resource } from "../../../lib/rules/input/resource";
import { briefly } from "../../support/plan";

const stage = resource("aws_api_gateway_stage");
const found = (value: unknown) => briefly(stage.check(value, "stage", () => false));

test("a resource is known by its type in Terraform, so that it may be of another copy of the provider", () => {
  expect(found({ terraformResourceType: "aws_api_gateway_stage" })).toEqual([]);
});

test.each<[string, unknown]>([
  ["a resource of another type", { terraformResourceType: "aws_api_gateway_method" }],
  ["another object", {}],
  ["a text", "aws_api_gateway_stage"],
  ["null", null],
  ["a list", [{ terraformResourceType: "aws_api_gateway_stage" }]],
  ["a type that is no text", { terraformResourceType: Object.create(null) as object }],
])("%s is refused", (_what, value) => {
  expect(found(value)).toEqual(["input/wrong-type at stage"]);
});

test("a resource of another type is told by its type", () => {
  const [finding] = stage.check({ terraformResourceType: "aws_api_gateway_method" }, "stage", () => false);
  expect(finding).toMatchObject({
    found: "aws_api_gateway_method",
    allowed: "a resource of type aws_api_gateway_stage",
  });
});

test("a resource of an HTTP API is told to have no cache", () => {
  expect(found({ terraformResourceType: "aws_apigatewayv2_stage" })).toEqual([
    "gateway/http-api-cannot-cache at stage",
  ]);
});

test("it decides what is rendered, so that it has to be known", () => {
  expect(stage.literal).toBe(true);
  expect(stage.required).toBe(false);
});
