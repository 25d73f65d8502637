import { HTTP_VERBS, MethodVerb, parseVerb } from "../../gateway/core/http-verb";
import { joinPaths, parseResourcePath } from "../../gateway/core/resource-path";
import { pathSyntax } from "../../rules/gateway/path-syntax";
import { verbSyntax } from "../../rules/gateway/verb-syntax";
import { EndpointModel } from "./caching-model";
import { checkEventKeys } from "./event-keys";
import { readAuthorizer } from "./read-authorizer";
import { readEndpointCache } from "./read-caching";
import { readCors } from "./read-cors";
import { readRequestParameters } from "./read-request-parameters";
import { ReadValue, ValueReader } from "./value-reader";

/** What applies to every endpoint of a service. */
export interface ServiceDefaults {
  readonly basePath: string | undefined;
  /** Whether the stage's CloudWatch settings are copied where an endpoint does not say. */
  readonly inheritStageSettings: boolean;
  /** Whether another service owns the API, and answers its preflight requests. */
  readonly isShared: boolean;
}

const INTEGRATIONS: { readonly [name: string]: string } = {
  LAMBDA: "AWS",
  LAMBDA_PROXY: "AWS_PROXY",
  AWS: "AWS",
  AWS_PROXY: "AWS_PROXY",
  HTTP: "HTTP",
  HTTP_PROXY: "HTTP_PROXY",
  MOCK: "MOCK",
};

/** Reads an `http` event, an object or `GET /path`. */
export function readHttpEvent(
  reader: ValueReader,
  event: ReadValue,
  functionName: string,
  defaults: ServiceDefaults,
): EndpointModel | undefined {
  if (event.node.kind === "scalar") return readShorthand(reader, event, functionName, defaults);
  const map = reader.map(event, "an object with path and method, or text such as GET /cats");
  if (map === undefined) return undefined;
  checkEventKeys(reader, map);
  const place = readPlace(reader, map, defaults.basePath);
  const caching = readCaching(reader, map, defaults);
  const requestParameters = readRequestParameters(reader, map);
  const isAnyRequired = Object.values(requestParameters ?? {}).includes(true);
  const corsSection = defaults.isShared ? undefined : reader.get(map, "cors");
  const details = {
    integrationType: readIntegration(reader, map),
    authorizer: readAuthorizer(reader, reader.get(map, "authorizer")),
    apiKeyRequired: reader.literalFlag(reader.get(map, "private")) ?? false,
    requestParameters,
    validateRequestParameters: isAnyRequired ? true : undefined,
    cors: readCors(reader, corsSection),
    corsSection,
  };
  return place && { property: reader.property(map), functionName, ...place, ...caching, ...details };
}

/** Reads one of `additionalEndpoints`. */
export function readAdditionalEndpoint(
  reader: ValueReader,
  item: ReadValue,
  defaults: ServiceDefaults,
): EndpointModel | undefined {
  const map = reader.map(item, "an object with method, path and caching");
  if (map === undefined) return undefined;
  reader.checkKeys(map, ["method", "path", "caching"]);
  const place = readPlace(reader, map, undefined);
  const caching = readCaching(reader, map, defaults);
  return place && { property: reader.property(map), ...place, ...caching, apiKeyRequired: false };
}

function readCaching(
  reader: ValueReader,
  map: ReadValue,
  { inheritStageSettings }: ServiceDefaults,
): Pick<EndpointModel, "cache" | "section" | "isBroken"> {
  const before = reader.errorCount;
  const section = reader.get(map, "caching");
  const cache = readEndpointCache(reader, section, inheritStageSettings);
  return { cache, section, isBroken: reader.errorCount > before };
}

type Place = Pick<EndpointModel, "httpMethod" | "path">;

function readShorthand(
  reader: ValueReader,
  event: ReadValue,
  functionName: string,
  defaults: ServiceDefaults,
): EndpointModel | undefined {
  const allowed = "a method and a path, such as GET /cats";
  const text = reader.literalText(event, allowed);
  if (text === undefined) return undefined;
  const [, method = "", path] = /^\s*(\S+)\s+(\S+)\s*$/.exec(text) ?? [];
  if (path === undefined) return reader.wrong(event, allowed);
  const httpMethod = checkVerb(reader, event, method);
  const complete = checkPath(reader, event, path, defaults.basePath);
  if (httpMethod === undefined || complete === undefined) return undefined;
  const property = reader.property(event);
  return { property, functionName, httpMethod, path: complete, integrationType: "AWS_PROXY", apiKeyRequired: false };
}

function readPlace(reader: ValueReader, map: ReadValue, basePath: string | undefined): Place | undefined {
  const methodValue = reader.required(map, "method", "the verb, such as get");
  const pathValue = reader.required(map, "path", "the path, such as /cats");
  const method = reader.literalText(methodValue, "a verb");
  const path = reader.literalText(pathValue, "a path");
  const httpMethod = method === undefined ? undefined : checkVerb(reader, methodValue!, method);
  const complete = path === undefined ? undefined : checkPath(reader, pathValue!, path, basePath);
  return httpMethod === undefined || complete === undefined ? undefined : { httpMethod, path: complete };
}

function checkVerb(reader: ValueReader, value: ReadValue, method: string): MethodVerb | undefined {
  const verb = parseVerb(method);
  if (verb === undefined) reader.report(verbSyntax(reader.property(value), method, [...HTTP_VERBS, "ANY"]));
  return verb;
}

function checkPath(
  reader: ValueReader,
  value: ReadValue,
  path: string,
  basePath: string | undefined,
): string | undefined {
  const { path: parsed, problem } = parseResourcePath(basePath === undefined ? path : joinPaths(basePath, path));
  if (parsed === undefined) reader.report(pathSyntax(reader.property(value), path, problem));
  return parsed?.text;
}

function readIntegration(reader: ValueReader, map: ReadValue): string {
  const value = reader.get(map, "integration");
  const isAsync = value === undefined && reader.literalFlag(reader.get(map, "async")) === true;
  if (value === undefined) return isAsync ? "AWS" : "AWS_PROXY";
  const allowed = "lambda-proxy, lambda, aws-proxy, aws, http-proxy, http or mock";
  const name = reader.literalText(value, allowed)?.toUpperCase().replace("-", "_");
  if (name === undefined) return "AWS_PROXY";
  if (!Object.prototype.hasOwnProperty.call(INTEGRATIONS, name)) reader.wrong(value, allowed);
  return INTEGRATIONS[name] ?? "AWS_PROXY";
}
