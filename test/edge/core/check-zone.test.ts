import {
  PhaseFacts,
  ZoneFacts,
  ZoneInput,
  checkFinishedZone,
  checkZone,
  existingRulesetProperty,
} from "../../../lib/edge/core/check-zone";
import { RulesetRule } from "../../../lib/edge/core/planned-rule";
import { RulesetPhase } from "../../../lib/edge/core/ruleset-phase";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");
const ID = "0123456789abcdef0123456789abcdef";

describe("a zone as it is declared", () => {
  const found = (input: Partial<ZoneInput>) =>
    briefly(checkZone({ zoneName: "example.com", isExternal: false, existingRulesets: {}, ...input }, isUnknown));

  test.each<[Partial<ZoneInput>, string[]]>([
    [{}, []],
    [{ zoneName: "${var.zone}" }, []],
    [{ zoneName: "*.example.com" }, ["edge/host-syntax at zoneName"]],
    [{ zoneName: "example.com." }, ["edge/host-syntax at zoneName"]],
    [{ zoneId: ID }, []],
    [{ zoneId: "${var.id}" }, []],
    [{ zoneId: "example.com" }, ["edge/zone-id at zoneId"]],
    [{ zoneId: ID.toUpperCase() }, ["edge/zone-id at zoneId"]],
    [{ zoneId: `${ID}0` }, ["edge/zone-id at zoneId"]],
    [{ existingRulesets: { cacheRulesetId: ID } }, ["edge/existing-rules-deleted at existingRulesets.cacheRulesetId"]],
    [{ existingRulesets: { cacheRulesetId: undefined } }, []],
    [{ existingRulesets: { cacheRulesetId: "x" } }, ["edge/refused-value at existingRulesets.cacheRulesetId"]],
    [
      { existingRulesets: { cacheRulesetId: ID }, isExternal: true },
      ["edge/contradicting-options at existingRulesets.cacheRulesetId"],
    ],
  ])("%j: %j", (input, expected) => {
    expect(found(input)).toEqual(expected);
  });

  test("a zone's name in place of its id is told apart", () => {
    const change = (zoneId: string) =>
      checkZone({ zoneName: "example.com", zoneId, isExternal: false, existingRulesets: {} }, isUnknown)[0]!.change;
    expect(change("example.com")).toContain("That is the zone's name");
    expect(change("12345")).not.toContain("That is");
  });
});

describe("a zone as it has become", () => {
  const { CACHE } = RulesetPhase;
  const rules = (...refs: string[]) => refs.map((ref) => ({ ref }) as RulesetRule);
  const many = (count: number) => rules(...Array.from({ length: count }, (_, index) => `r${index}`));
  const phase = (facts: Partial<PhaseFacts>): PhaseFacts => ({
    phase: CACHE,
    rules: [],
    isTaken: false,
    isLate: false,
    ...facts,
  });
  const found = (facts: Partial<ZoneFacts>) =>
    briefly(checkFinishedZone({ isExternal: false, existingRulesets: {}, phases: [], pageRules: 0, ...facts }));

  test.each<[string, Partial<ZoneFacts>, string[]]>([
    ["ten rules on Free", { plan: ZonePlan.FREE, phases: [phase({ rules: many(10) })] }, []],
    ["eleven", { plan: ZonePlan.FREE, phases: [phase({ rules: many(11) })] }, [`edge/too-many-rules at rules of ${CACHE}`]], // prettier-ignore
    ["eleven on Pro", { plan: ZonePlan.PRO, phases: [phase({ rules: many(11) })] }, []],
    ["any number on any plan", { phases: [phase({ rules: many(400) })], pageRules: 400 }, []],
    ["four page rules on Free", { plan: ZonePlan.FREE, pageRules: 4 }, ["edge/too-many-rules at page rules"]],
    ["three", { plan: ZonePlan.FREE, pageRules: 3 }, []],
    ["a ref twice", { phases: [phase({ rules: rules("a", "b", "a", "a") })] }, ["edge/duplicate-ref at ref"]],
    ["rules that nobody took", { isExternal: true, phases: [phase({ rules: rules("a") })] }, ["edge/rules-not-used at rulesets"]], // prettier-ignore
    ["rules that were taken", { isExternal: true, phases: [phase({ rules: rules("a"), isTaken: true })] }, []],
    ["no rules to take", { isExternal: true, phases: [phase({})] }, []],
    ["rules that came too late", { isExternal: true, phases: [phase({ rules: rules("a"), isTaken: true, isLate: true })] }, ["edge/rule-after-read at rulesets"]], // prettier-ignore
    ["an adopted ruleset", { existingRulesets: { cacheRulesetId: ID }, phases: [phase({ rules: rules("a") })] }, []],
    ["one without a rule", { existingRulesets: { cacheRulesetId: ID }, phases: [phase({})] }, ["edge/refused-value at existingRulesets.cacheRulesetId"]], // prettier-ignore
  ])("%s", (_what, facts, expected) => {
    expect(found(facts)).toEqual(expected);
  });
});

test("the ids of existing rulesets have the names of the props", () => {
  expect(Object.values(RulesetPhase).map(existingRulesetProperty)).toEqual([
    "cacheRulesetId",
    "configRulesetId",
    "redirectRulesetId",
    "transformRulesetId",
  ]);
});
