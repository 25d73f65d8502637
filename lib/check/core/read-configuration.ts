import { LocalValues } from "./local-values";
import { orderingOf } from "./ordering";
import { Attributes, CheckedResource, PlainConfiguration } from "./plain-configuration";
import { blockOf, knownFlag, knownText } from "./values";
import { isRecord } from "../../rules/input/shape";
import { writtenDependencies } from "./written-dependencies";

/** One file of Terraform's JSON syntax. */
export interface ConfigurationFile {
  /** As the user named it. */
  readonly file: string;
  readonly value: Attributes;
}

/** A configuration, or why Terraform would refuse it. */
export type ReadConfiguration =
  | { readonly configuration: PlainConfiguration; readonly problem?: undefined }
  | { readonly configuration?: undefined; readonly problem: string };

interface Declared {
  readonly file: string;
  readonly isData: boolean;
  readonly type: string;
  readonly name: string;
  readonly attributes: Attributes;
}

const OVERRIDE = /(^|[/_])override\.(tf|tofu)\.json$/;

/**
 * Reads the files of one directory as Terraform does: all of them are one module, and what an override file says of a
 * resource replaces the arguments of the same name.
 *
 * @param hasOthers whether there are files beside them that are not read
 */
export function readConfiguration(files: readonly ConfigurationFile[], hasOthers: boolean): ReadConfiguration {
  const plain = files.filter(({ file }) => !OVERRIDE.test(file));
  const overrides = files
    .filter(({ file }) => OVERRIDE.test(file))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
  const declared = new Map<string, Declared>();
  for (const resource of plain.flatMap(declaredIn)) {
    const address = addressOf(resource);
    const first = declared.get(address);
    if (first?.file === resource.file) return { problem: `${first.file} declares ${address} twice.` };
    if (first !== undefined) return { problem: `${first.file} and ${resource.file} both declare ${address}.` };
    declared.set(address, resource);
  }
  for (const resource of overrides.flatMap(declaredIn)) {
    const address = addressOf(resource);
    const base = declared.get(address);
    declared.set(address, base === undefined ? resource : overridden(base, resource));
  }
  return { configuration: configurationOf([...plain, ...overrides], [...declared.values()], hasOthers) };
}

function configurationOf(
  files: readonly ConfigurationFile[],
  declared: readonly Declared[],
  hasOthers: boolean,
): PlainConfiguration {
  const all = (block: string) => files.flatMap(({ value }) => namedBlocks(value[block]));
  const locals = files.flatMap(({ value }) => bodies(value.locals)).flatMap((one) => entries(one));
  const values = new LocalValues(new Map(locals));
  const withProviders = files.map(({ file, value }) => ({ file, value: withProvidersOf(value, values) }));
  const regions = regionsOf(withProviders);
  return {
    resources: declared.map((resource) => checked(resource, regions, values)),
    locals: new Map(locals),
    openVariables: openVariables(all("variable")),
    written: withProviders,
    cloudflareVersions: cloudflareVersions(files),
    follows: orderingOf(() =>
      writtenDependencies(
        [
          ...declared.map((resource) => ({ address: addressOf(resource), value: resource.attributes })),
          ...locals.map(([name, value]) => ({ address: `local.${name}`, value })),
          ...all("module").map(([name, value]) => ({ address: `module.${name}`, value })),
        ],
        hasOthers,
      ),
    ),
    isWhole: !hasOthers && all("module").length === 0,
  };
}

/** A file whose providers have the local values that they name. */
function withProvidersOf(value: Attributes, values: LocalValues): Attributes {
  return value.provider === undefined ? value : { ...value, provider: values.put(value.provider) };
}

/** What an override file says of a variable is added to what is said already. */
function openVariables(blocks: readonly [string, Attributes][]): ReadonlySet<string> {
  const isSensitive = new Map<string, boolean>();
  for (const [name, { sensitive = isSensitive.get(name) }] of blocks) {
    isSensitive.set(name, knownFlag(sensitive) === true);
  }
  return new Set([...isSensitive].flatMap(([name, isHidden]) => (isHidden ? [] : name)));
}

function declaredIn({ file, value }: ConfigurationFile): Declared[] {
  return (["resource", "data"] as const).flatMap((block) =>
    namedBlocks(value[block]).flatMap(([type, ofType]) =>
      namedBlocks(ofType).map(([name, attributes]) => ({ file, isData: block === "data", type, name, attributes })),
    ),
  );
}

function addressOf({ isData, type, name }: Declared): string {
  return `${isData ? "data." : ""}${type}.${name}`;
}

function overridden(base: Declared, over: Declared): Declared {
  const lifecycle = { ...blockOf(base.attributes.lifecycle), ...blockOf(over.attributes.lifecycle) };
  return { ...base, attributes: { ...base.attributes, ...over.attributes, lifecycle } };
}

function checked(
  declared: Declared,
  regions: ReadonlyMap<string, string | undefined>,
  values: LocalValues,
): CheckedResource {
  const { "//": _, ...written } = declared.attributes;
  const attributes = withoutNulls(values.put(written)) as Attributes;
  const provider = String(attributes.provider ?? "aws").replace(/^\$\{(.*)\}$/, "$1");
  return {
    address: addressOf(declared),
    type: declared.type,
    isData: declared.isData,
    attributes,
    file: declared.file,
    region: knownText(attributes.region) ?? regions.get(provider),
    provider,
    isRepeated: "count" in attributes || "for_each" in attributes,
    isCreated: true,
  };
}

function cloudflareVersions(files: readonly ConfigurationFile[]): string | undefined {
  return files
    .flatMap(({ value }) => bodies(value.terraform))
    .flatMap(({ required_providers: required }) => bodies(required))
    .map(({ cloudflare }) => knownText(blockOf(cloudflare)?.version ?? cloudflare))
    .find((version) => version !== undefined);
}

/** An argument that is null is none. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutNulls(part)]));
}

/** The regions of the AWS providers, by `aws` and `aws.ALIAS`. */
function regionsOf(files: readonly ConfigurationFile[]): ReadonlyMap<string, string | undefined> {
  const providers = files.flatMap(({ value }) => bodies(value.provider)).flatMap(({ aws }) => bodies(aws));
  return new Map(
    providers.map(({ alias, region }) => [alias === undefined ? "aws" : `aws.${String(alias)}`, knownText(region)]),
  );
}

/** The blocks of a name by their next label; JSON may have lists at every level. */
function namedBlocks(value: unknown): [string, Attributes][] {
  return bodies(value).flatMap((body) =>
    entries(body).flatMap(([name, inner]) => bodies(inner).map((block): [string, Attributes] => [name, block])),
  );
}

function bodies(value: unknown): Attributes[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** What is named `//` is a comment. */
function entries(body: Attributes): [string, unknown][] {
  return Object.entries(body).filter(([name]) => name !== "//");
}
