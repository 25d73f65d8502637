import { Finding, Severity } from "../../rules/finding";
import { missingKey } from "../../rules/serverless/missing-key";
import { notLiteral } from "../../rules/serverless/not-literal";
import { unknownKey } from "../../rules/serverless/unknown-key";
import { wrongValueType } from "../../rules/serverless/wrong-type";
import { Resolver, propertyOf } from "./resolver";
import {
  MapEntry,
  ScalarNode,
  SourceNode,
  SourcePlace,
  UnknownNode,
  UnknownValue,
  describeNode,
  intrinsicOf,
  joinPath,
} from "./source-node";

/** A value that has been asked for, and what it is called. */
export interface ReadValue {
  readonly node: SourceNode;
  readonly path: string;
}

/** A value, or text with Terraform variables in its place. */
export type Known<T> = T | UnknownValue;

/** Reads values as the types that keys take, the way the framework converts them; what is wrong is collected. */
export class ValueReader {
  private readonly own: Finding[] = [];

  public constructor(private readonly resolver: Resolver) {}

  /** Everything that is wrong, with variables and with values. */
  public get findings(): Finding[] {
    return [...this.resolver.findings, ...this.own];
  }

  public get errorCount(): number {
    return this.findings.filter(({ severity }) => severity === Severity.ERROR).length;
  }

  public report(findings: readonly Finding[]): void {
    this.own.push(...findings);
  }

  /** `serverless.yml:12:9 functions.list` */
  public property({ node: { at }, path }: ReadValue): string {
    return propertyOf({ at, path });
  }

  /** A value of a map; undefined where there is none, and where it is null. */
  public get(parent: ReadValue | undefined, key: string): ReadValue | undefined {
    const entry = parent?.node.kind === "map" ? parent.node.entries.get(key) : undefined;
    return entry === undefined || parent === undefined
      ? undefined
      : this.value(entry.value, joinPath(parent.path, key));
  }

  public value(node: SourceNode, path: string): ReadValue | undefined {
    const resolved = this.resolver.resolve(node, path);
    const isNothing = resolved.kind === "failed" || (resolved.kind === "scalar" && resolved.value === null);
    return isNothing ? undefined : { node: resolved, path };
  }

  /** The keys of a map as they are written. */
  public keys(map: ReadValue): readonly { readonly name: string; readonly at: SourcePlace }[] {
    if (map.node.kind !== "map") return [];
    return Array.from(map.node.entries, ([name, { keyAt }]: [string, MapEntry]) => ({ name, at: keyAt }));
  }

  /** Finds the keys of a map that nobody reads. */
  public checkKeys(map: ReadValue, known: readonly string[], elsewhere: { readonly [key: string]: string } = {}): void {
    for (const { name, at } of this.keys(map)) {
      if (!known.includes(name)) this.unknown(map, name, at, known, elsewhere);
    }
  }

  public unknown(
    map: ReadValue,
    name: string,
    at: SourcePlace,
    known: readonly string[],
    elsewhere: { readonly [key: string]: string } = {},
  ): void {
    const other = Object.prototype.hasOwnProperty.call(elsewhere, name) ? elsewhere[name] : undefined;
    const change = other === undefined ? `Did you mean ${closestKey(name, known)}?` : `It belongs to ${other}.`;
    const found = map.node.kind === "map" ? map.node.entries.get(name)?.value : undefined;
    const property = propertyOf({ at, path: joinPath(map.path, name) });
    this.report(unknownKey(property, found && describeNode(found), known, change));
  }

  /** Whether something is said, right or wrong. */
  public has(parent: ReadValue, key: string): boolean {
    const entry = parent.node.kind === "map" ? parent.node.entries.get(key) : undefined;
    if (entry === undefined) return false;
    const resolved = this.resolver.resolve(entry.value, joinPath(parent.path, key));
    return !(resolved.kind === "scalar" && resolved.value === null);
  }

  /** A key that has to be there. */
  public required(parent: ReadValue, key: string, allowed: string): ReadValue | undefined {
    if (this.has(parent, key)) return this.get(parent, key);
    this.report(missingKey(this.property({ ...parent, path: joinPath(parent.path, key) }), allowed));
    return undefined;
  }

  /** A map that is written down: what an intrinsic function gives is not known. */
  public map(value: ReadValue | undefined, allowed = "an object"): ReadValue | undefined {
    if (value === undefined) return undefined;
    const isWritten = value.node.kind === "map" && intrinsicOf(value.node) === undefined;
    return isWritten ? value : this.wrong(value, allowed);
  }

  /** The items of a list; those that are null are left out. */
  public list(value: ReadValue | undefined, allowed = "a list"): ReadValue[] {
    if (value === undefined) return [];
    if (value.node.kind !== "list") {
      this.wrong(value, allowed);
      return [];
    }
    return value.node.items.flatMap((item, index) => this.value(item, joinPath(value.path, index)) ?? []);
  }

  public text(value: ReadValue | undefined, allowed = "a text"): Known<string> | undefined {
    return this.scalar(value, allowed, (node) => node.source ?? String(node.value));
  }

  public number(value: ReadValue | undefined, allowed = "a number"): Known<number> | undefined {
    return this.scalar(value, allowed, ({ value: found }) => {
      const number = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
      return typeof number === "number" && Number.isFinite(number) ? number : undefined;
    });
  }

  public flag(value: ReadValue | undefined, allowed = "true or false"): Known<boolean> | undefined {
    return this.scalar(value, allowed, ({ value: found }) => {
      if (found === true || found === "true" || found === 1) return true;
      return found === false || found === "false" || found === 0 ? false : undefined;
    });
  }

  /** A value that decides what is rendered, so that it has to be known. */
  public literal<T extends string | number | boolean>(
    value: ReadValue | undefined,
    read: (value: ReadValue | undefined, allowed?: string) => Known<T> | undefined,
    allowed: string,
  ): T | undefined {
    const found = read.call(this, value, allowed);
    if (typeof found !== "object" || value === undefined) return found as T | undefined;
    this.report(notLiteral(this.property(value), found.original, allowed));
    return undefined;
  }

  public literalText(value: ReadValue | undefined, allowed = "a text"): string | undefined {
    return this.literal<string>(value, this.text, allowed);
  }

  public literalFlag(value: ReadValue | undefined, allowed = "true or false"): boolean | undefined {
    return this.literal<boolean>(value, this.flag, allowed);
  }

  /** Says that a value has the wrong type. */
  public wrong(value: ReadValue, allowed: string, change?: string): undefined {
    const node = this.resolver.withoutIntrinsic(value.node, value.path);
    const property = this.property(value);
    if (node.kind === "unknown") this.report(notLiteral(property, node.value.original, allowed));
    else this.report(wrongValueType(property, describeNode(node), allowed, change));
    return undefined;
  }

  private scalar<T>(
    value: ReadValue | undefined,
    allowed: string,
    convert: (node: ScalarNode) => T | undefined,
  ): Known<T> | undefined {
    if (value === undefined) return undefined;
    const node = this.resolver.withoutIntrinsic(value.node, value.path);
    if (node.kind === "unknown") return this.checkDefault(value, node, allowed, convert);
    const converted = node.kind === "scalar" ? convert(node) : undefined;
    return converted === undefined ? this.wrong(value, allowed) : converted;
  }

  /** What a Terraform variable falls back to has to have the type as well. */
  private checkDefault<T>(
    value: ReadValue,
    { at, value: unknown }: UnknownNode,
    allowed: string,
    convert: (node: ScalarNode) => T | undefined,
  ): UnknownValue {
    const { defaultValue } = unknown.variables[0]!;
    const isWhole = unknown.variables.length === 1 && unknown.template.startsWith("${");
    const isWrong =
      isWhole && defaultValue !== undefined && convert({ kind: "scalar", at, value: defaultValue }) === undefined;
    if (isWrong) this.report(wrongValueType(this.property(value), defaultValue, allowed));
    return unknown;
  }
}

export function closestKey(name: string, known: readonly string[]): string {
  // Loaded here, because only a mistake needs it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { closest } = require("fastest-levenshtein") as typeof import("fastest-levenshtein");
  const lower = known.map((key) => key.toLowerCase());
  return known[lower.indexOf(closest(name.toLowerCase(), lower))]!;
}
