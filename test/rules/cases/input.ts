import { StageCache } from "../../../lib";
import { RuleCase, fires, silent } from "./rule-case";

export const INPUT_CASES: readonly RuleCase[] = [
  fires("input/unknown-option", "a misspelt option of an endpoint", "endpoints[0].ttlInSeconds", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), ttlInSeconds: 5 } as never]),
  ),
  silent("input/unknown-option", "a known option", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), ttlSeconds: 5 }]),
  ),

  fires(
    "input/missing-option",
    "a cache without its stage",
    "stage",
    (api) => new StageCache(api.stack, "cache", {} as never),
  ),
  fires("input/missing-option", "an endpoint without its method", "endpoints[0].method", (api) =>
    api.cache([{} as never]),
  ),
  silent("input/missing-option", "a cache with its stage", (api) => api.cache([])),

  fires("input/wrong-type", "a TTL as text", "endpoints[0].ttlSeconds", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), ttlSeconds: "5" as never }]),
  ),
  fires("input/wrong-type", "a key as text", "endpoints[0].keys[0]", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), keys: ["request.header.A"] as never }]),
  ),
  fires("input/wrong-type", "an integration in place of a method", "endpoints[0].method", (api) =>
    api.cache([{ method: api.endpoint("GET", "/cats").integration as never }]),
  ),
  silent("input/wrong-type", "a TTL as a number", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), ttlSeconds: 5 }]),
  ),

  fires(
    "input/invalid-acknowledgement",
    "an acknowledged error",
    'acknowledgements["gateway/ttl-out-of-range"]',
    (api) => api.cache([], { acknowledgements: { "gateway/ttl-out-of-range": "a reason" } }),
  ),
  fires(
    "input/invalid-acknowledgement",
    "an empty reason at an endpoint",
    'endpoints[0].acknowledgements["gateway/ttl-zero"]',
    (api) =>
      api.cache([{ ...api.endpoint("GET", "/cats"), ttlSeconds: 0, acknowledgements: { "gateway/ttl-zero": " " } }]),
  ),
  silent("input/invalid-acknowledgement", "an acknowledged warning", (api) =>
    api.cache([], { acknowledgements: { "gateway/no-cached-endpoint": "the endpoints come next week" } }),
  ),

  fires("input/unused-acknowledgement", "a reason that nothing needs", 'acknowledgements["gateway/ttl-zero"]', (api) =>
    api.cache([api.endpoint("GET", "/cats")], { acknowledgements: { "gateway/ttl-zero": "a reason" } }),
  ),
  silent("input/unused-acknowledgement", "a reason that is needed", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), ttlSeconds: 0 }], {
      acknowledgements: { "gateway/ttl-zero": "switched off for the sale" },
    }),
  ),
];
