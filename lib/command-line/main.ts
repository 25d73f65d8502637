import { ConfigurationError } from "../rules/configuration-error";
import { asksForHelp, parseArguments } from "./arguments";
import { Command, CommandIo, ExitStatus } from "./command";
import { COMMANDS } from "./commands";
import { commandHelp, programHelp, PROGRAM } from "./help";
import { didYouMean, isMisuse, misuse } from "./misuse";
import { painterFor } from "./painter";
import { printable } from "./printable";

const REPORT_TO = "https://github.com/cdktf-api-caching/cdktf-api-caching/issues";

/**
 * Runs the command line.
 *
 * @param argv what the user typed after the name of the program
 * @returns the exit status; nothing is ever thrown
 */
export async function main(
  argv: readonly string[],
  io: CommandIo,
  commands: readonly Command[] = COMMANDS,
): Promise<number> {
  const [first = "", ...rest] = argv;
  const command = commands.find(({ name }) => name === first);
  try {
    return command === undefined
      ? await withoutCommand(first, rest, io, commands)
      : await withCommand(command, rest, io);
  } catch (thrown) {
    return tell(thrown, command === undefined ? PROGRAM : `${PROGRAM} ${command.name}`, io).catch(
      () => ExitStatus.DEFECT,
    );
  }
}

async function withCommand(command: Command, args: readonly string[], io: CommandIo): Promise<number> {
  if (!asksForHelp(args)) return command.run(parseArguments(args, command.options), io);
  await io.stdout.write(commandHelp(command));
  return ExitStatus.DONE;
}

async function withoutCommand(
  first: string,
  rest: readonly string[],
  io: CommandIo,
  commands: readonly Command[],
): Promise<number> {
  if (first === "help" && rest.length > 0) return withCommand(commandNamed(rest[0]!, commands), ["--help"], io);
  if (first === "help" || asksForHelp([first])) return print(programHelp(commands), io);
  if (first === "--version") return print(`${io.version}\n`, io);
  if (first.startsWith("-")) parseArguments([first], [{ name: "version", summary: "" }]);
  if (first !== "" && !first.startsWith("-")) commandNamed(first, commands);
  await io.stderr.write(programHelp(commands));
  return ExitStatus.MISUSE;
}

async function print(text: string, io: CommandIo): Promise<number> {
  await io.stdout.write(text);
  return ExitStatus.DONE;
}

function commandNamed(written: string, commands: readonly Command[]): Command {
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => name === written);
  if (command !== undefined) return command;
  throw misuse(`there is no command ${JSON.stringify(written)}.${didYouMean(written, names)}`);
}

/** A message may hold what a file says. */
function shown(text: string): string {
  return text
    .split("\n")
    .map((line) => printable(line, Infinity))
    .join("\n");
}

async function tell(thrown: unknown, prefix: string, io: CommandIo): Promise<number> {
  const { bad } = painterFor(io.stderr, io.environment);
  if (isMisuse(thrown)) {
    await io.stderr.write(`${bad(prefix)}: ${shown(thrown.message)}\nSee ${prefix} --help.\n`);
    return ExitStatus.MISUSE;
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error.name === ConfigurationError.NAME) {
    const lines = error.message.split("\n").map((line) => `${bad("error")}: ${shown(line)}\n`);
    await io.stderr.write(lines.join(""));
    return ExitStatus.MISUSE;
  }
  const isDebugging = (io.environment.DEBUG ?? "") !== "";
  const [firstLine = ""] = error.message.split("\n");
  await io.stderr.write(
    `${bad(prefix)}: unexpected error: ${shown(firstLine)}\n` +
      (isDebugging ? `${error.stack}\n` : `Set DEBUG=1 to see where, and please report it: ${REPORT_TO}\n`),
  );
  return ExitStatus.DEFECT;
}
