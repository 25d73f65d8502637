// The same Terraform JSON, byte for byte, from plain CDKTF code: an OpenAPI body and one setting for each endpoint.
const { ApiGatewayDeployment } = require("@cdktf/provider-aws/lib/api-gateway-deployment");
const { ApiGatewayRestApi } = require("@cdktf/provider-aws/lib/api-gateway-rest-api");
const { ApiGatewayStage } = require("@cdktf/provider-aws/lib/api-gateway-stage");
const { Construct } = require("constructs");
const { definitionHash, openApiBody } = require("./definition");
const { API } = require("./endpoints");
const { NEW_STAGE, addMethodSettings } = require("./method-settings");
const { synthesize } = require("./synthesize");

synthesize((stack, endpoints) => {
  const api = new Construct(stack, API.name);
  const body = openApiBody(endpoints);
  const restApi = new ApiGatewayRestApi(api, "rest-api", {
    name: API.name,
    body,
    endpointConfiguration: { types: ["REGIONAL"] },
  });
  restApi.overrideLogicalId(API.name);
  const restApiId = restApi.id;

  const deployment = new ApiGatewayDeployment(api, "deployment", {
    restApiId,
    triggers: { definition: definitionHash({ body }) },
    lifecycle: { createBeforeDestroy: true },
  });
  deployment.overrideLogicalId(API.name);

  const stage = new ApiGatewayStage(api, "stage", {
    restApiId,
    deploymentId: deployment.id,
    stageName: API.stageName,
    cacheClusterEnabled: true,
    cacheClusterSize: API.clusterSize,
  });
  stage.overrideLogicalId(API.name);

  addMethodSettings(new Construct(api, "cache"), `${API.name}_cache`, stage, endpoints, NEW_STAGE);
});
