import { Finding } from "../../rules/finding";
import { bodyNotInKey } from "../../rules/gateway/body-not-in-key";
import { caseDuplicateHeaders } from "../../rules/gateway/case-duplicate-headers";
import { duplicateKey } from "../../rules/gateway/duplicate-key";
import { identityNotInKey } from "../../rules/gateway/identity-not-in-key";
import { keyPathParameterUnknown } from "../../rules/gateway/key-path-parameter-unknown";
import { originNotInKey } from "../../rules/gateway/origin-not-in-key";
import { requiredNotValidated } from "../../rules/gateway/required-not-validated";
import { FoundKeys, unkeyedPathParameter } from "../../rules/gateway/unkeyed-path-parameter";
import { CacheKeyParameter, keyParameterName, methodParameter } from "./cache-key-parameter";
import { HttpVerb } from "./http-verb";
import { hasBody, hasHeader, hasIdentity, keySources } from "./key-sources";
import { EndpointInput, MethodFacts } from "./plan-input";
import { ResourcePath, pathParameters } from "./resource-path";

const VERBS_WITHOUT_BODY: readonly HttpVerb[] = ["GET", "HEAD", "OPTIONS"];

/** What is wrong with the keys themselves, cached or not. */
export function checkKeys(endpoint: EndpointInput, path: ResourcePath): Finding[] {
  const keys = endpoint.cache?.keys ?? [];
  const property = (index: number) => `${keysProperty(endpoint)}[${index}]`;
  return [
    ...keys.flatMap((key, index) => checkDuplicate(keys, key, index, property(index))),
    ...keys.flatMap((key, index) => checkMapping(key, endpoint.method, property(index))),
    ...keys.flatMap((key, index) => checkPathParameter(key, path, property(index))),
    ...(mapsPlainKeys(endpoint.method) ? [...checkHeaderCase(keys, property), ...checkTargets(keys, property)] : []),
  ];
}

function keysProperty({ keysProperty, optionsPrefix }: EndpointInput): string {
  return keysProperty ?? `${optionsPrefix}keys`;
}

function mapsPlainKeys({ integrationType }: MethodFacts): boolean {
  return integrationType !== undefined && integrationType !== "AWS_PROXY";
}

/** What makes a key too small for a cached endpoint, so that two requests share an answer. */
export function checkKeyCoverage(
  endpoint: EndpointInput,
  path: ResourcePath,
  cachedVerbs: readonly HttpVerb[],
): Finding[] {
  const { cache, method } = endpoint;
  const sources = keySources(cache?.keys ?? [], method);
  const keys: FoundKeys = { property: keysProperty(endpoint), found: [...sources] };
  const findings = pathParameters(path)
    .filter(({ name }) => !sources.has(`method.request.path.${name}`))
    .flatMap(({ name }) => unkeyedPathParameter(keys, path.text, name));
  const bodyVerb = cachedVerbs.find((verb) => !VERBS_WITHOUT_BODY.includes(verb));
  if (bodyVerb !== undefined && !hasBody(sources)) findings.push(...bodyNotInKey(keys, `${bodyVerb} ${path.text}`));
  if (asksForIdentity(method.authorization) && !hasIdentity(sources, method.identitySources)) {
    findings.push(...identityNotInKey(keys, path.text, String(method.authorization)));
  }
  if (answersByOrigin(method.corsOrigins) && !hasHeader(sources, "Origin")) {
    findings.push(...originNotInKey(keys, path.text));
  }
  return findings;
}

/** A key that is required, on a method that lets requests without it pass. */
export function checkRequiredKeys({ cache, method, optionsPrefix }: EndpointInput): Finding[] {
  if (method.validatesParameters !== false) return [];
  return (cache?.keys ?? []).flatMap((key, index) =>
    key.required ? requiredNotValidated(`${optionsPrefix}keys[${index}]`, keyParameterName(key)) : [],
  );
}

function asksForIdentity(authorization: string | undefined): boolean {
  return authorization !== undefined && authorization !== "NONE";
}

function answersByOrigin(origins: readonly string[] | undefined): boolean {
  return origins !== undefined && !(origins.length === 1 && origins[0] === "*");
}

function checkDuplicate(
  keys: readonly CacheKeyParameter[],
  key: CacheKeyParameter,
  index: number,
  property: string,
): Finding[] {
  const name = keyParameterName(key);
  const first = keys.findIndex((other) => keyParameterName(other) === name);
  return first < index ? duplicateKey(property, name) : [];
}

function checkMapping(key: CacheKeyParameter, { declaredMappings = {} }: MethodFacts, property: string): Finding[] {
  if (key.kind === "plain") return [];
  const declared = declaredMappings[key.integrationParameter];
  return declared === undefined || declared === key.mappedFrom ? [] : duplicateKey(property, key.integrationParameter);
}

function checkPathParameter(key: CacheKeyParameter, path: ResourcePath, property: string): Finding[] {
  const parameter = methodParameter(key);
  if (parameter?.location !== "path") return [];
  const names = pathParameters(path).map(({ name }) => name);
  return names.includes(parameter.name) ? [] : keyPathParameterUnknown(property, parameter.name, names);
}

/** A plain key is written to the integration parameter of its own name, which a mapped key may have taken. */
function checkTargets(keys: readonly CacheKeyParameter[], property: (index: number) => string): Finding[] {
  const mapped = new Set(keys.flatMap((key) => (key.kind === "mapped" ? key.integrationParameter : [])));
  return keys.flatMap((key, index) => {
    if (key.kind === "mapped" || key.location === "header") return [];
    const target = `integration.request.${key.location}.${key.name}`;
    return mapped.has(target) ? duplicateKey(property(index), target) : [];
  });
}

/** Headers of the integration request that API Gateway would merge: equal but for case, or written by two keys. */
function checkHeaderCase(keys: readonly CacheKeyParameter[], property: (index: number) => string): Finding[] {
  const spellings = new Map<string, { readonly header: string; readonly kind: CacheKeyParameter["kind"] }>();
  return keys.flatMap((key, index) => {
    const header = integrationHeader(key);
    if (header === undefined) return [];
    const other = spellings.get(header.toLowerCase());
    spellings.set(header.toLowerCase(), { header, kind: key.kind });
    const clashes = other !== undefined && (other.header !== header || other.kind !== key.kind);
    return clashes ? caseDuplicateHeaders(property(index), header, other.header) : [];
  });
}

/** The header of the integration request that a key is written to, on an integration that is no Lambda proxy. */
function integrationHeader(key: CacheKeyParameter): string | undefined {
  if (key.kind === "plain") return key.location === "header" ? key.name : undefined;
  return /^integration\.request\.header\.(.+)$/.exec(key.integrationParameter)?.[1];
}
