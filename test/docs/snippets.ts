import type { Construct, IConstruct } from "constructs";
import type { Finding } from "../../lib";
import { TEXTS_SEEN_ON } from "../support/certificate-texts";
import { synthesizeApp } from "../support/examples";
import { insideStack } from "./preambles";

/**
 * A TypeScript block of the documentation. The comment before it says how it is to be read:
 * `<!-- snippet: app -->` is a whole file, `<!-- snippet: stack -->` stands inside a stack's constructor,
 * `<!-- snippet: error gateway/x -->` is a fragment that is refused for exactly this rule, and
 * `<!-- snippet: warning gateway/x -->` one that raises exactly this warning.
 */
export interface Snippet {
  readonly page: string;
  /** The line of the page where the code begins. */
  readonly line: number;
  readonly kind: string;
  /** The rules that it has to break, in any order. */
  readonly rules: readonly string[];
  readonly code: string;
}

/** What came of running a snippet. */
export interface Outcome {
  readonly errors: readonly Finding[];
  readonly warnings: readonly string[];
  /** What the stack of a fragment synthesized. */
  readonly json?: string;
}

const BLOCK = /^(?:<!-- snippet: (\S+)((?: \S+)*) -->\n+)?```ts\n([\s\S]*?)\n```$/gm;

/** Every TypeScript block of a page. */
export function snippetsOf(page: string, text: string): Snippet[] {
  return [...text.matchAll(BLOCK)].map(({ 0: block, 1: kind = "unmarked", 2: rules = "", 3: code = "", index }) => ({
    page,
    line: text.slice(0, index + block.indexOf(code)).split("\n").length,
    kind,
    rules: rules.split(" ").filter((rule) => rule !== ""),
    code,
  }));
}

/** The whole program that a snippet stands for. */
export function programOf({ kind, code }: Pick<Snippet, "kind" | "code">): string {
  return kind === "app" ? code : insideStack(code);
}

type Stack = new (scope: Construct, id: string) => IConstruct;

/** Runs the program of a snippet, written out as JavaScript; what it refuses comes back as data. */
export function run(kind: string, javaScript: string, load: NodeJS.Require): Outcome {
  const { RuleCatalogue } = load("cdktf-api-caching") as typeof import("../../lib");
  // The day by which certificates are judged, so that what is documented today holds tomorrow.
  process.env.SOURCE_DATE_EPOCH = TEXTS_SEEN_ON;
  try {
    return kind === "app" ? runApp(javaScript, load) : runStack(javaScript, load);
  } catch (thrown) {
    const errors = RuleCatalogue.findingsOf(thrown);
    if (errors.length === 0) throw thrown;
    return { errors, warnings: [] };
  }
}

function evaluate(javaScript: string, load: NodeJS.Require): { Documented?: Stack } {
  const module = { exports: {} };
  new Function("require", "module", "exports", javaScript)(load, module, module.exports);
  return module.exports;
}

function runApp(javaScript: string, load: NodeJS.Require): Outcome {
  const output = synthesizeApp(() => void evaluate(javaScript, load));
  output.remove();
  return { errors: [], warnings: [] };
}

function runStack(javaScript: string, load: NodeJS.Require): Outcome {
  const { Documented } = evaluate(javaScript, load);
  const { Testing } = load("cdktf") as typeof import("cdktf");
  const stack = new Documented!(Testing.app(), "stack") as unknown as Parameters<typeof Testing.synth>[0];
  const json = Testing.synth(stack, true);
  const warnings = stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.filter(({ type }) => type === "@cdktf/warn"))
    .flatMap(({ data }) => String(data).split("\n"));
  return { errors: [], warnings, json };
}

/** The id of the rule that a warning is about. */
export function ruleOf(warning: string): string {
  return warning.slice(0, warning.indexOf(":"));
}
