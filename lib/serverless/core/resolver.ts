import { Finding } from "../../rules/finding";
import { variableCycle } from "../../rules/serverless/variable-cycle";
import { variableLimit } from "../../rules/serverless/variable-limit";
import { variableNotFound } from "../../rules/serverless/variable-not-found";
import { variableSyntax } from "../../rules/serverless/variable-syntax";
import { wrongValueType } from "../../rules/serverless/wrong-type";
import { SourceNode, SourcePlace, describeNode, intrinsicOf, joinPath, showPlace } from "./source-node";
import { TemplateText } from "./template-text";
import { unknownIntrinsic, unknownVariable } from "./unknown-node";
import { LookupSource, Template, Variable, VariableSource, parseTemplate } from "./variable-text";

/** Where a variable stands, for what is wrong with it. */
export interface Site {
  readonly at: SourcePlace;
  /** The property, as `custom.apiGatewayCaching.ttlInSeconds`. */
  readonly path: string;
}

/** A source of a variable that has been read, with what it depends on resolved. */
export interface LookupRequest {
  readonly type: string;
  readonly parameters: readonly string[];
  readonly address: string;
  /** What it falls back to, if that is no variable. */
  readonly defaultValue?: string | number | boolean;
}

/** What a source says: a value, what is wrong, or nothing and how it would say something. */
export type LookupResult =
  { readonly node: SourceNode } | { readonly findings: readonly Finding[] } | { readonly missing: string };

export type LookUp = (request: LookupRequest, site: Site, resolver: Resolver) => LookupResult;

const DEEPEST = 100;
const LONGEST_TEXT = 64 * 1024;

/**
 * Resolves the variables of a configuration, each when somebody asks for it: what nobody reads may be wrong. Never
 * throws.
 */
export class Resolver {
  public readonly findings: Finding[] = [];
  private readonly done = new Map<SourceNode, SourceNode>();
  private readonly inProgress = new Set<SourceNode>();

  public constructor(private readonly lookUp: LookUp) {}

  /** The value without its variables. Those of what it holds are still there. */
  public resolve(node: SourceNode, path: string): SourceNode {
    if (node.kind !== "scalar" || typeof node.value !== "string" || !node.value.includes("${")) return node;
    const known = this.done.get(node);
    if (known !== undefined) return known;
    const site = { at: node.at, path };
    if (this.inProgress.has(node)) return this.fail(site, variableCycle(propertyOf(site), node.value));
    if (this.inProgress.size >= DEEPEST) {
      return this.fail(site, variableLimit(propertyOf(site), node.value, `${DEEPEST} variables one behind the other`));
    }
    this.inProgress.add(node);
    const resolved = this.text(node.value, site);
    this.inProgress.delete(node);
    this.done.set(node, resolved);
    return resolved;
  }

  /** A part of a value: undefined where there is none, or where it is null. */
  public find(node: SourceNode, keys: readonly string[], path: string): SourceNode | undefined {
    let at = path;
    let found = this.resolve(node, at);
    for (const [index, key] of keys.entries()) {
      if (found.kind === "failed") return found;
      const child = childOf(found, key);
      if (child === undefined) return this.unknownPart(found, keys.slice(index), at);
      at = joinPath(at, key);
      found = this.resolve(child, at);
    }
    return found.kind === "scalar" && found.value === null ? undefined : found;
  }

  /** The same; an intrinsic function of CloudFormation becomes what only the deployment knows. */
  public withoutIntrinsic(node: SourceNode, path: string): SourceNode {
    const intrinsic = intrinsicOf(node);
    if (intrinsic === undefined) return node;
    return unknownIntrinsic(node.at, intrinsic.name, this.plain(intrinsic.argument, path, 20));
  }

  /** What a value says, with its variables resolved as far as they can be. */
  private plain(node: SourceNode, path: string, depth: number): unknown {
    const resolved = this.resolve(node, path);
    if (depth === 0) return "…";
    if (resolved.kind === "list")
      return resolved.items.map((item, index) => this.plain(item, joinPath(path, index), depth - 1));
    if (resolved.kind !== "map") return describeNode(resolved);
    const entries = [...resolved.entries].map(([key, { value }]) => [
      key,
      this.plain(value, joinPath(path, key), depth - 1),
    ]);
    return Object.fromEntries(entries);
  }

  /** What is a part of something that only the deployment knows is not known either. */
  private unknownPart(whole: SourceNode, keys: readonly string[], path: string): SourceNode | undefined {
    const known = this.withoutIntrinsic(whole, path);
    if (known.kind !== "unknown") return undefined;
    const { original } = known.value;
    return unknownVariable(whole.at, `Part(${original})`, keys.join("."), `${keys.join(".")} of ${original}`);
  }

  private text(text: string, site: Site): SourceNode {
    const { template, problem } = parseTemplate(text);
    if (template === undefined)
      return this.fail(site, variableSyntax(propertyOf(site), text, problem.replace(/\s+/g, " ")));
    const [only] = template;
    if (template.length === 1 && typeof only === "object") return moved(this.variable(only, site), site.at);
    return this.join(template, text, site);
  }

  /** Text that is made of several parts. */
  private join(template: Template, original: string, site: Site): SourceNode {
    const text = new TemplateText();
    for (const part of template) {
      if (typeof part === "string") {
        text.addText(part);
        continue;
      }
      const value = this.withoutIntrinsic(this.variable(part, site), site.path);
      if (value.kind === "failed") return value;
      if (!text.addNode(value)) {
        const allowed = "a text, a number, true or false where a variable stands within a text";
        return this.fail(site, wrongValueType(propertyOf(site), describeNode(value), allowed));
      }
      if (text.length > LONGEST_TEXT) {
        return this.fail(site, variableLimit(propertyOf(site), original, `a text of ${LONGEST_TEXT} characters`));
      }
    }
    return text.toNode(site.at, original);
  }

  private variable({ text, sources }: Variable, site: Site): SourceNode {
    let change = "";
    for (const [index, source] of sources.entries()) {
      if (source.kind === "literal") return { kind: "scalar", at: site.at, value: source.value };
      const result = this.source(source, text, sources[index + 1], site);
      if ("node" in result) return result.node;
      if ("findings" in result) return this.fail(site, result.findings);
      change = result.missing;
    }
    return this.fail(site, variableNotFound(propertyOf(site), text, change.replace(/\s+/g, " ")));
  }

  private source(source: LookupSource, text: string, next: VariableSource | undefined, site: Site): LookupResult {
    const parameters = source.parameters.map((parameter) => this.join(parameter, text, site));
    const address = this.join(source.address, text, site);
    const failed = [...parameters, address].find(({ kind }) => kind === "failed");
    if (failed !== undefined) return { node: failed };
    const defaultValue = next?.kind === "literal" ? (next.value ?? undefined) : undefined;
    if ([...parameters, address].some(({ kind }) => kind === "unknown")) {
      const original = text.slice(2, -1);
      return { node: unknownVariable(site.at, source.type, original, original, defaultValue) };
    }
    const request = { type: source.type, parameters: parameters.map(textOf), address: textOf(address), defaultValue };
    return this.lookUp(request, site, this);
  }

  private fail({ at }: Site, findings: readonly Finding[]): SourceNode {
    this.findings.push(...findings);
    return { kind: "failed", at };
  }
}

/** `serverless.yml:12:9 custom.apiGatewayCaching.ttlInSeconds` */
export function propertyOf({ at, path }: Site): string {
  return path === "" ? showPlace(at) : `${showPlace(at)} ${path}`;
}

function childOf(node: SourceNode, key: string): SourceNode | undefined {
  if (node.kind === "map") return node.entries.get(key)?.value;
  return node.kind === "list" && /^\d+$/.test(key) ? node.items[Number(key)] : undefined;
}

function textOf(node: SourceNode): string {
  return node.kind === "scalar" ? String(node.value) : "";
}

/** A single value is told of where the variable stands, not of where its value is written. */
function moved(node: SourceNode, at: SourcePlace): SourceNode {
  return node.kind === "scalar" || node.kind === "unknown" ? { ...node, at } : node;
}
