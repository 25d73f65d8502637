import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { readCheckedDocument } from "../../check/core/document-kind";
import { isRecord } from "../../rules/input/shape";
import { ConfigurationFile } from "../../check/core/read-configuration";
import { pathProblem, readInputFile } from "../input-file";
import { didYouMean, misuse } from "../misuse";

/** Where a stack is, as the user would name it. */
export interface StackPlace {
  readonly directory: string;
  /** The only file to read; undefined for all of the directory. */
  readonly file?: string;
}

const MAXIMUM_BYTES = 16 * 1024 * 1024;
const MANIFEST = "manifest.json";
const SUFFIX = ".tf.json";
const HCL_SUFFIX = ".tf";
const WITHOUT_HCL = "run cdktf synth without --hcl";

/** Finds the stack that the user means. */
export function stackPlace(path: string, stack: string | undefined, cwd: string): StackPlace {
  if (!isDirectory(path, cwd)) {
    if (stack !== undefined) throw misuse(`--stack ${stack}: ${path} is a file, and no cdktf.out.`);
    return { directory: dirname(path), file: path };
  }
  if (existsSync(resolve(cwd, path, MANIFEST))) return { directory: inManifest(path, stack, cwd) };
  if (stack !== undefined) throw misuse(`--stack ${stack}: ${path} is no cdktf.out: it has no ${MANIFEST}.`);
  return { directory: path };
}

/** What a stack is written in. */
export interface StackFiles {
  readonly files: readonly ConfigurationFile[];
  /** Files beside them in HCL, which Terraform reads and this command does not. */
  readonly unread: readonly string[];
}

/** Reads the files of a stack, but for the one that will be written. */
export function stackFiles({ directory, file }: StackPlace, out: string, cwd: string): StackFiles {
  const names = file === undefined ? filesIn(directory, out, cwd) : { files: [file], unread: [] };
  return { ...names, files: names.files.map((one) => ({ file: one, value: configurationIn(one, cwd) })) };
}

function isDirectory(path: string, cwd: string): boolean {
  try {
    const stats = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stats !== undefined) return stats.isDirectory();
  } catch (thrown) {
    const problem = pathProblem(thrown);
    throw problem === undefined ? thrown : misuse(`${path}: ${problem}.`);
  }
  throw misuse(`${path}: there is no such file or directory. Run cdktf synth first, or name what to read.`);
}

function inManifest(path: string, stack: string | undefined, cwd: string): string {
  const file = join(path, MANIFEST);
  const directories = directoriesOf(parsed(readInputFile(file, cwd, MAXIMUM_BYTES), file));
  const names = [...directories.keys()];
  const [only, ...others] = names;
  if (only === undefined) throw misuse(`${file}: there is no stack in it.`);
  if (stack === undefined && others.length > 0) {
    throw misuse(`${path} has the stacks ${names.join(", ")}: say which one with --stack NAME.`);
  }
  const directory = directories.get(stack ?? only);
  if (directory === undefined) throw misuse(`--stack ${stack}: ${path} has no such stack.${didYouMean(stack!, names)}`);
  const inside = join(path, directory);
  if (relative(path, inside).startsWith("..")) throw misuse(`${file}: the stack lies outside of ${path}.`);
  return inside;
}

function directoriesOf(manifest: unknown): ReadonlyMap<string, string> {
  const stacks = isRecord(manifest) && isRecord(manifest.stacks) ? manifest.stacks : {};
  return new Map(
    Object.entries(stacks).flatMap(([name, stack]): [string, string][] =>
      isRecord(stack) && typeof stack.workingDirectory === "string" ? [[name, stack.workingDirectory]] : [],
    ),
  );
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw misuse(`${file}: it is no JSON.`);
  }
}

function filesIn(directory: string, out: string, cwd: string): { files: string[]; unread: string[] } {
  const paths = namesIn(directory, cwd).map((name) => join(directory, name));
  const files = paths.filter((path) => path.endsWith(SUFFIX) && resolve(cwd, path) !== resolve(cwd, out));
  const unread = paths.filter((path) => path.endsWith(HCL_SUFFIX));
  if (files.length > 0) return { files, unread };
  const hint = unread.length === 0 ? " Run cdktf synth first." : ` It is in HCL, which is not read: ${WITHOUT_HCL}.`;
  throw misuse(`${directory}: there is no file of a stack, whose name ends with ${SUFFIX}.${hint}`);
}

function namesIn(directory: string, cwd: string): string[] {
  try {
    return readdirSync(resolve(cwd, directory)).sort();
  } catch (thrown) {
    const { code = "" } = thrown as { code?: string };
    if (code === "ENOENT") return [];
    throw code === "" ? thrown : misuse(`${directory}: it cannot be read (${code}).`);
  }
}

function configurationIn(file: string, cwd: string): ConfigurationFile["value"] {
  if (file.endsWith(HCL_SUFFIX)) throw misuse(`${file}: it is in HCL, which is not read: ${WITHOUT_HCL}.`);
  const { document, problem } = readCheckedDocument(readInputFile(file, cwd, MAXIMUM_BYTES), file.endsWith(SUFFIX));
  if (document === undefined) throw misuse(`${file}: ${problem}`);
  if (document.kind === "plan") throw misuse(`${file}: it is a plan; the configuration is needed.`);
  return document.value;
}
