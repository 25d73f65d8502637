import { Command, CommandOption } from "./command";
import { wrap } from "./printable";

/** What the user types. */
export const PROGRAM = "cdktf-api-caching";

const WIDTH = 80;

const HELP: CommandOption = { name: "help", short: "h", summary: "Show this help." };
const VERSION: CommandOption = { name: "version", summary: "Print the version." };

const EXIT_STATUS =
  "Exit status: 0 done, 1 findings, 2 misuse (wrong arguments or input), 3 a mistake of this program.";

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  const listed = commands.map(({ name, summary }): [string, string] => [name, summary]);
  return sections([
    [`Usage: ${PROGRAM} COMMAND [options]`],
    ["Commands:", ...columns(listed)],
    ["Options:", ...columns([HELP, VERSION].map(optionRow))],
    wrap(EXIT_STATUS, WIDTH),
    [`More on a command: ${PROGRAM} COMMAND --help`],
  ]);
}

/** The help of one command. */
export function commandHelp({ usage, summary, description, options, examples }: Command): string {
  return sections([
    [`Usage: ${PROGRAM} ${usage}`],
    wrap(summary, WIDTH),
    ...description.map((paragraph) => wrap(paragraph, WIDTH)),
    ["Options:", ...columns([...options, HELP].map(optionRow))],
    ...(examples.length > 0 ? [["Examples:", ...examples.map((example) => `  ${PROGRAM} ${example}`)]] : []),
    wrap(EXIT_STATUS, WIDTH),
  ]);
}

function sections(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function optionRow({ name, short, value, isRepeatable, summary }: CommandOption): [string, string] {
  const letter = short === undefined ? "    " : `-${short}, `;
  const written = `${letter}--${name}${value === undefined ? "" : ` ${value}`}`;
  return [written, isRepeatable ? `${summary} May be given more than once.` : summary];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length));
  return rows.flatMap(([name, text]) =>
    wrap(text, WIDTH - left - 4).map((line, index) => `  ${(index === 0 ? name : "").padEnd(left)}  ${line}`),
  );
}
