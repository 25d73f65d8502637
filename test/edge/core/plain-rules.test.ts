import { blockOf, isPageRuleOn, listOf, plainRules } from "../../../lib/edge/core/plain-rules";

test("rules are a list, or one block that is an object; what is none keeps its place", () => {
  const rule = { expression: "ssl", action_parameters: [{ ssl: "off" }] };
  const [one] = plainRules(rule);
  expect(one).toMatchObject({ property: "rules[0]", rule, isEnabled: true, parameters: { ssl: "off" } });
  expect(plainRules([null, "${var.rule}", rule]).map(({ property }) => property)).toEqual(["rules[2]"]);
  expect([plainRules(undefined), plainRules("${var.rules}"), plainRules([])]).toEqual([[], [], []]);
});

test.each([
  [undefined, true],
  [null, true],
  [true, true],
  ["true", true],
  [false, false],
  ["false", false],
  ["${var.enabled}", undefined],
])("a rule with enabled %j is on: %s", (enabled, expected) => {
  expect(plainRules([{ enabled }])[0]!.isEnabled).toBe(expected);
});

test("an expression is read; without one nothing is known", () => {
  const request = { host: { host: "api.example.com" } };
  const verdicts = [{ expression: "true" }, { expression: "false" }, {}].map((rule) =>
    plainRules(rule)[0]!.matches(request),
  );
  expect(verdicts).toEqual(["all", "none", "unknown"]);
});

test.each([
  ["active", true],
  [undefined, true],
  [null, true],
  ["disabled", false],
  ["${var.status}", undefined],
])("a page rule with status %j is on: %s", (status, expected) => expect(isPageRuleOn({ status })).toBe(expected));

test("blocks", () => {
  expect([listOf({ a: 1 }), listOf([1]), listOf("x"), listOf(undefined)]).toEqual([[{ a: 1 }], [1], [], []]);
  expect([blockOf([{ a: 1 }]), blockOf({ a: 1 }), blockOf([]), blockOf("x")]).toEqual([{ a: 1 }, { a: 1 }, {}, {}]);
});
