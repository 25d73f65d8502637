import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { Found, foundIn } from "../found";
import { References } from "../references";
import { isUnset } from "../values";
import { ApiMethod, SeenApi } from "./api-method";
import { readMethods } from "./read-methods";
import { ReadApiDocument, readApiDocument } from "./read-open-api";

/** What is seen of every REST API, by what tells one from another. */
export interface SeenApis {
  readonly apis: ReadonlyMap<string, SeenApi>;
  readonly methods: readonly ApiMethod[];
  readonly found: readonly Found[];
}

/** The document of one API, as far as it is known. */
interface ApiBody {
  readonly resource: CheckedResource;
  readonly api: string;
  readonly document: ReadApiDocument | undefined;
}

/** Reads the methods of every REST API, from resources and from OpenAPI documents. */
export function readApis(configuration: PlainConfiguration, references: References): SeenApis {
  const { resources } = configuration;
  const declared = readMethods(configuration, references);
  const bodies = resources.filter(hasBody).map((resource) => readBody(resource, references));
  const isWhole = configuration.isWhole && !hasMany(resources);
  const apis = new Map<string, SeenApi>();
  for (const { address, type, isData } of resources) {
    const api = references.identity(`\${${address}.id}`);
    if (type !== "aws_api_gateway_rest_api" || isData || api === undefined) continue;
    const seen = seenApi(
      declared.filter((method) => method.api === api),
      bodies.filter((body) => body.api === api),
    );
    apis.set(api, { ...seen, isWhole: seen.isWhole && isWhole });
  }
  return {
    apis,
    methods: [...declared, ...bodies.flatMap(({ document }) => document?.methods ?? [])],
    found: bodies.flatMap(({ resource, document }) => foundIn(resource, document?.findings ?? [])),
  };
}

function readBody(resource: CheckedResource, references: References): ApiBody {
  const { attributes, type, address } = resource;
  const id = type === "aws_api_gateway_rest_api" ? `\${${address}.id}` : attributes.rest_api_id;
  const api = references.identity(id) ?? "";
  return { resource, api, document: readApiDocument(resource, api, references.resolve(attributes.body)) };
}

function seenApi(own: readonly ApiMethod[], bodies: readonly ApiBody[]): SeenApi {
  const known = bodies.flatMap(({ document }) => document ?? []);
  const isSeen = own.every(({ path, verb }) => path !== undefined && verb !== undefined);
  const [document, ...others] = known;
  const isDocument = own.length === 0 && bodies.length === 1 && others.length === 0;
  return {
    methods: [...own, ...known.flatMap(({ methods }) => methods)],
    isWhole: isSeen && known.length === bodies.length && known.every((one) => one.isWhole),
    operations: isDocument ? document?.operations : undefined,
  };
}

function hasBody({ type, attributes, isData }: CheckedResource): boolean {
  return /^aws_api_gateway_rest_api(_put)?$/.test(type) && !isData && !isUnset(attributes.body);
}

/** Whether it is open which methods there will be. */
function hasMany(resources: readonly CheckedResource[]): boolean {
  return resources.some(({ type, isRepeated }) => type.startsWith("aws_api_gateway_") && isRepeated);
}
