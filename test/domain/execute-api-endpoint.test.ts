import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Deployment } from "@cdktf/provider-aws/lib/apigatewayv2-deployment";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Fn, TerraformStack, TerraformVariable, Token } from "cdktf";
import { ApiStage, IApiStage } from "../../lib/domain/api-stage";
import { apiDomain, awsStack, httpApi } from "../support/domain";
import { warnings } from "../support/findings";
import { restApi, triggersOf } from "../support/rest-api";
import { resource } from "../support/terraform";
import { TestApi } from "../support/test-api";

let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

const told = (scope: TerraformStack) =>
  warnings(scope).map((text) => /^(\S+): (\S+) is /.exec(text)!.slice(1).join(" at "));

describe("the address of a REST API", () => {
  test("is switched off, and the API is deployed anew for it", () => {
    const api = restApi({}, stack);
    const before = triggersOf(api).definition;
    apiDomain(stack, { api });
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(true);
    expect(Object.keys(triggersOf(api))).toEqual(["definition"]);
    expect(triggersOf(api).definition).not.toBe(before);
    expect(warnings(stack)).toEqual([]);
  });

  test("is switched off once, however many domains there are", () => {
    const api = restApi({}, stack);
    apiDomain(stack, { api });
    apiDomain(stack, { domainName: "other.example.com", api }, "other");
    expect(warnings(stack)).toEqual([]);
  });

  test("stays where the domain says so", () => {
    const api = restApi({}, stack);
    apiDomain(stack, { api, disableExecuteApiEndpoint: false });
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBeUndefined();
    expect(warnings(stack)).toEqual([]);
  });

  test("stays where the API says so, with a warning", () => {
    const api = restApi({ disableExecuteApiEndpoint: false }, stack);
    apiDomain(stack, { mappings: [{ path: "v1", api }] });
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(false);
    expect(told(stack)).toEqual(["domain/execute-api-endpoint-kept at mappings[0].api.disableExecuteApiEndpoint"]);
  });

  test.each([
    ["true", true],
    ["what Terraform knows", "?"],
  ])("is as its owner says: %s", (_what, given) => {
    const said = given === "?" ? new TerraformVariable(stack, "closed", {}).booleanValue : given;
    apiDomain(stack, { api: restApi({ disableExecuteApiEndpoint: said as never }, stack) });
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(
      given === "?" ? "${var.closed}" : true,
    );
    expect(warnings(stack)).toEqual([]);
  });
});

describe("the deployment of a REST API that is written by hand", () => {
  test("is made anew, beside what it follows already, and before the old one goes", () => {
    const api = new TestApi({ deployment: { triggers: { mine: "1" } } });
    apiDomain(api.stack, { api: ApiStage.rest(api.stage) });
    expect(resource(api.stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(true);
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment")).toMatchObject({
      triggers: { mine: "1", disable_execute_api_endpoint: "true" },
      lifecycle: { create_before_destroy: true },
    });
    expect(warnings(api.stack)).toEqual([]);
  });

  test("is made anew, beside triggers that only Terraform knows", () => {
    const triggers = Token.asStringMap(Fn.merge([{ a: "b" }, { c: "d" }]));
    const api = new TestApi({ deployment: { triggers } });
    apiDomain(api.stack, { api: ApiStage.rest(api.stage) });
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment").triggers).toContain(
      '{"disable_execute_api_endpoint" = "true"}',
    );
  });

  test("keeps what else its lifecycle says", () => {
    const api = new TestApi({ deployment: { lifecycle: { preventDestroy: true } } });
    apiDomain(api.stack, { api: ApiStage.rest(api.stage) });
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment").lifecycle).toEqual({
      create_before_destroy: true,
      prevent_destroy: true,
    });
  });

  test("is left alone where nothing is switched off", () => {
    const api = new TestApi();
    api.restApi.disableExecuteApiEndpoint = true;
    apiDomain(api.stack, { api: ApiStage.rest(api.stage) });
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment").triggers).toBeUndefined();
  });

  test("that is not in the stack has to follow by itself", () => {
    const api = new TestApi();
    const options = { restApiId: api.restApi.id, stageName: "other", deploymentId: "abc123" };
    const stage = new ApiGatewayStage(api.stack, "other", options);
    apiDomain(api.stack, { api: ApiStage.rest(stage) });
    expect(told(api.stack)).toEqual(["domain/lock-not-deployed at api"]);
    expect(resource(api.stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(true);
  });
});

describe("the address of an HTTP API", () => {
  const api = (stage: object): { api: Apigatewayv2Api; stage: Apigatewayv2Stage } => {
    const http = new Apigatewayv2Api(stack, "http", { name: "http", protocolType: "HTTP" });
    return { api: http, stage: new Apigatewayv2Stage(stack, "stage", { apiId: http.id, name: "$default", ...stage }) };
  };
  const closed = () => resource(stack, "aws_apigatewayv2_api", "http").disable_execute_api_endpoint;

  test("is switched off", () => {
    apiDomain(stack, { api: httpApi(stack) });
    expect(resource(stack, "aws_apigatewayv2_api", "cats").disable_execute_api_endpoint).toBe(true);
    expect(warnings(stack)).toEqual([]);
  });

  test.each([
    ["ApiStage.http", (one: { stage: Apigatewayv2Stage }) => ApiStage.http(one.stage)],
    ["ApiStage.httpApi", (one: { api: Apigatewayv2Api }) => ApiStage.httpApi(one.api)],
  ] as [string, (one: { api: Apigatewayv2Api; stage: Apigatewayv2Stage }) => IApiStage][])(
    "is switched off by way of %s, where the stage deploys by itself",
    (_what, stageOf) => {
      apiDomain(stack, { api: stageOf(api({ autoDeploy: true })) });
      expect(closed()).toBe(true);
      expect(warnings(stack)).toEqual([]);
    },
  );

  test("is switched off with a deployment of its own", () => {
    const apiId = "${aws_apigatewayv2_api.http.id}";
    const deployment = new Apigatewayv2Deployment(stack, "deployment", { apiId });
    apiDomain(stack, { api: ApiStage.http(api({ deploymentId: deployment.id }).stage) });
    expect(closed()).toBe(true);
    expect(resource(stack, "aws_apigatewayv2_deployment", "deployment")).toMatchObject({
      triggers: { disable_execute_api_endpoint: "true" },
      lifecycle: { create_before_destroy: true },
    });
    expect(warnings(stack)).toEqual([]);
  });

  test("waits for a deployment that is not here", () => {
    apiDomain(stack, { api: ApiStage.http(api({}).stage) });
    expect(told(stack)).toEqual(["domain/lock-not-deployed at api"]);
  });
});

test("an API of somebody else stays open, with a warning that can be acknowledged", () => {
  const mappings = [
    { path: "v1", api: ApiStage.fromRestApiId("abc123", "prod") },
    { path: "v2", api: ApiStage.fromHttpApiId("def456") },
  ];
  apiDomain(stack, { mappings });
  expect(told(stack)).toEqual([
    "domain/execute-api-endpoint-open at mappings[0].api",
    "domain/execute-api-endpoint-open at mappings[1].api",
  ]);
  const other = awsStack();
  apiDomain(other, { mappings, acknowledgements: { "domain/execute-api-endpoint-open": "their team closed it" } });
  expect(warnings(other)).toEqual([]);
});
