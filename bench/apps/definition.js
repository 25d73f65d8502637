const { createHash } = require("node:crypto");
const { API } = require("./endpoints");

/** Where an integration reads the cache keys from. */
const KEY_MAPPINGS = {
  "integration.request.path.shop": "method.request.path.shop",
  "integration.request.querystring.page": "method.request.querystring.page",
};

const KEY_PARAMETERS = Object.values(KEY_MAPPINGS);

/** The OpenAPI document of the API as one writes it by hand. */
function openApiBody(endpoints) {
  const paths = Object.fromEntries(endpoints.map(({ path, id }) => [path, { get: operation(id) }]));
  return JSON.stringify({ openapi: "3.0.1", info: { title: API.name, version: "1.0" }, paths }, undefined, 2);
}

function operation(cacheNamespace) {
  return {
    parameters: [parameter("shop", "path", true), parameter("page", "query", false)],
    responses: { 200: { description: "Status 200" } },
    "x-amazon-apigateway-integration": {
      type: "http_proxy",
      uri: API.backend,
      httpMethod: "GET",
      requestParameters: KEY_MAPPINGS,
      cacheKeyParameters: KEY_PARAMETERS,
      cacheNamespace,
    },
  };
}

function parameter(name, location, required) {
  return { name, in: location, required, schema: { type: "string" } };
}

/** A hash of what a deployment takes a snapshot of. */
function definitionHash(definition) {
  return createHash("sha1").update(JSON.stringify(definition)).digest("hex");
}

module.exports = { KEY_MAPPINGS, KEY_PARAMETERS, openApiBody, definitionHash };
