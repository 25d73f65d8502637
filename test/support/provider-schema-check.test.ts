import { Testing, TerraformStack } from "cdktf";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { CertRequest } from "@cdktf/provider-tls/lib/cert-request";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { checkAgainstSchema } from "./provider-schema-check";

const ZONE = "0123456789abcdef0123456789abcdef";

/** Resources that are right; the tests spoil one attribute of one of them. */
const RIGHT = {
  tls_private_key: { algorithm: "RSA", rsa_bits: 2048 },
  tls_cert_request: { private_key_pem: "${tls_private_key.x.private_key_pem}", subject: [{ common_name: "origin" }] },
  cloudflare_origin_ca_certificate: {
    csr: "${tls_cert_request.x.cert_request_pem}",
    hostnames: ["*.api.example.com", "api.example.com"],
    request_type: "origin-rsa",
    requested_validity: 5475,
    lifecycle: { create_before_destroy: true },
  },
  cloudflare_dns_record: {
    zone_id: "${data.cloudflare_zone.x.zone_id}",
    name: "api.example.com",
    type: "CNAME",
    content: "d-abc.execute-api.eu-west-1.amazonaws.com",
    proxied: true,
    ttl: 1,
  },
  cloudflare_page_rule: { zone_id: ZONE, target: "x.com/*", status: "active", priority: 1, actions: { ssl: "strict" } },
  cloudflare_zone_setting: { zone_id: ZONE, setting_id: "ssl", value: "strict" },
  cloudflare_tiered_cache: { zone_id: ZONE, value: "on" },
  cloudflare_ruleset: {
    zone_id: ZONE,
    kind: "zone",
    name: "default",
    phase: "http_request_cache_settings",
    rules: [
      {
        ref: "api_cache",
        enabled: true,
        description: "api",
        action: "set_cache_settings",
        expression: '(http.host eq "api.example.com")',
        action_parameters: {
          cache: true,
          edge_ttl: {
            mode: "override_origin",
            default: 60,
            status_code_ttl: [
              { status_code: 404, value: 0 },
              { status_code_range: { from: 500 }, value: -1 },
            ],
          },
          browser_ttl: { mode: "respect_origin" },
          cache_key: {
            custom_key: { query_string: { include: { list: ["q"] } }, header: { contains: { accept: ["a"] } } },
          },
          serve_stale: {},
        },
      },
    ],
  },
};

type Type = keyof typeof RIGHT;

/** The document with one value replaced; `undefined` takes it away. */
function spoiled(type: Type, path: string, value: unknown): string {
  const resource = structuredClone(RIGHT) as Record<string, object>;
  const steps = path.split(".");
  const last = steps.pop()!;
  const owner = steps.reduce((object, step) => (object as Record<string, object>)[step]!, resource[type]!);
  (owner as Record<string, unknown>)[last] = value;
  return documentOf(Object.fromEntries(Object.entries(resource).map(([name, config]) => [name, { x: config }])));
}

function documentOf(resource: object, rest: object = {}): string {
  const data = { cloudflare_zone: { x: { filter: { name: "example.com" } } } };
  return JSON.stringify({ resource, data, provider: { cloudflare: [{ api_token: "${var.token}" }] }, ...rest });
}

const RULE = "rules.0";
const PARAMETERS = `${RULE}.action_parameters`;

describe("a synthesized stack against the schemas of its providers", () => {
  test("is silent where everything is right", () => {
    expect(checkAgainstSchema(spoiled("cloudflare_ruleset", "description", "x"))).toEqual([]);
  });

  test.each<[Type, string, unknown, string]>([
    ["cloudflare_dns_record", "value", "x", "value: there is no such attribute"],
    ["cloudflare_dns_record", "ttl", undefined, "ttl: is required"],
    ["cloudflare_dns_record", "id", "x", "id: is set by the provider only"],
    ["cloudflare_dns_record", "comment", null, "comment: is null"],
    ["cloudflare_dns_record", "tags", [], "tags: is an empty set"],
    ["cloudflare_dns_record", "ttl", "1", 'ttl: "1" is no number'],
    ["cloudflare_dns_record", "proxied", "true", 'proxied: "true" is no bool'],
    ["cloudflare_dns_record", "tags", "a", 'tags: "a" is no set'],
    ["cloudflare_dns_record", "settings", [{}], "settings: [{}] is no object"],
    ["cloudflare_dns_record", "settings", { ipv4: true }, "settings.ipv4: there is no such attribute"],
    ["cloudflare_dns_record", "type", "CNAMES", '.type: "CNAMES" is not one of A, AAAA'],
    ["cloudflare_dns_record", "ttl", 300, ": ttl must be set to 1 when `proxied` is true"],
    ["cloudflare_dns_record", "type", "TXT", ": a TXT record cannot be proxied"],
    ["cloudflare_dns_record", "content", "_a.b.acm-validations.aws", "is not allowed for a proxied record (9003)"],
    ["cloudflare_dns_record", "data", { tag: "x" }, ": takes at most one of content, data"],
    ["cloudflare_dns_record", "priority", 70_000, "priority: 70000 is not a whole number from 0 to 65535"],
    ["cloudflare_dns_record", "zone_id", "example.com", 'zone_id: "example.com" is not 32 hexadecimal digits'],
    [
      "cloudflare_dns_record",
      "zone_id",
      "${data.cloudflare_zone.y.zone_id}",
      "the stack has no data.cloudflare_zone.y",
    ],
    ["cloudflare_dns_record", "zone_id", "${data.cloudflare_zone.x.zone}", "there is no attribute zone"],
    ["cloudflare_origin_ca_certificate", "request_type", "rsa", 'request_type: "rsa" is not one of origin-rsa'],
    ["cloudflare_origin_ca_certificate", "requested_validity", 100, "requested_validity: 100 is not one of 7, 30"],
    ["cloudflare_origin_ca_certificate", "hostnames", "a.com", 'hostnames: "a.com" is no list'],
    ["cloudflare_origin_ca_certificate", "hostnames", ["a.*.com"], "hostnames: a.*.com is no host name"],
    ["cloudflare_origin_ca_certificate", "hostnames", ["*.com"], "hostnames: *.com is no host name"],
    ["cloudflare_origin_ca_certificate", "hostnames", ["*.*.a.com"], "hostnames: *.*.a.com is no host name"],
    ["cloudflare_origin_ca_certificate", "csr", "${tls_cert_request.x.pem}", "there is no attribute pem"],
    ["cloudflare_origin_ca_certificate", "lifecycle", { replace_triggered_by: ["tls_cert_request.y"] }, "no tls_cert_"],
    ["cloudflare_origin_ca_certificate", "depends_on", ["tls_private_key.z"], "the stack has no tls_private_key.z"],
    ["cloudflare_page_rule", "status", undefined, 'status: is left out, which means "disabled"'],
    ["cloudflare_page_rule", "status", "on", 'status: "on" is not one of active, disabled'],
    ["cloudflare_page_rule", "actions", {}, "actions: is empty"],
    ["cloudflare_page_rule", "actions.ssl", "full_strict", "actions.ssl: "],
    ["cloudflare_page_rule", "actions.cache_level", "everything", "actions.cache_level: "],
    ["cloudflare_page_rule", "actions.edge_cache_ttl", 2_419_201, "actions.edge_cache_ttl: "],
    ["cloudflare_page_rule", "actions.cache_deception_armor", true, "actions.cache_deception_armor: true is no string"],
    [
      "cloudflare_page_rule",
      "actions.respect_strong_etag",
      "yes",
      'actions.respect_strong_etag: "yes" is not one of on',
    ],
    ["cloudflare_page_rule", "actions.always_use_https", "on", 'actions.always_use_https: "on" is no bool'],
    ["cloudflare_zone_setting", "value", "origin_pull", '"origin_pull" is not one of off, flexible, full, strict'],
    ["cloudflare_zone_setting", "value", { value: "strict" }, 'cloudflare_zone_setting.x: {"value":"strict"} is not'],
    ["cloudflare_tiered_cache", "value", "smart", 'value: "smart" is not one of on, off'],
    ["tls_private_key", "algorithm", "EC", 'algorithm: "EC" is not one of RSA, ECDSA, ED25519'],
    ["tls_private_key", "ecdsa_curve", "P-256", "ecdsa_curve: "],
    ["tls_private_key", "rsa_bits", "2048", "rsa_bits: "],
    ["tls_cert_request", "subject", { common_name: "x" }, "subject: "],
    ["cloudflare_ruleset", "kind", "zones", "kind: "],
    ["cloudflare_ruleset", "phase", "http_request_cache", "phase: "],
    ["cloudflare_ruleset", "phase", "http_config_settings", "has no action set_cache_settings"],
    ["cloudflare_ruleset", "name", "", "name: is empty"],
    ["cloudflare_ruleset", "account_id", ZONE, ": takes exactly one of zone_id, account_id, and has 2"],
    ["cloudflare_ruleset", "rules", { action: "x" }, 'rules: {"action":"x"} is no list'],
    ["cloudflare_ruleset", `${RULE}.logging`, null, "rules[0].logging: is null"],
    ["cloudflare_ruleset", `${RULE}.id`, "x", "rules[0].id: is set by the provider only"],
    ["cloudflare_ruleset", `${RULE}.action`, undefined, "rules[0].action: is required"],
    ["cloudflare_ruleset", `${RULE}.action`, "cache", "rules[0].action: "],
    ["cloudflare_ruleset", `${RULE}.expression`, "", "rules[0].expression: is empty"],
    ["cloudflare_ruleset", `${RULE}.expression`, "x".repeat(4097), "rules[0].expression: has 4097 characters"],
    ["cloudflare_ruleset", "rules.1", { ...RIGHT.cloudflare_ruleset.rules[0]! }, ": two rules have the ref api_cache"],
    ["cloudflare_ruleset", `${PARAMETERS}.ssl`, "strict", "rules[0]: ssl does not belong to the action"],
    ["cloudflare_ruleset", `${PARAMETERS}.cache`, "true", 'cache: "true" is no bool'],
    ["cloudflare_ruleset", `${PARAMETERS}.strip_etags`, true, "strip_etags: there is no such attribute"],
    ["cloudflare_ruleset", `${PARAMETERS}.edge_ttl.mode`, "bypass", "edge_ttl.mode: "],
    ["cloudflare_ruleset", `${PARAMETERS}.edge_ttl.mode`, undefined, "edge_ttl.mode: is required"],
    ["cloudflare_ruleset", `${PARAMETERS}.edge_ttl.default`, undefined, "edge_ttl: override_origin needs a default"],
    ["cloudflare_ruleset", `${PARAMETERS}.edge_ttl.default`, -1, "edge_ttl.default: -1"],
    ["cloudflare_ruleset", `${PARAMETERS}.edge_ttl.status_code_ttl`, [], "edge_ttl.status_code_ttl: is an empty list"],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.edge_ttl.status_code_ttl.0.value`,
      undefined,
      "status_code_ttl[0].value: is req",
    ],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.edge_ttl.status_code_ttl.0.status_code`,
      1000,
      "status_code_ttl[0].status_code",
    ],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.edge_ttl.status_code_ttl.1.status_code`,
      500,
      "takes exactly one of status_code",
    ],
    ["cloudflare_ruleset", `${PARAMETERS}.browser_ttl`, { mode: "x" }, "browser_ttl.mode: "],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.browser_ttl`,
      { mode: "override_origin" },
      "browser_ttl: override_origin needs",
    ],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.cache_key.custom_key.query_string.include.all`,
      true,
      "exactly one of list, all",
    ],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.cache_key.custom_key.query_string.exclude`,
      { all: true },
      "include, exclude",
    ],
    [
      "cloudflare_ruleset",
      `${PARAMETERS}.cache_key.custom_key.header.contains`,
      { a: "x" },
      'contains[a]: "x" is no list',
    ],
    ["cloudflare_ruleset", `${PARAMETERS}.read_timeout`, 50, "read_timeout: "],
    ["cloudflare_ruleset", `${PARAMETERS}.additional_cacheable_ports`, [0], "additional_cacheable_ports[0]: "],
  ])("%s with %s of %j", (type, path, value, message) => {
    const problems = checkAgainstSchema(spoiled(type, path, value));
    expect(problems).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
    expect(problems.every((problem) => problem.startsWith(`${type}.x`) || /^(data|tls)/.test(problem))).toBe(true);
  });

  test.each([
    ["http_config_settings", "set_config", { ssl: "strict" }, []],
    ["http_config_settings", "set_config", { ssl: "on" }, ["ssl"]],
    ["http_config_settings", "set_config", { cache: true }, [""]],
    ["http_request_late_transform", "rewrite", { headers: { "x-a": { operation: "set", value: "1" } } }, []],
    ["http_request_late_transform", "rewrite", { headers: { "x-a": { operation: "set" } } }, ["headers[x-a]"]],
    ["http_request_late_transform", "rewrite", { headers: { "x-a": { operation: "remove" } } }, []],
    ["http_request_late_transform", "rewrite", { headers: { "x-a": { operation: "put" } } }, ["operation"]],
    [
      "http_request_dynamic_redirect",
      "redirect",
      { from_value: { status_code: 308, target_url: { expression: "x" }, preserve_query_string: true } },
      [],
    ],
    [
      "http_request_dynamic_redirect",
      "redirect",
      { from_value: { status_code: 309, target_url: { value: "x" } } },
      ["code"],
    ],
    [
      "http_request_dynamic_redirect",
      "redirect",
      { from_value: { status_code: 308, target_url: { value: "x", expression: "x" } } },
      ["target_url"],
    ],
  ])("a rule of %s that does %s with %j", (phase, action, parameters, places) => {
    const rule = { ref: "a", action, expression: "true", action_parameters: parameters };
    const ruleset = { zone_id: ZONE, kind: "zone", name: "default", phase, rules: [rule] };
    const problems = checkAgainstSchema(documentOf({ cloudflare_ruleset: { x: ruleset } }));
    expect(problems).toEqual(places.map((place) => expect.stringContaining(place)));
  });

  test("refuses types that the providers do not have", () => {
    expect(checkAgainstSchema(documentOf({ cloudflare_record: { x: {} } }))).toEqual([
      "cloudflare_record.x: the provider has no cloudflare_record",
    ]);
    const data = { cloudflare_origin_ca_root_certificate: { x: { algorithm: "rsa" } } };
    expect(checkAgainstSchema(documentOf({}, { data }))).toEqual([
      "data.cloudflare_origin_ca_root_certificate.x: the provider has no cloudflare_origin_ca_root_certificate",
    ]);
  });

  test("checks the providers' own configuration", () => {
    const provider = { cloudflare: [{ api_token: "x", token: "x", alias: "y" }], tls: [{}], aws: [{ any: 1 }] };
    expect(checkAgainstSchema(documentOf({}, { provider }))).toEqual([
      "provider.cloudflare.token: there is no such attribute",
    ]);
  });

  test.each<[Type, object]>([
    ["cloudflare_ruleset", { name: "other" }],
    ["cloudflare_zone_setting", { value: "full" }],
    ["cloudflare_page_rule", { priority: 2 }],
    ["cloudflare_dns_record", { comment: "again" }],
  ])("refuses a second %s for the same thing", (type, other) => {
    const first = RIGHT[type];
    const problems = checkAgainstSchema(documentOf({ [type]: { x: first, y: { ...first, ...other } } }));
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${type}\\.y: has the .* of ${type}\\.x$`))]);
  });

  test("takes expressions for any type, and judges no value that is unknown", () => {
    const unknown = {
      ...RIGHT.cloudflare_dns_record,
      ttl: "${var.ttl}",
      proxied: "${var.proxied}",
      tags: "${var.tags}",
    };
    expect(checkAgainstSchema(documentOf({ cloudflare_dns_record: { x: unknown } }))).toEqual([]);
    const literal = { ...RIGHT.cloudflare_dns_record, zone_id: "$${no expression}" };
    expect(checkAgainstSchema(documentOf({ cloudflare_dns_record: { x: literal } }))).toHaveLength(1);
  });

  test("finds nothing in what the bindings themselves write", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    new CloudflareProvider(stack, "cloudflare");
    const key = new PrivateKey(stack, "key", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    new CertRequest(stack, "request", { privateKeyPem: key.privateKeyPem, subject: [{ commonName: "x" }] });
    new DnsRecord(stack, "record", {
      zoneId: ZONE,
      name: "a.com",
      type: "A",
      ttl: 1,
      content: "192.0.2.1",
      tags: ["a:b"],
    });
    new ZoneSetting(stack, "ssl", { zoneId: ZONE, settingId: "ssl", value: "strict" as never });
    new Ruleset(stack, "ssl_rules", {
      zoneId: ZONE,
      kind: "zone",
      name: "default",
      phase: "http_config_settings",
      rules: [{ action: "set_config", expression: "true", actionParameters: { ssl: "strict" } }],
    });
    expect(checkAgainstSchema(Testing.synth(stack))).toEqual([]);
  });
});
