import { ZonePlan, isBelow, limitsOf } from "../../../lib/edge/core/zone-plan";

test.each([
  [ZonePlan.FREE, 10, 3, 7200],
  [ZonePlan.PRO, 25, 20, 3600],
  [ZonePlan.BUSINESS, 50, 50, 1],
  [ZonePlan.ENTERPRISE, 300, 125, 1],
])("the plan %s includes %p rules, %p page rules and TTLs from %p seconds", (plan, rules, pageRules, ttl) => {
  expect(limitsOf(plan)).toEqual({ rules, pageRules, minimumEdgeTtlSeconds: ttl });
});

test("of a plan that is not known nothing is said", () => {
  expect(limitsOf(undefined)).toBeUndefined();
  expect(isBelow(undefined, ZonePlan.ENTERPRISE)).toBe(false);
});

test("plans are compared by what they include", () => {
  const plans = [ZonePlan.FREE, ZonePlan.PRO, ZonePlan.BUSINESS, ZonePlan.ENTERPRISE];
  for (const [index, plan] of plans.entries()) {
    for (const [other, needed] of plans.entries()) expect(isBelow(plan, needed)).toBe(index < other);
  }
});
