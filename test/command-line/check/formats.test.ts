import { CHECK_FORMATS, formatReport } from "../../../lib/command-line/check/formats";
import { PLAIN } from "../../../lib/command-line/painter";
import { RuleCatalogue } from "../../../lib/rules/rule-catalogue";
import { ERROR, reportOf } from "../support/reports";

const context = { painter: PLAIN, rules: RuleCatalogue.rules() };

test("the formats", () => {
  expect(CHECK_FORMATS).toEqual(["text", "json", "markdown", "sarif"]);
});

test.each([
  ["text", /^cdktf\.out\/stacks/],
  ["json", /"formatVersion": 1/],
  ["markdown", /^### API caching/],
  ["sarif", /"version": "2\.1\.0"/],
] as const)("%s", (format, expected) => {
  const text = formatReport(format, reportOf(ERROR), context);
  expect(text).toMatch(expected);
  expect(text).toMatch(/[^\n]\n$/);
});

test.each(CHECK_FORMATS)("%s is the same each time, and changes nothing", (format) => {
  const report = Object.freeze(reportOf(Object.freeze(ERROR)));
  expect(formatReport(format, report, context)).toBe(formatReport(format, report, context));
});
