import { jsonFormat } from "../../../lib/command-line/check/json-format";
import { changed, ERROR, reportOf, WARNING } from "../support/reports";

test("everything of each finding, in a form that has a version", () => {
  expect(JSON.parse(jsonFormat(reportOf(WARNING, ERROR)))).toEqual({
    formatVersion: 1,
    version: "1.2.3",
    files: ["plan.json", ERROR.file],
    counts: { errors: 1, warnings: 1 },
    findings: [
      {
        rule: "gateway/ttl-out-of-range",
        severity: "error",
        file: ERROR.file,
        line: 12,
        address: "aws_api_gateway_method_settings.cats",
        property: "cache_ttl_in_seconds",
        found: 4000,
        allowed: ERROR.finding.allowed,
        change: ERROR.finding.change,
        message: ERROR.finding.message,
        helpUri: expect.stringContaining("#gateway/ttl-out-of-range"),
      },
      expect.objectContaining({ rule: "gateway/ttl-zero", severity: "warning", file: "plan.json", found: 0 }),
    ],
  });
});

test("what is not known is left out", () => {
  const [finding] = JSON.parse(jsonFormat(reportOf(WARNING))).findings;
  expect(Object.keys(finding)).not.toEqual(expect.arrayContaining(["line"]));
  expect(finding).not.toHaveProperty("address");
});

test("a value that JSON has no word for is told", () => {
  const [finding] = JSON.parse(jsonFormat(reportOf(changed(ERROR, { found: undefined })))).findings;
  expect(finding.found).toBe("not set");
});

test("nothing found", () => {
  expect(JSON.parse(jsonFormat(reportOf()))).toMatchObject({ counts: { errors: 0, warnings: 0 }, findings: [] });
});
