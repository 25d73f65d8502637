import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A directory in which Terraform runs, and the environment that it and its providers get there. */
export interface Workplace {
  readonly directory: string;
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface RunningProvider {
  readonly child: ChildProcess;
  /** What TF_REATTACH_PROVIDERS says about it. */
  readonly reattach: Promise<object>;
  /** How many commands are using it. */
  users: number;
}

const INSTALLED = join(".terraform", "providers", "registry.terraform.io", "hashicorp", "aws");
const START_LIMIT_MILLISECONDS = 60_000;
/** Each holds a quarter of a gigabyte. */
const MOST_IDLE_FOR_ONE_EMULATOR = 2;

/** By emulator and by directory; the one that was used last is the last. */
const running = new Map<string, Map<string, RunningProvider>>();

/**
 * Runs a command with an environment in which Terraform finds an AWS provider that runs already: to start one, and to
 * hear its schema, is half of what a command costs. It is the installed one, with the environment and the directory that
 * Terraform would have given it. A configuration with several AWS providers needs a process for each, which Terraform
 * starts.
 */
export async function withRunningProvider<T>(
  workplace: Workplace,
  command: (environment: Workplace["environment"]) => Promise<T>,
): Promise<T> {
  const { directory, environment } = workplace;
  const program = installedProvider(directory);
  if (program === undefined || !hasOneAwsProvider(directory)) return command(environment);
  const provider = providerFor(workplace, program);
  provider.users += 1;
  try {
    const others = JSON.parse(environment["TF_REATTACH_PROVIDERS"] ?? "{}") as object;
    const reattach = JSON.stringify({ ...others, ...(await provider.reattach) });
    return await command({ ...environment, TF_REATTACH_PROVIDERS: reattach });
  } finally {
    provider.users -= 1;
  }
}

/** To be called before the emulator stops. */
export function stopRunningProviders(endpoint: string): void {
  for (const directory of [...(running.get(endpoint)?.keys() ?? [])]) stop(endpoint, directory);
  running.delete(endpoint);
}

function providerFor(workplace: Workplace, program: string): RunningProvider {
  const { directory, endpoint } = workplace;
  const present = running.get(endpoint) ?? new Map<string, RunningProvider>();
  running.set(endpoint, present);
  const provider = present.get(directory) ?? started(workplace, program);
  present.delete(directory);
  const idle = [...present].filter(([, { users }]) => users === 0);
  for (const [one] of idle.slice(0, -MOST_IDLE_FOR_ONE_EMULATOR)) stop(endpoint, one);
  present.set(directory, provider);
  return provider;
}

function stop(endpoint: string, directory: string): void {
  running.get(endpoint)?.get(directory)?.child.kill("SIGKILL");
  running.get(endpoint)?.delete(directory);
}

function installedProvider(directory: string): string | undefined {
  const root = join(directory, INSTALLED);
  if (!existsSync(root)) return undefined;
  const [version = ""] = readdirSync(root);
  const [platform = ""] = readdirSync(join(root, version));
  const [program = ""] = readdirSync(join(root, version, platform)).filter((name) =>
    /^terraform-provider-aws/.test(name),
  );
  return join(root, version, platform, program);
}

function hasOneAwsProvider(directory: string): boolean {
  const files = readdirSync(directory).filter((name) => /\.tf(\.json)?$/.test(name));
  return !files.some((name) => /\balias"?\s*[:=]/.test(readFileSync(join(directory, name), "utf8")));
}

function started({ directory, environment }: Workplace, program: string): RunningProvider {
  const child = spawn(program, ["-debug"], { cwd: directory, env: environment, stdio: ["ignore", "pipe", "ignore"] });
  return { child, reattach: announced(child, program), users: 0 };
}

function announced(child: ChildProcess, program: string): Promise<object> {
  return new Promise((fulfil, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`${program} -debug ${reason}`));
    };
    const timer = setTimeout(() => fail("did not start in time"), START_LIMIT_MILLISECONDS);
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("exit", (code) => fail(`exited with ${code}`));
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const [, reattach] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line) ?? [];
      if (reattach === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      fulfil(JSON.parse(reattach) as object);
    });
  });
}
