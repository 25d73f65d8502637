import { parseArgs } from "node:util";
import { CommandOption, GivenArguments } from "./command";
import { didYouMean, misuse } from "./misuse";

type Token = NonNullable<ReturnType<typeof parseArgs>["tokens"]>[number];
type OptionToken = Extract<Token, { kind: "option" }>;

/** Reads the arguments of a command; whatever its options do not allow is a misuse. */
export function parseArguments(args: readonly string[], options: readonly CommandOption[]): GivenArguments {
  const operands: string[] = [];
  const values = new Map<string, string[]>(options.map(({ name }) => [name, []]));
  for (const token of tokensOf(args, options)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind === "option") take(token, options, values);
  }
  const of = (name: string): string[] => {
    const given = values.get(name);
    if (given === undefined) throw new Error(`the command has no option --${name}`);
    return given;
  };
  return { operands, flag: (name) => of(name).length > 0, text: (name) => of(name)[0], texts: of };
}

/** Whether help is asked for, whatever else is there. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? undefined : end).some((arg) => arg === "--help" || arg === "-h");
}

function tokensOf(args: readonly string[], options: readonly CommandOption[]): readonly Token[] {
  const known = options.map(({ name, short, value }) => [
    name,
    { type: value === undefined ? "boolean" : "string", multiple: true, ...(short === undefined ? {} : { short }) },
  ]);
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function take(token: OptionToken, options: readonly CommandOption[], values: Map<string, string[]>): void {
  const option = options.find(({ name }) => name === token.name);
  if (option === undefined) throw misuse(unknown(token.rawName, options));
  const given = values.get(option.name)!;
  if (given.length > 0 && option.isRepeatable !== true) throw misuse(`${token.rawName} is given twice.`);
  given.push(option.value === undefined ? flagOf(token) : valueOf(token, option.value));
}

function unknown(written: string, options: readonly CommandOption[]): string {
  const names = [...options.map(({ name }) => `--${name}`), "--help"];
  return `unknown option ${written}.${written.startsWith("--") ? didYouMean(written, names) : ""}`;
}

function flagOf({ rawName, value }: OptionToken): string {
  if (value !== undefined) throw misuse(`${rawName} takes no value, and was given ${JSON.stringify(value)}.`);
  return "true";
}

function valueOf({ rawName, value, inlineValue }: OptionToken, kind: string): string {
  if (value === undefined || value === "") throw misuse(`${rawName} needs a value: ${rawName} ${kind}.`);
  if (inlineValue === false && value.startsWith("-") && value !== "-") {
    throw misuse(`${rawName} needs a value, and is followed by ${value}. If that is the value: ${rawName}=${value}.`);
  }
  return value;
}
