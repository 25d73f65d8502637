import { checkCommand } from "../../../lib/command-line/check/check-command";
import { CHECK_FORMATS } from "../../../lib/command-line/check/formats";
import { COMMANDS } from "../../../lib/command-line/commands";
import { commandHelp } from "../../../lib/command-line/help";

test("the command is in the table, and its help says what it takes", () => {
  expect(COMMANDS).toContain(checkCommand);
  const help = commandHelp(checkCommand).replace(/\s+/g, " ");
  for (const part of [...CHECK_FORMATS, "DIR", "FILE", "standard input", "--acknowledge", "--fail-on", "64 MiB"]) {
    expect(help).toContain(part);
  }
});
