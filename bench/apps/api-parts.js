const { ApiGatewayDeployment } = require("@cdktf/provider-aws/lib/api-gateway-deployment");
const { ApiGatewayIntegration } = require("@cdktf/provider-aws/lib/api-gateway-integration");
const { ApiGatewayMethod } = require("@cdktf/provider-aws/lib/api-gateway-method");
const { ApiGatewayResource } = require("@cdktf/provider-aws/lib/api-gateway-resource");
const { ApiGatewayRestApi } = require("@cdktf/provider-aws/lib/api-gateway-rest-api");
const { ApiGatewayStage } = require("@cdktf/provider-aws/lib/api-gateway-stage");
const { definitionHash } = require("./definition");
const { API } = require("./endpoints");

/**
 * The API from a resource, a method and an integration for each endpoint, as plain CDKTF code.
 *
 * @param {(endpoint: object) => { method: object, integration: object }} keysOf what cache keys add to an endpoint
 * @param {object} cluster what the cache adds to the stage
 */
function addApiParts(stack, endpoints, keysOf, cluster) {
  const restApi = new ApiGatewayRestApi(stack, "api", {
    name: API.name,
    endpointConfiguration: { types: ["REGIONAL"] },
  });
  const restApiId = restApi.id;
  const shop = new ApiGatewayResource(stack, "shop", {
    restApiId,
    parentId: restApi.rootResourceId,
    pathPart: "{shop}",
  });
  const parentId = shop.id;
  const parts = endpoints.map((endpoint) => addEndpoint(stack, restApiId, parentId, endpoint, keysOf(endpoint)));
  const deployment = new ApiGatewayDeployment(stack, "deployment", {
    restApiId,
    triggers: { definition: definitionHash(endpoints.map((endpoint) => ({ ...endpoint, ...keysOf(endpoint) }))) },
    dependsOn: parts.map(({ integration }) => integration),
    lifecycle: { createBeforeDestroy: true },
  });
  const stage = new ApiGatewayStage(stack, "stage", {
    restApiId,
    deploymentId: deployment.id,
    stageName: API.stageName,
    ...cluster,
  });
  return { parts, deployment, stage };
}

function addEndpoint(stack, restApiId, parentId, { id, pathPart }, keys) {
  const resource = new ApiGatewayResource(stack, `${id}_resource`, { restApiId, parentId, pathPart });
  const resourceId = resource.id;
  const method = new ApiGatewayMethod(stack, `${id}_method`, {
    restApiId,
    resourceId,
    httpMethod: "GET",
    authorization: "NONE",
    ...keys.method,
  });
  const integration = new ApiGatewayIntegration(stack, `${id}_integration`, {
    restApiId,
    resourceId,
    httpMethod: method.httpMethod,
    type: "HTTP_PROXY",
    integrationHttpMethod: "GET",
    uri: API.backend,
    ...keys.integration,
  });
  return { method, integration };
}

module.exports = { addApiParts };
