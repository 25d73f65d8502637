import { MethodFacts } from "../../../gateway/core/plan-input";
import { MethodVerb, parseVerb } from "../../../gateway/core/http-verb";
import { parseResourcePath } from "../../../gateway/core/resource-path";
import { Attributes, CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isRecord } from "../../../rules/input/shape";
import { holdsUnknown, isUnknown } from "../unknown";
import { isUnset, knownFlag, knownText } from "../values";
import { ApiMethod } from "./api-method";
import { pathOfResource } from "./resource-paths";

/** The methods that are declared as resources of their own. */
export function readMethods({ resources }: PlainConfiguration, references: References): ApiMethod[] {
  const of = (type: string) => resources.filter((resource) => resource.type === type && !resource.isData);
  const index = groupedByMethod(of("aws_api_gateway_integration"), references);
  const responses = groupedByResource(of("aws_api_gateway_integration_response"), references);
  const methods = of("aws_api_gateway_method");
  const siblings = groupedByResource(methods, references);
  return methods.map((method) => {
    const below = resourceKey(method, references);
    const integration = index.get(methodKey(method, references) ?? "");
    const verbs = (siblings.get(below ?? "") ?? [])
      .filter((other) => other !== method)
      .map(({ attributes }) => references.text(attributes.http_method)?.toUpperCase() ?? "");
    const origins = corsOrigins(responses.get(below ?? "") ?? []);
    return readMethod(method, integration, { siblingVerbs: verbs, corsOrigins: origins }, references);
  });
}

function readMethod(
  method: CheckedResource,
  integration: CheckedResource | undefined,
  around: Pick<MethodFacts, "siblingVerbs" | "corsOrigins">,
  references: References,
): ApiMethod {
  const { attributes } = method;
  const path = pathOfResource(attributes.resource_id, references);
  return {
    api: references.identity(attributes.rest_api_id) ?? "",
    path: path === undefined ? undefined : parseResourcePath(path).path,
    verb: verbOf(attributes.http_method, references),
    facts: {
      ...around,
      integrationType: knownText(integration?.attributes.type)?.toUpperCase(),
      authorization: knownText(attributes.authorization)?.toUpperCase(),
      identitySources: identitySources(attributes.authorizer_id, references),
      validatesParameters: isUnset(attributes.request_validator_id) ? false : undefined,
    },
    declared: declaredParameters(attributes.request_parameters),
    declaredAt: { resource: method, property: "request_parameters" },
    ...readIntegration(integration, references),
    keysAt: { resource: integration ?? method, property: "cache_key_parameters" },
    mappingsAt: { resource: integration ?? method, property: "request_parameters" },
    namespaceAt: { resource: integration ?? method, property: "cache_namespace" },
  };
}

function readIntegration(
  integration: CheckedResource | undefined,
  references: References,
): Pick<ApiMethod, "keys" | "mappings" | "namespace"> {
  if (integration === undefined) return { keys: undefined, mappings: undefined, namespace: undefined };
  const { attributes } = integration;
  return {
    keys: knownList(attributes.cache_key_parameters),
    mappings: knownMap(attributes.request_parameters),
    namespace: namespaceOf(attributes, references),
  };
}

/** Without a namespace of its own an integration has that of its resource, which all verbs of a path share. */
function namespaceOf({ cache_namespace: namespace, resource_id: resource }: Attributes, references: References) {
  const own = isUnset(namespace) || namespace === "" ? resource : namespace;
  return references.identity(references.text(own) ?? own);
}

function verbOf(value: unknown, references: References): MethodVerb | undefined {
  const text = references.text(value);
  return text === undefined ? undefined : parseVerb(text);
}

function identitySources(authorizerId: unknown, references: References): string[] | undefined {
  const target = references.target(authorizerId);
  const authorizer = target?.resource ?? references.resource("aws_api_gateway_authorizer", "id", authorizerId);
  if (authorizer?.type !== "aws_api_gateway_authorizer") return undefined;
  return knownText(authorizer.attributes.identity_source)
    ?.split(",")
    .map((source) => source.trim());
}

/** The origins that the preflight answer of a path lets in. */
function corsOrigins(responses: readonly CheckedResource[]): string[] | undefined {
  const origins = responses.flatMap(({ attributes }) => {
    const parameters = isRecord(attributes.response_parameters) ? attributes.response_parameters : {};
    const value = knownText(parameters["method.response.header.Access-Control-Allow-Origin"]);
    return value === undefined ? [] : [value.replace(/^'(.*)'$/, "$1")];
  });
  return origins.length === 0 ? undefined : [...new Set(origins)];
}

/** A list of texts; none where it is unset, undefined where not all of them are known. */
export function knownList(value: unknown): string[] | undefined {
  if (isUnset(value)) return [];
  if (!Array.isArray(value) || holdsUnknown(value)) return undefined;
  return value.filter((item): item is string => typeof item === "string");
}

/** An object of texts; empty where it is unset, undefined where not all of it is known. */
export function knownMap(value: unknown): { [name: string]: string } | undefined {
  if (isUnset(value)) return {};
  if (!isRecord(value) || Object.keys(value).some(isUnknown)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function declaredParameters(value: unknown): { [name: string]: boolean } | undefined {
  if (isUnset(value)) return {};
  if (!isRecord(value) || Object.keys(value).some(isUnknown)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, required]) => [name, knownFlag(required) === true]));
}

function groupedByMethod(integrations: readonly CheckedResource[], references: References) {
  const grouped = new Map<string, CheckedResource>();
  for (const integration of integrations) {
    const key = methodKey(integration, references);
    if (key !== undefined) grouped.set(key, integration);
  }
  return grouped;
}

function groupedByResource(resources: readonly CheckedResource[], references: References) {
  const grouped = new Map<string, CheckedResource[]>();
  for (const resource of resources) {
    const key = resourceKey(resource, references);
    if (key !== undefined) grouped.set(key, [...(grouped.get(key) ?? []), resource]);
  }
  return grouped;
}

function resourceKey({ attributes }: CheckedResource, references: References): string | undefined {
  return references.identity(attributes.resource_id);
}

function methodKey(resource: CheckedResource, references: References): string | undefined {
  const [below, verb] = [resourceKey(resource, references), references.text(resource.attributes.http_method)];
  return below === undefined || verb === undefined ? undefined : `${verb.toUpperCase()} ${below}`;
}
