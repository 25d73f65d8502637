import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requirements } from "./requirements";

/** A working copy that Terraform can run in. */
export interface StackDirectory {
  readonly directory: string;
  remove(): void;
}

/** The parts of a Terraform JSON document that the harness changes. */
export interface StackDocument {
  terraform?: {
    required_providers?: Record<string, { source?: string; version?: string }>;
    backend?: unknown;
    [name: string]: unknown;
  };
  [name: string]: unknown;
}

const AWS_SOURCES = ["aws", "hashicorp/aws", "registry.terraform.io/hashicorp/aws"];

/** A copy of one stack of a cdktf output directory, with its assets. */
export function copiedStack(outputDirectory: string, stackName: string): StackDirectory {
  const stack = temporaryDirectory();
  cpSync(join(outputDirectory, "stacks", stackName), stack.directory, {
    recursive: true,
    filter: (source) => !/(^|[\\/])(\.terraform|.*\.tfstate.*)$/.test(source),
  });
  const file = join(stack.directory, "cdk.tf.json");
  writeDocument(file, JSON.parse(readFileSync(file, "utf8")) as StackDocument);
  return stack;
}

/** A directory with one document, such as the result of `Testing.synth`. */
export function writtenStack(document: StackDocument): StackDirectory {
  const stack = temporaryDirectory();
  rewriteStack(stack, document);
  return stack;
}

/** Puts another document in the place of the present one; the state stays. */
export function rewriteStack(stack: StackDirectory, document: StackDocument): void {
  writeDocument(join(stack.directory, "cdk.tf.json"), document);
}

function temporaryDirectory(): StackDirectory {
  const directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function writeDocument(file: string, document: StackDocument): void {
  writeFileSync(file, JSON.stringify(runnable(document), undefined, 2));
}

/** The document with a local state beside it, and with the AWS provider that this machine has. */
export function runnable(document: StackDocument): StackDocument {
  const { required_providers: required = {}, ...settings } = document.terraform ?? {};
  delete settings.backend;
  const version = requirements().mirror?.version;
  const providers = Object.entries(required).map(([name, provider]) => [
    name,
    version !== undefined && AWS_SOURCES.includes(provider.source ?? name) ? { ...provider, version } : provider,
  ]);
  return {
    ...document,
    terraform: { ...settings, required_providers: Object.fromEntries(providers) as Record<string, object> },
  };
}
