import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { HOW_TO_SHOW } from "../../check/core/document-kind";
import { CommandIo } from "../command";
import { misuse } from "../misuse";
import { inputText } from "./input-text";

/** The files of one run of Terraform. */
export interface InputUnit {
  /** As the user would name them. */
  readonly files: readonly string[];
  /** Whether they are known to be configuration; a single file may be a plan as well. */
  readonly isConfiguration: boolean;
  /** Whether there are others beside them that Terraform would read with them. */
  readonly hasOthers: boolean;
}

/** What is to be checked. */
export interface FoundInput {
  readonly units: readonly InputUnit[];
  /** What the user should know of it. */
  readonly notes: readonly string[];
}

type Io = Pick<CommandIo, "cwd" | "stdin">;

const OUTPUT = "cdktf.out";
const MANIFEST = "manifest.json";
const JSON_SYNTAX = /\.(tf|tofu)\.json$/;
const HCL = /\.(tf|tofu)$/;

/** Finds what a DIR, a FILE or `-` stands for. */
export async function findInput(operand: string | undefined, io: Io): Promise<FoundInput> {
  const path = operand ?? (isThere(join(OUTPUT, MANIFEST), io) ? OUTPUT : ".");
  if (path === "-") return { units: [{ files: ["-"], isConfiguration: false, hasOthers: false }], notes: [] };
  return isDirectory(path, io) ? inDirectory(path, io) : fileItself(path, io);
}

async function inDirectory(directory: string, io: Io): Promise<FoundInput> {
  if (isThere(join(directory, MANIFEST), io)) return stacksOf(directory, io);
  const names = namesIn(directory, io);
  const files = names.filter((name) => JSON_SYNTAX.test(name)).map((name) => named(directory, name));
  const others = names.filter((name) => HCL.test(name));
  if (files.length > 0) {
    const note = `${directory}: ${others.join(", ")} ${others.length === 1 ? "is" : "are"} not read: HCL is checked as a plan (${HOW_TO_SHOW}).`;
    return {
      units: [{ files, isConfiguration: true, hasOthers: others.length > 0 }],
      notes: others.length > 0 ? [note] : [],
    };
  }
  if (isThere(join(directory, OUTPUT, MANIFEST), io)) return stacksOf(named(directory, OUTPUT), io);
  if (others.length > 0) throw misuse(`${directory}: there is only HCL, which is checked as a plan: ${HOW_TO_SHOW}.`);
  throw misuse(`${directory}: there is no Terraform JSON: neither .tf.json files nor the ${MANIFEST} of a ${OUTPUT}.`);
}

async function stacksOf(directory: string, io: Io): Promise<FoundInput> {
  const manifest = named(directory, MANIFEST);
  const paths = stackPaths(await inputText(manifest, io));
  if (paths === undefined) throw misuse(`${manifest}: this is no manifest of cdktf.`);
  if (paths.length === 0) throw misuse(`${manifest}: the app has no stack.`);
  const [hcl, json] = [paths.filter((path) => !path.endsWith(".json")), paths.filter((path) => path.endsWith(".json"))];
  if (json.length === 0) {
    throw misuse(`${directory}: the stacks are HCL. Synthesize without --hcl, or check a plan: ${HOW_TO_SHOW}.`);
  }
  return {
    units: json.map((path) => ({ files: [named(directory, path)], isConfiguration: true, hasOthers: false })),
    notes: hcl.map((path) => `${named(directory, path)} is not read: HCL is checked as a plan (${HOW_TO_SHOW}).`),
  };
}

function stackPaths(text: string): string[] | undefined {
  try {
    const { stacks } = JSON.parse(text) as { stacks: { [name: string]: { synthesizedStackPath: unknown } } };
    const paths = Object.values(stacks).map(({ synthesizedStackPath }) => synthesizedStackPath);
    return paths.every((path) => typeof path === "string") ? paths.sort() : undefined;
  } catch {
    return undefined;
  }
}

async function fileItself(path: string, io: Io): Promise<FoundInput> {
  if (HCL.test(path)) throw misuse(`${path}: this is HCL, which is checked as a plan: ${HOW_TO_SHOW}.`);
  if (basename(path) === MANIFEST && stackPaths(await inputText(path, io)) !== undefined) {
    return stacksOf(dirname(path), io);
  }
  const isConfiguration = JSON_SYNTAX.test(path);
  const hasOthers = isConfiguration && hasOthersBeside(path, io);
  return { units: [{ files: [path], isConfiguration, hasOthers }], notes: [] };
}

function hasOthersBeside(path: string, io: Io): boolean {
  const isOther = (name: string) => name !== basename(path) && (JSON_SYNTAX.test(name) || HCL.test(name));
  try {
    return namesIn(dirname(path), io).some(isOther);
  } catch {
    // What is wrong with the path is told when the file is read; if nothing is, there may be others.
    return true;
  }
}

/** The names that Terraform looks at: not those of hidden files, nor of what an editor leaves. */
function namesIn(directory: string, { cwd }: Io): string[] {
  try {
    const entries = readdirSync(resolve(cwd, directory), { withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    return files.filter((name) => !/^[.#]|~$/.test(name)).sort();
  } catch {
    throw misuse(`${directory}: the directory may not be read.`);
  }
}

function isThere(path: string, { cwd }: Io): boolean {
  return existsSync(resolve(cwd, path));
}

function isDirectory(path: string, { cwd }: Io): boolean {
  try {
    return statSync(resolve(cwd, path)).isDirectory();
  } catch {
    // What is wrong with a file is told when it is read.
    return false;
  }
}

/** A file by the name that the user would give it, with `/` on every system. */
function named(directory: string, name: string): string {
  if (isAbsolute(name)) return name;
  return directory === "." ? name : `${directory.replace(/[\\/]+$/, "")}/${name}`;
}
