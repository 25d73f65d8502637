import { TerraformVariable } from "cdktf";
import { StageCache } from "../../../lib";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent } from "./rule-case";

function additional(api: TestApi, ...endpoints: { httpMethod: string; path: string }[]): void {
  api.cache([], { additionalEndpoints: endpoints });
}

export const ENDPOINT_CASES: readonly RuleCase[] = [
  fires("gateway/path-syntax", "a path with a wildcard", "additionalEndpoints[0].path", (api) =>
    additional(api, { httpMethod: "GET", path: "/cats/*" }),
  ),
  silent("gateway/path-syntax", "a path with dots", (api) =>
    additional(api, { httpMethod: "GET", path: "/v1.0/cats" }),
  ),

  fires("gateway/path-not-literal", "a path from a variable", "additionalEndpoints[0].path", (api) =>
    additional(api, { httpMethod: "GET", path: new TerraformVariable(api.stack, "path", {}).stringValue }),
  ),
  silent("gateway/path-not-literal", "a path as text", (api) => additional(api, { httpMethod: "GET", path: "/cats" })),

  fires("gateway/path-mismatch", "another path than the method's", "endpoints[0].path", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), path: "/dogs" }]),
  ),
  silent("gateway/path-mismatch", "the method's own path", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), path: "/cats/" }]),
  ),

  fires("gateway/verb-syntax", "a verb that REST APIs do not have", "additionalEndpoints[0].httpMethod", (api) =>
    additional(api, { httpMethod: "TRACE", path: "/cats" }),
  ),
  fires("gateway/verb-syntax", "a cached verb that is none", "endpoints[0].cachedMethods[0]", (api) =>
    api.cache([{ ...api.endpoint("ANY", "/cats"), cachedMethods: ["ANY"] }]),
  ),
  silent("gateway/verb-syntax", "a verb in lower case", (api) => additional(api, { httpMethod: "get", path: "/cats" })),

  fires("gateway/duplicate-endpoint", "the same endpoint twice", "additionalEndpoints[1]", (api) =>
    additional(api, { httpMethod: "GET", path: "/cats" }, { httpMethod: "get", path: "cats/" }),
  ),
  fires("gateway/duplicate-endpoint", "the same endpoint in two shared caches", "stack/b", (api) => {
    const props = { restApiId: "x", stageName: "prod", loggingLevel: "OFF" };
    const additionalEndpoints = [{ httpMethod: "GET", path: "/cats" }];
    StageCache.shared(api.stack, "a", { ...props, additionalEndpoints });
    StageCache.shared(api.stack, "b", { ...props, additionalEndpoints });
  }),
  silent("gateway/duplicate-endpoint", "two verbs of one path", (api) =>
    additional(api, { httpMethod: "GET", path: "/cats" }, { httpMethod: "HEAD", path: "/cats" }),
  ),
  silent("gateway/duplicate-endpoint", "ANY beside one of its verbs", (api) =>
    additional(api, { httpMethod: "ANY", path: "/cats" }, { httpMethod: "GET", path: "/cats" }),
  ),

  fires("gateway/cached-methods-without-any", "cachedMethods beside GET", "endpoints[0].cachedMethods", (api) =>
    api.cache([{ ...api.endpoint("GET", "/cats"), cachedMethods: ["GET"] }]),
  ),
  silent("gateway/cached-methods-without-any", "cachedMethods beside ANY", (api) =>
    api.cache([{ ...api.endpoint("ANY", "/cats"), cachedMethods: ["GET"] }]),
  ),
];
