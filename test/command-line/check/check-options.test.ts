import { checkCommand } from "../../../lib/command-line/check/check-command";
import { checkOptions } from "../../../lib/command-line/check/check-options";
import { given, misuseOf } from "../support/given";

const options = (...args: string[]) => checkOptions(given(checkCommand, ...args));
const refused = (...args: string[]) => misuseOf(() => options(...args));

test("without anything, errors fail and text is written", () => {
  expect(options()).toEqual({ operand: undefined, format: "text", reasons: new Map(), failsOnWarnings: false });
});

test("everything", () => {
  const all = ["plan.json", "--format", "SARIF", "--fail-on", "warning", "--acknowledge", "gateway/ttl-zero=a = b"];
  expect(options(...all)).toEqual({
    operand: "plan.json",
    format: "sarif",
    reasons: new Map([["gateway/ttl-zero", "a = b"]]),
    failsOnWarnings: true,
  });
});

test("--json is --format json, and no other", () => {
  expect([options("--json").format, options("--json", "--format", "json").format]).toEqual(["json", "json"]);
  expect(refused("--json", "--format", "text")).toBe("--json and --format text are two formats: choose one.");
});

test.each([
  [["a", "b"], "one DIR or FILE can be checked at a time, and b is a second one."],
  [[""], "the name of the DIR or FILE is empty."],
  [["--format", "xml"], '--format takes text, json, markdown or sarif, and was given "xml".'],
  [["--fail-on", "never"], '--fail-on takes error or warning, and was given "never".'],
  [
    ["--acknowledge", "gateway/ttl-zero"],
    "--acknowledge gateway/ttl-zero needs a reason: --acknowledge gateway/ttl-zero='why it is so'.",
  ],
  [
    ["--acknowledge", "gateway/ttl-zero= "],
    "--acknowledge gateway/ttl-zero needs a reason: --acknowledge gateway/ttl-zero='why it is so'.",
  ],
  [
    ["--acknowledge", "gateway/ttl-out-of-range=x"],
    "--acknowledge gateway/ttl-out-of-range: no reason lets this error pass.",
  ],
  [
    ["--acknowledge", "gateway/ttl-zeros=x"],
    '--acknowledge takes RULE=REASON, and "gateway/ttl-zeros" is no rule. Did you mean gateway/ttl-zero?',
  ],
  [
    ["--acknowledge", "gateway/ttl-zero=x", "--acknowledge", "gateway/ttl-zero=y"],
    "--acknowledge gateway/ttl-zero is given twice.",
  ],
])("%j is a misuse", (args, text) => expect(refused(...args)).toBe(text));

test("what JSON has no place to say can be acknowledged, too", () => {
  const { reasons } = options(
    "--acknowledge",
    "edge/host-too-deep=a pack of the dashboard",
    "--acknowledge",
    "edge/override-shares-credentials=x",
  );
  expect([...reasons.keys()]).toEqual(["edge/host-too-deep", "edge/override-shares-credentials"]);
});
