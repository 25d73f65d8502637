import type { Document, Node, Pair, ParsedNode, Scalar, YAMLMap } from "yaml";
import { Finding } from "../../rules/finding";
import { yamlSyntax } from "../../rules/serverless/yaml-syntax";
import { longForm } from "./cloudformation-tags";
import { MapEntry, ScalarNode, SourceNode, SourcePlace, showPlace } from "./source-node";

type Yaml = typeof import("yaml");

/** With its aliases written out, a configuration has this many values at most. */
const MOST_VALUES = 1_000_000;

/** One mistake may be met at many places. */
const MOST_FINDINGS = 20;

/** A text that has been parsed. */
export interface WrittenText {
  place(offset: number): SourcePlace;
  /** The line that a place is in. */
  line(at: SourcePlace): string;
}

const STANDARD_TAG = "tag:yaml.org,2002:";

/** Turns the parser's nodes into those of a configuration: aliases, merge keys and CloudFormation's tags are gone. */
export class YamlReader {
  public readonly findings: Finding[] = [];
  private readonly done = new Map<Node, SourceNode>();
  private readonly inProgress = new Set<Node>();
  private readonly sizes = new Map<SourceNode, number>();

  public constructor(
    private readonly yaml: Yaml,
    private readonly document: Document.Parsed,
    private readonly written: WrittenText,
  ) {}

  public read(contents: ParsedNode | null): SourceNode {
    const node = this.node(contents, this.written.place(0));
    if ((this.sizes.get(node) ?? 1) > MOST_VALUES) {
      this.fail(node.at, `its aliases stand for more than ${MOST_VALUES} values`);
    }
    return node;
  }

  private node(node: Node | null | undefined, otherwise: SourcePlace): SourceNode {
    if (node === null || node === undefined) return { kind: "scalar", at: otherwise, value: null };
    const known = this.done.get(node);
    if (known !== undefined) return known;
    const at = node.range ? this.written.place(node.range[0]) : otherwise;
    if (this.inProgress.has(node)) return this.fail(otherwise, "an alias stands for what it is a part of");
    this.inProgress.add(node);
    const read = this.yaml.isAlias(node) ? this.alias(node.source, node, at) : this.tagged(node, at);
    this.inProgress.delete(node);
    this.done.set(node, read);
    return read;
  }

  private alias(anchor: string, node: Node, at: SourcePlace): SourceNode {
    const target = this.yaml.isAlias(node) ? node.resolve(this.document) : undefined;
    if (target === undefined) return this.fail(at, `nothing is called &${anchor} before it`);
    return this.node(target, at);
  }

  private tagged(node: Node, at: SourcePlace): SourceNode {
    const value = this.plain(node, at);
    const tag = this.yaml.isNode(node) ? (node as { tag?: string }).tag : undefined;
    if (tag === undefined || tag === "!" || isPlainTag(tag)) return value;
    const long = longForm(tag, value);
    if (long === undefined) return { kind: "opaque", at, tag: tag.replace(STANDARD_TAG, "!!") };
    this.sizes.set(long, 1 + (this.sizes.get(value) ?? 1));
    return long;
  }

  private plain(node: Node, at: SourcePlace): SourceNode {
    if (this.yaml.isMap(node)) return this.map(node, at);
    if (this.yaml.isSeq(node)) {
      const items = node.items.map((item) => this.node(item as Node | null, at));
      return this.sized({ kind: "list", at, items }, items);
    }
    return scalar((node as Scalar).value, (node as Scalar).source, at);
  }

  private map(map: YAMLMap, at: SourcePlace): SourceNode {
    const own = new Map<string, MapEntry>();
    const merged: Pair[] = [];
    for (const pair of map.items) {
      const key = this.key(pair.key as Node | null, at);
      if (key === undefined) continue;
      if (key.isMerge) merged.push(pair);
      else if (own.has(key.name)) this.fail(key.at, `the key ${JSON.stringify(key.name)} is there twice`);
      else own.set(key.name, { keyAt: key.at, value: this.node(pair.value as Node | null, key.at) });
    }
    const entries = new Map(own);
    for (const pair of merged) this.merge(pair.value as Node | null, at, entries);
    return this.sized(
      { kind: "map", at, entries },
      Array.from(entries.values(), ({ value }) => value),
    );
  }

  private key(key: Node | null, at: SourcePlace): { name: string; at: SourcePlace; isMerge: boolean } | undefined {
    const resolved = this.yaml.isAlias(key) ? key.resolve(this.document) : key;
    const keyAt = key?.range ? this.written.place(key.range[0]) : at;
    if (resolved !== null && !this.yaml.isScalar(resolved)) {
      this.fail(keyAt, "a key is a text");
      return undefined;
    }
    const name = resolved === null ? "" : (resolved.source ?? String(resolved.value));
    return { name, at: keyAt, isMerge: resolved?.type === "PLAIN" && name === "<<" };
  }

  /** Own keys win over merged ones, and what is merged first over what is merged later. */
  private merge(value: Node | null, at: SourcePlace, into: Map<string, MapEntry>): void {
    const node = this.node(value, at);
    const parts = node.kind === "list" ? node.items : [node];
    for (const part of parts) {
      if (part.kind !== "map") {
        if (part.kind !== "failed") this.fail(part.at, "an object or a list of objects is merged");
        continue;
      }
      for (const [name, entry] of part.entries) if (!into.has(name)) into.set(name, entry);
    }
  }

  private sized<T extends SourceNode>(node: T, parts: readonly SourceNode[]): T {
    const size = parts.reduce((sum, part) => sum + (this.sizes.get(part) ?? 1), 1);
    this.sizes.set(node, Math.min(size, MOST_VALUES + 1));
    return node;
  }

  private fail(at: SourcePlace, problem: string): SourceNode {
    if (this.findings.length < MOST_FINDINGS) {
      this.findings.push(...yamlSyntax(showPlace(at), this.written.line(at), problem));
    }
    return { kind: "failed", at };
  }
}

function isPlainTag(tag: string): boolean {
  const plain = ["str", "int", "float", "bool", "null", "map", "seq"];
  return tag.startsWith(STANDARD_TAG) && plain.includes(tag.slice(STANDARD_TAG.length));
}

function scalar(value: unknown, source: string | undefined, at: SourcePlace): ScalarNode {
  const isKnown = value === null || ["string", "number", "boolean"].includes(typeof value);
  const known = isKnown ? (value as ScalarNode["value"]) : String(value);
  return { kind: "scalar", at, value: known, ...(typeof known === "number" ? { source } : {}) };
}
