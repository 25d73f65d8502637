import { protectedHosts } from "../../../../lib/check/core/edge/check-edge";
import { Resources, changed, configurationOf, findingsIn, foundIn } from "../../support/configuration";
import { DATA, DOMAIN, HOST, RECORD, STRICT, ZONE, ZONE_ID, found, record, ruleset } from "../../support/host";

test("a host as it should be", () => expect(found(HOST)).toEqual([]));

test.each([
  [{ ttl: 300 }, [`edge/proxied-ttl ${RECORD} ttl`]],
  [{ content: "abcde12345.execute-api.eu-west-1.amazonaws.com" }, [`edge/default-endpoint-target ${RECORD} content`]],
  [{ zone_id: "example.com" }, [`edge/zone-id ${RECORD} zone_id`]],
  [{ zone_id: ZONE_ID }, []],
  [{ name: "v1.api.example.com" }, [`edge/host-too-deep ${RECORD} name`]],
  [{ name: "v1.api.example.com", zone_id: ZONE_ID }, []],
  [{ name: "v1.api.example.com", proxied: false }, []],
])("a record with %j", (over, expected) => expect(found(record(over))).toEqual(expected));

test("a deep host is right with a certificate of its own", () => {
  const deep = record({ name: "v1.api.example.com" });
  expect(found(deep, { cloudflare_total_tls: { t: { ...ZONE, enabled: true } } })).toEqual([]);
  expect(found(deep, { cloudflare_total_tls: { t: { zone_id: ZONE_ID, enabled: true } } })).toHaveLength(1);
  expect(found(deep, { cloudflare_certificate_pack: { t: { zone_id: "${each.value}" } } })).toEqual([]);
});

test("a record that validates a certificate is not proxied", () => {
  const content = "_x.acm-validations.aws";
  expect(
    found({ cloudflare_dns_record: { v: { ...ZONE, name: "_y.example.com", content, proxied: true, ttl: 1 } } }),
  ).toEqual(["edge/proxied-validation-record cloudflare_dns_record.v proxied"]);
});

test("a certificate of the Origin CA needs the proxy", () => {
  const origin: Resources = {
    cloudflare_origin_ca_certificate: { ca: { hostnames: ["api.example.com"] } },
    aws_acm_certificate: {
      c: { certificate_body: "${cloudflare_origin_ca_certificate.ca.certificate}", private_key: '${file("k")}' },
    },
    [DOMAIN]: {
      d: {
        domain_name: "api.example.com",
        domain_name_configuration: { certificate_arn: "${aws_acm_certificate.c.arn}" },
      },
    },
  };
  expect(found(HOST, origin)).toEqual([]);
  const expected = [`edge/unproxied-origin-ca ${RECORD} proxied`];
  expect(found(record({ proxied: false }), origin)).toEqual(expected);
  expect(found(record({ proxied: undefined }), origin)).toEqual(expected);
  expect(found(record({ proxied: "${var.proxied}" }), origin)).toEqual([]);
});

test("names of an Origin CA certificate are sorted", () => {
  const hostnames = ["b.example.com", "a.example.com"];
  expect(found({ cloudflare_origin_ca_certificate: { ca: { hostnames } } })).toEqual([
    "certificate/hostnames-unsorted cloudflare_origin_ca_certificate.ca hostnames",
  ]);
});

test("two rulesets of one zone and phase are one too many, also in modules and instances", () => {
  const two = (zone: object): Resources => ({
    cloudflare_ruleset: { a: ruleset("http_request_origin", [], zone), b: ruleset("http_request_origin", [], zone) },
  });
  expect(found(two(ZONE))).toEqual(["edge/second-ruleset cloudflare_ruleset.b phase"]);
  expect(found(two({ zone_id: "${each.value}" }))).toEqual([]);
  const [located] = findingsIn({ data: DATA, resource: two(ZONE) });
  expect(located!.finding.message).toContain("the other is cloudflare_ruleset.a.");
  expect(located!.finding.message).not.toContain("#");
});

test("page rules: active, and one for a target", () => {
  const rule = (over: object) => ({
    ...ZONE,
    target: "api.example.com/*",
    actions: { ssl: "strict" },
    status: "active",
    ...over,
  });
  expect(found({ cloudflare_page_rule: { a: rule({}) } })).toEqual([]);
  expect(found({ cloudflare_page_rule: { a: rule({ status: undefined }) } })).toEqual([
    "edge/inactive-page-rule cloudflare_page_rule.a status",
  ]);
  expect(found({ cloudflare_page_rule: { a: rule({}), b: rule({}) } })).toEqual([
    "edge/second-page-rule cloudflare_page_rule.b target",
  ]);
});

test("names have no order in version 4 of the provider", () => {
  const hostnames = ["b.example.com", "a.example.com"];
  const older = { cloudflare: { version: "~> 4.0" } };
  const resource = { cloudflare_origin_ca_certificate: { ca: { hostnames } } };
  expect(foundIn({ terraform: { required_providers: older }, resource })).toEqual([]);
});

describe("an insecure mode in a rule", () => {
  const https: Resources = {
    cloudflare_zone_setting: { https: { ...ZONE, setting_id: "always_use_https", value: "on" } },
  };
  const config = (rule: object, zone: object = ZONE): Resources => ({
    cloudflare_ruleset: {
      c: ruleset("http_config_settings", [{ ...STRICT, action_parameters: { ssl: "off" }, ...rule }], zone),
    },
  });
  const INSECURE = ["edge/insecure-tls-mode cloudflare_ruleset.c rules[0].action_parameters.ssl"];

  test.each([
    [{}, INSECURE],
    [{ enabled: false }, []],
    [{ expression: `http.host eq "\${${DOMAIN}.d.domain_name}"` }, INSECURE],
    [{ expression: `http.host ne "\${${DOMAIN}.d.domain_name}"` }, []],
    [{ expression: 'http.host eq "${var.host}"' }, []],
    [{ expression: 'ends_with(http.host, ".example.com")' }, INSECURE],
    [{ expression: "true" }, INSECURE],
  ])("%j: %j", (rule, expected) => expect(found(HOST, https, config(rule))).toEqual(expected));

  test("of another zone, or of one that is not known, is for none of its hosts", () => {
    expect(found(HOST, https, config({ expression: "true" }, { zone_id: ZONE_ID }))).toEqual([]);
    expect(found(HOST, https, config({ expression: "true" }, { zone_id: "${each.value}" }))).toEqual([]);
    const host = record({ zone_id: "${each.value}" });
    expect(found(host, https, config({ expression: "true" }))).toEqual([]);
  });

  test("wins over that of a page rule", () => {
    const page = { ...ZONE, target: "api.example.com/*", actions: { ssl: "off" }, status: "active" };
    const pageRule: Resources = { cloudflare_page_rule: { p: page } };
    const strict = { action_parameters: { ssl: "strict" } };
    expect(found(HOST, https, pageRule)).toEqual(["edge/insecure-tls-mode cloudflare_page_rule.p actions.ssl"]);
    expect(found(HOST, https, pageRule, config(strict))).toEqual([]);
    expect(found(HOST, https, pageRule, config({ ...strict, enabled: false }))).toHaveLength(1);
  });
});

test("TLS modes that cannot work", () => {
  const setting = (value: string): Resources => ({
    cloudflare_zone_setting: { ssl: { ...ZONE, setting_id: "ssl", value } },
  });
  const https: Resources = {
    cloudflare_zone_setting: { https: { ...ZONE, setting_id: "always_use_https", value: "on" } },
  };
  expect(found(HOST, setting("flexible"), https)).toEqual(["edge/insecure-tls-mode cloudflare_zone_setting.ssl value"]);
  expect(found(setting("flexible"))).toEqual([]);
});

describe("version 4 of the provider", () => {
  const older = (settings: object): Resources => ({
    cloudflare_zone_settings_override: { all: { ...ZONE, settings } },
  });
  const config: Resources = { cloudflare_ruleset: { config: ruleset("http_config_settings", [STRICT]) } };
  const pageRule = (over: object): Resources => ({
    cloudflare_page_rule: {
      p: { ...ZONE, target: "http://*example.com/*", actions: { always_use_https: true }, ...over },
    },
  });
  const MISSING = `edge/no-https-redirect ${RECORD} proxied`;
  const ADDRESS = "cloudflare_zone_settings_override.all";

  test.each([
    [{ always_use_https: "on" }, []],
    [{ always_use_https: "off" }, [MISSING]],
    ["${var.settings}", []],
    [{}, [MISSING]],
    [[{ always_use_https: "on", ssl: "flexible" }], []],
  ])("redirects with settings %j: %j", (settings, expected) => {
    expect(found(HOST, config, older(settings as object))).toEqual(expected);
  });

  test.each([
    [{ ssl: "strict", always_use_https: "on" }, []],
    [{ ssl: "flexible", always_use_https: "on" }, [`edge/insecure-tls-mode ${ADDRESS} settings.ssl`]],
    [{ ssl: "full", always_use_https: "on" }, [`edge/unverified-origin ${ADDRESS} settings.ssl`]],
    [{ ssl: "${var.ssl}", always_use_https: "on" }, []],
    [{ ssl: "strict" }, [MISSING]],
  ])("sets a TLS mode with settings %j: %j", (settings, expected) => {
    expect(found(HOST, older(settings))).toEqual(expected);
    expect(found(older(settings))).toEqual([]);
  });

  test("may redirect with a page rule, which is on without a status", () => {
    expect(found(HOST, config, older({}), pageRule({}))).toEqual([]);
    expect(found(HOST, config, older({}), pageRule({ status: "disabled" }))).toEqual([MISSING]);
    expect(found(HOST, config, older({}), pageRule({ target: "www.example.org/*" }))).toEqual([MISSING]);
    expect(found(HOST, config, older({}), pageRule({ actions: { cache_level: "bypass" } }))).toEqual([MISSING]);
    expect(found(HOST, config, older({}), pageRule({ actions: { forwarding_url: { url: "https://$1" } } }))).toEqual(
      [],
    );
  });
});

test("a name that is not in the zone", () => {
  const outside = (name: string) => changed(record({ name }), DOMAIN, "d", { domain_name: "api.example.org" });
  expect(found(outside("api.example.org"))).toEqual([`edge/host-outside-zone ${RECORD} name`]);
  expect(found(outside("api.example.com"))).toEqual([]);
});

test("hosts that others have to know are proxied and known", () => {
  const hosts = (over: object) => protectedHosts(configurationOf({ data: DATA, resource: record(over) }));
  expect([hosts({}), hosts({ proxied: false }), hosts({ name: "${var.x}" })]).toEqual([["api.example.com"], [], []]);
});
