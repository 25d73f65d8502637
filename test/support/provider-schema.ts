import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A type as Terraform's plugin protocol spells it. */
export type TerraformType = "string" | "number" | "bool" | "dynamic" | readonly ["list" | "set" | "map", TerraformType];

export type Nesting = "single" | "list" | "set" | "map";

export interface AttributeSchema {
  readonly name: string;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
  /** The type of an attribute without a schema of its own. */
  readonly type?: TerraformType;
  readonly nested?: NestedSchema;
  /** What the provider takes, where its documentation lists that. */
  readonly values?: readonly (string | number)[];
}

export interface NestedSchema {
  readonly nesting: Nesting;
  /** A block, instead of an attribute whose value is an object. */
  readonly isBlock: boolean;
  readonly attributes: Attributes;
}

export interface Attributes {
  readonly [name: string]: AttributeSchema;
}

/** The providers whose schemas the tests take from their CDKTF bindings. */
export const BOUND_PROVIDERS = ["cloudflare", "tls"] as const;

const known = new Map<string, Attributes | undefined>();

/** The attributes of a resource type; undefined if the bound version of the provider has no such type. */
export function resourceSchema(type: string): Attributes | undefined {
  return remembered(type, () => schemaOf(type, ""));
}

/** The attributes of a data source; undefined if there is none. */
export function dataSourceSchema(type: string): Attributes | undefined {
  return remembered(`data.${type}`, () => schemaOf(type, "data"));
}

/** The simple arguments of a provider's own configuration. */
export function providerSchema(provider: string): Attributes | undefined {
  return remembered(`provider.${provider}`, () => {
    const source = sourceOf(provider, "provider");
    const setters = source?.matchAll(/^ {6}(\w+): cdktf\.(string|number|boolean)ToTerraform\(this\./gm) ?? [];
    const entries = [...setters].map(([, name, type]) => [
      name,
      { name, required: false, optional: true, computed: false, type: type === "boolean" ? "bool" : type },
    ]);
    return source === undefined ? undefined : (Object.fromEntries(entries) as Attributes);
  });
}

function remembered(key: string, read: () => Attributes | undefined): Attributes | undefined {
  if (!known.has(key)) known.set(key, read());
  return known.get(key);
}

function schemaOf(type: string, prefix: string): Attributes | undefined {
  const [provider = "", ...words] = type.split("_");
  const folder = prefix === "" ? words.join("-") : [prefix, provider, ...words].join("-");
  const source = sourceOf(provider, folder);
  if (source === undefined) return undefined;
  const classes = classesOf(source);
  const main = [...classes.keys()].find((name) => /^Terraform(Resource|DataSource)$/.test(classes.get(name)!.base));
  return main === undefined ? undefined : attributesOf(main, classes, source);
}

/** The TypeScript that a module of a binding was compiled from, which its source map carries. */
function sourceOf(provider: string, folder: string): string | undefined {
  if (!(BOUND_PROVIDERS as readonly string[]).includes(provider) || folder === "") return undefined;
  const root = dirname(require.resolve(`@cdktf/provider-${provider}/package.json`));
  const file = join(root, "lib", folder, "index.js");
  if (!existsSync(file)) return undefined;
  const [, encoded] =
    /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)/.exec(readFileSync(file, "utf8")) ?? [];
  if (encoded === undefined) throw new Error(`${file} has no source map to read a schema from`);
  const { sourcesContent } = JSON.parse(Buffer.from(encoded, "base64").toString()) as { sourcesContent: string[] };
  return sourcesContent[0];
}

interface GeneratedClass {
  readonly base: string;
  readonly body: string;
}

function classesOf(source: string): Map<string, GeneratedClass> {
  const starts = [...source.matchAll(/^export class (\w+) extends cdktf\.(\w+) \{$/gm)];
  return new Map(
    starts.map(({ 1: name, 2: base, index }) => {
      const end = source.indexOf("\n}\n", index);
      return [name!, { base: base!, body: source.slice(index, end) }];
    }),
  );
}

const DECLARATION = /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;

function attributesOf(className: string, classes: Map<string, GeneratedClass>, source: string): Attributes {
  const { base, body } = classes.get(className)!;
  const values = documentedValues(source, className.replace(/OutputReference$/, ""), base);
  const declarations = [...body.matchAll(DECLARATION)];
  const entries = declarations.map((declaration, index) => {
    const [text, name = "", computed, optional, required] = declaration;
    const code = body.slice(declaration.index + text.length, declarations[index + 1]?.index);
    return [
      name,
      {
        name,
        required: required === "true",
        optional: optional === "true",
        computed: computed === "true" && required !== "true",
        values: values.get(name),
        ...shapeOf(name, code, classes, source),
      },
    ];
  });
  return Object.fromEntries(entries) as Attributes;
}

const GETTER_TYPES: { readonly [getter: string]: TerraformType } = {
  getStringAttribute: "string",
  getNumberAttribute: "number",
  getBooleanAttribute: "bool",
  getAnyMapAttribute: "dynamic",
  getListAttribute: ["list", "string"],
  getNumberListAttribute: ["list", "number"],
  getStringMapAttribute: ["map", "string"],
  getNumberMapAttribute: ["map", "number"],
};
const WRAPPER_TYPES: { readonly [wrapper: string]: TerraformType } = {
  StringMap: ["map", "string"],
  NumberMap: ["map", "number"],
  BooleanMap: ["map", "bool"],
  AnyMap: "dynamic",
  StringListMap: ["map", ["list", "string"]],
  StringMapList: ["list", ["map", "string"]],
};
const MAPPER_TYPES: readonly (readonly [mapper: string, type: TerraformType])[] = [
  ["hashMapper(cdktf.listMapper(cdktf.stringToTerraform, false))", ["map", ["list", "string"]]],
  ["listMapper(cdktf.listMapper(cdktf.stringToTerraform, false), false)", ["list", ["list", "string"]]],
];

function shapeOf(
  name: string,
  code: string,
  classes: Map<string, GeneratedClass>,
  source: string,
): Pick<AttributeSchema, "type" | "nested"> {
  const [, wrapper] = /= new cdktf\.(\w+)\(this, /.exec(code) ?? [];
  if (wrapper !== undefined) return { type: WRAPPER_TYPES[wrapper] ?? "dynamic" };
  const [, owner, kind, isSet] =
    /= new (\w+?)(List|Map|OutputReference)\(this, "\w+"(?:, (true|false))?\)/.exec(code) ?? [];
  if (owner !== undefined) {
    const nesting = kind === "Map" ? "map" : kind === "OutputReference" ? "single" : isSet === "true" ? "set" : "list";
    const attributes = attributesOf(`${owner}OutputReference`, classes, source);
    return { nested: { nesting, isBlock: isBlock(name, owner, source), attributes } };
  }
  const [, fromSet, getter = ""] = /return (cdktf\.Fn\.tolist\()?this\.(\w+)\(/.exec(code) ?? [];
  const type = GETTER_TYPES[getter] ?? mappedType(name, source);
  return { type: fromSet !== undefined && Array.isArray(type) ? ["set", type[1]] : type };
}

function mappedType(name: string, source: string): TerraformType {
  return MAPPER_TYPES.find(([mapper]) => source.includes(` ${name}: cdktf.${mapper}(`))?.[1] ?? "dynamic";
}

function isBlock(name: string, structure: string, source: string): boolean {
  const mapper = structure.charAt(0).toLowerCase() + structure.slice(1);
  return source.includes(` ${name}: cdktf.listMapper(${mapper}ToTerraform, true)(`);
}

/** The enumerations in the documentation of the options from which an object is made. */
function documentedValues(source: string, structure: string, base: string): Map<string, (string | number)[]> {
  const name = base === "ComplexObject" ? structure : `${structure}Config`;
  const start = source.search(new RegExp(`^export interface ${name}( extends [\\w.]+)? \\{$`, "m"));
  const options = start < 0 ? "" : source.slice(start, source.indexOf("\n}\n", start));
  const documented = options.matchAll(/\* Available values: (.+)\.\n(?: {2}\*.*\n)*? .*\{@link \S+#(\w+) /g);
  return new Map([...documented].map(([, values = "", attribute = ""]) => [attribute, JSON.parse(`[${values}]`)]));
}
