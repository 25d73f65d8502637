import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { TerraformVariable } from "cdktf";
import { SharedStageCacheProps, StageCache, StageCacheProps } from "../../../lib";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent } from "./rule-case";

function cats(api: TestApi, options: Partial<StageCacheProps> = {}): void {
  api.cache([api.endpoint("GET", "/cats")], options);
}

function shared(api: TestApi, options: Partial<SharedStageCacheProps> = {}): void {
  const additionalEndpoints = [{ httpMethod: "GET", path: "/cats" }];
  StageCache.shared(api.stack, "shared", { restApiId: "x", stageName: "prod", additionalEndpoints, ...options });
}

export const STAGE_CASES: readonly RuleCase[] = [
  fires("gateway/cluster-size", "two gigabytes", "clusterSize", (api) => cats(api, { clusterSize: "2" })),
  fires("gateway/cluster-size", "a size with a digit too many", "clusterSize", (api) =>
    cats(api, { clusterSize: "118.0" }),
  ),
  silent("gateway/cluster-size", "the largest size", (api) => cats(api, { clusterSize: "237" })),
  silent("gateway/cluster-size", "a size that only Terraform knows", (api) =>
    cats(api, { clusterSize: new TerraformVariable(api.stack, "size", {}).stringValue }),
  ),

  fires("gateway/cluster-set-twice", "a stage that switches it off", "stage.cacheClusterEnabled", (api) => {
    api.stage.cacheClusterEnabled = false;
    cats(api);
  }),
  fires("gateway/cluster-set-twice", "a stage with another size", "stage.cacheClusterSize", (api) => {
    api.stage.cacheClusterSize = "1.6";
    cats(api);
  }),
  silent("gateway/cluster-set-twice", "a stage that says the same", (api) => {
    api.stage.cacheClusterEnabled = true;
    api.stage.cacheClusterSize = "0.5";
    cats(api);
  }),

  fires("gateway/no-cached-endpoint", "a cluster without an endpoint", "enabled", (api) => api.cache([])),
  fires("gateway/no-cached-endpoint", "a cluster whose endpoints are all off", "enabled", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), enabled: false }]),
  ),
  silent("gateway/no-cached-endpoint", "a cached endpoint", (api) => cats(api)),
  silent("gateway/no-cached-endpoint", "a cluster that is off", (api) => api.cache([], { enabled: false })),
  silent("gateway/no-cached-endpoint", "a stage of somebody else", (api) =>
    shared(api, { additionalEndpoints: [], loggingLevel: "OFF" }),
  ),

  fires("gateway/stage-cached-twice", "two caches of one stage", "stage", (api) => {
    cats(api);
    new StageCache(api.stack, "second", { stage: api.stage });
  }),
  silent("gateway/stage-cached-twice", "one cache, and a shared one of another API", (api) => {
    cats(api);
    shared(api, { loggingLevel: "OFF" });
  }),

  fires("gateway/stage-name", "a name with a dot", "stageName", (api) => shared(api, { stageName: "prod.v1" })),
  silent("gateway/stage-name", "a name with a hyphen", (api) => shared(api, { stageName: "prod-v1" })),

  fires("gateway/http-api-cannot-cache", "the stage of an HTTP API", "stage", (api) => {
    const stage = new Apigatewayv2Stage(api.stack, "http", { apiId: "x", name: "prod" });
    new StageCache(api.stack, "cache", { stage: stage as never });
  }),
  fires("gateway/http-api-cannot-cache", "the stage $default", "stageName", (api) =>
    shared(api, { stageName: "$default" }),
  ),
  silent("gateway/http-api-cannot-cache", "the stage of a REST API", (api) => cats(api)),

  fires("gateway/stage-settings-unknown", "a shared stage without its logging", "loggingLevel", (api) => shared(api)),
  silent("gateway/stage-settings-unknown", "a shared stage with its throttling", (api) =>
    shared(api, { throttlingRateLimit: 10, throttlingBurstLimit: 5 }),
  ),
  silent("gateway/stage-settings-unknown", "a stage of one's own", (api) => cats(api)),
];
