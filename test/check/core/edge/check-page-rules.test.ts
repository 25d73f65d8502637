import { checkPageRules } from "../../../../lib/check/core/edge/check-page-rules";
import { configurationOf, referencesOf } from "../../support/configuration";

function found(actions: object, over: object = {}): string[] {
  const document = {
    resource: { cloudflare_page_rule: { p: { target: "api.example.com/*", status: "active", actions, ...over } } },
  };
  return checkPageRules(
    configurationOf(document).resources,
    [{ host: undefined }, { host: "api.example.com" }],
    referencesOf(document),
  ).map(({ finding }) => `${finding.rule} ${finding.property}`);
}

const KEEP = { cache_level: "cache_everything" };
const IMPLICIT = ["edge/implicit-edge-ttl actions.edge_cache_ttl"];

test.each([
  [{ ssl: "strict" }, []],
  [{ ssl: "full" }, ["edge/unverified-origin actions.ssl"]],
  [{ cache_level: "bypass" }, []],
  [KEEP, IMPLICIT],
  [[KEEP], IMPLICIT],
  [{ ...KEEP, edge_cache_ttl: 7200 }, ["edge/override-shares-credentials actions.edge_cache_ttl"]],
  [{ ...KEEP, cache_ttl_by_status: { "200": "60" } }, ["edge/override-shares-credentials actions.cache_ttl_by_status"]],
  [{ cache_level: "${var.level}" }, []],
])("%j", (actions, expected) => expect(found(actions)).toEqual(expected));

test.each([
  ["https://api.example.com/v1/*", IMPLICIT],
  ["*.example.com/*", IMPLICIT],
  ["*://API.example.com/", IMPLICIT],
  ["www.example.com/*", []],
  ["apixexample.com/*", []],
  ["${var.target}", []],
])("for %s", (target, expected) => expect(found(KEEP, { target })).toEqual(expected));

test("a rule that is off, or may be, keeps nothing", () => {
  expect(found(KEEP, { status: "disabled" })).toEqual([]);
  expect(found(KEEP, { status: "${var.status}" })).toEqual([]);
});
