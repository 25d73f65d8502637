import fc from "fast-check";
import { asksForHelp, parseArguments } from "../../lib/command-line/arguments";
import { CommandOption } from "../../lib/command-line/command";
import { misuseOf } from "./support/given";

const OPTIONS: readonly CommandOption[] = [
  { name: "expect", short: "e", value: "STATUS", summary: "" },
  { name: "header", value: "HEADER", isRepeatable: true, summary: "" },
  { name: "json", summary: "" },
];

const parse = (...args: readonly string[]) => parseArguments(args, OPTIONS);

test("operands and options may stand in any order", () => {
  const found = parse("one", "--expect", "HIT", "two", "--json", "-");
  expect(found.operands).toEqual(["one", "two", "-"]);
  expect(found.text("expect")).toBe("HIT");
  expect(found.flag("json")).toBe(true);
});

test("what is not given", () => {
  const found = parse();
  expect(found).toMatchObject({ operands: [] });
  expect(found.text("expect")).toBeUndefined();
  expect(found.texts("header")).toEqual([]);
  expect(found.flag("json")).toBe(false);
});

test.each([["--expect=HIT"], ["-eHIT"], ["-e", "HIT"]])("a value can be written %j %j", (...args) => {
  expect(parse(...args.filter((arg) => arg !== undefined)).text("expect")).toBe("HIT");
});

test("an option that may be repeated keeps the order", () => {
  expect(parse("--header", "b", "--header=a").texts("header")).toEqual(["b", "a"]);
});

test("what follows -- is an operand", () => {
  expect(parse("--json", "--", "--expect", "-x").operands).toEqual(["--expect", "-x"]);
});

test("a value with dashes is written with =", () => {
  expect(parse("--expect=--json").text("expect")).toBe("--json");
  expect(parse("--expect", "-").text("expect")).toBe("-");
});

test.each<[string[], string]>([
  [["--expct", "HIT"], "unknown option --expct. Did you mean --expect?"],
  [["--hlep"], "unknown option --hlep. Did you mean --help?"],
  [["--frobnicate"], "unknown option --frobnicate."],
  [["--no-json"], "unknown option --no-json."],
  [["-x"], "unknown option -x."],
  [["--__proto__"], "unknown option --__proto__."],
  [["--expect"], "--expect needs a value: --expect STATUS."],
  [["--expect="], "--expect needs a value: --expect STATUS."],
  [["-e"], "-e needs a value: -e STATUS."],
  [["--expect", "--json"], "--expect needs a value, and is followed by --json. If that is the value: --expect=--json."],
  [["--json=yes"], '--json takes no value, and was given "yes".'],
  [["--json", "--json"], "--json is given twice."],
  [["-e", "HIT", "--expect", "HIT"], "--expect is given twice."],
])("%j is a misuse", (args, text) => {
  expect(misuseOf(() => parse(...args))).toBe(text);
});

test("an option that the command does not have is a mistake of the program", () => {
  expect(() => parse().flag("jsn")).toThrow("the command has no option --jsn");
});

test("any arguments at all are read, or a misuse", () => {
  const arg = fc.oneof(fc.string(), fc.constantFrom("--", "-", "--json", "--expect", "-e", "--=", "--header=x"));
  fc.assert(
    fc.property(fc.array(arg), (args) => {
      try {
        parse(...args);
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: "Misuse" });
      }
    }),
  );
});

test.each<[string[], boolean]>([
  [["--help"], true],
  [["-h"], true],
  [["url", "--nonsense", "--help"], true],
  [["--", "--help"], false],
  [["help"], false],
  [[], false],
])("%j asks for help: %p", (args, expected) => {
  expect(asksForHelp(args)).toBe(expected);
});
