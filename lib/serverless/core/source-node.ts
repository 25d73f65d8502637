/** Where something is written. */
export interface SourcePlace {
  /** The file, as it is called from the project's directory. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A part of a configuration, and where it is written. Parts that an alias names are there once. */
export type SourceNode = ScalarNode | MapNode | ListNode | UnknownNode | OpaqueNode | FailedNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly at: SourcePlace;
  readonly value: string | number | boolean | null;
  /** How it is written, where that is more than the value says: `0123456789`. */
  readonly source?: string;
}

export interface MapNode {
  readonly kind: "map";
  readonly at: SourcePlace;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  readonly keyAt: SourcePlace;
  readonly value: SourceNode;
}

export interface ListNode {
  readonly kind: "list";
  readonly at: SourcePlace;
  readonly items: readonly SourceNode[];
}

/** A value that only the deployment knows, written for Terraform. */
export interface UnknownNode {
  readonly kind: "unknown";
  readonly at: SourcePlace;
  readonly value: UnknownValue;
}

/** A value of a tag that means nothing here: `!!binary`. It is told of only when somebody asks for it. */
export interface OpaqueNode {
  readonly kind: "opaque";
  readonly at: SourcePlace;
  readonly tag: string;
}

/** What is wrong with it has been told. */
export interface FailedNode {
  readonly kind: "failed";
  readonly at: SourcePlace;
}

/** A Terraform variable that stands for what only the deployment knows. */
export interface VariableUse {
  readonly name: string;
  /** What it stands for, as it is written: `cf:gateway.RestApiId`. */
  readonly original: string;
  readonly defaultValue?: string | number | boolean;
}

/** Text with Terraform variables in it. */
export interface UnknownValue {
  /** With `${var.name}` for the variables; what else looks like an expression is escaped. */
  readonly template: string;
  /** As it is written. */
  readonly original: string;
  readonly variables: readonly VariableUse[];
}

export function isUnknownValue(value: unknown): value is UnknownValue {
  return typeof value === "object" && value !== null && "template" in value && "variables" in value;
}

/** `serverless.yml:12:9` */
export function showPlace({ file, line, column }: SourcePlace): string {
  return `${file}:${line}:${column}`;
}

/** A key as a part of a property: `functions.list`, `functions["a b"]`, `events[0]`. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  if (!/^[\w$:+-]+$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** A node as it is written, as far as one line of a message shows it. */
export function describeNode(node: SourceNode, depth = 3): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "unknown":
      return node.value.original;
    case "opaque":
      return node.tag;
    case "failed":
      return undefined;
    case "list":
      return depth === 0 ? "…" : node.items.slice(0, 20).map((item) => describeNode(item, depth - 1));
    case "map":
      return depth === 0
        ? "…"
        : Object.fromEntries(
            [...node.entries].slice(0, 20).map(([key, { value }]) => [key, describeNode(value, depth - 1)]),
          );
  }
}

/** The one key and value of an intrinsic function of CloudFormation: `Ref`, `Fn::ImportValue`. */
export function intrinsicOf(node: SourceNode): { readonly name: string; readonly argument: SourceNode } | undefined {
  if (node.kind !== "map" || node.entries.size !== 1) return undefined;
  const [[name, { value }]] = node.entries as unknown as [[string, MapEntry]];
  // A header or a tag may have that name as well.
  const isRef = name === "Ref" && value.kind === "scalar" && typeof value.value === "string";
  return isRef || name.startsWith("Fn::") ? { name, argument: value } : undefined;
}
