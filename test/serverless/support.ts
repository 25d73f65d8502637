import { ProjectFile } from "../../lib/serverless/core/file-includes";
import { parseYaml } from "../../lib/serverless/core/parse-yaml";
import { ReadService, readService } from "../../lib/serverless/core/read-service";
import { Resolver } from "../../lib/serverless/core/resolver";
import { SourceNode, describeNode } from "../../lib/serverless/core/source-node";
import { ValueReader } from "../../lib/serverless/core/value-reader";
import { VariableContext, variableSources } from "../../lib/serverless/core/variable-sources";
import { Finding } from "../../lib/rules/finding";

/** What a test says of the context; the files by their names. */
export interface TestContext extends Partial<Omit<VariableContext, "readFile">> {
  readonly files?: { readonly [path: string]: string | ProjectFile };
}

export function contextOf({ files = {}, ...context }: TestContext = {}): VariableContext {
  return {
    opt: {},
    environment: {},
    parameters: {},
    directory: "",
    ...context,
    readFile: (path) => {
      const file = files[path] ?? { trouble: "missing" };
      return typeof file === "string" ? { text: file } : file;
    },
  };
}

/** The parts of a text that is right. */
export function parse(text: string, file = "serverless.yml"): SourceNode {
  const { node, findings } = parseYaml(file, text, "file");
  if (node === undefined) throw new Error(findings.map(({ message }) => message).join("\n"));
  return node;
}

/** What is wrong with a text, as `rule at property: change`. */
export function problems(text: string): string[] {
  return briefly(parseYaml("serverless.yml", text, "file").findings);
}

export function read(text: string, context?: TestContext): ReadService {
  return readService(parse(text), contextOf(context));
}

/** What is wrong with a service that can be read as YAML, as `rule at property`. */
export function wrongWith(text: string, context?: TestContext): string[] {
  return read(text, context).findings.map(({ rule, property }) => `${rule} at ${property}`);
}

export function briefly(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, property, change }) => `${rule} at ${property}: ${change}`);
}

/** A resolver and a reader over a configuration. */
export function open(text: string, context?: TestContext) {
  const root = parse(text);
  const resolver = new Resolver(variableSources(root, contextOf(context)));
  return { root, resolver, reader: new ValueReader(resolver) };
}

/** The value of the key `value` of a configuration, without its variables, and what is wrong. */
export function resolved(text: string, context?: TestContext): { value: unknown; wrong: string[]; node?: SourceNode } {
  const { root, resolver } = open(text, context);
  const node = resolver.find(root, ["value"], "");
  const value = node === undefined ? null : node.kind === "unknown" ? node.value.template : describeNode(node, 10);
  return { value, wrong: resolver.findings.map(({ rule }) => rule), node };
}

/** A service with one function that has these events, in flow style. */
export function service(events: string, caching = "{ enabled: true }"): string {
  return `provider: aws\ncustom: { apiGatewayCaching: ${caching} }\nfunctions:\n  cats:\n    events:\n      - ${events}\n`;
}
