import { CacheKeyParameter, parseKey } from "../../../gateway/core/cache-key-parameter";
import { checkKeyCoverage, checkKeys } from "../../../gateway/core/check-keys";
import { EndpointInput } from "../../../gateway/core/plan-input";
import { ResourcePath } from "../../../gateway/core/resource-path";
import { Finding } from "../../../rules/finding";
import { bodyKeyUnmapped } from "../../../rules/gateway/body-key-unmapped";
import { caseDuplicateHeaders } from "../../../rules/gateway/case-duplicate-headers";
import { keyNotDeclared } from "../../../rules/gateway/key-not-declared";
import { keySyntax } from "../../../rules/gateway/key-syntax";
import { multiValueKey } from "../../../rules/gateway/multi-value-key";
import { requiredNotValidated } from "../../../rules/gateway/required-not-validated";
import { sharedCacheNamespace, verbsShareNamespace } from "../../../rules/gateway/shared-cache-namespace";
import { Found, addressOf, foundIn, renamed } from "../found";
import { ApiMethod } from "./api-method";
import { CachedMethod } from "./cached-methods";

/** What is wrong with the cache keys of a method, whether it is cached or not: API Gateway refuses them. */
export function checkMethodKeys(method: ApiMethod): Found[] {
  const { keysAt, mappingsAt, path, mappings } = method;
  const read = readKeys(method);
  const clashes = checkHeaderCase(Object.keys(mappings ?? {}), mappingsAt.property);
  return [
    ...foundIn(keysAt.resource, read.findings),
    ...(path === undefined ? [] : foundIn(keysAt.resource, checkRead(method, path, read.keys))),
    ...foundIn(mappingsAt.resource, clashes),
  ];
}

/** What makes the cache of a method serve one answer for requests that differ. */
export function checkCachedMethod({ method, verbs }: CachedMethod): Found[] {
  const { keysAt, namespaceAt, path } = method;
  if (path === undefined || method.keys === undefined || method.mappings === undefined) return [];
  const endpoint = endpointOf(method, readKeys(method).keys);
  return [
    ...foundIn(keysAt.resource, checkKeyCoverage(endpoint, path, verbs)),
    ...(verbs.length > 1 ? foundIn(namespaceAt.resource, verbsShareNamespace(namespaceAt.property, verbs)) : []),
    ...checkRequired(method),
  ];
}

/** Cached methods of one API that answer with each other's entries. */
export function checkNamespaces(cached: readonly CachedMethod[]): Found[] {
  const first = new Map<string, ApiMethod>();
  return cached.flatMap(({ method }) => {
    const { api, namespace, namespaceAt } = method;
    if (namespace === undefined || namespaceAt.resource.isRepeated) return [];
    const key = JSON.stringify([api, namespace]);
    const other = first.get(key);
    if (other === undefined) first.set(key, method);
    if (other === undefined || isSamePlace(other, method)) return [];
    const findings = sharedCacheNamespace(namespaceAt.property, namespace, addressOf(other.namespaceAt));
    return foundIn(namespaceAt.resource, findings);
  });
}

function isSamePlace(one: ApiMethod, other: ApiMethod): boolean {
  return addressOf(one.namespaceAt) === addressOf(other.namespaceAt);
}

interface ReadKeys {
  readonly keys: readonly CacheKeyParameter[];
  readonly findings: readonly Finding[];
}

function readKeys(method: ApiMethod): ReadKeys {
  const read = (method.keys ?? []).map((name) => readKey(method, name));
  return { keys: read.flatMap(({ keys }) => keys), findings: read.flatMap(({ findings }) => findings) };
}

const INTEGRATION_PARAMETER = /^integration\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/;

function readKey(method: ApiMethod, name: string): ReadKeys {
  if (INTEGRATION_PARAMETER.test(name)) return readMappedKey(method, name);
  const { keysAt } = method;
  const parsed = name.startsWith("method.") ? parseKey(name) : undefined;
  if (parsed?.key === undefined) return { keys: [], findings: problemOf(keysAt.property, name, parsed?.problem) };
  const isMissing = !isDeclared(method, name) && !isUnknownPathParameter(method, name);
  return {
    keys: [parsed.key],
    findings: isMissing ? keyNotDeclared(keysAt.property, name, addressOf(method.declaredAt)) : [],
  };
}

function readMappedKey({ keysAt, mappings, mappingsAt }: ApiMethod, name: string): ReadKeys {
  if (mappings === undefined) return { keys: [], findings: [] };
  const mappedFrom = Object.prototype.hasOwnProperty.call(mappings, name) ? mappings[name] : undefined;
  if (mappedFrom === undefined) {
    return { keys: [], findings: keyNotDeclared(keysAt.property, name, addressOf(mappingsAt)) };
  }
  return { keys: [{ kind: "mapped", integrationParameter: name, mappedFrom, required: false }], findings: [] };
}

function isDeclared({ declared }: ApiMethod, name: string): boolean {
  return declared === undefined || Object.prototype.hasOwnProperty.call(declared, name);
}

/** A parameter that the path has not is told as that. */
function isUnknownPathParameter({ path }: ApiMethod, name: string): boolean {
  const parameter = /^method\.request\.path\.(.+)$/.exec(name)?.[1];
  return parameter !== undefined && !path?.segments.some((segment) => segment.parameter?.name === parameter);
}

function problemOf(property: string, name: string, problem: string | undefined): Finding[] {
  if (problem === "multi-value" || /multivalue/i.test(name)) {
    const hint = "Take the parameter with one value: method.request.querystring.NAME or method.request.header.NAME.";
    return multiValueKey(property, name, hint);
  }
  if (problem === "body-unmapped") {
    const hint =
      "Map method.request.body to integration.request.header.NAME in request_parameters, and name that here.";
    return bodyKeyUnmapped(property, name, hint);
  }
  return keySyntax(property, name, "Correct the name.");
}

/** A path parameter that the path has not; the library's other rules are for what it maps by itself. */
function checkRead(method: ApiMethod, path: ResourcePath, keys: readonly CacheKeyParameter[]): Finding[] {
  return checkKeys(endpointOf(method, keys), path)
    .filter(({ rule }) => rule === "gateway/key-path-parameter-unknown")
    .map((finding) => renamed(finding, method.keysAt.property));
}

function endpointOf(method: ApiMethod, keys: readonly CacheKeyParameter[]): EndpointInput {
  return {
    property: method.keysAt.resource.address,
    optionsPrefix: "",
    keysProperty: method.keysAt.property,
    verbProperty: "http_method",
    verb: method.verb ?? "",
    pathProperty: "path",
    path: method.path?.text,
    cache: { keys },
    method: method.facts,
  };
}

/** Headers that API Gateway would merge in the integration request. */
function checkHeaderCase(parameters: readonly string[], property: string): Finding[] {
  const spellings = new Map<string, string>();
  return parameters.flatMap((parameter) => {
    const header = /^integration\.request\.header\.(.+)$/.exec(parameter)?.[1];
    if (header === undefined) return [];
    const other = spellings.get(header.toLowerCase());
    spellings.set(header.toLowerCase(), header);
    return other === undefined ? [] : caseDuplicateHeaders(property, header, other);
  });
}

/** A key that a request has to have, on a method that lets requests without it pass; a path always has its own. */
function checkRequired({ facts, keys = [], declared = {}, declaredAt }: ApiMethod): Found[] {
  if (facts.validatesParameters !== false) return [];
  const names = keys.filter((name) => declared[name] === true && !name.startsWith("method.request.path."));
  return foundIn(
    declaredAt.resource,
    names.flatMap((name) => requiredNotValidated(`${declaredAt.property}[${JSON.stringify(name)}]`, name)),
  );
}
