import { CacheKeyParameter } from "../cache-key-parameter";
import { placeKeys } from "../key-placement";
import {
  INTEGRATION,
  OpenApiDocument,
  Operation,
  asList,
  asRecord,
  asText,
  isSwagger,
  resolveReference,
} from "./document";

/** The cache keys of one operation. */
export interface OperationKeys {
  readonly keys: readonly CacheKeyParameter[];
  readonly namespace: string;
  /** Whether the parameters are declared and mapped, and tell no cached answers apart. @default false */
  readonly parametersOnly?: boolean;
}

/**
 * An operation with cache keys: its parameters declared, its integration extended. What the document says stays; a
 * parameter that is required is never made optional.
 *
 * @param pathItem the path that the operation belongs to, whose parameters it shares
 */
export function injectKeys(
  document: OpenApiDocument,
  pathItem: Record<string, unknown>,
  operation: Operation,
  { keys, namespace, parametersOnly = false }: OperationKeys,
): Operation {
  const integration = asRecord(resolveReference(document, operation[INTEGRATION]));
  const placement = placeKeys(keys, asText(integration.type)?.toUpperCase() ?? "");
  const requestParameters = { ...placement.integrationRequestParameters, ...asRecord(integration.requestParameters) };
  const names = new Set([
    ...asList(integration.cacheKeyParameters).flatMap((name) => asText(name) ?? []),
    ...(parametersOnly ? [] : placement.cacheKeyParameters),
  ]);
  const parameters = Object.entries(placement.methodRequestParameters).reduce(
    (list, [name, required]) => declare(document, pathItem, list, name, required),
    asList(operation.parameters),
  );
  return {
    ...operation,
    ...(parameters.length > 0 ? { parameters } : {}),
    [INTEGRATION]: {
      ...integration,
      ...(Object.keys(requestParameters).length > 0 ? { requestParameters } : {}),
      ...(names.size > 0 ? { cacheKeyParameters: [...names].sort() } : {}),
      ...(parametersOnly ? {} : { cacheNamespace: namespace }),
    },
  };
}

/** One more entry in a list of parameters, unless it or the path declares it as strictly already. */
function declare(
  document: OpenApiDocument,
  pathItem: Record<string, unknown>,
  parameters: unknown[],
  requestParameter: string,
  required: boolean,
): unknown[] {
  const { location, name } = splitRequestParameter(requestParameter);
  const matches = (parameter: unknown) => {
    const declared = asRecord(resolveReference(document, parameter));
    return declared.in === location && declared.name === name;
  };
  const own = parameters.find(matches);
  const declared = own ?? asList(pathItem.parameters).find(matches);
  const strict = required || location === "path";
  if (declared === undefined) return [...parameters, openApiParameter(document, location, name, strict)];
  const { ...parameter } = asRecord(resolveReference(document, declared));
  if (!strict || parameter.required === true) return parameters;
  return [...parameters.filter((other) => other !== own), { ...parameter, required: true }];
}

/** A parameter of an operation; those of the path are required in every OpenAPI document. */
export function openApiParameter(
  document: OpenApiDocument,
  location: string,
  name: string,
  required: boolean,
): Record<string, unknown> {
  return { name, in: location, required, ...textType(document) };
}

/** The type of a parameter or of a header that is text. */
export function textType(document: OpenApiDocument): Record<string, unknown> {
  return isSwagger(document) ? { type: "string" } : { schema: { type: "string" } };
}

/** Reads `method.request.querystring.name`. */
export function splitRequestParameter(requestParameter: string): { location: string; name: string } {
  const [, location, name] = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(requestParameter) ?? [];
  return { location: location === "querystring" ? "query" : (location ?? ""), name: name ?? "" };
}
