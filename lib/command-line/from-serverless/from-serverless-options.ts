import { GivenArguments } from "../command";
import { misuse } from "../misuse";

/** What `from-serverless` was asked to do. */
export interface FromServerlessOptions {
  /** The path as the user wrote it; `-` for the standard input. */
  readonly file: string;
  /** The directory that no file is read outside of, as the user wrote it; that of the file unless it is given. */
  readonly project: string | undefined;
  readonly stage: string | undefined;
  readonly region: string | undefined;
  readonly parameters: { readonly [name: string]: string };
  readonly opt: { readonly [name: string]: string };
  readonly directory: string;
  readonly isShared: boolean;
  readonly isTypeScript: boolean;
  readonly isForced: boolean;
}

export const DEFAULT_FILE = "serverless.yml";
export const DEFAULT_DIRECTORY = "terraform";

/** Checks what the user typed. */
export function fromServerlessOptions(given: GivenArguments): FromServerlessOptions {
  const [file = DEFAULT_FILE, another] = given.operands;
  if (another !== undefined) throw misuse(`one FILE is read, and there is another: ${JSON.stringify(another)}.`);
  if (file === "") throw misuse("FILE is empty.");
  return {
    file,
    project: given.text("project"),
    stage: given.text("stage"),
    region: given.text("region"),
    parameters: pairsOf("param", given.texts("param")),
    opt: pairsOf("opt", given.texts("opt")),
    directory: given.text("out") ?? DEFAULT_DIRECTORY,
    isShared: given.flag("shared"),
    isTypeScript: given.flag("typescript"),
    isForced: given.flag("force"),
  };
}

function pairsOf(option: string, written: readonly string[]): { readonly [name: string]: string } {
  const pairs = new Map<string, string>();
  for (const text of written) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      throw misuse(`--${option} takes NAME=VALUE, and was given ${nameOnly(text)}.`);
    }
    if (pairs.has(name)) throw misuse(`--${option} ${name} is given twice.`);
    pairs.set(name, value);
  }
  return Object.fromEntries(pairs);
}

// A parameter may be a secret.
function nameOnly(text: string): string {
  return text.startsWith("=") ? "a value without a name" : JSON.stringify(text);
}
