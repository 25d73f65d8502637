import { RuleCatalogue } from "../../lib";
import { CATALOGUE } from "../../lib/rules/catalogue";
import { ConfigurationError } from "../../lib/rules/configuration-error";
import { ttlOutOfRange } from "../../lib/rules/gateway/ttl-out-of-range";

test("every rule is described, as data", () => {
  const rules = RuleCatalogue.rules();
  expect(rules.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
  expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  for (const rule of rules) {
    expect(Object.keys(rule).sort()).toEqual(["acknowledgeable", "cause", "explanation", "id", "severity", "source"]);
  }
});

describe("the findings of an error", () => {
  const findings = ttlOutOfRange("ttlSeconds", -1);

  test("are those that it was thrown for", () => {
    expect(RuleCatalogue.findingsOf(new ConfigurationError(findings))).toEqual(findings);
  });

  test("are read also from an error of another copy of the library", () => {
    const foreign = Object.assign(new Error("text"), { name: "ConfigurationError", findings });
    expect(RuleCatalogue.findingsOf(foreign)).toEqual(findings);
  });

  test("are a copy, so that the error stays as it is", () => {
    const error = new ConfigurationError(findings);
    RuleCatalogue.findingsOf(error).pop();
    expect(error.findings).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ["another error", new Error("text")],
    ["a text", "text"],
    ["nothing", undefined],
    ["null", null],
    ["an object", { name: "ConfigurationError", findings }],
    ["an error of the same name", Object.assign(new Error("text"), { name: "ConfigurationError" })],
  ])("are none for %s", (_what, thrown) => {
    expect(RuleCatalogue.findingsOf(thrown)).toEqual([]);
  });
});
