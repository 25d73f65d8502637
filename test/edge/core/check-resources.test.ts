import { PlainResource, ProtectedHost, checkResources } from "../../../lib/edge/core/check-resources";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");
const ZONE = "0123456789abcdef0123456789abcdef";
const GATEWAY = "${aws_apigatewayv2_domain_name.api.domain_name_configuration[0].target_domain_name}";
const HOST: ProtectedHost = { host: "api.example.com", reliesOnZone: false };

type Attributes = PlainResource["attributes"];

/** The resources `a`, `b`, … of these types. */
function found(resources: readonly [string, Attributes][], hosts: readonly ProtectedHost[] = []): string[] {
  const plain = resources.map(([type, attributes], index) => ({
    type: `cloudflare_${type}`,
    name: "abcdef"[index]!,
    attributes: { zone_id: ZONE, ...attributes },
  }));
  return briefly(checkResources(plain, isUnknown, hosts));
}

const record = (attributes: Attributes): [string, Attributes] => [
  "dns_record",
  { name: "www.example.com", type: "CNAME", content: "www.example.org", proxied: true, ttl: 1, ...attributes },
];
const ruleset = (phase: string, attributes: Attributes = {}): [string, Attributes] => [
  "ruleset",
  { phase, ...attributes },
];
const setting = (id: string, value: string): [string, Attributes] => ["zone_setting", { setting_id: id, value }];
const pageRule = (target: string, attributes: Attributes = {}): [string, Attributes] => [
  "page_rule",
  { target, status: "active", actions: { ssl: "strict" }, ...attributes },
];

describe("a record", () => {
  test.each<[string, Attributes, string[]]>([
    ["as it should be", {}, []],
    ["with a TTL", { ttl: 300 }, ["edge/proxied-ttl at cloudflare_dns_record.a.ttl"]],
    ["with a TTL in quotes", { ttl: "300" }, ["edge/proxied-ttl at cloudflare_dns_record.a.ttl"]],
    ["with the TTL 1 in quotes", { ttl: "1" }, []],
    ["with a TTL that Terraform knows", { ttl: "${var.ttl}" }, []],
    ["unproxied with a TTL", { ttl: 300, proxied: false }, []],
    ["that says nothing of the proxy", { ttl: 300, proxied: undefined }, []],
    ["to the API's own address", { content: "abcdef1234.execute-api.eu-central-1.amazonaws.com" }, ["edge/default-endpoint-target at cloudflare_dns_record.a.content"]], // prettier-ignore
    ["that validates a certificate", { content: "_x.acm-validations.aws." }, ["edge/proxied-validation-record at cloudflare_dns_record.a.proxied"]], // prettier-ignore
    ["that validates one by reference", { content: "${tolist(aws_acm_certificate.a.domain_validation_options)[0].resource_record_value}" }, ["edge/proxied-validation-record at cloudflare_dns_record.a.proxied"]], // prettier-ignore
    ["that validates one unproxied", { content: "_x.acm-validations.aws", proxied: false, ttl: 60 }, []],
  ])("%s", (_what, attributes, expected) => {
    expect(found([record(attributes)])).toEqual(expected);
  });

  test("of version 4 of the provider is read too", () => {
    const value = "abcdef1234.execute-api.eu-central-1.amazonaws.com";
    expect(found([["record", { value }]])).toEqual(["edge/default-endpoint-target at cloudflare_record.a.content"]);
  });
});

describe("a page rule", () => {
  test.each<[string, [string, Attributes][], string[]]>([
    ["that is active", [pageRule("a.x/*")], []],
    ["that is disabled on purpose", [pageRule("a.x/*", { status: "disabled" })], []],
    ["without a status", [pageRule("a.x/*", { status: undefined })], ["edge/inactive-page-rule at cloudflare_page_rule.a.status"]], // prettier-ignore
    ["beside one of another host", [pageRule("a.x/*"), pageRule("b.x/*")], []],
    ["beside one of another zone", [pageRule("a.x/*"), pageRule("a.x/*", { zone_id: "other" })], []],
    ["beside one of the same target that is off", [pageRule("a.x/*"), pageRule("a.x/*", { status: "disabled" })], []],
    [
      "beside one of the same target that may be off",
      [pageRule("a.x/*", { status: "${var.a}" }), pageRule("a.x/*")],
      [],
    ],
    [
      "for https beside one for http",
      [pageRule("http://a.x/*", { actions: { always_use_https: true } }), pageRule("https://a.x/*")],
      [],
    ],
    [
      "for https beside one for both",
      [pageRule("https://a.x/*"), pageRule("a.x/*")],
      ["edge/second-page-rule at cloudflare_page_rule.b.target"],
    ],
    ["beside one of the same target", [pageRule("a.x/*"), pageRule("a.x/*")], ["edge/second-page-rule at cloudflare_page_rule.b.target"]], // prettier-ignore
  ])("%s", (_what, resources, expected) => {
    expect(found(resources)).toEqual(expected);
  });
});

test("a zone has one ruleset for each phase, and one value for each setting", () => {
  expect(found([ruleset("p"), ruleset("q"), setting("ssl", "strict"), setting("always_use_https", "on")])).toEqual([]);
  expect(found([ruleset("p"), ruleset("p", { zone_id: "other" }), ruleset("p", { zone_id: undefined })])).toEqual([]);
  expect(found([ruleset("p"), setting("ssl", "strict"), ruleset("p"), setting("ssl", "strict")])).toEqual([
    "edge/second-ruleset at cloudflare_ruleset.c.phase",
    "edge/setting-declared-twice at cloudflare_zone_setting.d.setting_id",
  ]);
});

test("the other one is named", () => {
  const resources = ["first", "second", "third"].map((name) => ({
    type: "cloudflare_ruleset",
    name,
    attributes: { zone_id: ZONE, phase: "p" },
  }));
  const messages = checkResources(resources, isUnknown).map(({ message }) => message);
  expect(messages).toEqual(
    ["second", "third"].map(() => expect.stringContaining("the other is cloudflare_ruleset.first")),
  );
});

describe("an insecure TLS mode", () => {
  const relying = [{ ...HOST, reliesOnZone: true }];
  const ruleOf = (ssl: string, expression = '(http.host eq "api.example.com")', over: object = {}) => ({
    action: "set_config",
    expression,
    action_parameters: { ssl },
    ...over,
  });
  const configRule = (ssl: string, expression?: string, over?: object, zone = ZONE) =>
    ruleset("http_config_settings", { zone_id: zone, rules: [ruleOf(ssl, expression, over)] });
  const configRules = (...rules: object[]) => ruleset("http_config_settings", { rules });
  const INSECURE_RULE = ["edge/insecure-tls-mode at cloudflare_ruleset.a.rules[0].action_parameters.ssl"];

  test.each<[string, [string, Attributes][], readonly ProtectedHost[], string[]]>([
    ["of the zone of a host with a rule of its own", [setting("ssl", "flexible")], [HOST], []],
    ["of the zone that a host relies on", [setting("ssl", "flexible")], relying, ["edge/insecure-tls-mode at cloudflare_zone_setting.a.value"]], // prettier-ignore
    ["that is none", [setting("ssl", "full")], relying, []],
    ["of another setting", [setting("always_use_https", "off")], relying, []],
    ["in the page rule of a host", [pageRule("api.example.com/*", { actions: { ssl: "off" } })], [HOST], ["edge/insecure-tls-mode at cloudflare_page_rule.a.actions.ssl"]], // prettier-ignore
    ["in a page rule with an asterisk", [pageRule("*.example.com/*", { actions: [{ ssl: "off" }] })], [HOST], ["edge/insecure-tls-mode at cloudflare_page_rule.a.actions.ssl"]], // prettier-ignore
    ["in the page rule of another host", [pageRule("s3.example.com/*", { actions: { ssl: "flexible" } })], [HOST], []],
    ["in a rule for a host", [configRule("off")], [HOST], ["edge/insecure-tls-mode at cloudflare_ruleset.a.rules[0].action_parameters.ssl"]], // prettier-ignore
    ["in a rule for another host", [configRule("off", '(http.host eq "v2.api.example.com")')], [HOST], []],
    ["in no rule", [configRule("strict")], [HOST], []],
    ["in a rule for every other host", [configRule("off", '(http.host ne "api.example.com")')], [HOST], []],
    [
      "in a rule for hosts with an asterisk",
      [configRule("off", '(http.host wildcard "*.example.com")')],
      [HOST],
      INSECURE_RULE,
    ],
    [
      "in a rule for hosts by their end",
      [configRule("off", 'ends_with(http.host, ".example.com")')],
      [HOST],
      INSECURE_RULE,
    ],
    ["in a rule for every host", [configRule("off", "true")], [HOST], INSECURE_RULE],
    ["in a rule for a host that is not known", [configRule("off", '(http.host eq "${var.host}")')], [HOST], []],
    ["in a rule that is off", [configRule("off", undefined, { enabled: false })], [HOST], []],
    ["in a rule that may be off", [configRule("off", undefined, { enabled: "${var.on}" })], [HOST], []],
    [
      "in the only rule, as an object",
      [ruleset("http_config_settings", { rules: ruleOf("off") })],
      [HOST],
      INSECURE_RULE,
    ],
    ["in a rule that a later one replaces", [configRules(ruleOf("off", "true"), ruleOf("strict"))], [HOST], []],
    [
      "in a rule that a later one may replace",
      [configRules(ruleOf("off", "true"), ruleOf("strict", "${var.x}"))],
      [HOST],
      [],
    ],
    [
      "in a rule that a later one replaces in part",
      [configRules(ruleOf("off", "true"), ruleOf("strict", 'http.request.uri.path eq "/"'))],
      [HOST],
      INSECURE_RULE,
    ],
    [
      "in a rule that a later one does not replace",
      [configRules(ruleOf("off"), ruleOf("strict", undefined, { enabled: false }))],
      [HOST],
      INSECURE_RULE,
    ],
    [
      "in a page rule that is off",
      [pageRule("api.example.com/*", { actions: { ssl: "off" }, status: "disabled" })],
      [HOST],
      [],
    ],
    [
      "in a page rule over which a rule wins",
      [pageRule("api.example.com/*", { actions: { ssl: "off" } })],
      [{ ...HOST, hasRule: true }],
      [],
    ],
  ])("%s", (_what, resources, hosts, expected) => {
    expect(found(resources, hosts)).toEqual(expected);
  });

  test("matters for a record to API Gateway that somebody wrote by hand", () => {
    const host = record({ name: "api.example.com", content: GATEWAY });
    const flexible = setting("ssl", "flexible");
    const insecure = ["edge/insecure-tls-mode at cloudflare_zone_setting.b.value"];
    expect(found([host, flexible])).toEqual(insecure);
    expect(found([host, flexible, configRule("strict")])).toEqual([]);
    expect(found([host, flexible, configRule("full")])).toEqual([]);
    expect(found([host, flexible, configRule("strict", '(http.host ne "api.example.com")')])).toEqual(insecure);
    expect(found([host, flexible, configRule("strict", '(http.host wildcard "*.example.com")')])).toEqual([]);
    expect(found([host, flexible, configRule("strict", '(http.host eq "${var.host}")')])).toEqual([]);
    expect(found([host, flexible, configRule("strict", undefined, { enabled: false })])).toEqual(insecure);
    expect(found([host, flexible, configRule("strict", undefined, {}, "other")])).toEqual(insecure);
    expect(found([host, flexible, pageRule("api.example.com/*")])).toEqual([]);
    expect(found([host, flexible, pageRule("api.example.com/*", { status: "disabled" })])).toEqual(insecure);
    expect(found([host, flexible, pageRule("api.example.com/*", { actions: {} })])).toEqual(insecure);
    expect(found([host, flexible, pageRule("www.example.com/*")])).toEqual(insecure);
    expect(found([record({ name: "api.example.com", content: GATEWAY, proxied: "true" }), flexible])).toEqual(insecure);
    expect(found([record({ content: "bucket.s3.amazonaws.com" }), flexible])).toEqual([]);
    expect(found([record({ name: "api.example.com", content: GATEWAY, proxied: false }), flexible])).toEqual([]);
    expect(found([host, flexible], [HOST])).toEqual([]);
  });
});

test("the names of an Origin CA certificate are to be sorted", () => {
  const certificate = (hostnames: unknown): [string, Attributes] => ["origin_ca_certificate", { hostnames }];
  expect(found([certificate(["*.example.com", "example.com"])])).toEqual([]);
  expect(found([certificate(["example.com", "*.example.com"])])).toEqual([
    "certificate/hostnames-unsorted at cloudflare_origin_ca_certificate.a.hostnames",
  ]);
  expect(
    found([certificate(["${var.b}", "a.example.com"]), certificate("${var.names}"), certificate(undefined)]),
  ).toEqual([]);
});

test("resources of other kinds, and those with nothing in them, are left alone", () => {
  const nothing = ["ruleset", "page_rule", "zone_setting", "dns_record", "r2_bucket"].map(
    (type): [string, Attributes] => [type, { zone_id: undefined, status: "active" }],
  );
  expect(found(nothing, [HOST])).toEqual([]);
  expect(found([ruleset("http_config_settings", { rules: "${var.rules}" })], [HOST])).toEqual([]);
});
