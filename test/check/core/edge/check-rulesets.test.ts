import { EdgeHost, checkRulesets } from "../../../../lib/check/core/edge/check-rulesets";
import { configurationOf, referencesOf } from "../../support/configuration";

function found(rules: unknown, hosts: readonly EdgeHost[] = [{ host: "api.example.com" }], zone?: string): string[] {
  const locals = { host: "api.example.com" };
  const document = { locals, resource: { cloudflare_ruleset: { r: { rules, zone_id: zone } } } };
  return checkRulesets(configurationOf(document).resources, hosts, referencesOf(document))
    .map(({ finding }) => `${finding.rule} ${finding.property}`)
    .sort();
}

const HOST = '(http.host eq "api.example.com")';
const SAFE = { cache: true, edge_ttl: { mode: "bypass_by_default" }, browser_ttl: { mode: "respect_origin" } };
const cache = (parameters: object, rule: object = {}) => ({
  ref: "cache",
  action: "set_cache_settings",
  expression: HOST,
  action_parameters: { ...SAFE, ...parameters },
  ...rule,
});
const AT = "rules[0].action_parameters";
const OVERRIDE = { edge_ttl: { mode: "override_origin", default: 3600 } };

test.each([
  ["the safe form", {}, []],
  ["no edge TTL", { edge_ttl: undefined }, [`edge/implicit-edge-ttl ${AT}.edge_ttl`]],
  [
    "the origin's TTL, or the default",
    { edge_ttl: { mode: "respect_origin" } },
    [`edge/implicit-edge-ttl ${AT}.edge_ttl.mode`],
  ],
  ["a TTL for everybody", OVERRIDE, [`edge/override-shares-credentials ${AT}.edge_ttl`]],
  [
    "a TTL by status for everybody",
    { edge_ttl: { mode: "bypass_by_default", status_code_ttl: [{ status_code: 200, value: 60 }] } },
    [`edge/override-shares-credentials ${AT}.edge_ttl`],
  ],
  [
    "no TTL by status",
    { edge_ttl: { mode: "bypass_by_default", status_code_ttl: [{ status_code: 500, value: 0 }] } },
    [],
  ],
  ["no browser TTL", { browser_ttl: undefined }, [`edge/browser-ttl-override ${AT}.browser_ttl`]],
  [
    "a browser TTL",
    { browser_ttl: { mode: "override_origin", default: 60 } },
    [`edge/browser-ttl-override ${AT}.browser_ttl.default`],
  ],
  ["TTLs that are not known", { edge_ttl: "${var.a}", browser_ttl: "${var.b}" }, []],
  ["nothing kept", { cache: false, edge_ttl: undefined, browser_ttl: undefined }, []],
])("%s", (_what, parameters, expected) => expect(found([cache(parameters)])).toEqual(expected));

test("rules are for hosts of API Gateway, or say nothing of one", () => {
  const rule = (expression: string) => [cache({ edge_ttl: undefined }, { expression })];
  expect(found(rule('http.host in {"www.example.com" "API.example.com"}'))).toHaveLength(1);
  expect(found(rule('starts_with(http.request.uri.path, "/api/")'))).toHaveLength(1);
  expect(found(rule("true"))).toHaveLength(1);
  expect(found(rule('http.host eq "www.example.com"'))).toEqual([]);
  expect(found(rule('http.request.full_uri wildcard "https://www.example.com/*"'))).toEqual([]);
  expect(found(rule("${var.expression}"))).toEqual([]);
  expect(found(rule("true"), [])).toEqual([]);
});

test.each([
  ['http.host eq "${local.host}"', 1],
  ['http.host eq "${local.host}" and starts_with(http.request.uri.path, "${var.path}")', 1],
  ['http.host eq "${var.host}"', 0],
  ['http.host wildcard "*.example.com"', 1],
  ['ends_with(http.host, ".example.com")', 1],
  ['http.request.full_uri wildcard r"https://api.example.com/*"', 1],
  ['http.host ne "www.example.com"', 1],
  ['http.host ne "api.example.com"', 0],
  ['not http.host in {"www.example.com" "api.example.com"}', 0],
  ['http.host matches "^api"', 0],
])("a rule for %s has %i for the host", (expression, count) => {
  expect(found([cache({ edge_ttl: undefined }, { expression })])).toHaveLength(count);
});

test("rules of a zone are for its hosts", () => {
  const rules = [cache({ edge_ttl: undefined }, { expression: "true" })];
  expect(found(rules, [{ host: "api.example.com", zone: "a" }], "a")).toHaveLength(1);
  expect(found(rules, [{ host: "api.example.com", zone: "a" }], "b")).toEqual([]);
  expect(found(rules, [{ host: "api.example.com" }], "b")).toHaveLength(1);
  expect(found(rules, [{ host: "api.example.com", zone: "a" }])).toHaveLength(1);
});

test("the only rule may be an object, and so may a TTL by status, whose number may be a text", () => {
  const ttl = { mode: "bypass_by_default", status_code_ttl: { status_code: 200, value: "600" } };
  const expected = [`edge/override-shares-credentials ${AT}.edge_ttl`];
  expect(found(cache(OVERRIDE))).toEqual(expected);
  expect(found(cache({ edge_ttl: ttl }))).toEqual(expected);
  expect(found(cache({ edge_ttl: { ...ttl, status_code_ttl: [{ value: "0" }, { value: "${var.ttl}" }] } }))).toEqual(
    [],
  );
});

describe("requests with credentials", () => {
  const bypass = (expression: string, rule: object = {}) =>
    cache({ cache: false, edge_ttl: undefined }, { ref: "bypass", expression, ...rule });
  const BOTH = 'len(http.request.headers["authorization"]) > 0 or len(http.cookie) > 0';
  const found2 = (...rules: object[]) => found(rules).filter((line) => line.startsWith("edge/override"));

  test("are passed on by a later rule", () => {
    expect(found2(cache(OVERRIDE), bypass(BOTH))).toEqual([]);
    expect(
      found2(cache(OVERRIDE), bypass("len(http.cookie) > 0"), bypass('http.request.headers["Authorization"][0] ne ""')),
    ).toEqual([]);
    expect(found2(cache(OVERRIDE), bypass("${var.expression}"))).toEqual([]);
  });

  test("are not by an earlier rule, by half of one, or by one that is off", () => {
    expect(found2(bypass(BOTH), cache(OVERRIDE))).toHaveLength(1);
    expect(found2(cache(OVERRIDE), bypass("len(http.cookie) > 0"))).toHaveLength(1);
    expect(found2(cache(OVERRIDE), bypass(BOTH, { enabled: false }))).toHaveLength(1);
  });

  test("may be left out by the rule itself", () => {
    const expression = `${HOST} and not (${BOTH})`;
    expect(found2(cache(OVERRIDE, { expression }))).toEqual([]);
    const wanted = `${HOST} and len(http.request.headers["authorization"]) > 0 and http.cookie contains "session"`;
    expect(found2(cache(OVERRIDE, { expression: wanted }))).toHaveLength(1);
  });

  test("are passed on for each host of a rule", () => {
    const expression = 'http.host in {"api.example.com" "v2.example.com"}';
    const two = [{ host: "api.example.com" }, { host: "v2.example.com" }];
    const rules = (condition: string) => [cache(OVERRIDE, { expression }), bypass(condition)];
    expect(found(rules(BOTH), two)).toEqual([]);
    expect(found(rules(`${HOST} and (${BOTH})`), two)).toHaveLength(1);
  });
});

test("expressions are read whatever they are for", () => {
  expect(found([{ ref: "a", action: "block", expression: "(ip.src eq 1.1.1.1" }], [])).toEqual([
    "edge/expression-syntax rules[0].expression",
  ]);
  expect(found([cache({}, { expression: `${HOST} and http.request.method eq "GET"` })])).toEqual([
    "edge/method-in-expression rules[0].expression",
  ]);
  expect(found([cache({}, { expression: `${HOST} and http.request.method eq "POST"` })])).toEqual([
    "edge/method-never-cached rules[0].expression",
  ]);
});

test("refs are there, and differ", () => {
  const rules = (...refs: (string | undefined)[]) => refs.map((ref) => ({ ref, action: "block", expression: "ssl" }));
  expect(found(rules("a", "b"), [])).toEqual([]);
  expect(found(rules("a", "a"), [])).toEqual(["edge/duplicate-ref rules[1].ref"]);
  expect(found(rules("a", undefined, undefined), [])).toEqual(["edge/missing-ref rules[1].ref"]);
  expect(found(rules(undefined), [])).toEqual([]);
  expect(found(rules("${var.a}", "${var.a}"), [])).toEqual([]);
});

test("a mode in which any certificate will do", () => {
  const config = (ssl: string) => [{ ref: "a", action: "set_config", expression: HOST, action_parameters: { ssl } }];
  expect(found(config("full"))).toEqual([`edge/unverified-origin ${AT}.ssl`]);
  expect(found(config("strict"))).toEqual([]);
});

test("rules that are not known, or switched off, say nothing", () => {
  expect(found("${var.rules}")).toEqual([]);
  expect(found(undefined)).toEqual([]);
  expect(found([cache(OVERRIDE, { enabled: false })])).toEqual([]);
  expect(found([null, "${var.rule}"])).toEqual([]);
});
