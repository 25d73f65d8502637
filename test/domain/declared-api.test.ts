import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { declaredByHttpApi, declaredByHttpStage, declaredByRestStage } from "../../lib/domain/declared-api";
import { awsStack } from "../support/domain";
import { restApi } from "../support/rest-api";
import { TestApi } from "../support/test-api";

describe("what a stack declares of a REST stage", () => {
  test("is its API, its deployment and its paths", () => {
    const api = new TestApi();
    api.endpoint("GET", "/cats/{id}");
    expect(declaredByRestStage(api.stage)).toMatchObject({
      restApi: api.restApi,
      deployment: api.deployment,
      deploymentFollows: false,
      stageCache: undefined,
      paths: ["/cats/{id}"],
    });
  });

  test("is its cache, also one inside another construct", () => {
    const api = new TestApi();
    const cache = api.cache([api.endpoint("GET", "/cats")]);
    expect(declaredByRestStage(api.stage).stageCache).toBe(cache);
    const whole = restApi();
    expect(declaredByRestStage(whole.stage).stageCache).toBe(whole.cache);
  });

  test("is nothing of another configuration", () => {
    const api = new TestApi();
    const stage = new ApiGatewayStage(api.stack, "x", { restApiId: "abc", deploymentId: "def", stageName: "x" });
    expect(declaredByRestStage(stage)).toMatchObject({ restApi: undefined, deployment: undefined, paths: undefined });
    expect(declaredByRestStage(stage).deploymentFollows).toBe(false);
  });

  test("follows by itself where the deployment is that of a whole API", () => {
    const api = restApi();
    const declared = declaredByRestStage(api.stage);
    expect(declared).toMatchObject({ deployment: api.deployment, deploymentFollows: true, paths: ["/cats"] });
    const options = { restApiId: api.restApi.id, stageName: "beta", deploymentId: "abc123" };
    const other = declaredByRestStage(new ApiGatewayStage(api.restApi.cdktfStack, "beta", options));
    expect(other).toMatchObject({ restApi: api.restApi, deployment: undefined, deploymentFollows: false });
  });
});

describe("what a stack declares of an HTTP API", () => {
  const setUp = (autoDeploy?: boolean) => {
    const stack = awsStack();
    const api = new Apigatewayv2Api(stack, "api", { name: "api", protocolType: "HTTP" });
    new Apigatewayv2Api(stack, "other", { name: "other", protocolType: "HTTP" });
    return { api, stage: new Apigatewayv2Stage(stack, "stage", { apiId: api.id, name: "$default", autoDeploy }) };
  };

  test("is the API of a stage", () => {
    const { api, stage } = setUp(true);
    expect(declaredByHttpStage(stage)).toMatchObject({ httpApi: api, deploymentFollows: true });
    expect(declaredByHttpApi(api)).toMatchObject({ httpApi: api, deploymentFollows: true });
  });

  test("does not follow where the stage is deployed by hand", () => {
    const { api, stage } = setUp();
    expect(declaredByHttpStage(stage).deploymentFollows).toBeUndefined();
    expect(declaredByHttpApi(api).deploymentFollows).toBeUndefined();
  });

  test("follows where the API makes its stage by itself", () => {
    const api = new Apigatewayv2Api(awsStack(), "api", { name: "api", protocolType: "HTTP", target: "arn:aws:x" });
    expect(declaredByHttpApi(api).deploymentFollows).toBe(true);
  });

  test("is nothing of another configuration", () => {
    const stage = new Apigatewayv2Stage(awsStack(), "stage", { apiId: "abc123", name: "$default" });
    expect(declaredByHttpStage(stage)).toEqual({ stage });
  });
});
