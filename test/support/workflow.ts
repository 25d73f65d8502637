import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { EXAMPLES } from "./examples";

/** One step of a job. */
export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: { readonly [input: string]: unknown };
  readonly run?: string;
  readonly if?: string;
  readonly env?: { readonly [name: string]: string };
  readonly "working-directory"?: string;
}

export interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: { readonly [scope: string]: string };
  readonly strategy?: {
    readonly "max-parallel"?: number;
    readonly "fail-fast"?: boolean;
    readonly matrix: { readonly stack: readonly string[] };
  };
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly on: { readonly [event: string]: unknown };
  readonly permissions: { readonly [scope: string]: string };
  readonly env: { readonly [name: string]: string };
  readonly jobs: { readonly [name: string]: Job };
}

/** The workflow of examples/pipeline; a key that is there twice is an error. */
export function pipelineWorkflow(): Workflow {
  const file = join(EXAMPLES, "pipeline/.github/workflows/terraform.yml");
  return parse(readFileSync(file, "utf8"), { strict: true, uniqueKeys: true }) as Workflow;
}

/** The commands of a job in their order, each with the directory that it runs in. */
export function commandsOf(job: Job): { readonly name: string; readonly directory: string; readonly script: string }[] {
  return job.steps.flatMap(({ name = "", run, "working-directory": directory = "." }) =>
    run === undefined ? [] : [{ name, directory, script: run }],
  );
}

/** A text of a workflow for one stack of the matrix. */
export function forStack(text: string, stack: string): string {
  return text.replaceAll("${{ matrix.stack }}", stack);
}
