import { variableSource } from "../../rules/serverless/variable-source";
import { variableSyntax } from "../../rules/serverless/variable-syntax";
import { FileIncludes, ProjectFile } from "./file-includes";
import { LookUp, LookupRequest, LookupResult, Resolver, Site, propertyOf } from "./resolver";
import { ScalarNode, SourceNode } from "./source-node";
import { unknownVariable } from "./unknown-node";

/** What variables are resolved with. */
export interface VariableContext {
  /** `--stage` */
  readonly stage?: string;
  /** `--region` */
  readonly region?: string;
  /** The other options of the command line. */
  readonly opt: { readonly [name: string]: string };
  readonly environment: { readonly [name: string]: string | undefined };
  /** `--param` */
  readonly parameters: { readonly [name: string]: string };
  /** Where the configuration is in the project; empty for the project's own directory. */
  readonly directory: string;
  /** Reads a file by its path from the project's directory. */
  readFile(path: string): ProjectFile;
}

/** The framework's own sources. */
const SOURCES = ["self", "opt", "env", "sls", "param", "file", "strToBool", "aws", "cf", "ssm", "s3"];

/** The sources of variables, over the configuration that they stand in. */
export function variableSources(root: SourceNode, context: VariableContext): LookUp {
  const basics = new Basics(root, context);
  const files = new FileIncludes((path) => context.readFile(path), context.directory);
  const options = { stage: context.stage, region: context.region, ...context.opt };
  const known: { readonly [type: string]: LookUp } = {
    self: ({ address }, _site, resolver) => basics.find(address, resolver),
    opt: ({ address }, site) =>
      given(options, address, site, `Give ${optionOf(address)}, or give a default after a comma.`),
    env: ({ address }, site) =>
      given(
        context.environment,
        address,
        site,
        `Set the environment variable ${address}, or give a default after a comma.`,
      ),
    sls: (request, site, resolver) =>
      request.address === "stage" ? { node: basics.stage(resolver) } : remote(request, site),
    aws: (request, site, resolver) =>
      request.address === "region" ? { node: basics.region(resolver) } : remote(request, site),
    param: (request, site, resolver) => basics.parameter(request, site, resolver),
    strToBool: toFlag,
    file: (request, site, resolver) => files.find(request, site, resolver),
  };
  return (request, site, resolver) => {
    const own = Object.prototype.hasOwnProperty.call(known, request.type) ? known[request.type] : undefined;
    if (own !== undefined) return own(request, site, resolver);
    const meant = SOURCES.includes(request.type) ? undefined : misspelt(request.type);
    if (meant !== undefined) return { findings: variableSource(propertyOf(site), request.type, SOURCES, meant) };
    return remote(request, site);
  };
}

/** What the framework knows of a service before it reads anything else. */
class Basics {
  public constructor(
    private readonly root: SourceNode,
    private readonly context: VariableContext,
  ) {}

  public find(address: string, resolver: Resolver): LookupResult {
    const keys = address === "" ? [] : address.split(".");
    const node = resolver.find(this.root, keys, "");
    if (node !== undefined) return { node };
    // The framework has values of its own for these.
    if (address === "provider.stage") return { node: this.stage(resolver) };
    if (address === "provider.region") return { node: this.region(resolver) };
    return { missing: `Write ${address === "" ? "something" : address}, or give a default after a comma.` };
  }

  public stage(resolver: Resolver): SourceNode {
    return this.optionOr(this.context.stage, "stage", "dev", resolver);
  }

  public region(resolver: Resolver): SourceNode {
    return this.optionOr(this.context.region, "region", "us-east-1", resolver);
  }

  public parameter(request: LookupRequest, site: Site, resolver: Resolver): LookupResult {
    const { address } = request;
    const fromOption = ownValue(this.context.parameters, address);
    if (fromOption !== undefined) return { node: scalar(site, fromOption) };
    const stage = this.stage(resolver);
    if (stage.kind === "failed") return { node: stage };
    if (stage.kind !== "scalar") return remote(request, site);
    for (const name of [String(stage.value), "default"]) {
      for (const keys of [
        ["stages", name, "params"],
        ["params", name],
      ]) {
        const node = resolver.find(this.root, [...keys, ...address.split(".")], "");
        if (node !== undefined) return { node };
      }
    }
    return {
      missing: `Give --param ${address}=VALUE (parameters in TypeScript), write it below params, or give a default after a comma.`,
    };
  }

  private optionOr(option: string | undefined, key: string, otherwise: string, resolver: Resolver): SourceNode {
    const site = { at: this.root.at, path: "" };
    if (option !== undefined) return scalar(site, option);
    return resolver.find(this.root, ["provider", key], "") ?? scalar(site, otherwise);
  }
}

function given(
  values: { readonly [name: string]: string | undefined },
  name: string,
  site: Site,
  missing: string,
): LookupResult {
  const value = ownValue(values, name);
  return value === undefined ? { missing } : { node: scalar(site, value) };
}

/** Stage and region have an option each; the others have one for all. */
function optionOf(name: string): string {
  const isOwn = name === "stage" || name === "region";
  return isOwn ? `--${name} (${name} in TypeScript)` : `--opt ${name}=VALUE (opt in TypeScript)`;
}

function ownValue(values: { readonly [name: string]: string | undefined }, name: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : undefined;
}

function toFlag({ parameters: [text = ""] }: LookupRequest, site: Site): LookupResult {
  const word = text.trim().toLowerCase();
  if (["true", "1"].includes(word)) return { node: scalar(site, true) };
  if (["false", "0"].includes(word)) return { node: scalar(site, false) };
  return { findings: variableSyntax(propertyOf(site), `strToBool(${text})`, "strToBool takes true, false, 1 or 0") };
}

/** A source that only the deployment, or a plugin, can ask. */
function remote({ type, parameters, address, defaultValue }: LookupRequest, { at }: Site): LookupResult {
  const head = parameters.length === 0 ? type : `${type}(${parameters.join(",")})`;
  return { node: unknownVariable(at, head, address, `${head}:${address}`, defaultValue) };
}

function scalar({ at }: Site, value: ScalarNode["value"]): ScalarNode {
  return { kind: "scalar", at, value };
}

/** The source that a name of one mistake stands for: a letter too many, too few, wrong, or two in the wrong order. */
function misspelt(type: string): string | undefined {
  // Loaded here, because only a mistake needs it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { distance } = require("fastest-levenshtein") as typeof import("fastest-levenshtein");
  const letters = (text: string) => [...text.toLowerCase()].sort().join("");
  return SOURCES.filter((source) => source.length > 2).find(
    (source) => distance(type.toLowerCase(), source.toLowerCase()) <= 1 || letters(type) === letters(source),
  );
}
