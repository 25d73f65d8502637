const { ApiGatewayMethodSettings } = require("@cdktf/provider-aws/lib/api-gateway-method-settings");
const { API } = require("./endpoints");

/** The settings of a cached endpoint. */
const CACHED = {
  cachingEnabled: true,
  cacheTtlInSeconds: API.ttlSeconds,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
};

/** The settings of a new stage, which caches nothing that is not named. */
const NEW_STAGE = { ...CACHED, cachingEnabled: false };

/** The settings of a stage that was there before: a TTL of 0 reaches API Gateway where `false` does not. */
const ADOPTED_STAGE = { ...CACHED, cachingEnabled: undefined, cacheTtlInSeconds: 0 };

/** The stage's settings and those of its endpoints, one after the other, as plain CDKTF code. */
function addMethodSettings(scope, prefix, stage, endpoints, stageSettings) {
  const restApiId = stage.restApiId;
  const stageName = stage.stageName;
  let previous = new ApiGatewayMethodSettings(scope, "default", {
    restApiId,
    stageName,
    methodPath: "*/*",
    settings: stageSettings,
  });
  previous.overrideLogicalId(`${prefix}_default`);
  for (const { id, methodPath } of endpoints) {
    const dependsOn = [previous];
    previous = new ApiGatewayMethodSettings(scope, id, {
      restApiId,
      stageName,
      methodPath,
      settings: CACHED,
      dependsOn,
    });
    previous.overrideLogicalId(`${prefix}_${id}`);
  }
}

module.exports = { NEW_STAGE, ADOPTED_STAGE, addMethodSettings };
