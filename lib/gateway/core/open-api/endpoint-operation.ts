import { IntegrationType } from "../integration-type";
import { ResourcePath, pathParameters } from "../resource-path";
import { INTEGRATION, OpenApiDocument, Operation } from "./document";
import { openApiParameter, splitRequestParameter, textType } from "./inject-keys";

/** What the backend's answer becomes. */
export interface IntegrationResponseDefinition {
  readonly statusCode: string;
  readonly selectionPattern?: string;
  readonly responseParameters?: { readonly [name: string]: string };
  readonly responseTemplates?: { readonly [contentType: string]: string };
}

/** The backend of an endpoint. */
export interface RestIntegrationDefinition {
  readonly type: IntegrationType;
  readonly uri?: string;
  readonly httpMethod?: string;
  readonly credentials?: string;
  readonly requestParameters?: { readonly [name: string]: string };
  readonly requestTemplates?: { readonly [contentType: string]: string };
  readonly passthroughBehavior?: string;
  readonly timeoutMilliseconds?: number;
  readonly contentHandling?: string;
  readonly vpcLinkId?: string;
  readonly responses?: readonly IntegrationResponseDefinition[];
}

/** What an endpoint asks of its callers. */
export interface EndpointAccess {
  /** The names of the security schemes that a request has to satisfy, each with its scopes. */
  readonly security: { readonly [scheme: string]: readonly string[] };
  /** `method.request.querystring.page` and whether the request must have it. */
  readonly requestParameters: { readonly [name: string]: boolean };
  readonly requestValidator?: string;
  readonly operationName?: string;
}

/** The operation of an endpoint that is described by this library's own options. */
export function endpointOperation(
  document: OpenApiDocument,
  path: ResourcePath,
  integration: RestIntegrationDefinition,
  access: EndpointAccess,
): Operation {
  const pathNames = pathParameters(path).map(({ name }) => name);
  const declared = Object.entries(access.requestParameters)
    .map(([name, required]) => ({ ...splitRequestParameter(name), required }))
    .filter(({ location, name }) => location !== "path" || !pathNames.includes(name));
  const parameters = [
    ...pathNames.map((name) => openApiParameter(document, "path", name, true)),
    ...declared.map(({ location, name, required }) => openApiParameter(document, location, name, required)),
  ];
  return {
    ...(access.operationName === undefined ? {} : { operationId: access.operationName }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(Object.keys(access.security).length === 0 ? {} : { security: [access.security] }),
    responses: methodResponses(document, integration),
    ...(access.requestValidator === undefined
      ? {}
      : { "x-amazon-apigateway-request-validator": access.requestValidator }),
    [INTEGRATION]: integrationObject(integration),
  };
}

/** An integration as an OpenAPI document has it. */
export function integrationObject(integration: RestIntegrationDefinition): Record<string, unknown> {
  const { type, responses, timeoutMilliseconds, vpcLinkId, passthroughBehavior, ...same } = integration;
  const isProxy = type.endsWith("_PROXY");
  return withoutUnset({
    type: type.toLowerCase(),
    ...same,
    passthroughBehavior: passthroughBehavior?.toLowerCase(),
    timeoutInMillis: timeoutMilliseconds,
    ...(vpcLinkId === undefined ? {} : { connectionType: "VPC_LINK", connectionId: vpcLinkId }),
    ...(isProxy ? {} : { responses: integrationResponses(responses) }),
  });
}

const ONE_ANSWER: readonly IntegrationResponseDefinition[] = [{ statusCode: "200" }];

function integrationResponses(responses = ONE_ANSWER): Record<string, unknown> {
  return Object.fromEntries(
    responses.map(({ selectionPattern, ...response }) => [selectionPattern ?? "default", withoutUnset(response)]),
  );
}

function methodResponses(
  document: OpenApiDocument,
  { responses = ONE_ANSWER }: RestIntegrationDefinition,
): Record<string, unknown> {
  const type = textType(document);
  const byStatus: Record<string, { description: string; headers?: Record<string, unknown> }> = {};
  for (const { statusCode, responseParameters = {} } of responses) {
    const names = Object.keys(responseParameters).map((name) => name.replace(/^method\.response\.header\./, ""));
    const headers = { ...byStatus[statusCode]?.headers, ...Object.fromEntries(names.map((name) => [name, type])) };
    byStatus[statusCode] = {
      description: `Status ${statusCode}`,
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
    };
  }
  return byStatus;
}

function withoutUnset(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
