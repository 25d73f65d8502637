import {
  BOUND_PROVIDERS,
  dataSourceSchema,
  providerSchema,
  resourceSchema,
  type AttributeSchema,
  type Attributes,
} from "./provider-schema";
import { type Problem, isAbsent } from "./provider-schema-checks";
import { apiProblems, providerProblems } from "./provider-schema-rules";
import { duplicates } from "./provider-schema-duplicates";
import { referenceProblems } from "./provider-schema-references";

/** Terraform JSON, as far as the check reads it. */
export interface TerraformJson {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly provider?: { readonly [name: string]: Config | readonly Config[] };
  readonly [block: string]: unknown;
}

/** Blocks by their type and their name. */
export interface Blocks {
  readonly [type: string]: { readonly [name: string]: Config };
}

interface Config {
  readonly [attribute: string]: unknown;
}

const META_ARGUMENTS = ["//", "connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"];

/**
 * Everything that the Cloudflare or the tls provider would refuse in a synthesized stack, as `address.path: reason`:
 * what their schemas do not have, the values that they or their API do not take, and references that lead nowhere.
 */
export function checkAgainstSchema(cdkTfJson: string): string[] {
  const document = JSON.parse(cdkTfJson) as TerraformJson;
  return [
    ...blocksOf(document.resource).flatMap(({ type, name, config }) =>
      checkedResource(type, `${type}.${name}`, config),
    ),
    ...blocksOf(document.data).flatMap(({ type, name, config }) =>
      described(`data.${type}.${name}`, checkedBlock(type, dataSourceSchema(type), config)),
    ),
    ...checkedProviders(document),
    ...duplicates(document.resource ?? {}),
    ...referenceProblems(document),
  ];
}

function blocksOf(blocks: Blocks = {}): { type: string; name: string; config: Config }[] {
  const bound = Object.keys(blocks).filter((type) => isBound(type.split("_")[0]!));
  return bound.flatMap((type) =>
    Object.entries(blocks[type]!).map(([name, config]) => ({ type, name, config: withoutMeta(config) })),
  );
}

function isBound(provider: string): boolean {
  return (BOUND_PROVIDERS as readonly string[]).includes(provider);
}

function withoutMeta(config: Config): Config {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !META_ARGUMENTS.includes(name)));
}

function checkedResource(type: string, address: string, config: Config): string[] {
  const ofSchema = checkedBlock(type, resourceSchema(type), config);
  // The rules read values whose shape is right.
  const problems =
    ofSchema.length > 0
      ? ofSchema
      : [
          ...providerProblems(type, config, hasExpression),
          ...apiProblems(type, config, hasExpression),
          ...silent(type, config),
        ];
  return described(address, problems);
}

/** What is accepted, and does nothing. */
function silent(type: string, config: Config): Problem[] {
  const isSilent = type === "cloudflare_page_rule" && isAbsent(config["status"]);
  return isSilent ? [{ path: "status", message: 'is left out, which means "disabled"' }] : [];
}

function checkedProviders(document: TerraformJson): string[] {
  return Object.entries(document.provider ?? {}).flatMap(([name, configurations]) =>
    (isBound(name) ? [configurations].flat() : []).flatMap((config) => {
      const { proxy: _proxy, ...simple } = config as Config;
      return described(`provider.${name}`, checkedBlock(name, providerSchema(name), simple));
    }),
  );
}

function described(address: string, problems: readonly Problem[]): string[] {
  return problems.map(({ path, message }) => `${path === "" ? address : `${address}.${path}`}: ${message}`);
}

function checkedBlock(type: string, schema: Attributes | undefined, config: Config): Problem[] {
  return schema === undefined
    ? [{ path: "", message: `the provider has no ${type}` }]
    : checkedObject(schema, config, "");
}

function checkedObject(schema: Attributes, config: Config, path: string): Problem[] {
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const missing = Object.values(schema).filter(({ name, required }) => required && isAbsent(config[name]));
  const given = Object.entries(config).flatMap(([name, value]) => {
    const attribute = schema[name];
    if (attribute === undefined) return [{ path: at(name), message: "there is no such attribute" }];
    if (!attribute.required && !attribute.optional) return [{ path: at(name), message: "is set by the provider only" }];
    return checkedAttribute(attribute, value, at(name));
  });
  return [...missing.map(({ name }) => ({ path: at(name), message: "is required" })), ...given];
}

function checkedAttribute(attribute: AttributeSchema, value: unknown, path: string): Problem[] {
  if (value === null) return [{ path, message: "is null" }];
  if (isExpression(value)) return [];
  if (attribute.nested !== undefined) {
    const { nesting, attributes } = attribute.nested;
    return elementsOf(nesting, value, path, (element, at) =>
      isObject(element)
        ? checkedObject(attributes, element, at)
        : [{ path: at, message: `${JSON.stringify(element)} is no object` }],
    );
  }
  return checkedType(attribute, attribute.type, value, path);
}

function checkedType(
  attribute: AttributeSchema,
  type: AttributeSchema["type"],
  value: unknown,
  path: string,
): Problem[] {
  if (isExpression(value)) return [];
  if (Array.isArray(type)) {
    return elementsOf(type[0], value, path, (element, at) => checkedType(attribute, type[1], element, at));
  }
  if (type !== "dynamic" && typeof value !== (type === "bool" ? "boolean" : type)) {
    return [{ path, message: `${JSON.stringify(value)} is no ${String(type)}` }];
  }
  const isRefused =
    attribute.values !== undefined && !hasExpression(value) && !attribute.values.includes(value as string);
  return isRefused ? [{ path, message: `${JSON.stringify(value)} is not one of ${attribute.values.join(", ")}` }] : [];
}

function elementsOf(
  nesting: string,
  value: unknown,
  path: string,
  check: (element: unknown, path: string) => Problem[],
): Problem[] {
  if (isExpression(value)) return [];
  if (nesting === "single") return check(value, path);
  const isRight = nesting === "map" ? isObject(value) : Array.isArray(value);
  if (!isRight) return [{ path, message: `${JSON.stringify(value)} is no ${nesting}` }];
  const elements = Object.entries(value as object);
  if (elements.length === 0) return [{ path, message: `is an empty ${nesting}` }];
  return elements.flatMap(([key, element]) => check(element, `${path}[${key}]`));
}

function isObject(value: unknown): value is Config {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text that Terraform replaces as a whole, by a value of any type. */
function isExpression(value: unknown): boolean {
  return typeof value === "string" && /^\$\{.*\}$/s.test(value);
}

/** Text that holds an expression somewhere. */
function hasExpression(value: unknown): boolean {
  return typeof value === "string" && /(^|[^$])(\$\$)*[$%]\{/.test(value);
}
