// The same API from plain CDKTF code: a resource, a method, an integration and a setting for each endpoint.
const { Construct } = require("constructs");
const { addApiParts } = require("./api-parts");
const { KEY_MAPPINGS, KEY_PARAMETERS } = require("./definition");
const { API } = require("./endpoints");
const { ADOPTED_STAGE, addMethodSettings } = require("./method-settings");
const { synthesize } = require("./synthesize");

const REQUEST_PARAMETERS = { "method.request.path.shop": false, "method.request.querystring.page": false };

synthesize((stack, endpoints) => {
  const keysOf = ({ id }) => ({
    method: { requestParameters: REQUEST_PARAMETERS },
    integration: { requestParameters: KEY_MAPPINGS, cacheKeyParameters: KEY_PARAMETERS, cacheNamespace: id },
  });
  const cluster = { cacheClusterEnabled: true, cacheClusterSize: API.clusterSize };
  const { stage } = addApiParts(stack, endpoints, keysOf, cluster);
  addMethodSettings(new Construct(stack, "cache"), "cache", stage, endpoints, ADOPTED_STAGE);
});
