import { RestAuthorizer } from "../gateway/rest-authorizer";
import { RestIntegration } from "../gateway/rest-integration";
import { Shape, literal, made, mapOf, text } from "../rules/input/shape";
import {
  ServerlessOptions,
  ServerlessRestEndpointsOptions,
  ServerlessSharedStageOptions,
  ServerlessTextOptions,
} from "./serverless-props";

export const SERVERLESS_OPTIONS: Shape<ServerlessOptions> = {
  stage: literal(text),
  region: literal(text),
  opt: literal(mapOf(literal(text))),
  parameters: literal(mapOf(literal(text))),
  environment: literal(mapOf(literal(text))),
  projectDirectory: literal(text),
  acknowledgements: literal(mapOf(literal(text))),
};

export const SERVERLESS_TEXT_OPTIONS: Shape<ServerlessTextOptions> = { ...SERVERLESS_OPTIONS, fileName: literal(text) };

export const REST_ENDPOINTS_OPTIONS: Shape<ServerlessRestEndpointsOptions> = {
  integrations: literal(mapOf(made("a RestIntegration", (value) => RestIntegration.isRestIntegration(value)))),
  authorizers: literal(mapOf(made("a RestAuthorizer", (value) => RestAuthorizer.isRestAuthorizer(value)))),
};

export const SHARED_STAGE_OPTIONS: Shape<ServerlessSharedStageOptions> = { restApiId: text };
