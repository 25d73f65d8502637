import { sarifFormat } from "../../../lib/command-line/check/sarif-format";
import { RuleCatalogue } from "../../../lib/rules/rule-catalogue";
import { changed, ERROR, reportOf, WARNING } from "../support/reports";
import { LocatedFinding } from "../../../lib/command-line/check/check-report";

const sarif = (...findings: readonly LocatedFinding[]) =>
  JSON.parse(sarifFormat(reportOf(...findings), RuleCatalogue.rules()));

const results = (...findings: readonly LocatedFinding[]) => sarif(...findings).runs[0].results;

test("what SARIF 2.1.0 requires of a log", () => {
  const log = sarif(ERROR, WARNING);
  expect(log).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-schema-2.1.0.json") });
  expect(log.runs).toHaveLength(1);
  expect(log.runs[0].tool.driver).toMatchObject({
    name: "cdktf-api-caching",
    semanticVersion: "1.2.3",
    informationUri: expect.stringMatching(/^https:/),
  });
});

test("what GitHub requires of a result", () => {
  expect(results(ERROR)).toEqual([
    {
      ruleId: "gateway/ttl-out-of-range",
      ruleIndex: 0,
      level: "error",
      message: { text: ERROR.finding.message.replace("gateway/ttl-out-of-range: ", "") },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "cdktf.out/stacks/cats/cdk.tf.json", uriBaseId: "%SRCROOT%" },
            region: { startLine: 12 },
          },
          logicalLocations: [
            {
              name: "aws_api_gateway_method_settings.cats",
              fullyQualifiedName: "aws_api_gateway_method_settings.cats",
              kind: "resource",
            },
          ],
        },
      ],
      partialFingerprints: { "ruleAndPlace/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
    },
  ]);
});

test("a warning without a place has the first line, which every result needs", () => {
  const [{ level, locations }] = results(WARNING);
  expect(level).toBe("warning");
  expect(locations[0].physicalLocation.region).toEqual({ startLine: 1 });
  expect(locations[0]).not.toHaveProperty("logicalLocations");
});

test("every result names its rule, which is described once", () => {
  const [{ tool, results }] = sarif(WARNING, ERROR, ERROR).runs;
  const { rules } = tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(["gateway/ttl-out-of-range", "gateway/ttl-zero"]);
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId);
  expect(rules[0]).toEqual({
    id: "gateway/ttl-out-of-range",
    helpUri: expect.stringContaining("docs/rules.md#gateway/ttl-out-of-range"),
    shortDescription: { text: expect.stringMatching(/^[A-Z].*\.$/) },
    fullDescription: { text: expect.stringMatching(/\.$/) },
    help: { text: expect.any(String), markdown: expect.stringContaining("[Source](https:") },
    defaultConfiguration: { level: "error" },
  });
  expect(rules[1].defaultConfiguration).toEqual({ level: "warning" });
});

test("a rule that the catalogue does not have is named all the same", () => {
  const [{ tool }] = sarif(changed(ERROR, { rule: "other/rule" })).runs;
  expect(tool.driver.rules).toEqual([{ id: "other/rule", helpUri: expect.stringContaining("#other/rule") }]);
});

test.each([
  ["cats/cdk.tf.json", "cats/cdk.tf.json"],
  ["./cdk.tf.json", "cdk.tf.json"],
  ["two words/ü#1.json", "two%20words/%C3%BC%231.json"],
])("the file %s is %s", (file, uri) => {
  const log = sarif({ ...ERROR, file });
  expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  expect(log.runs[0].artifacts).toContainEqual({ location: { uri, uriBaseId: "%SRCROOT%" } });
});

test("a file elsewhere is an absolute address", () => {
  const [{ locations }] = results({ ...ERROR, file: "/elsewhere/a.json" });
  expect(locations[0].physicalLocation.artifactLocation).toEqual({ uri: "file:///elsewhere/a.json" });
});

test("a finding is the same one wherever its line moves to, and no other", () => {
  const print = (...findings: readonly LocatedFinding[]): string[] =>
    results(...findings).map((result: any) => result.partialFingerprints["ruleAndPlace/v1"]); // eslint-disable-line @typescript-eslint/no-explicit-any
  const [at] = print(ERROR);
  expect(print({ ...ERROR, line: 99 })).toEqual([at]);
  const others = [
    { ...ERROR, file: "other.json" },
    { ...ERROR, address: "other" },
    changed(ERROR, { property: "other" }),
    changed(ERROR, { rule: "other/rule" }),
  ];
  expect(new Set([at, ...others.flatMap((other) => print(other))]).size).toBe(5);
  expect(new Set(print(ERROR, { ...ERROR, line: 13 })).size).toBe(2);
});

test("nothing found is a run without results", () => {
  expect(sarif().runs[0]).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
});
