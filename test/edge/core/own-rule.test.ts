import { ExpressionWriter } from "../../../lib/edge/core/expression";
import {
  OwnCacheRule,
  checkOwnCacheRule,
  checkOwnRule,
  checkPlannedLengths,
  planOwnCacheRule,
} from "../../../lib/edge/core/own-rule";
import { RuleRank } from "../../../lib/edge/core/planned-rule";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");
const write = new ExpressionWriter(isUnknown);

const RULE: OwnCacheRule = { ref: "images", expression: 'http.host eq "img.example.com"', enabled: true, settings: {} };

const found = (rule: Partial<OwnCacheRule>, plan?: ZonePlan) =>
  briefly(checkOwnCacheRule({ ...RULE, ...rule }, { plan, isUnknown }));

test.each<[string, Partial<OwnCacheRule>, string[]]>([
  ["a rule", {}, []],
  ["a ref with a space", { ref: "my images" }, ["edge/refused-value at ref"]],
  ["an expression without an end", { expression: "(ssl" }, ["edge/expression-syntax at expression"]],
  ["one that Terraform knows", { expression: "${var.x}" }, []],
  ["a GET", { expression: 'http.request.method eq "GET"' }, ["edge/method-in-expression at expression"]],
  ["a POST", { expression: 'http.request.method eq "POST"' }, ["edge/method-never-cached at expression"]],
  ["a POST that is passed on", { expression: 'http.request.method eq "POST"', enabled: false }, []],
  ["a TTL", { settings: { ttlSeconds: 0 } }, ["edge/refused-value at ttlSeconds"]],
  ["a TTL where nothing is kept", { enabled: false, settings: { ttlSeconds: 9 } }, ["edge/contradicting-options at ttlSeconds"]], // prettier-ignore
  ["a bypass where nothing is kept", { enabled: false, bypass: {} }, ["edge/contradicting-options at bypass"]],
  ["credentials that are given up", { settings: { ttlSeconds: 9 }, bypass: { cookies: false } }, ["edge/override-shares-credentials at bypass.cookies"]], // prettier-ignore
  ["a bypassed path", { bypass: { paths: ["x"] } }, ["edge/path-syntax at bypass.paths[0]"]],
])("%s", (_what, rule, expected) => {
  expect(found(rule)).toEqual(expected);
});

test("a plan's limits hold for own rules too", () => {
  expect(found({ settings: { ttlSeconds: 60 } }, ZonePlan.FREE)).toEqual(["edge/ttl-below-plan at ttlSeconds"]);
  expect(briefly(checkOwnRule("a", 'http.host matches "x"', ZonePlan.FREE, isUnknown))).toEqual([
    "edge/not-in-plan at expression",
  ]);
});

const planned = (rule: Partial<OwnCacheRule>) => planOwnCacheRule(write, { ...RULE, ...rule });

test("a rule is what was written", () => {
  expect(planned({})).toEqual([
    {
      phase: "http_request_cache_settings",
      rank: RuleRank.SPECIFIC,
      ref: "images",
      description: "images",
      expression: RULE.expression,
      action: "set_cache_settings",
      parameters: { cache: true, edge_ttl: { mode: "bypass_by_default" }, browser_ttl: { mode: "respect_origin" } },
    },
  ]);
  expect(planned({ description: "Images" })[0]!.description).toBe("Images");
});

test("what is not kept comes last", () => {
  expect(planned({ enabled: false })).toMatchObject([{ rank: RuleRank.BYPASS, parameters: { cache: false } }]);
});

test("requests with credentials are passed on where the origin's TTL is replaced", () => {
  const [, bypass, ...rest] = planned({ settings: { ttlSeconds: 60 }, expression: "a or b" });
  expect(rest).toEqual([]);
  expect(bypass).toMatchObject({
    ref: "images__bypass_credentials",
    rank: RuleRank.BYPASS,
    // Without the inner parentheses the condition would hold for b only.
    expression: '((a or b) and (len(http.request.headers["authorization"]) > 0 or len(http.cookie) > 0))',
    parameters: { cache: false },
  });
});

test("a rule that becomes too long by what it passes on is found", () => {
  const expression = `http.host eq "${"a".repeat(4050)}"`;
  const rules = planned({ expression, settings: { ttlSeconds: 60 } });
  expect(briefly(checkPlannedLengths(rules))).toEqual(["edge/expression-syntax at expression"]);
  expect(checkPlannedLengths(planned({ expression }))).toEqual([]);
});
