import {
  Shape,
  anyObject,
  flag,
  listOf,
  literal,
  made,
  mapOf,
  number,
  objectOf,
  required,
  text,
} from "../rules/input/shape";
import { AccessLogOptions, CachedRestApiProps, CorsOptions, RestEndpoint } from "./cached-rest-api-props";
import { ENDPOINT_CACHE, STAGE_CACHE } from "./option-shapes";
import { RestAuthorizer } from "./rest-authorizer";
import { RestIntegration } from "./rest-integration";

const CORS: Shape<CorsOptions> = {
  allowOrigins: required(literal(listOf(text))),
  allowMethods: literal(listOf(text)),
  allowHeaders: literal(listOf(text)),
  exposeHeaders: literal(listOf(text)),
  allowCredentials: literal(flag),
  maxAgeSeconds: number,
};

const ENDPOINT: Shape<RestEndpoint> = {
  method: required(text),
  path: required(text),
  integration: made("a RestIntegration", (value) => RestIntegration.isRestIntegration(value)),
  cache: literal(objectOf(ENDPOINT_CACHE)),
  requestParameters: mapOf(literal(flag)),
  validateRequestParameters: literal(flag),
  authorizer: made("a RestAuthorizer", (value) => RestAuthorizer.isRestAuthorizer(value)),
  authorizationScopes: listOf(text),
  apiKeyRequired: literal(flag),
  cors: literal(objectOf(CORS)),
  operationName: text,
};

const ACCESS_LOGS: Shape<AccessLogOptions> = { destinationArn: required(text), format: text };

export const CACHED_REST_API_PROPS: Shape<CachedRestApiProps> = {
  stageName: required(text),
  endpoints: literal(listOf(objectOf(ENDPOINT))),
  cache: literal(objectOf(STAGE_CACHE)),
  openApiDocument: literal(anyObject),
  openApiFile: literal(text),
  definitionOverrides: literal(anyObject),
  cors: literal(objectOf(CORS)),
  apiName: text,
  description: text,
  tags: mapOf(text),
  endpointType: text,
  policy: text,
  disableExecuteApiEndpoint: flag,
  binaryMediaTypes: listOf(text),
  minimumCompressionSize: number,
  stageDescription: text,
  stageVariables: mapOf(text),
  accessLogs: objectOf(ACCESS_LOGS),
  xrayTracingEnabled: flag,
  provider: anyObject,
};
