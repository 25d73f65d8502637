import { Attributes, CheckedResource, PlainConfiguration } from "../../check/core/plain-configuration";
import { ConfigurationFile, readConfiguration } from "../../check/core/read-configuration";
import { References } from "../../check/core/references";
import { isRecord } from "../../rules/input/shape";
import { isUnset } from "../../check/core/values";

/** A stack as Terraform would read it. */
export interface AdoptedStack {
  /** What Terraform manages, in the order of the addresses. */
  readonly resources: readonly CheckedResource[];
  readonly references: References;
  /** What the configuration imports itself: ids by address, as far as they are written down. */
  readonly imported: ReadonlyMap<string, string | undefined>;
  /** The addresses of modules that the configuration calls. What they declare is not seen. */
  readonly modules: readonly string[];
}

/** A stack, or why Terraform would refuse it. */
export type ReadStack =
  | { readonly stack: AdoptedStack; readonly problem?: undefined }
  | { readonly stack?: undefined; readonly problem: string };

/** Reads the files of one stack. */
export function readStack(files: readonly ConfigurationFile[]): ReadStack {
  const read = readConfiguration(files, false);
  if (read.configuration === undefined) return { problem: read.problem };
  return { stack: stackOf(read.configuration, files) };
}

function stackOf(configuration: PlainConfiguration, files: readonly ConfigurationFile[]): AdoptedStack {
  const references = new References(configuration);
  const managed = configuration.resources.filter(({ isData }) => !isData);
  return {
    resources: managed
      .map((resource) => withOwnRegion(resource, references))
      .sort((one, other) => (one.address < other.address ? -1 : 1)),
    references,
    imported: new Map(files.flatMap(({ value }) => importedBy(value.import, references))),
    modules: files.flatMap(({ value }) => blocks(value.module).flatMap(moduleAddresses)),
  };
}

/** A resource with a region of its own is there, or nobody knows where: it is not where its provider is. */
function withOwnRegion(resource: CheckedResource, references: References): CheckedResource {
  const { region } = resource.attributes;
  return isUnset(region) ? resource : { ...resource, region: references.text(region) };
}

function importedBy(written: unknown, references: References): [string, string | undefined][] {
  return blocks(written).flatMap(({ to, id }): [string, string | undefined][] =>
    typeof to === "string" ? [[unwrapped(to), references.text(id)]] : [],
  );
}

function moduleAddresses(modules: Attributes): string[] {
  return Object.keys(modules).flatMap((name) => (name === "//" ? [] : `module.${name}`));
}

function blocks(written: unknown): Attributes[] {
  return (Array.isArray(written) ? written : [written]).filter(isRecord);
}

function unwrapped(expression: string): string {
  return expression.replace(/^\$\{\s*(.*?)\s*\}$/, "$1");
}

/** Whether a resource is any number of resources, each with a key. */
export function hasInstances({ attributes }: CheckedResource): boolean {
  return !isUnset(attributes.for_each) || !isUnset(attributes.count);
}

/** The text of an argument, as far as it is written down. */
export function textOf({ references }: AdoptedStack, value: unknown): string | undefined {
  const text = references.text(value);
  return text === "" ? undefined : text;
}

/** The attributes that are the id of what has them: its address is enough to say which one. */
const IDS = ["", "id", "rest_api_id", "api_id", "zone_id", "arn", "certificate_arn"];

/**
 * What stands for a value that only Terraform knows: the address of what has it as its id, or the expression. One thing
 * may have several ids of others, as the state of another stack has.
 */
export function sourceOf(stack: AdoptedStack, value: unknown): string | undefined {
  const target = stack.references.target(value);
  const [, key = "", attribute = ""] = /^(\[[^\]]*\])?\.?(.*)$/s.exec(target?.attribute ?? "") ?? [];
  if (target !== undefined && IDS.includes(attribute)) return `${target.resource.address}${key}`;
  const end = stack.references.resolve(value);
  return typeof end === "string" && end !== "" ? unwrapped(end) : undefined;
}
