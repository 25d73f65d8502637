import { TerraformVariable } from "cdktf";
import { EndpointCacheOptions, StageCacheOptions, UnauthorizedInvalidation } from "../../../lib";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent } from "./rule-case";

function cats(api: TestApi, endpoint: EndpointCacheOptions = {}, stage: StageCacheOptions = {}): void {
  api.cache([{ ...api.endpoint("GET", "/cats"), ...endpoint }], stage);
}

const SECOND_APPLY = "gateway/false-needs-second-apply";

export const SETTING_CASES: readonly RuleCase[] = [
  fires("gateway/ttl-out-of-range", "3601 seconds", "endpoints[0].ttlSeconds", (api) =>
    cats(api, { ttlSeconds: 3601 }),
  ),
  fires("gateway/ttl-out-of-range", "a negative TTL of the stage", "ttlSeconds", (api) =>
    cats(api, {}, { ttlSeconds: -1 }),
  ),
  fires("gateway/ttl-out-of-range", "half a second", "endpoints[0].ttlSeconds", (api) =>
    cats(api, { ttlSeconds: 0.5 }),
  ),
  silent("gateway/ttl-out-of-range", "3600 seconds", (api) => cats(api, { ttlSeconds: 3600 })),
  silent("gateway/ttl-out-of-range", "a TTL that only Terraform knows", (api) =>
    cats(api, { ttlSeconds: new TerraformVariable(api.stack, "ttl", {}).numberValue }),
  ),

  fires("gateway/ttl-zero", "a cached endpoint with a TTL of 0", "endpoints[0].ttlSeconds", (api) =>
    cats(api, { ttlSeconds: 0 }),
  ),
  fires("gateway/ttl-zero", "a TTL of 0 from the stage", "endpoints[0].ttlSeconds", (api) =>
    cats(api, {}, { ttlSeconds: 0 }),
  ),
  silent("gateway/ttl-zero", "a second", (api) => cats(api, { ttlSeconds: 1 })),
  silent("gateway/ttl-zero", "an endpoint that is not cached", (api) => cats(api, { ttlSeconds: 0, enabled: false })),

  fires("gateway/logging-level", "a level of other systems", "loggingLevel", (api) =>
    cats(api, {}, { loggingLevel: "WARN" }),
  ),
  silent("gateway/logging-level", "a level of API Gateway", (api) => cats(api, { loggingLevel: "INFO" })),

  fires("gateway/throttling", "a rate without a burst", "throttlingBurstLimit", (api) =>
    cats(api, {}, { throttlingRateLimit: 10 }),
  ),
  fires("gateway/throttling", "a burst without a rate", "endpoints[0].throttlingRateLimit", (api) =>
    cats(api, { throttlingBurstLimit: 10 }),
  ),
  silent("gateway/throttling", "both limits", (api) => cats(api, { throttlingRateLimit: 10, throttlingBurstLimit: 5 })),
  silent("gateway/throttling", "one limit, where the stage has the other", (api) =>
    cats(api, { throttlingRateLimit: 1 }, { throttlingRateLimit: 10, throttlingBurstLimit: 5 }),
  ),

  fires("gateway/unauthorized-strategy", "another word", "perKeyInvalidation.unauthorized", (api) =>
    cats(api, {}, { perKeyInvalidation: { unauthorized: "refuse" as UnauthorizedInvalidation } }),
  ),
  silent("gateway/unauthorized-strategy", "the plugin's word", (api) =>
    cats(api, { perKeyInvalidation: { unauthorized: "IgnoreWithWarning" as UnauthorizedInvalidation } }),
  ),

  fires(
    SECOND_APPLY,
    "invalidation without authorization",
    "endpoints[0].perKeyInvalidation.requireAuthorization",
    (api) => cats(api, { perKeyInvalidation: { requireAuthorization: false } }),
  ),
  fires(SECOND_APPLY, "metrics off below a stage with metrics", "endpoints[0].metricsEnabled", (api) =>
    cats(api, { metricsEnabled: false }, { metricsEnabled: true }),
  ),
  fires(SECOND_APPLY, "a burst of 0", "endpoints[0].throttlingBurstLimit", (api) =>
    cats(api, { throttlingRateLimit: 1, throttlingBurstLimit: 0 }),
  ),
  silent(SECOND_APPLY, "metrics off where the stage says nothing", (api) => cats(api, { metricsEnabled: false })),
  silent(SECOND_APPLY, "no encryption below a stage with encryption", (api) =>
    cats(api, { dataEncrypted: false }, { dataEncrypted: true }),
  ),
];
