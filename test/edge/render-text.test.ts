import { TerraformStack, TerraformVariable, Testing, Token } from "cdktf";
import { renderText, renderTexts } from "../../lib/edge/render-text";
import { writeOut } from "../../lib/stack/references";

const stack = new TerraformStack(Testing.app(), "stack");
const host = new TerraformVariable(stack, "host", {}).stringValue;
const zone = new TerraformVariable(stack, "zone", {}).stringValue;

test.each([
  ["", ""],
  ["Keeps answers", "Keeps answers"],
  ['(http.host eq "api.example.com")', '(http.host eq "api.example.com")'],
  [`zones/${host}`, "zones/${var.host}"],
  [host, "${var.host}"],
  ["${var.host}", "${var.host}"],
  ["100%", "100%"],
  // What CDKTF would render wrongly in HCL.
  [`(http.host eq "${host}")`, '${format("(http.host eq \\"%s\\")", var.host)}'],
  [`(http.host in {"${host}" "${zone}"})`, '${format("(http.host in {\\"%s\\" \\"%s\\"})", var.host, var.zone)}'],
  ['(http.host eq "${var.host}")', '${format("(http.host eq \\"%s\\")", "${var.host}")}'],
  ['(http.host eq "api.${var.zone}")', '${format("(http.host eq \\"api.%s\\")", "${var.zone}")}'],
  [`100% "${host}"`, '${format("100%% \\"%s\\"", var.host)}'],
  ['path matches "\\.json$"', '${format("path matches \\"\\\\.json$\\"")}'],
  ["two\nlines", '${format("two\\nlines")}'],
  ["[a]", '${format("[a]")}'],
  ["{a}", '${format("{a}")}'],
  ['"a" in "b"', '${format("\\"a\\" in \\"b\\"")}'],
])("%j is rendered as %j", (text, expected) => {
  expect(writeOut(stack, renderText(text))).toBe(expected);
});

test("every text inside a value is rendered, and nothing else is touched", () => {
  const number = Token.asNumber({ toString: () => "", resolve: () => 1, creationStack: [] });
  const value = { a: [`"${host}"`, 1, true, null], b: { c: "text", d: number } };
  expect(writeOut(stack, renderTexts(value))).toEqual({
    a: ['${format("\\"%s\\"", var.host)}', 1, true, null],
    b: { c: "text", d: 1 },
  });
});
