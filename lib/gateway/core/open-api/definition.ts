import { MethodVerb } from "../http-verb";
import { ResourcePath, parseResourcePath } from "../resource-path";
import {
  INTEGRATION,
  OpenApiDocument,
  Operation,
  asRecord,
  isPath,
  isSwagger,
  operationName,
  resolveReference,
} from "./document";
import { EndpointAccess, RestIntegrationDefinition, endpointOperation, integrationObject } from "./endpoint-operation";
import { OperationKeys, injectKeys } from "./inject-keys";
import { mergeDeep } from "./merge";
import { Preflight, preflightOperation } from "./preflight";

/** One endpoint of a definition, with everything decided. */
export interface DefinitionEndpoint {
  readonly path: ResourcePath;
  readonly verb: MethodVerb;
  /** Undefined where the document has the operation. */
  readonly integration?: RestIntegrationDefinition;
  readonly access: EndpointAccess;
  readonly keys?: OperationKeys;
  /** The preflight answer of its path. */
  readonly cors?: PathPreflight;
}

/** A preflight answer; the verbs of the path where none are given. */
export type PathPreflight = Omit<Preflight, "allowMethods"> & { readonly allowMethods?: readonly string[] };

export interface Definition {
  /** The user's document, if there is one. */
  readonly document?: OpenApiDocument;
  readonly title: string;
  readonly endpoints: readonly DefinitionEndpoint[];
  readonly securitySchemes: { readonly [name: string]: Record<string, unknown> };
  /** The preflight answer of the paths whose endpoints have none of their own. */
  readonly cors?: PathPreflight;
  readonly overrides?: Record<string, unknown>;
}

export const PARAMETERS_VALIDATOR = "parameters";

const VALIDATORS = {
  "x-amazon-apigateway-request-validators": {
    [PARAMETERS_VALIDATOR]: { validateRequestParameters: true, validateRequestBody: false },
  },
};

/** The OpenAPI document of a whole API, ready to be imported. */
export function buildDefinition(definition: Definition): OpenApiDocument {
  const { endpoints, securitySchemes, cors, overrides = {} } = definition;
  const base = definition.document ?? {
    openapi: "3.0.1",
    info: { title: definition.title, version: "1.0" },
  };
  const paths = readPaths(base);
  for (const endpoint of endpoints) addEndpoint(base, paths, endpoint);
  const ofPaths = new Map(endpoints.flatMap(({ path, cors }) => (cors === undefined ? [] : [[path.text, cors]])));
  for (const [path, item] of Object.entries(paths)) addPreflight(base, item, ofPaths.get(path) ?? cors);
  const validates = endpoints.some(({ access }) => access.requestValidator !== undefined);
  const document = {
    ...base,
    paths: {
      ...Object.fromEntries(Object.entries(asRecord(base.paths)).filter(([name]) => !isPath(name))),
      ...Object.fromEntries(byName(paths).map(([path, item]) => [path, Object.fromEntries(byName(item))])),
    },
    ...addSecuritySchemes(base, Object.fromEntries(byName(securitySchemes))),
    ...(validates ? mergeDeep(VALIDATORS, pick(base, "x-amazon-apigateway-request-validators")) : {}),
  };
  return mergeDeep(document, overrides);
}

/** Entries in an order of their own: the order of a user's endpoints must not make a new deployment. */
function byName<T>(object: { readonly [name: string]: T }): [string, T][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A copy of the document's paths, under the form that this library gives a path. */
function readPaths(document: OpenApiDocument): { [path: string]: Record<string, unknown> } {
  const paths: { [path: string]: Record<string, unknown> } = {};
  for (const [name, item] of Object.entries(asRecord(document.paths)).filter(([name]) => isPath(name))) {
    const path = parseResourcePath(name).path?.text ?? name;
    paths[path] = { ...paths[path], ...asRecord(resolveReference(document, item)) };
  }
  return paths;
}

function addEndpoint(
  document: OpenApiDocument,
  paths: { [path: string]: Record<string, unknown> },
  { path, verb, integration, access, keys }: DefinitionEndpoint,
): void {
  const item = (paths[path.text] ??= {});
  const name = operationName(verb);
  const operation = chooseOperation(document, item[name], path, integration, access);
  item[name] = keys === undefined ? operation : injectKeys(document, item, operation, keys);
}

function chooseOperation(
  document: OpenApiDocument,
  existing: unknown,
  path: ResourcePath,
  integration: RestIntegrationDefinition | undefined,
  access: EndpointAccess,
): Operation {
  if (existing === undefined) return endpointOperation(document, path, integration!, access);
  const operation = asRecord(existing);
  return integration === undefined ? operation : { ...operation, [INTEGRATION]: integrationObject(integration) };
}

const ANY_VERBS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

function addPreflight(document: OpenApiDocument, item: Record<string, unknown>, cors: PathPreflight | undefined): void {
  if (cors === undefined || item.options !== undefined) return;
  const verbs = ANY_VERBS.filter(
    (verb) => operationName("ANY") in item || operationName(verb) in item || verb === "OPTIONS",
  );
  item.options = preflightOperation(document, { ...cors, allowMethods: cors.allowMethods ?? verbs });
}

function addSecuritySchemes(document: OpenApiDocument, schemes: Definition["securitySchemes"]): OpenApiDocument {
  if (Object.keys(schemes).length === 0) return {};
  if (isSwagger(document)) return { securityDefinitions: { ...asRecord(document.securityDefinitions), ...schemes } };
  const components = asRecord(document.components);
  return { components: { ...components, securitySchemes: { ...asRecord(components.securitySchemes), ...schemes } } };
}

function pick(object: OpenApiDocument, name: string): Record<string, unknown> {
  return name in object ? { [name]: object[name] } : {};
}
