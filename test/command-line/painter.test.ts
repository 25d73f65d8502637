import { painterFor, PLAIN } from "../../lib/command-line/painter";
import { Output } from "../../lib/command-line/command";

const output = (isTerminal: boolean): Output => ({ isTerminal, write: async () => undefined });

test("colours on a terminal", () => {
  const painter = painterFor(output(true), { NO_COLOR: "", TERM: "xterm-256color" });
  expect(painter.bad("x")).toBe("\u001b[31mx\u001b[39m");
  expect(painter.strong("x")).toBe("\u001b[1mx\u001b[22m");
});

test.each<[string, boolean, { [name: string]: string }]>([
  ["no terminal", false, {}],
  ["a pipe, even where colours are asked for", false, { FORCE_COLOR: "1" }],
  ["NO_COLOR", true, { NO_COLOR: "1" }],
  ["NO_COLOR of any value", true, { NO_COLOR: "0" }],
  ["a dumb terminal", true, { TERM: "dumb" }],
])("no colours: %s", (_name, isTerminal, environment) => {
  expect(painterFor(output(isTerminal), environment)).toBe(PLAIN);
});

test("plain is the text as it is", () => {
  for (const paint of Object.values(PLAIN)) expect(paint("x")).toBe("x");
});
