import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesOf, type Plan, type PlanDocument } from "./plan";
import { requirements } from "./requirements";
import { withRunningProvider } from "./running-provider";

export interface TerraformOptions {
  /** Where the AWS emulator listens. */
  readonly endpoint: string;
  /** @default us-east-1 */
  readonly region?: string;
  /** Further environment variables, such as TF_VAR_name. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface ApplyOptions {
  /** Applies this plan, instead of making a new one. */
  readonly plan?: Plan;
  /** How many operations run at once. @default Terraform's own, 10 */
  readonly parallelism?: number;
}

/** What Terraform does in one directory. Every function throws with Terraform's own error text. */
export interface Terraform {
  init(): Promise<void>;
  validate(): Promise<void>;
  plan(): Promise<Plan>;
  /** The summary that Terraform prints at its end. */
  apply(options?: ApplyOptions): Promise<string>;
  destroy(): Promise<string>;
  /** The addresses in the state, sorted. */
  stateAddresses(): Promise<string[]>;
  /** The outputs of the state by name. */
  outputs(): Promise<Record<string, unknown>>;
  /** Any other command, such as `import ADDRESS ID`; resolves to its stdout. */
  run(...commandArguments: readonly string[]): Promise<string>;
}

interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const PLAN_FILE = "tfplan";

/** Terraform in a directory that is initialized by `init()`. */
export function terraformIn(directory: string, options: TerraformOptions): Terraform {
  const environment = environmentOf(directory, options);
  const workplace = { directory, endpoint: options.endpoint, environment };
  const execute = (commandArguments: readonly string[]): Promise<Result> =>
    commandArguments[0] === "init"
      ? executed(directory, environment, commandArguments)
      : withRunningProvider(workplace, (attached) => executed(directory, attached, commandArguments));
  const run = async (...commandArguments: readonly string[]): Promise<string> => {
    const result = await execute(commandArguments);
    return result.code === 0 ? result.stdout : refused(commandArguments, result);
  };
  return {
    run,
    init: async () => void (await run("init", "-input=false", "-no-color")),
    validate: async () => void (await run("validate", "-no-color")),
    plan: () => planned(execute, run),
    apply: (applyOptions = {}) => run("apply", ...applyArguments(applyOptions)),
    destroy: () => run("destroy", "-auto-approve", "-input=false", "-no-color"),
    stateAddresses: async () => (await run("state", "list")).split("\n").filter(Boolean).sort(),
    outputs: async () => valuesOf(await run("output", "-json")),
  };
}

function applyArguments(options: ApplyOptions): string[] {
  const parallelism = options.parallelism === undefined ? [] : [`-parallelism=${options.parallelism}`];
  const plan = options.plan === undefined ? ["-auto-approve"] : [PLAN_FILE];
  return ["-input=false", "-no-color", ...parallelism, ...plan];
}

/** Exit code 0 means an empty plan, and then reading it would only load the provider once more. */
async function planned(
  execute: (commandArguments: readonly string[]) => Promise<Result>,
  run: Terraform["run"],
): Promise<Plan> {
  const commandArguments = ["plan", "-input=false", "-no-color", "-detailed-exitcode", `-out=${PLAN_FILE}`];
  const result = await execute(commandArguments);
  if (result.code === 0) {
    return { isEmpty: true, resourceChanges: [], text: result.stdout };
  }
  if (result.code !== 2) {
    return refused(commandArguments, result);
  }
  const document = JSON.parse(await run("show", "-json", PLAN_FILE)) as PlanDocument;
  return { isEmpty: false, resourceChanges: changesOf(document), text: result.stdout };
}

function valuesOf(outputs: string): Record<string, unknown> {
  const parsed = JSON.parse(outputs) as Record<string, { value: unknown }>;
  return Object.fromEntries(Object.entries(parsed).map(([name, output]) => [name, output.value]));
}

function refused(commandArguments: readonly string[], result: Result): never {
  const hint =
    commandArguments[0] === "init" && requirements().mirror === undefined
      ? "\nNo local copy of the AWS provider was found; set TERRAFORM_MIRROR to a filesystem mirror, or give Terraform its registry."
      : "";
  throw new Error(
    `terraform ${commandArguments.join(" ")} exited with ${result.code}${hint}\n${result.stderr}\n${result.stdout}`,
  );
}

/** The environment in which Terraform, or cdktf, talks to an emulator and to nothing else. */
export function environmentOf(directory: string, options: TerraformOptions): Record<string, string> {
  return {
    ...inheritedEnvironment(),
    AWS_ENDPOINT_URL: options.endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: options.region ?? "us-east-1",
    AWS_DEFAULT_REGION: options.region ?? "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: join(directory, "no-aws-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(directory, "no-aws-credentials"),
    TF_CLI_CONFIG_FILE: writtenConfiguration(directory),
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
    // Loopback is behind no proxy.
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
    ...options.environment,
  };
}

/** Nothing of the user's settings for AWS and Terraform. */
export function inheritedEnvironment(): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|TF)_/.test(name));
  return Object.fromEntries(inherited) as Record<string, string>;
}

function writtenConfiguration(directory: string): string {
  const file = join(directory, "terraform-cli.tfrc");
  // To write it again would empty it for a moment, and a command that is running there may read it at that moment.
  if (existsSync(file)) return file;
  const mirror = requirements().mirror;
  const installation =
    mirror === undefined ? "direct {}" : `filesystem_mirror {\n    path = ${JSON.stringify(mirror.directory)}\n  }`;
  writeFileSync(file, `provider_installation {\n  ${installation}\n}\n`);
  return file;
}

function executed(
  directory: string,
  environment: Readonly<Record<string, string>>,
  commandArguments: readonly string[],
): Promise<Result> {
  return new Promise((fulfil, reject) => {
    const child = spawn(requirements().terraform, commandArguments, {
      cwd: directory,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.once("error", reject);
    child.once("close", (code) => fulfil({ code, stdout, stderr }));
  });
}
