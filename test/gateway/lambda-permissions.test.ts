import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { ILambdaTarget, LambdaIntegrationOptions, RestAuthorizer, RestEndpoint, RestIntegration } from "../../lib";
import { endpoint, lambdaFunction, newStack, restApi } from "../support/rest-api";
import { Attributes, resources } from "../support/terraform";

let stack: TerraformStack;
beforeEach(() => (stack = newStack()));

/** The permissions of an API with these endpoints, each on a path of its own. */
function permissions(...endpoints: Partial<RestEndpoint>[]): { [name: string]: Attributes } {
  const api = restApi({ endpoints: endpoints.map((given, index) => endpoint({ path: `/${index}`, ...given })) }, stack);
  const found = resources(stack, "aws_lambda_permission");
  expect(api.lambdaPermissions).toHaveLength(Object.keys(found).length);
  return { ...found };
}

function calls(target: ILambdaTarget, options?: LambdaIntegrationOptions): Partial<RestEndpoint> {
  return { integration: RestIntegration.lambdaProxy(target, options) };
}

/** A function that is known by its name only. */
const named = (functionName: string) => ({ functionName, invokeArn: `arn:aws:apigateway:${functionName}` });

function alias(scope: Construct, id: string, name: string): LambdaAlias {
  return new LambdaAlias(scope, id, { name, functionName: "the-cats", functionVersion: "1" });
}

describe("the permission of a function", () => {
  test("lets API Gateway call it for every stage and every method of this API, and of no other", () => {
    expect(permissions(calls(lambdaFunction(stack)))).toEqual({
      api_invoke_cats: {
        action: "lambda:InvokeFunction",
        function_name: "${aws_lambda_function.cats.function_name}",
        principal: "apigateway.amazonaws.com",
        source_arn: "${aws_api_gateway_rest_api.api.execution_arn}/*/*",
      },
    });
  });

  test("is there once, however many endpoints call it", () => {
    const cats = lambdaFunction(stack);
    expect(Object.keys(permissions(calls(cats), calls(cats), calls(cats)))).toEqual(["api_invoke_cats"]);
  });

  test("is there once, however many objects stand for it", () => {
    const cats = lambdaFunction(stack);
    const copy = () => ({ functionName: cats.functionName, invokeArn: cats.invokeArn });
    expect(Object.keys(permissions(calls(cats), calls(copy()), calls(copy())))).toEqual(["api_invoke_cats"]);
    stack = newStack();
    expect(Object.keys(permissions(calls(named("cats")), calls(named("cats"))))).toEqual(["api_invoke_cats"]);
  });

  test("is that of an alias, by its name", () => {
    const live = alias(stack, "current", "live");
    expect(permissions(calls(live))).toEqual({
      api_invoke_current_live: expect.objectContaining({
        function_name: "${aws_lambda_alias.current.function_name}",
        qualifier: "live",
      }),
    });
  });

  test("is that of the version or alias that is named", () => {
    const cats = lambdaFunction(stack);
    const found = permissions(calls(cats), calls(cats, { qualifier: "live" }), calls(cats, { qualifier: "7" }));
    expect(Object.values(found).map(({ qualifier }) => qualifier)).toEqual([undefined, "7", "live"]);
  });

  test("may have a qualifier that only Terraform knows", () => {
    const version = new TerraformVariable(stack, "version", {}).stringValue;
    const [found] = Object.values(permissions(calls(lambdaFunction(stack), { qualifier: version })));
    expect(found?.qualifier).toBe("${var.version}");
  });

  test("is made for a function of another configuration", () => {
    const cats = new DataAwsLambdaFunction(stack, "cats", { functionName: "the-cats" });
    expect(permissions(calls(cats))).toEqual({
      api_invoke_cats: expect.objectContaining({ function_name: "${data.aws_lambda_function.cats.function_name}" }),
    });
  });

  test("has an address that reads like the name of the function", () => {
    const arn = "arn:aws:lambda:eu-west-1:123456789012:function:cats";
    const found = permissions(calls(named(arn)), calls(named("get-cats")), calls(named("the_cats")));
    expect(Object.keys(found)).toEqual([
      `api_invoke_${arn.replace(/:/g, "-x3A-")}`,
      "api_invoke_get-cats",
      "api_invoke_the__cats",
    ]);
  });
});

describe("functions whose names read alike", () => {
  const readAlike = (): [string, ILambdaTarget][] => [
    ["a resource", lambdaFunction(stack)],
    ["a function of another configuration", new DataAwsLambdaFunction(stack, "data", { functionName: "cats" })],
    ["a literal name", named("cats")],
  ];

  test.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])("have a permission each, in the order %j", (order) => {
    const targets = readAlike();
    (targets[1]![1] as DataAwsLambdaFunction).overrideLogicalId("cats");
    const found = permissions(...order.map((index) => calls(targets[index]![1])));
    expect(
      Object.values(found)
        .map(({ function_name: name }) => name)
        .sort(),
    ).toEqual(["${aws_lambda_function.cats.function_name}", "${data.aws_lambda_function.cats.function_name}", "cats"]);
  });

  test("are not taken for one another through their qualifiers", () => {
    const found = permissions(calls(named("a_b")), calls(named("a"), { qualifier: "b" }), calls(named("a__b")));
    expect(Object.keys(found)).toHaveLength(3);
  });
});

describe("the permission of an authorizer", () => {
  const token = (target: ILambdaTarget, options = {}) => ({
    authorizer: RestAuthorizer.lambdaRequest("token", target, options),
  });

  test("is made like that of a backend", () => {
    expect(permissions(token(lambdaFunction(stack, "checker")))).toEqual({
      api_invoke_checker: expect.objectContaining({
        function_name: "${aws_lambda_function.checker.function_name}",
        source_arn: "${aws_api_gateway_rest_api.api.execution_arn}/*/*",
      }),
    });
  });

  test("is that of an alias, by its name", () => {
    expect(Object.values(permissions(token(alias(stack, "checker", "live"))))[0]?.qualifier).toBe("live");
  });

  test("is shared with the endpoints that call the same function", () => {
    const cats = lambdaFunction(stack);
    expect(Object.keys(permissions({ ...calls(cats), ...token(cats) }))).toEqual(["api_invoke_cats"]);
  });

  test("is not made where API Gateway takes a role to call it", () => {
    const credentials = "arn:aws:iam::123456789012:role/gateway";
    expect(permissions(token(lambdaFunction(stack, "checker"), { credentials }))).toEqual({});
  });
});

test("no permission is made for what is no Lambda proxy", () => {
  const uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn/invocations";
  expect(
    permissions(
      { integration: RestIntegration.aws(uri, "POST") },
      { authorizer: RestAuthorizer.cognito("pool", ["arn:pool"]) },
      { authorizer: RestAuthorizer.iam() },
    ),
  ).toEqual({});
});
