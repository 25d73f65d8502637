import { keysWithoutMethod } from "../rules/gateway/keys-without-method";
import { resource } from "../rules/input/resource";
import { OptionType, Shape, anyObject, listOf, literal, objectOf, required, text } from "../rules/input/shape";
import { ENDPOINT_CACHE, ENDPOINT_CACHE_SETTINGS, SHARED_STAGE_CACHE, STAGE_CACHE, cacheKeys } from "./option-shapes";
import { AdditionalEndpoint, SharedStageCacheProps, StageCacheEndpoint, StageCacheProps } from "./stage-cache-props";

const ENDPOINT: Shape<StageCacheEndpoint> = {
  ...ENDPOINT_CACHE,
  method: required(resource("aws_api_gateway_method")),
  integration: resource("aws_api_gateway_integration"),
  path: text,
};

const refusedKeys: OptionType = {
  description: "nothing",
  required: false,
  literal: false,
  check: (value, property) => keysWithoutMethod(property, value),
};

const ADDITIONAL_ENDPOINT: Shape<AdditionalEndpoint & { keys?: unknown; cacheNamespace?: unknown }> = {
  ...ENDPOINT_CACHE_SETTINGS,
  httpMethod: required(text),
  path: required(text),
  keysDeclaredElsewhere: cacheKeys,
  keys: refusedKeys,
  cacheNamespace: refusedKeys,
};

const ENDPOINTS = {
  deployment: resource("aws_api_gateway_deployment"),
  endpoints: literal(listOf(objectOf(ENDPOINT))),
  additionalEndpoints: literal(listOf(objectOf(ADDITIONAL_ENDPOINT))),
};

export const STAGE_CACHE_PROPS: Shape<StageCacheProps> = {
  ...STAGE_CACHE,
  ...ENDPOINTS,
  stage: required(resource("aws_api_gateway_stage")),
};

export const SHARED_STAGE_CACHE_PROPS: Shape<SharedStageCacheProps> = {
  ...SHARED_STAGE_CACHE,
  ...ENDPOINTS,
  restApiId: required(text),
  stageName: required(text),
  basePath: text,
  provider: anyObject,
};
