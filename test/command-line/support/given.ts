import { parseArguments } from "../../../lib/command-line/arguments";
import { Command, GivenArguments } from "../../../lib/command-line/command";

/** The arguments of a command, as its user writes them. */
export function given(command: Command, ...args: readonly string[]): GivenArguments {
  return parseArguments(args, command.options);
}

/** The text of the misuse that something is. */
export function misuseOf(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: "Misuse" });
    return (thrown as Error).message;
  }
  throw new Error("this is no misuse");
}
