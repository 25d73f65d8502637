import { endpointId } from "../../gateway/core/endpoint-id";
import { parseResourcePath, pathParameters } from "../../gateway/core/resource-path";
import { IntegrationOptions, MappedIntegrationOptions } from "../../gateway/rest-integration";
import { CorsModel } from "../../serverless/core/caching-model";
import { compact } from "../../serverless/core/read-caching";
import { ServerlessEndpoint } from "../../serverless/serverless-props";
import { BackendBlueprint } from "./blueprint";
import { BackendModel, EventModel } from "./core/deployment-model";
import { AnswerCors, LAMBDA_REQUEST, lambdaResponses, namesOneOrigin } from "./core/lambda-mapping";
import { Drawing } from "./drawing";

/** What answers an endpoint: a function of the service, or what its event names. */
export function drawBackend(
  drawing: Drawing,
  endpoint: ServerlessEndpoint,
  event: EventModel | undefined,
): BackendBlueprint {
  if (event === undefined || endpoint.functionName === undefined) return drawProxy(drawing, endpoint);
  const { backend } = event;
  const options = mappedOptions(drawing, backend);
  switch (backend.type) {
    case "AWS":
      return {
        kind: "lambda",
        lambda: drawing.ownLambda(endpoint.functionName),
        options: { ...options, ...lambdaOptions(drawing, backend, options, event.cors) },
      };
    case "HTTP":
    case "HTTP_PROXY":
      return drawHttp(drawing, endpoint, backend, options);
    case "MOCK":
      return { kind: "mock", options };
    default:
      return { kind: "lambdaProxy", lambda: drawing.ownLambda(endpoint.functionName) };
  }
}

/** The method of an additional endpoint is declared somewhere else; the variable says which backend it has. */
function drawProxy(drawing: Drawing, endpoint: ServerlessEndpoint): BackendBlueprint {
  const { httpMethod } = endpoint;
  const options = compact<IntegrationOptions>({ requestParameters: pathMappings(endpoint) });
  return { kind: "httpProxy", uri: backendAddress(drawing, endpoint), httpMethod, options };
}

function pathMappings({ path }: ServerlessEndpoint): { [name: string]: string } | undefined {
  const names = pathParameters(parseResourcePath(path).path!).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`] as const),
  );
}

function backendAddress(drawing: Drawing, { httpMethod, path }: ServerlessEndpoint): string {
  return drawing.variable({
    name: `backend_${endpointId(parseResourcePath(path).path!, httpMethod)}`,
    original: `the address of the backend of ${httpMethod} ${path}`,
    terraformType: "string",
  });
}

function drawHttp(
  drawing: Drawing,
  endpoint: ServerlessEndpoint,
  backend: BackendModel,
  options: MappedIntegrationOptions,
): BackendBlueprint {
  const { uri, vpcLinkId, httpMethod = endpoint.httpMethod } = backend;
  const requestParameters = { ...pathMappings(endpoint), ...parametersOf(drawing, backend) };
  return {
    kind: backend.type === "HTTP" ? "http" : "httpProxy",
    uri: uri === undefined ? backendAddress(drawing, endpoint) : drawing.registry.text(uri),
    httpMethod: httpMethod.toUpperCase(),
    options: compact<MappedIntegrationOptions>({
      ...(backend.type === "HTTP" ? options : {}),
      requestParameters: Object.keys(requestParameters).length === 0 ? undefined : requestParameters,
      vpcLinkId: vpcLinkId === undefined ? undefined : drawing.registry.text(vpcLinkId),
    }),
  };
}

function parametersOf(drawing: Drawing, { requestParameters = {} }: BackendModel): { [name: string]: string } {
  return drawing.registry.record(requestParameters, (source) => drawing.registry.text(source));
}

function mappedOptions(drawing: Drawing, backend: BackendModel): MappedIntegrationOptions {
  const { requestTemplates, passthroughBehavior, contentHandling } = backend;
  return compact<MappedIntegrationOptions>({
    requestTemplates: requestTemplates && drawing.registry.record(requestTemplates, (text) => drawing.registry.text(text)), // prettier-ignore
    passthroughBehavior,
    contentHandling,
  });
}

/** What the framework writes where an event says nothing. */
function lambdaOptions(
  drawing: Drawing,
  backend: BackendModel,
  { requestTemplates }: MappedIntegrationOptions,
  cors: CorsModel | undefined,
): MappedIntegrationOptions {
  const { isAsync, passthroughBehavior = "NEVER", hasDefaultTemplate } = backend;
  const responses = lambdaResponses(cors && answerCors(drawing, cors));
  const templates = { ...(hasDefaultTemplate ? { "application/json": LAMBDA_REQUEST } : {}), ...requestTemplates };
  const parameters = { ...parametersOf(drawing, backend), ...(isAsync ? EVENT : {}) };
  return compact<MappedIntegrationOptions>({
    requestTemplates: Object.keys(templates).length === 0 ? undefined : templates,
    passthroughBehavior,
    requestParameters: Object.keys(parameters).length === 0 ? undefined : parameters,
    responses: isAsync ? responses.slice(0, 1) : responses,
  });
}

/** The function is called, and nobody waits for it. */
const EVENT = { "integration.request.header.X-Amz-Invocation-Type": "'Event'" };

function answerCors(drawing: Drawing, cors: CorsModel): AnswerCors | undefined {
  if (!namesOneOrigin(cors)) return undefined;
  return { allowOrigin: drawing.registry.text(cors.allowOrigins[0]!), allowCredentials: cors.allowCredentials };
}
