import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { HttpApi } from "../../lib/domain/http-api";
import { HttpApiProps } from "../../lib/domain/http-api-props";
import { awsStack } from "../support/domain";
import { refusedFor } from "../support/findings";
import { lambdaFunction } from "../support/rest-api";
import { resource, synthesized } from "../support/terraform";

let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

const httpApi = (props: Partial<HttpApiProps> = {}) =>
  new HttpApi(stack, "api", { lambdaFunction: lambdaFunction(stack), ...props });

test("an HTTP API sends every request to its function, and deploys by itself", () => {
  httpApi();
  const { aws_lambda_function: _functions, ...rest } = synthesized(stack).resource as { [type: string]: unknown };
  expect(rest).toEqual({
    aws_apigatewayv2_api: { api: { name: "api", protocol_type: "HTTP" } },
    aws_apigatewayv2_integration: {
      api: {
        api_id: "${aws_apigatewayv2_api.api.id}",
        integration_type: "AWS_PROXY",
        integration_method: "POST",
        integration_uri: "${aws_lambda_function.cats.invoke_arn}",
        payload_format_version: "2.0",
      },
    },
    aws_apigatewayv2_route: {
      api: {
        api_id: "${aws_apigatewayv2_api.api.id}",
        route_key: "$default",
        target: "integrations/${aws_apigatewayv2_integration.api.id}",
      },
    },
    aws_apigatewayv2_stage: {
      api: {
        api_id: "${aws_apigatewayv2_api.api.id}",
        name: "$default",
        auto_deploy: true,
        depends_on: ["aws_apigatewayv2_route.api", "aws_lambda_permission.api_invoke_cats"],
      },
    },
    aws_lambda_permission: {
      api_invoke_cats: {
        action: "lambda:InvokeFunction",
        function_name: "${aws_lambda_function.cats.function_name}",
        principal: "apigateway.amazonaws.com",
        source_arn: "${aws_apigatewayv2_api.api.execution_arn}/*/*",
      },
    },
  });
});

test("what is said of it reaches it", () => {
  const provider = new AwsProvider(stack, "other", { region: "eu-west-1", alias: "other" });
  httpApi({
    apiName: "cats",
    description: "All about cats",
    corsOrigins: ["https://www.example.com"],
    disableExecuteApiEndpoint: false,
    tags: { team: "cats" },
    provider,
  });
  expect(resource(stack, "aws_apigatewayv2_api", "api")).toEqual({
    name: "cats",
    description: "All about cats",
    protocol_type: "HTTP",
    cors_configuration: {
      allow_origins: ["https://www.example.com"],
      allow_methods: ["*"],
      allow_headers: ["authorization", "content-type"],
    },
    disable_execute_api_endpoint: false,
    tags: { team: "cats" },
    provider: "aws.other",
  });
  expect(resource(stack, "aws_apigatewayv2_stage", "api")).toMatchObject({ tags: { team: "cats" } });
  for (const type of ["integration", "route", "stage"]) {
    expect(resource(stack, `aws_apigatewayv2_${type}`, "api").provider).toBe("aws.other");
  }
  expect(resource(stack, "aws_lambda_permission", "api_invoke_cats").provider).toBe("aws.other");
});

test("an alias gets its own permission", () => {
  const alias = new LambdaAlias(stack, "live", { name: "live", functionName: "cats", functionVersion: "1" });
  httpApi({ lambdaFunction: alias });
  expect(resource(stack, "aws_lambda_permission", "api_invoke_live_live")).toMatchObject({ qualifier: "live" });
});

test("its parts are at hand", () => {
  const api = httpApi();
  expect([api.api, api.integration, api.route, api.stage].map(({ friendlyUniqueId }) => friendlyUniqueId)).toEqual([
    "api",
    "api",
    "api",
    "api",
  ]);
  expect(api.lambdaPermission.friendlyUniqueId).toBe("api_invoke_cats");
  expect(api._declared).toEqual({ httpApi: api.api, deploymentFollows: true });
});

describe("what is wrong", () => {
  test.each([
    ["no function", { lambdaFunction: undefined }, ["input/missing-option at lambdaFunction"]],
    ["a name", { lambdaFunction: "cats" }, ["input/wrong-type at lambdaFunction"]],
    [
      "no function at all",
      { lambdaFunction: {} },
      ["input/missing-option at lambdaFunction.invokeArn", "input/missing-option at lambdaFunction.functionName"],
    ],
    [
      "an origin with a path",
      { corsOrigins: ["*", "https://a.example.com/"] },
      ["domain/cors-origin at corsOrigins[1]"],
    ],
    ["an origin without a scheme", { corsOrigins: ["a.example.com"] }, ["domain/cors-origin at corsOrigins[0]"]],
    ["an unknown option", { name: "x" }, ["input/unknown-option at name"]],
  ])("is %s", (_what, props, findings) => {
    expect(refusedFor(() => httpApi(props as never))).toEqual(findings);
  });

  test("is not an origin that only Terraform knows, or one with a port", () => {
    const origin = new TerraformVariable(stack, "origin", {}).stringValue;
    httpApi({ corsOrigins: [origin, "http://localhost:3000"] });
    expect(resource(stack, "aws_apigatewayv2_api", "api").cors_configuration).toMatchObject({
      allow_origins: ["${var.origin}", "http://localhost:3000"],
    });
  });

  test("is no empty list of origins", () => {
    httpApi({ corsOrigins: [] });
    expect(resource(stack, "aws_apigatewayv2_api", "api")).not.toHaveProperty("cors_configuration");
  });
});

test("HCL says the same", () => {
  httpApi();
  const hcl = Testing.synthHcl(stack);
  expect(hcl).toContain('target = "integrations/${aws_apigatewayv2_integration.api.id}"');
  expect(hcl).toContain('name = "$default"');
});
