import { COMMANDS } from "../../lib/command-line/commands";

test("each command and each option has one name", () => {
  const names = COMMANDS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { options } of COMMANDS) {
    const written = options.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
    expect(new Set([...written, "help", "h"]).size).toBe(written.length + 2);
  }
});

test("names are what a shell takes without quotes", () => {
  const names = COMMANDS.flatMap(({ name, options }) => [name, ...options.map((option) => option.name)]);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

test("the commands", () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(expect.arrayContaining(["verify"]));
});
