import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir, platform, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A directory in the layout of a Terraform filesystem mirror, and the AWS provider's newest version in it. */
export interface ProviderMirror {
  readonly directory: string;
  readonly version: string;
}

const PROVIDER = join("registry.terraform.io", "hashicorp", "aws");
const REMEMBERED = resolve(__dirname, "../../../node_modules/.cache/cdktf-api-caching/provider-mirror.json");
const SEARCH_LIMIT_MILLISECONDS = 60_000;

/** The first local copy of the AWS provider: named by the environment, at Terraform's own places, or by a search. */
export function findProviderMirror(): ProviderMirror | undefined {
  const named = process.env["TERRAFORM_MIRROR"];
  if (named !== undefined && named !== "") {
    return mirrorAt(named) ?? fail(`TERRAFORM_MIRROR is ${named}, which holds no ${PROVIDER} for ${platformName()}`);
  }
  const known = [...terraformDirectories(), ...remembered()].map(mirrorAt).find((mirror) => mirror !== undefined);
  return known ?? searched();
}

function fail(message: string): never {
  throw new Error(message);
}

/** The implied local mirror directories of Terraform's CLI configuration. */
function terraformDirectories(): string[] {
  const data = process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share");
  const shared = (process.env["XDG_DATA_DIRS"] ?? "/usr/local/share:/usr/share").split(":");
  return [
    join(homedir(), ".terraform.d", "plugins"),
    join(homedir(), "Library", "Application Support", "io.terraform", "plugins"),
    ...[data, ...shared].map((directory) => join(directory, "terraform", "plugins")),
  ];
}

function mirrorAt(directory: string): ProviderMirror | undefined {
  const root = join(directory, PROVIDER);
  const versions = existsSync(root) ? readdirSync(root).flatMap((entry) => versionOf(root, entry)) : [];
  const version = versions.sort(byVersion).at(-1);
  return version === undefined ? undefined : { directory: resolve(directory), version };
}

/** The version that an entry of the mirror stands for: a directory, or a packed archive. */
function versionOf(root: string, entry: string): string[] {
  const packed = /^terraform-provider-aws_(\d+\.\d+\.\d+)_(\w+)\.zip$/.exec(entry);
  if (packed !== null) {
    return packed[2] === platformName() ? [packed[1]!] : [];
  }
  return /^\d+\.\d+\.\d+$/.test(entry) && existsSync(join(root, entry, platformName())) ? [entry] : [];
}

function byVersion(left: string, right: string): number {
  return left.localeCompare(right, "en", { numeric: true });
}

function platformName(): string {
  const systems: Record<string, string> = { win32: "windows" };
  const architectures: Record<string, string> = { x64: "amd64", ia32: "386" };
  return `${systems[platform()] ?? platform()}_${architectures[process.arch] ?? process.arch}`;
}

/** What an earlier search found, also when that was nothing. */
function remembered(): string[] {
  return existsSync(REMEMBERED) ? (JSON.parse(readFileSync(REMEMBERED, "utf8")) as string[]) : [];
}

function searched(): ProviderMirror | undefined {
  if (existsSync(REMEMBERED) && remembered().length === 0) {
    return undefined;
  }
  // What is temporary may be gone, or half there.
  const found = mirrorsFound(["-path", tmpdir(), "-prune", "-o"], ["-quit"])[0] ?? mirrorsFound([], [])[0];
  mkdirSync(dirname(REMEMBERED), { recursive: true });
  // Two test files may search at once.
  const written = `${REMEMBERED}.${process.pid}`;
  writeFileSync(written, JSON.stringify(found === undefined ? [] : [found.directory]));
  renameSync(written, REMEMBERED);
  return found;
}

function mirrorsFound(without: readonly string[], end: readonly string[]): ProviderMirror[] {
  if (platform() === "win32") return [];
  // A plugin cache is no mirror: Terraform cannot install from the place that it installs to.
  const names = ["node_modules", ".terraform", "plugin-cache"].flatMap((name) => ["-o", "-name", name]);
  const pruned = ["(", "-path", "/proc", "-o", "-path", "/sys", ...names, ")", "-prune", "-o"];
  const wanted = ["-type", "d", "-path", `*/${PROVIDER}`, "-print", ...end];
  const { stdout, signal } = spawnSync("find", ["/", "-xdev", ...without, ...pruned, ...wanted], {
    encoding: "utf8",
    timeout: SEARCH_LIMIT_MILLISECONDS,
  });
  const paths = (stdout ?? "").split("\n").filter((path) => path !== "");
  const mirrors = paths.flatMap((path) => mirrorAt(path.slice(0, -PROVIDER.length - 1)) ?? []);
  // Nothing may be remembered of a search without an end.
  if (signal !== null && mirrors.length === 0) {
    throw new Error(
      "The search for a copy of the AWS provider did not end: set TERRAFORM_MIRROR to a filesystem mirror.",
    );
  }
  return mirrors;
}
