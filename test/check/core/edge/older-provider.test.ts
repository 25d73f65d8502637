import { mayBeOlderProvider } from "../../../../lib/check/core/edge/older-provider";
import { configurationOf, foundIn } from "../../support/configuration";

const required = (version: string) => ({ terraform: { required_providers: { cloudflare: { version } } } });
const RULE = { zone_id: "${var.zone}", target: "x.example.com/*", actions: { cache_level: "bypass" } };

test.each([
  ["~> 4.0", true],
  ["4.52.0", true],
  ["= v4.1", true],
  [">= 4.0", true],
  [">= 4.20, < 5.0.0", true],
  ["< 5", true],
  ["<= 4.9", true],
  ["~> 5.1", false],
  [">= 5.0, < 6.0", false],
  ["5.14.0", false],
  ["< 6", false],
  ["~> 40.1", false],
])("the constraint %s: %s", (version, expected) => {
  expect(mayBeOlderProvider(configurationOf(required(version)))).toBe(expected);
  const rules = foundIn({ ...required(version), resource: { cloudflare_page_rule: { p: RULE } } });
  expect(rules).toEqual(expected ? [] : ["edge/inactive-page-rule cloudflare_page_rule.p status"]);
});

test.each([
  ["cloudflare_record", true],
  ["cloudflare_zone_settings_override", true],
  ["cloudflare_dns_record", false],
])("the type %s: %s", (type, expected) => {
  expect(mayBeOlderProvider(configurationOf({ resource: { [type]: { x: {} } } }))).toBe(expected);
  expect(mayBeOlderProvider(configurationOf({ data: { [type]: { x: {} } } }))).toBe(false);
});
