import { Command, ExitStatus } from "../../lib/command-line/command";
import { COMMANDS } from "../../lib/command-line/commands";
import { commandHelp, programHelp } from "../../lib/command-line/help";

const command: Command = {
  name: "walk",
  summary: "Walk somewhere.",
  usage: "walk PLACE [options]",
  description: ["One step after the other, ".repeat(6).trim()],
  options: [
    { name: "to", short: "t", value: "PLACE", isRepeatable: true, summary: "Where to go." },
    { name: "fast", summary: "Run." },
  ],
  examples: ["walk home"],
  run: async () => ExitStatus.DONE,
};

test("the help of the program lists its commands", () => {
  const text = programHelp([command, { ...command, name: "go", summary: "Go." }]);
  expect(text).toMatch(/^Usage: cdktf-api-caching COMMAND \[options\]\n/);
  expect(text).toContain("\n  walk  Walk somewhere.\n  go    Go.\n");
  expect(text).toContain("--version");
  expect(text).toMatch(/0 done, 1 findings, 2 misuse/);
});

test("the help of a command says how it is written and what its options do", () => {
  const text = commandHelp(command);
  expect(text).toMatch(/^Usage: cdktf-api-caching walk PLACE \[options\]\n\nWalk somewhere\.\n\nOne step/);
  expect(text).toContain("\n  -t, --to PLACE  Where to go. May be given more than once.\n      --fast      Run.\n");
  expect(text).toContain("\n  -h, --help      Show this help.\n");
  expect(text).toContain("\nExamples:\n  cdktf-api-caching walk home\n");
});

test("there are no examples where a command has none", () => {
  expect(commandHelp({ ...command, examples: [] })).not.toContain("Examples");
});

describe.each(COMMANDS.map((one) => [one.name, one] as const))("the help of %s", (_name, one) => {
  const text = commandHelp(one);

  test("fits a terminal, but for its examples, which can be copied", () => {
    const [before = "", after = ""] = text.split(/^Examples:\n(?: {2}.*\n)*/m);
    const lines = `${before}${after}`.split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test("ends each sentence, and the line", () => {
    expect([one.summary, ...one.description, ...one.options.map(({ summary }) => summary)].join("\n")).not.toMatch(
      /[^.]$/m,
    );
    expect(text.endsWith("\n")).toBe(true);
  });

  test("begins its usage and examples with its name", () => {
    for (const line of [one.usage, ...one.examples]) expect(line.split(" ")[0]).toBe(one.name);
  });
});
