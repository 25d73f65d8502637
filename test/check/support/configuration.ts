import { ConfigurationFinding, checkConfigurations } from "../../../lib/check/core/check-configuration";
import { Attributes, PlainConfiguration } from "../../../lib/check/core/plain-configuration";
import { readConfiguration } from "../../../lib/check/core/read-configuration";
import { References } from "../../../lib/check/core/references";
import { deriveResourcePath } from "../../../lib/check/core/gateway/resource-paths";

/** The day by which the tests judge certificates. */
export const TODAY = new Date("2026-06-01T00:00:00Z");

/** The resources of a document by their types and names. */
export interface Resources {
  readonly [type: string]: { readonly [name: string]: Attributes };
}

/** The configuration of one document. */
export function configurationOf(document: Attributes, file = "main.tf.json"): PlainConfiguration {
  const { configuration, problem } = readConfiguration([{ file, value: document }], false);
  if (configuration === undefined) throw new Error(problem);
  return configuration;
}

/** The references of a document. */
export function referencesOf(document: Attributes): References {
  return new References(configurationOf(document), deriveResourcePath);
}

/** Everything that is found in a document. */
export function findingsIn(document: Attributes): ConfigurationFinding[] {
  return checkConfigurations([configurationOf(document)], TODAY);
}

/** What is found in a document, in one line each: the rule, the resource, its property. */
export function foundIn(document: Attributes): string[] {
  return findingsIn(document).map(inOneLine).sort();
}

/** What is found in these resources. */
export function foundInResources(resource: Resources, rest: Attributes = {}): string[] {
  return foundIn({ resource, ...rest });
}

/** A finding as the rule, the resource and its property. */
export function inOneLine({ address, finding }: ConfigurationFinding): string {
  return [finding.rule, ...(address === undefined ? [] : [address]), finding.property].join(" ");
}

/** One resource of a document with other arguments; `undefined` takes one away. */
export function changed(resources: Resources, type: string, name: string, over: Attributes): Resources {
  const before = resources[type]?.[name] ?? {};
  const after = Object.fromEntries(Object.entries({ ...before, ...over }).filter(([, value]) => value !== undefined));
  return { ...resources, [type]: { ...resources[type], [name]: after } };
}

const API = { rest_api_id: "${aws_api_gateway_rest_api.api.id}" };
const STAGE = { ...API, stage_name: "${aws_api_gateway_stage.prod.stage_name}" };

/** An API whose `GET /cats/{id}` is cached as it should be, as a team may write it by hand. */
export const CATS: Resources = {
  aws_api_gateway_rest_api: { api: { name: "cats" } },
  aws_api_gateway_resource: {
    cats: { ...API, parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}", path_part: "cats" },
    cat: { ...API, parent_id: "${aws_api_gateway_resource.cats.id}", path_part: "{id}" },
  },
  aws_api_gateway_method: {
    cat: {
      ...API,
      resource_id: "${aws_api_gateway_resource.cat.id}",
      http_method: "GET",
      authorization: "NONE",
      request_parameters: { "method.request.path.id": true },
    },
  },
  aws_api_gateway_integration: {
    cat: {
      ...API,
      resource_id: "${aws_api_gateway_method.cat.resource_id}",
      http_method: "${aws_api_gateway_method.cat.http_method}",
      type: "AWS_PROXY",
      cache_key_parameters: ["method.request.path.id"],
    },
  },
  aws_api_gateway_stage: {
    prod: { ...API, stage_name: "prod", cache_cluster_enabled: true, cache_cluster_size: "0.5" },
  },
  aws_api_gateway_method_settings: {
    cat: {
      ...STAGE,
      method_path: "~1cats~1{id}/GET",
      settings: { caching_enabled: true, cache_ttl_in_seconds: 300 },
    },
  },
};

/** A further method setting of that stage. */
export function setting(methodPath: unknown, settings: Attributes = { caching_enabled: true }): Attributes {
  return { ...STAGE, method_path: methodPath, settings };
}

/** Another method of that API, with its integration, below `aws_api_gateway_resource.RESOURCE`. */
export function method(resource: string, verb: string, over: Attributes = {}, integration: Attributes = {}): Resources {
  const common = { ...API, resource_id: `\${aws_api_gateway_resource.${resource}.id}`, http_method: verb };
  const name = `${resource}_${verb.toLowerCase()}`;
  return {
    aws_api_gateway_method: { [name]: { ...common, authorization: "NONE", ...over } },
    aws_api_gateway_integration: { [name]: { ...common, type: "AWS_PROXY", ...integration } },
  };
}

/** All of these resources. */
export function together(...all: readonly Resources[]): Resources {
  const types = new Set(all.flatMap((resources) => Object.keys(resources)));
  return Object.fromEntries([...types].map((type) => [type, Object.assign({}, ...all.map((one) => one[type] ?? {}))]));
}
