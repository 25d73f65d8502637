import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CATALOGUE, ACKNOWLEDGEABLE_IDS } from "../../lib/rules/catalogue";
import { Severity } from "../../lib/rules/finding";
import { Rule } from "../../lib/rules/rule";
import { CERTIFICATE_CASES } from "./cases/certificate";
import { CHECK_CASES } from "./cases/check";
import { DOMAIN_CASES } from "./cases/domain";
import { EDGE_CASES } from "./cases/edge";
import { ENDPOINT_CASES } from "./cases/endpoints";
import { FRONT_CASES } from "./cases/front";
import { INPUT_CASES } from "./cases/input";
import { KEY_CASES } from "./cases/keys";
import { MODULE_CASES } from "./cases/module";
import { REST_API_CASES } from "./cases/rest-api";
import { SERVERLESS_CASES } from "./cases/serverless";
import { SETTING_CASES } from "./cases/settings";
import { STAGE_CASES } from "./cases/stage";

const RULES = join(__dirname, "../../lib/rules");
const CASES = [
  ...CERTIFICATE_CASES,
  ...CHECK_CASES,
  ...DOMAIN_CASES,
  ...EDGE_CASES,
  ...FRONT_CASES,
  ...KEY_CASES,
  ...ENDPOINT_CASES,
  ...STAGE_CASES,
  ...SETTING_CASES,
  ...REST_API_CASES,
  ...INPUT_CASES,
  ...MODULE_CASES,
  ...SERVERLESS_CASES,
];

/** Whether these break the rule is decided, and tested, in the construct of a whole API. */
const DECIDED_ELSEWHERE = [
  "gateway/document-has-operation",
  "gateway/document-invalid",
  "gateway/duplicate-authorizer",
  "gateway/endpoint-not-in-document",
  "gateway/integration-missing",
  "gateway/refused-value",
  "gateway/request-parameter-syntax",
];
const ids = CATALOGUE.map(({ id }) => id);

describe.each(CATALOGUE.map(({ id }) => [id]))("%s", (id) => {
  const cases = CASES.filter(({ rule }) => rule === id);

  test("has a case that breaks it", () => {
    expect(cases.filter(({ at }) => at !== undefined)).not.toEqual([]);
  });

  test("has a case that keeps it, unless that is decided elsewhere", () => {
    expect(cases.some(({ at }) => at === undefined)).toBe(!DECIDED_ELSEWHERE.includes(id));
  });

  for (const { when, at, raised } of cases) {
    test(`${at === undefined ? "does not fire" : "fires"} for ${when}`, () => {
      const { messages, refused } = raised();
      const mine = messages.filter((message) => message.startsWith(`${id}: `));
      expect(mine).toEqual(at === undefined ? [] : [expect.stringContaining(`: ${at} is `)]);
      // A configuration that another rule refuses would prove nothing.
      if (at === undefined) expect({ refused, messages }).toMatchObject({ refused: false });
    });
  }
});

describe("the catalogue", () => {
  test("names every rule once, by its area and by what is wrong", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^(certificate|domain|edge|front|gateway|input|module|serverless)\/[a-z]+(-[a-z]+)*$/);
  });

  test.each(["certificate", "domain", "edge", "front", "gateway", "input", "module", "serverless"])(
    "has every rule that is defined in rules/%s",
    async (area) => {
      const files = readdirSync(join(RULES, area)).filter((file) => file.endsWith(".ts"));
      const defining = files.filter((file) => readFileSync(join(RULES, area, file), "utf8").includes("defineRule("));
      expect(defining.length).toBe(ids.filter((id) => id.startsWith(`${area}/`)).length);
      for (const file of defining) {
        const exported = Object.values((await import(join(RULES, area, file))) as object);
        const rules = exported.filter((value): value is Rule => typeof (value as Rule).finding === "function");
        expect(rules).toHaveLength(1);
        expect(CATALOGUE).toContain(rules[0]);
        expect(rules[0]!.id).toBe(`${area}/${file.replace(/\.ts$/, "")}`);
      }
    },
  );

  test("says of every rule what is wrong, why, and where that is written", () => {
    for (const { cause, explanation, source, severity } of CATALOGUE) {
      expect(cause).toMatch(/^\S.*[^.\s]$/);
      expect(explanation).toMatch(/^[A-Z].*\.$/);
      expect(source).toMatch(/^https:\/\/\S+$|^This library$/);
      expect([Severity.ERROR, Severity.WARNING]).toContain(severity);
    }
  });

  test("lets warnings be acknowledged, and no error that does not say so", () => {
    const acknowledgeable = CATALOGUE.filter((rule) => rule.severity === Severity.WARNING || rule.acknowledgeable);
    expect(ACKNOWLEDGEABLE_IDS).toEqual(acknowledgeable.map(({ id }) => id));
    expect(ACKNOWLEDGEABLE_IDS).toContain("gateway/body-not-in-key");
    expect(ACKNOWLEDGEABLE_IDS).not.toContain("gateway/unkeyed-path-parameter");
  });
});

test.each(CATALOGUE.map((rule) => [rule.id, rule] as const))(
  "a finding of %s says everything in one line",
  (id, rule) => {
    const violation = { property: "endpoints[2].x", found: { a: 1 }, allowed: "something else", change: "Change it." };
    const finding = rule.finding(violation);
    expect(finding).toMatchObject({ ...violation, rule: id, severity: rule.severity });
    for (const part of [id, "endpoints[2].x", '{"a":1}', rule.cause, "something else", "Change it."]) {
      expect(finding.message).toContain(part);
    }
    expect(finding.message).not.toContain("\n");
  },
);
