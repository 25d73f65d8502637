import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { TerraformOutput, TerraformStack } from "cdktf";
import { ApiStage, IApiStage } from "../../lib/domain/api-stage";
import { ApiType } from "../../lib/domain/api-type";
import { awsStack } from "../support/domain";
import { refusedFor } from "../support/findings";
import { restApi } from "../support/rest-api";
import { synthesized } from "../support/terraform";
import { TestApi } from "../support/test-api";

let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

/** The id and the name of a stage as Terraform reads them. */
function written(scope: TerraformStack, { apiId, apiStageName, apiType }: IApiStage): unknown[] {
  new TerraformOutput(scope, "out", { value: [apiId, apiStageName] });
  return [...(synthesized(scope).output as { out: { value: unknown[] } }).out.value, apiType];
}

function http(): { api: Apigatewayv2Api; stage(name: string): Apigatewayv2Stage } {
  const api = new Apigatewayv2Api(stack, "http", { name: "http", protocolType: "HTTP" });
  return { api, stage: (name) => new Apigatewayv2Stage(stack, "stage", { apiId: api.id, name, autoDeploy: true }) };
}

describe("a stage by its resource", () => {
  test("of a REST API waits for the stage", () => {
    const api = new TestApi();
    expect(written(api.stack, ApiStage.rest(api.stage))).toEqual([
      "${aws_api_gateway_stage.stage.rest_api_id}",
      "${aws_api_gateway_stage.stage.stage_name}",
      ApiType.REST,
    ]);
  });

  test("of an HTTP API waits for the stage", () => {
    expect(written(stack, ApiStage.http(http().stage("live")))).toEqual([
      "${aws_apigatewayv2_stage.stage.api_id}",
      "${aws_apigatewayv2_stage.stage.name}",
      ApiType.HTTP,
    ]);
  });

  test("of an HTTP API is its $default one", () => {
    const { api, stage } = http();
    stage("$default");
    expect(written(stack, ApiStage.httpApi(api))).toEqual([
      "${aws_apigatewayv2_api.http.id}",
      "${aws_apigatewayv2_stage.stage.name}",
      ApiType.HTTP,
    ]);
  });

  test("of an HTTP API is its $default one also where that is declared later", () => {
    const { api, stage } = http();
    const served = ApiStage.httpApi(api);
    stage("$default");
    expect(written(stack, served)).toContain("${aws_apigatewayv2_stage.stage.name}");
  });

  test("of an HTTP API is $default where the API makes it by itself, or has another one", () => {
    const { api, stage } = http();
    stage("live");
    expect(written(stack, ApiStage.httpApi(api))).toEqual([
      "${aws_apigatewayv2_api.http.id}",
      "$default",
      ApiType.HTTP,
    ]);
  });
});

describe("a stage by its name", () => {
  test("is taken as it is", () => {
    expect(written(stack, ApiStage.fromRestApiId("abc123", "prod"))).toEqual(["abc123", "prod", ApiType.REST]);
    expect(ApiStage.fromRestApiId("abc123", "prod")._declared).toBeUndefined();
  });

  test("of an HTTP API is $default unless it has another one", () => {
    expect(ApiStage.fromHttpApiId("abc123").apiStageName).toBe("$default");
    expect(ApiStage.fromHttpApiId("abc123", "live").apiStageName).toBe("live");
    expect(ApiStage.fromHttpApiId("abc123")._declared).toBeUndefined();
  });
});

test("a CachedRestApi is a stage by itself", () => {
  const api = restApi({}, stack);
  expect(written(stack, api)).toEqual([
    "${aws_api_gateway_rest_api.api.id}",
    "${aws_api_gateway_stage.api.stage_name}",
    ApiType.REST,
  ]);
  expect(api._declared).toMatchObject({
    restApi: api.restApi,
    deployment: api.deployment,
    deploymentFollows: true,
    stageCache: api.cache,
    paths: ["/cats"],
  });
});

describe("what is no stage", () => {
  test.each([
    ["the stage of the other kind", () => ApiStage.rest(http().stage("x") as never), "input/wrong-type at stage"],
    ["an API", () => ApiStage.rest(new TestApi().restApi as never), "input/wrong-type at stage"],
    ["a REST stage", () => ApiStage.http(new TestApi().stage as never), "input/wrong-type at stage"],
    ["a stage", () => ApiStage.httpApi(http().stage("x") as never), "input/wrong-type at api"],
    ["nothing", () => ApiStage.rest(undefined as never), "input/missing-option at stage"],
    ["no stage name", () => ApiStage.fromRestApiId("abc123", undefined as never), "input/missing-option at stageName"],
    ["no id", () => ApiStage.fromHttpApiId(undefined as never), "input/missing-option at apiId"],
  ])("%s", (_what, build, finding) => {
    expect(refusedFor(build)).toEqual([finding]);
  });
});
