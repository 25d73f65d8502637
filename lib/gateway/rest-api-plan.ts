import { isDeepStrictEqual } from "node:util";
import { Finding } from "../rules/finding";
import { documentHasOperation } from "../rules/gateway/document-has-operation";
import { duplicateAuthorizer } from "../rules/gateway/duplicate-authorizer";
import { endpointNotInDocument } from "../rules/gateway/endpoint-not-in-document";
import { integrationMissing } from "../rules/gateway/integration-missing";
import { keyPathParameterUnknown } from "../rules/gateway/key-path-parameter-unknown";
import { refusedValue } from "../rules/gateway/refused-value";
import { requestParameterSyntax } from "../rules/gateway/request-parameter-syntax";
import { missingOption } from "../rules/input/missing-option";
import { CachedRestApiProps, CorsOptions, RestEndpoint } from "./cached-rest-api-props";
import { checkCors } from "./core/check-cors";
import { LocatedPath, checkSiblings } from "./core/check-paths";
import { HTTP_VERBS, HttpVerb, parseVerb } from "./core/http-verb";
import {
  DefinitionEndpoint,
  PARAMETERS_VALIDATOR,
  PathPreflight,
  Definition,
  buildDefinition,
} from "./core/open-api/definition";
import {
  INTEGRATION,
  OpenApiDocument,
  Operation,
  asRecord,
  operationsOf,
  securitySchemesOf,
} from "./core/open-api/document";
import { allowedOrigins, authorizationType, operationFacts } from "./core/open-api/operation-facts";
import { StageCachePlan, planStageCache } from "./core/plan";
import { EndpointInput, MethodFacts } from "./core/plan-input";
import { operationKey } from "./core/operation-key";
import { parseResourcePath, pathParameters } from "./core/resource-path";
import { isUnknown } from "../stack/is-unknown";
import { DEFAULT_CORS_HEADERS, checkPathCors, corsByPath, originsOf } from "./path-cors";
import { RestAuthorizer } from "./rest-authorizer";

/** A whole API, decided: its definition, its cache, and what is wrong with them. */
export interface RestApiPlan {
  readonly cache: StageCachePlan;
  readonly findings: readonly Finding[];
  /** Made on demand, because it is of use only if nothing is wrong. */
  definition(): OpenApiDocument;
}

const API_KEY_SCHEME = "api_key";
const API_KEY = { type: "apiKey", name: "x-api-key", in: "header" };

/** Decides a whole API. */
export function planRestApi(props: CachedRestApiProps, title: string, document?: OpenApiDocument): RestApiPlan {
  const endpoints = props.endpoints ?? [];
  const operations = document === undefined ? new Map<string, Operation>() : indexOperations(document);
  const corsOf = corsByPath(props);
  const facts = endpoints.map((endpoint) => readMethod(endpoint, document, operations, corsOf(endpoint.path)));
  const cache = planStageCache({
    stage: props.cache ?? {},
    stagePrefix: "cache.",
    ownership: "new",
    endpoints: endpoints.map((endpoint, index) => readEndpoint(endpoint, index, facts[index]!)),
    isUnknown,
  });
  return {
    cache,
    findings: [
      ...(document === undefined && endpoints.length === 0
        ? [missingOption("endpoints", "at least one endpoint, or an OpenAPI document")]
        : []),
      ...(props.cors === undefined ? [] : checkCors(props.cors, "cors", isUnknown)),
      ...checkPathCors(endpoints, operations.keys()),
      ...cache.findings,
      ...endpoints.flatMap((endpoint, index) => checkEndpoint(endpoint, `endpoints[${index}]`, document, operations)),
      ...checkIntegrations(props, document),
      ...checkAuthorizers(endpoints, document),
      ...checkSiblings(locatePaths(props, document)),
    ],
    definition: () =>
      buildDefinition({
        document,
        title,
        endpoints: definitionEndpoints(endpoints, cache),
        securitySchemes: securitySchemes(endpoints),
        cors: readCors(props.cors),
        overrides: props.definitionOverrides,
      }),
  };
}

function indexOperations(document: OpenApiDocument): Map<string, Operation> {
  return new Map(operationsOf(document).map(({ verb, path, operation }) => [operationKey(verb, path), operation]));
}

function readEndpoint({ method, path, cache }: RestEndpoint, index: number, facts: MethodFacts): EndpointInput {
  const property = `endpoints[${index}]`;
  return {
    property,
    optionsPrefix: `${property}.cache.`,
    verbProperty: `${property}.method`,
    verb: method,
    pathProperty: `${property}.path`,
    path,
    cache: cache && { ...cache, keys: cache.keys?.map((key) => key._parameter) },
    method: facts,
  };
}

function readMethod(
  { method, path, integration, authorizer, validateRequestParameters }: RestEndpoint,
  document: OpenApiDocument | undefined,
  operations: ReadonlyMap<string, Operation>,
  cors: CorsOptions | undefined,
): MethodFacts {
  const operation = operations.get(operationKey(method, path));
  const fromDocument = document && operation ? operationFacts(document, operation) : undefined;
  const fromEndpoint = integration && {
    integrationType: integration.integrationType,
    declaredKeys: [],
    declaredMappings: integration._definition.requestParameters,
    declaredNamespace: undefined,
  };
  const preflight = operations.get(operationKey("OPTIONS", path));
  return {
    authorization: authorizer?.authorizationType ?? "NONE",
    identitySources: authorizer?._identitySources,
    validatesParameters: validateRequestParameters === true,
    ...fromDocument,
    ...fromEndpoint,
    corsOrigins: knownOrigins(preflight === undefined ? originsOf(cors, method) : allowedOrigins(preflight)),
    siblingVerbs: HTTP_VERBS.filter(
      (verb) => isAnswered(verb, path, operations, cors) && verb !== method.toUpperCase(),
    ),
  };
}

function knownOrigins(origins: readonly string[] | undefined): readonly string[] | undefined {
  return origins?.some(isUnknown) ? undefined : origins;
}

/** Whether the document, or the preflight that this library adds, answers a verb of a path. */
function isAnswered(
  verb: HttpVerb,
  path: string,
  operations: ReadonlyMap<string, Operation>,
  cors: CorsOptions | undefined,
): boolean {
  if (verb === "OPTIONS" && cors !== undefined) return true;
  return operations.size > 0 && operations.has(operationKey(verb, path));
}

function definitionEndpoints(endpoints: readonly RestEndpoint[], cache: StageCachePlan): DefinitionEndpoint[] {
  const keys = new Map(cache.keys.map((planned) => [planned.endpoint, planned]));
  return endpoints.map((endpoint, index) => ({
    path: parseResourcePath(endpoint.path).path!,
    verb: parseVerb(endpoint.method)!,
    integration: endpoint.integration?._definition,
    keys: keys.get(index),
    cors: readCors(endpoint.cors),
    access: {
      security: security(endpoint),
      requestParameters: endpoint.requestParameters ?? {},
      requestValidator: endpoint.validateRequestParameters ? PARAMETERS_VALIDATOR : undefined,
      operationName: endpoint.operationName,
    },
  }));
}

function security({ authorizer, authorizationScopes = [], apiKeyRequired }: RestEndpoint) {
  return {
    ...(authorizer === undefined ? {} : { [authorizer.name]: authorizationScopes }),
    ...(apiKeyRequired ? { [API_KEY_SCHEME]: [] } : {}),
  };
}

function securitySchemes(endpoints: readonly RestEndpoint[]): Definition["securitySchemes"] {
  const needsKey = endpoints.some(({ apiKeyRequired }) => apiKeyRequired);
  return {
    ...Object.fromEntries(authorizersOf(endpoints).map((authorizer) => [authorizer.name, authorizer._scheme])),
    ...(needsKey ? { [API_KEY_SCHEME]: API_KEY } : {}),
  };
}

/** The authorizers that the endpoints name, each once. */
export function authorizersOf(endpoints: readonly RestEndpoint[]): RestAuthorizer[] {
  return [...new Set(endpoints.flatMap(({ authorizer }) => authorizer ?? []))];
}

function readCors(cors: CorsOptions | undefined): PathPreflight | undefined {
  return cors && { ...cors, allowHeaders: cors.allowHeaders ?? DEFAULT_CORS_HEADERS };
}

function checkEndpoint(
  endpoint: RestEndpoint,
  property: string,
  document: OpenApiDocument | undefined,
  operations: ReadonlyMap<string, Operation>,
): Finding[] {
  const key = operationKey(endpoint.method, endpoint.path);
  return [
    ...Object.keys(endpoint.requestParameters ?? {}).flatMap((name) =>
      /^method\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/.test(name)
        ? []
        : requestParameterSyntax(`${property}.requestParameters`, name),
    ),
    ...checkPathParameters(endpoint, `${property}.requestParameters`),
    ...checkScopes(endpoint, property),
    ...(operations.has(key)
      ? DOCUMENTED_OPTIONS.filter((name) => endpoint[name] !== undefined).flatMap((name) =>
          documentHasOperation(`${property}.${name}`, endpoint[name]),
        )
      : checkIntegration(endpoint, property, key, document, operations)),
  ];
}

/** Parameters that are declared for the path, and that the path does not have. */
function checkPathParameters({ path: text, requestParameters = {} }: RestEndpoint, property: string): Finding[] {
  const { path } = parseResourcePath(text);
  if (path === undefined) return [];
  const names = pathParameters(path).map(({ name }) => name);
  return Object.keys(requestParameters)
    .flatMap((name) => /^method\.request\.path\.(.+)$/.exec(name)?.[1] ?? [])
    .filter((name) => !names.includes(name))
    .flatMap((name) => keyPathParameterUnknown(property, name, names));
}

/** What a document says of its operations by itself. */
const DOCUMENTED_OPTIONS = [
  "requestParameters",
  "validateRequestParameters",
  "authorizer",
  "authorizationScopes",
  "apiKeyRequired",
  "operationName",
] as const;

function checkIntegration(
  { integration }: RestEndpoint,
  property: string,
  key: string,
  document: OpenApiDocument | undefined,
  operations: ReadonlyMap<string, Operation>,
): Finding[] {
  if (integration !== undefined) return [];
  if (document === undefined) return integrationMissing(`${property}.integration`);
  return endpointNotInDocument(property, key, [...operations.keys()]);
}

/** The operations of a document that nobody gives a backend; overrides of the paths may, and are not judged. */
function checkIntegrations(props: CachedRestApiProps, document: OpenApiDocument | undefined): Finding[] {
  if (document === undefined || props.definitionOverrides?.paths !== undefined) return [];
  const given = (props.endpoints ?? []).filter(({ integration }) => integration !== undefined);
  const keys = new Set(given.map(({ method, path }) => operationKey(method, path)));
  return operationsOf(document)
    .filter(({ verb, path, operation }) => operation[INTEGRATION] === undefined && !keys.has(operationKey(verb, path)))
    .flatMap(({ verb, path }) =>
      integrationMissing(`${documentProperty(props)}.paths[${JSON.stringify(path)}].${verb}`),
    );
}

function documentProperty({ openApiFile }: CachedRestApiProps): string {
  return openApiFile === undefined ? "openApiDocument" : "openApiFile";
}

/** Scopes are read by a Cognito authorizer, and by nothing else. */
function checkScopes({ authorizer, authorizationScopes = [] }: RestEndpoint, property: string): Finding[] {
  if (authorizationScopes.length === 0 || authorizer?.authorizationType === "COGNITO_USER_POOLS") return [];
  return refusedValue(`${property}.authorizationScopes`, authorizationScopes, "scopes beside RestAuthorizer.cognito()");
}

/** Two security schemes of one name: one would replace the other, and let in whom the other one refuses. */
function checkAuthorizers(endpoints: readonly RestEndpoint[], document: OpenApiDocument | undefined): Finding[] {
  const schemes = new Map(Object.entries(document === undefined ? {} : securitySchemesOf(document)));
  const checked = new Set<unknown>();
  const check = (property: string, name: string, scheme: Record<string, unknown>): Finding[] => {
    if (checked.has(scheme)) return [];
    checked.add(scheme);
    const other = asRecord(schemes.get(name) ?? scheme);
    schemes.set(name, other);
    const areKeys = authorizationType(other) === undefined && authorizationType(scheme) === undefined;
    return areKeys || isDeepStrictEqual(other, scheme) ? [] : duplicateAuthorizer(property, name);
  };
  return endpoints.flatMap(({ authorizer, apiKeyRequired }, index) => [
    ...(authorizer === undefined ? [] : check(`endpoints[${index}].authorizer`, authorizer.name, authorizer._scheme)),
    ...(apiKeyRequired ? check(`endpoints[${index}].apiKeyRequired`, API_KEY_SCHEME, API_KEY) : []),
  ]);
}

function locatePaths(props: CachedRestApiProps, document: OpenApiDocument | undefined): LocatedPath[] {
  const { endpoints = [] } = props;
  const ofDocument = Object.keys(asRecord(document?.paths)).map((text) => [`${documentProperty(props)}.paths`, text]);
  const ofEndpoints = endpoints.map(({ path }, index) => [`endpoints[${index}].path`, path]);
  return [...ofDocument, ...ofEndpoints].flatMap(([property, text]) => {
    const { path } = parseResourcePath(text!);
    return path === undefined ? [] : { property: property!, path };
  });
}
