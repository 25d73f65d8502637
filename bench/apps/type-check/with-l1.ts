import { App, TerraformStack } from "cdktf";
import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayMethodSettings } from "@cdktf/provider-aws/lib/api-gateway-method-settings";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";

const app = new App();
const stack = new TerraformStack(app, "bench");
new AwsProvider(stack, "aws", { region: "eu-central-1" });

const cacheKeyParameters = ["method.request.path.id", "method.request.querystring.fields"];
const operation = { "x-amazon-apigateway-integration": { type: "http_proxy", httpMethod: "GET", cacheKeyParameters } };
const body = JSON.stringify({ openapi: "3.0.1", paths: { "/cats/{id}": { get: operation } } });

const restApi = new ApiGatewayRestApi(stack, "api", { name: "api", body });
const deployment = new ApiGatewayDeployment(stack, "deployment", {
  restApiId: restApi.id,
  triggers: { definition: body },
  lifecycle: { createBeforeDestroy: true },
});
const stage = new ApiGatewayStage(stack, "stage", {
  restApiId: restApi.id,
  deploymentId: deployment.id,
  stageName: "prod",
  cacheClusterEnabled: true,
  cacheClusterSize: "0.5",
});
new ApiGatewayMethodSettings(stack, "get-cat", {
  restApiId: restApi.id,
  stageName: stage.stageName,
  methodPath: "cats/{id}/GET",
  settings: { cachingEnabled: true, cacheTtlInSeconds: 300 },
});
stage.addOverride("tags.team", "cats");

app.synth();
