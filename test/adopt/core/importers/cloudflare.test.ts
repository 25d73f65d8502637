import { Given } from "../../../../lib/adopt/core/given";
import { LiveRecord } from "../../../../lib/adopt/core/questions";
import { ABSENT, OTHER_ID, outcomeOf, Resources, stackWith, told, World, ZONE } from "../../support/adopted";

const LOOKED_UP = "${data.cloudflare_zone.z.zone_id}";
const data = { cloudflare_zone: { z: { filter: { name: "example.com" } } } };
const outcome = (resource: Resources, world: World = {}, given: Partial<Given> = {}) => {
  const [type = ""] = Object.keys(resource);
  return told(outcomeOf(`${type}.x`, { stack: stackWith(resource, { data }), world, given }));
};
const record = (attributes: object = {}): Resources => ({
  cloudflare_dns_record: { x: { zone_id: ZONE, name: "api.example.com", type: "CNAME", ...attributes } },
});
const setting = (zone_id: string): Resources => ({ cloudflare_zone_setting: { x: { zone_id, setting_id: "ssl" } } });
const PHASE = "http_request_cache_settings";
const ruleset = (attributes: object = {}): Resources => ({
  cloudflare_ruleset: { x: { zone_id: ZONE, phase: PHASE, name: "default", ...attributes } },
});

describe("a zone", () => {
  test.each<[string, string, World, Partial<Given>, string]>([
    ["written down", ZONE, {}, {}, `import ${ZONE}/ssl`],
    ["said", LOOKED_UP, {}, { zoneIds: [{ value: ZONE }] }, `import ${ZONE}/ssl`],
    ["looked up", LOOKED_UP, { zone: (name) => (name === "example.com" ? ZONE : ABSENT) }, {}, `import ${ZONE}/ssl`],
    ["not seen", LOOKED_UP, { zone: ABSENT }, {}, "unresolved: --zone-id ID"],
    ["not known", "${var.zone}", {}, {}, "unresolved: --zone-id ID"],
  ])("that is %s", (_name, zone, world, given, expected) => {
    expect(outcome(setting(zone), world, given)).toBe(expected);
  });
});

describe("a DNS record", () => {
  const OPTIONS = "unresolved: --dns-record-id ID | --new cloudflare_dns_record.x";
  const CNAME: LiveRecord = { id: OTHER_ID, type: "CNAME", content: "d-1.example.net" };
  const TXT: LiveRecord = { id: ZONE, type: "TXT", content: "a" };

  test.each<[string, object, readonly LiveRecord[] | undefined, string]>([
    ["the same", {}, [TXT, CNAME], `import ${ZONE}/${OTHER_ID}`],
    ["not there", {}, [TXT], "new"],
    ["an address", {}, [{ ...CNAME, type: "A" }], OPTIONS],
    ["one of several with its content", { type: "TXT", content: "b" }, [TXT, { ...TXT, id: OTHER_ID, content: "b" }], `import ${ZONE}/${OTHER_ID}`], // prettier-ignore
    ["one of several, but which", { type: "TXT", content: "c" }, [TXT, { ...TXT, content: "b" }], OPTIONS],
    ["beside an address of no concern", { type: "TXT" }, [CNAME], "new"],
    ["not read", {}, undefined, OPTIONS],
    ["of a name that only Terraform knows", { name: "${one(aws_x.y.z)}" }, [CNAME], OPTIONS],
  ])("that is %s", (_name, attributes, dnsRecords, expected) => {
    expect(outcome(record(attributes), dnsRecords === undefined ? {} : { dnsRecords })).toBe(expected);
  });

  test("that is said", () => {
    expect(outcome(record(), {}, { dnsRecordIds: [{ value: OTHER_ID }] })).toBe(`import ${ZONE}/${OTHER_ID}`);
  });
});

describe("a ruleset", () => {
  const live = { id: OTHER_ID, phase: PHASE, kind: "zone", name: "default" };
  const given = { rulesets: new Map([[PHASE, OTHER_ID]]) };

  test.each<[string, World, Partial<Given>, string]>([
    ["of its phase", { rulesets: [live] }, {}, `import zones/${ZONE}/${OTHER_ID}`],
    ["of another phase", { rulesets: [{ ...live, phase: "http_config_settings" }] }, {}, "new"],
    ["managed by Cloudflare", { rulesets: [{ ...live, kind: "managed" }] }, {}, "new"],
    ["said", {}, given, `import zones/${ZONE}/${OTHER_ID}`],
    ["not read", {}, {}, `unresolved: --ruleset ${PHASE}=ID | --new cloudflare_ruleset.x`],
    ["said, and there", { rulesets: [live] }, given, `import zones/${ZONE}/${OTHER_ID}`],
    ["said, and another", { rulesets: [{ ...live, id: ZONE }] }, given, `unresolved: --ruleset ${PHASE}=${ZONE} | --new cloudflare_ruleset.x`], // prettier-ignore
    ["said, and not there", { rulesets: [] }, given, `unresolved: --ruleset ${PHASE}=ID | --new cloudflare_ruleset.x`],
    ["called otherwise", { rulesets: [{ ...live, name: "mine" }] }, {}, `unresolved: --id 'cloudflare_ruleset.x=zones/${ZONE}/${OTHER_ID}'`], // prettier-ignore
  ])("that is %s", (_name, world, said, expected) => {
    expect(outcome(ruleset(), world, said)).toBe(expected);
  });
});

test.each<[string, World, string]>([
  ["there", { pageRules: [{ id: OTHER_ID, target: "api.example.com/*" }] }, `import ${ZONE}/${OTHER_ID}`],
  ["for another target", { pageRules: [{ id: OTHER_ID, target: "example.com/*" }] }, "new"],
  ["not read", {}, `unresolved: --id cloudflare_page_rule.x=${ZONE}/PAGE_RULE_ID | --new cloudflare_page_rule.x`],
])("a page rule that is %s", (_name, world, expected) => {
  expect(outcome({ cloudflare_page_rule: { x: { zone_id: ZONE, target: "api.example.com/*" } } }, world)).toBe(
    expected,
  );
});

test.each([
  "cloudflare_tiered_cache",
  "cloudflare_argo_tiered_caching",
  "cloudflare_authenticated_origin_pulls_settings",
  "cloudflare_authenticated_origin_pulls_certificate",
  "cloudflare_origin_ca_certificate",
])("a %s is new", (type) => {
  expect(outcome({ [type]: { x: { zone_id: ZONE } } })).toBe("new");
});

test.each<[string, World, Partial<Given>, string]>([
  ["said", {}, { zoneIds: [{ value: ZONE }] }, `import ${ZONE}`],
  ["seen", { zone: (name) => (name === "example.com" ? ZONE : ABSENT) }, {}, `import ${ZONE}`],
  ["not seen", { zone: ABSENT }, {}, "unresolved: --zone-id ID | --new cloudflare_zone.x"],
])("a zone of the stack's own that is %s", (_name, world, given, expected) => {
  expect(outcome({ cloudflare_zone: { x: { name: "example.com" } } }, world, given)).toBe(expected);
});
