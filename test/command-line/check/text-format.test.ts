import { PLAIN, painterFor } from "../../../lib/command-line/painter";
import { textFormat } from "../../../lib/command-line/check/text-format";
import { changed, ERROR, reportOf, WARNING } from "../support/reports";

test("by file, each with its place, its rule and what to change", () => {
  expect(textFormat(reportOf(WARNING, ERROR), PLAIN)).toBe(
    `cdktf.out/stacks/cats/cdk.tf.json
  error  gateway/ttl-out-of-range  line 12, aws_api_gateway_method_settings.cats
    ${ERROR.finding.message.replace("gateway/ttl-out-of-range: ", "")}

plan.json
  warning  gateway/ttl-zero
    ${WARNING.finding.message.replace("gateway/ttl-zero: ", "")}

1 error and 1 warning in 2 files.
`,
  );
});

test("a file is named once", () => {
  expect(textFormat(reportOf(ERROR, ERROR), PLAIN).split("cdk.tf.json\n")).toHaveLength(2);
});

test("nothing found is a line", () => {
  expect(textFormat(reportOf(), PLAIN)).toBe("No findings in 1 file.\n");
});

test("a message is one line, and nothing in it acts on the terminal", () => {
  const text = textFormat(reportOf(changed(ERROR, { message: "a\n\u001b[2Jb" })), PLAIN);
  expect(text).toContain("    a\\u000a\\u001b[2Jb\n");
});

test.each([
  [[ERROR, WARNING], 31],
  [[WARNING], 33],
  [[], 32],
])("the sum has the colour of the worst", (findings, colour) => {
  const painter = painterFor({ isTerminal: true, write: async () => undefined }, {});
  const lines = textFormat(reportOf(...findings), painter)
    .trim()
    .split("\n");
  expect(lines[lines.length - 1]).toContain(`\u001b[${colour}m`);
});
