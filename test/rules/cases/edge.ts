import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { PageRule } from "@cdktf/provider-cloudflare/lib/page-rule";
import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { RuleCatalogue } from "../../../lib";
import { CertificateSource } from "../../../lib/domain/domain-certificate";
import { CloudflareZone } from "../../../lib/edge/cloudflare-zone";
import { CloudflareZoneProps, RulesetOwnership } from "../../../lib/edge/cloudflare-zone-props";
import { RulesetPhase } from "../../../lib/edge/core/ruleset-phase";
import { EdgeCertificate, StrictTls } from "../../../lib/edge/core/strict-tls";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { EdgeCacheOptions, OriginTtl } from "../../../lib/edge/edge-cache-options";
import { EdgeHostProps } from "../../../lib/edge/edge-host-props";
import { EdgeStack } from "../../edge/edge-stack";
import { warnings } from "../../support/findings";
import { Raised, RuleCase } from "./rule-case";

const ID = "0123456789abcdef0123456789abcdef";
const { CACHE, TRANSFORM } = RulesetPhase;
const { FREE, PRO, BUSINESS } = ZonePlan;

type Build = (edge: EdgeStack) => unknown;

function fires(rule: string, when: string, at: string, build: Build): RuleCase {
  return { rule: `edge/${rule}`, when, at, raised: () => raisedBy(build) };
}

function silent(rule: string, when: string, build: Build): RuleCase {
  return { rule: `edge/${rule}`, when, raised: () => raisedBy(build) };
}

/** What is said of a configuration when it is written, and at the end. */
function raisedBy(build: Build): Raised {
  const edge = new EdgeStack();
  try {
    build(edge);
    for (const { node } of edge.stack.node.findAll().filter(CloudflareZone.isCloudflareZone)) node.validate();
  } catch (thrown) {
    const findings = RuleCatalogue.findingsOf(thrown);
    if (findings.length === 0) throw thrown;
    return { refused: true, messages: findings.map(({ message }) => message) };
  }
  return { refused: false, messages: warnings(edge.stack) };
}

const HOST = "api.example.com";

/** The host `api.example.com` with these options. */
const host =
  (options: Partial<EdgeHostProps> = {}, zone: Partial<CloudflareZoneProps> = {}): Build =>
  (edge) => {
    edge.zone(zone);
    edge.host(HOST, options);
  };

const cache = (options: EdgeCacheOptions, zone: Partial<CloudflareZoneProps> = {}): Build =>
  host({ cache: options }, zone);

const named =
  (name: string, options: Partial<EdgeHostProps> = {}): Build =>
  (edge) =>
    edge.host(name, options);

const zone =
  (options: Partial<CloudflareZoneProps>): Build =>
  (edge) => {
    edge.zone(options);
    edge.host(HOST);
  };

const cacheRule =
  (expression: string, options: object = {}, zoneOptions: Partial<CloudflareZoneProps> = {}): Build =>
  (edge) =>
    edge.zone(zoneOptions).addCacheRule({ ref: "mine", expression, ...options });

const dnsRecord =
  (options: { readonly content: string; readonly proxied: boolean }): Build =>
  (edge) =>
    new DnsRecord(edge.stack, "mine", {
      zoneId: edge.zone().zoneId,
      name: "x",
      type: "CNAME",
      ttl: 1,
      ...options,
    }).overrideLogicalId("mine");

const pageRule =
  (status?: string): Build =>
  (edge) =>
    new PageRule(edge.stack, "mine", {
      zoneId: edge.zone().zoneId,
      target: `${HOST}/*`,
      actions: {},
      status,
    }).overrideLogicalId("mine");

const hosts =
  (count: number, zoneOptions: Partial<CloudflareZoneProps>): Build =>
  (edge) => {
    edge.zone({ strictTls: true, alwaysUseHttps: true, ...zoneOptions });
    for (let index = 0; index < count; index += 1) {
      edge.host(`h${index}.example.com`, { cache: { bypass: { paths: [`/${index}`] } } });
    }
  };

const PAGE_RULE: Partial<EdgeHostProps> = {
  strictTls: StrictTls.PAGE_RULE,
  cache: { originTtl: OriginTtl.RESPECT_ORIGIN },
  acknowledgements: { "edge/implicit-edge-ttl": "every answer has Cache-Control" },
};

export const EDGE_CASES: readonly RuleCase[] = [
  fires("browser-ttl-override", "a TTL of browsers", "cache.browserTtlSeconds", cache({ browserTtlSeconds: 60 })),
  silent("browser-ttl-override", "a TTL of the edge", cache({ ttlSeconds: 60 })),

  fires("contradicting-options", "a TTL, and the origin's", "cache.originTtl", cache({ ttlSeconds: 60, originTtl: OriginTtl.BYPASS_BY_DEFAULT })), // prettier-ignore
  fires("contradicting-options", "a TTL of what is not kept", "cache.paths[0].ttlSeconds", cache({ paths: [{ path: "/a", enabled: false, ttlSeconds: 60 }] })), // prettier-ignore
  silent("contradicting-options", "a path with a TTL in a host with the origin's", cache({ originTtl: OriginTtl.BYPASS_BY_DEFAULT, paths: [{ path: "/a", ttlSeconds: 60 }] })), // prettier-ignore

  fires("default-endpoint-target", "the address of an API", "target", host({ target: "abcdef1234.execute-api.eu-west-1.amazonaws.com" })), // prettier-ignore
  fires("default-endpoint-target", "a record of one's own to it", "cloudflare_dns_record.mine.content", dnsRecord({ content: "abcdef1234.execute-api.eu-west-1.amazonaws.com", proxied: true })), // prettier-ignore
  silent("default-endpoint-target", "the name of a custom domain", host()),

  fires("duplicate-host", "a host twice", "host", (edge) => {
    edge.host(HOST);
    edge.host("API.example.com");
  }),
  silent("duplicate-host", "two hosts", (edge) => [edge.host(HOST), edge.host("v2.example.com")]),

  fires("duplicate-ref", "a ref twice", "ref", (edge) => [cacheRule("ssl")(edge), cacheRule("ssl")(edge)]),
  fires("duplicate-ref", "the ref of a host's rule", "ref", (edge) => {
    edge.zone().addCacheRule({ ref: "api_example_com__cache", expression: "ssl" });
    edge.host(HOST);
  }),
  silent("duplicate-ref", "two refs", (edge) => [cacheRule("ssl")(edge), cacheRule("ssl", { ref: "other" })(edge)]),

  fires("existing-rules-deleted", "a ruleset that is adopted", "existingRulesets.cacheRulesetId", zone({ existingRulesets: { cacheRulesetId: ID } })), // prettier-ignore
  silent("existing-rules-deleted", "rulesets that are made", zone({})),

  fires("expression-syntax", "a parenthesis too few", "expression", cacheRule("(ssl")),
  fires("expression-syntax", "thousands of characters", "expression", cacheRule(`http.host eq "${"a".repeat(4096)}"`)),
  silent("expression-syntax", "a parenthesis in quotes", cacheRule('http.host eq "("')),

  fires("host-outside-zone", "another domain", "host", named("api.example.org")),
  silent("host-outside-zone", "the zone's own name", named("example.com")),

  fires("host-syntax", "a trailing dot", "host", named("api.example.com.")),
  fires("host-syntax", "a target with a trailing dot", "target", host({ target: "d-abc.execute-api.eu-west-1.amazonaws.com." })), // prettier-ignore
  silent("host-syntax", "upper case", named("API.example.com")),

  fires("host-too-deep", "two labels", "host", named("v1.api.example.com")),
  silent("host-too-deep", "two labels with a certificate", named("v1.api.example.com", { edgeCertificate: EdgeCertificate.ADVANCED })), // prettier-ignore

  fires("implicit-edge-ttl", "Cloudflare's own times", "cache.originTtl", cache({ originTtl: OriginTtl.RESPECT_ORIGIN })), // prettier-ignore
  silent("implicit-edge-ttl", "what the origin allows", cache({ originTtl: OriginTtl.BYPASS_BY_DEFAULT })),

  fires("inactive-page-rule", "a page rule without a status", "cloudflare_page_rule.mine.status", pageRule()),
  silent("inactive-page-rule", "one that is disabled on purpose", pageRule("disabled")),

  fires("insecure-tls-mode", "http to the origin", "sslMode", host({ sslMode: "flexible" })),
  silent("insecure-tls-mode", "https to the origin", host({ sslMode: "strict" })),

  fires("maybe-not-in-plan", "the order of query strings on Free", "cache.ignoreQueryStringOrder", cache({ ignoreQueryStringOrder: true }, { plan: FREE })), // prettier-ignore
  silent("maybe-not-in-plan", "the same on Pro", cache({ ignoreQueryStringOrder: true }, { plan: PRO })),

  fires("method-in-expression", "a GET", "expression", cacheRule('http.request.method eq "GET"')),
  silent("method-in-expression", "a host", cacheRule('http.host eq "img.example.com"')),

  fires("method-never-cached", "a POST", "cache.paths[0].method", cache({ paths: [{ path: "/search", method: "POST" }] })), // prettier-ignore
  fires("method-never-cached", "a PUT in an expression", "expression", cacheRule('http.request.method in {"GET" "PUT"}')), // prettier-ignore
  silent("method-never-cached", "a HEAD", cache({ paths: [{ path: "/cats", method: "HEAD" }] })),

  fires("needs-proxy", "a cache without the proxy", "cache", host({ proxied: false, cache: {} })),
  silent("needs-proxy", "nothing without the proxy", host({ proxied: false, ttlSeconds: 300 })),

  fires("no-https-redirect", "http as it is", "httpsRedirect", host({ httpsRedirect: false })),
  silent("no-https-redirect", "a zone that redirects", host({ httpsRedirect: false }, { alwaysUseHttps: true })),

  fires("not-in-plan", "a key of one's own on Business", "cache.includeQueryStrings", cache({ includeQueryStrings: ["page"] }, { plan: BUSINESS })), // prettier-ignore
  fires("not-in-plan", "a regular expression on Pro", "expression", cacheRule('http.host matches "x"', {}, { plan: PRO })), // prettier-ignore
  silent("not-in-plan", "a key of one's own on a plan that is not known", cache({ includeQueryStrings: ["page"] })),

  fires("override-shares-credentials", "cookies", "cache.bypass.cookies", cache({ ttlSeconds: 60, bypass: { cookies: false } })), // prettier-ignore
  silent("override-shares-credentials", "a TTL alone", cache({ ttlSeconds: 60 })),
  silent("override-shares-credentials", "a reason", host({ cache: { ttlSeconds: 60, bypass: { cookies: false } }, acknowledgements: { "edge/override-shares-credentials": "public" } })), // prettier-ignore

  fires("page-rule-cannot", "a bypass", "cache.bypass.headers", host({ ...PAGE_RULE, cache: { ...PAGE_RULE.cache, bypass: { headers: ["X-Key"] } } })), // prettier-ignore
  silent("page-rule-cannot", "what it can", host({ ...PAGE_RULE, cache: { ...PAGE_RULE.cache, cacheByDeviceType: true } })), // prettier-ignore

  fires("path-syntax", "a parameter of API Gateway", "cache.paths[0].path", cache({ paths: [{ path: "/cats/{id}" }] })),
  silent("path-syntax", "an asterisk", cache({ paths: [{ path: "/cats/*" }] })),

  fires("proxied-ttl", "five minutes", "ttlSeconds", host({ ttlSeconds: 300 })),
  silent("proxied-ttl", "five minutes without the proxy", host({ proxied: false, ttlSeconds: 300 })),

  fires("proxied-validation-record", "a proxied record", "cloudflare_dns_record.mine.proxied", dnsRecord({ content: "_x.acm-validations.aws", proxied: true })), // prettier-ignore
  silent("proxied-validation-record", "an unproxied one", dnsRecord({ content: "_x.acm-validations.aws", proxied: false })), // prettier-ignore

  fires("refused-value", "a TTL of 0", "cache.ttlSeconds", cache({ ttlSeconds: 0 })),
  fires("refused-value", "an id that is none", "existingRulesets.cacheRulesetId", zone({ existingRulesets: { cacheRulesetId: "x" } })), // prettier-ignore
  silent("refused-value", "a TTL of a second", cache({ ttlSeconds: 1 })),

  fires("rule-after-read", "a host that comes later", "rulesets", (edge) => {
    const external = edge.zone({ rulesets: RulesetOwnership.EXTERNAL, strictTls: true, alwaysUseHttps: true });
    external.rules(CACHE);
    edge.host(HOST);
  }),
  silent("rule-after-read", "a host that comes first", (edge) => {
    const external = edge.zone({ rulesets: RulesetOwnership.EXTERNAL, strictTls: true, alwaysUseHttps: true });
    edge.host(HOST);
    external.rules(CACHE);
  }),

  fires("rules-not-used", "rules that nobody took", "rulesets", zone({ rulesets: RulesetOwnership.EXTERNAL, strictTls: true, alwaysUseHttps: true })), // prettier-ignore
  silent("rules-not-used", "no rules", (edge) => edge.zone({ rulesets: RulesetOwnership.EXTERNAL })),

  fires("second-page-rule", "one of the user's", "cloudflare_page_rule.api-example-com.target", (edge) => {
    pageRule("active")(edge);
    edge.host(HOST, PAGE_RULE);
  }),
  silent("second-page-rule", "another host's", (edge) => {
    pageRule("active")(edge);
    edge.host("v2.example.com", PAGE_RULE);
  }),

  fires("second-ruleset", "one of the user's", "cloudflare_ruleset.mine.phase", (edge) => {
    edge.host(HOST);
    const { zoneId } = edge.zone();
    new Ruleset(edge.stack, "mine", { zoneId, kind: "zone", name: "x", phase: CACHE }).overrideLogicalId("mine");
  }),
  silent("second-ruleset", "one for another phase", (edge) => {
    edge.host(HOST);
    new Ruleset(edge.stack, "mine", { zoneId: edge.zone().zoneId, kind: "zone", name: "x", phase: TRANSFORM });
  }),

  fires("secret-in-text", "a text", "originSecretHeader.value", host({ originSecretHeader: { name: "X-Secret", value: "x" } })), // prettier-ignore
  silent("secret-in-text", "a sensitive variable", (edge) =>
    edge.host(HOST, { originSecretHeader: { name: "X-Secret", value: edge.variable("secret", true) } }),
  ),

  fires("setting-declared-twice", "two modes of TLS for a zone", "sslMode", host({ strictTls: StrictTls.ZONE, sslMode: "full" }, { strictTls: true })), // prettier-ignore
  fires("setting-declared-twice", "one of the user's", "cloudflare_zone_setting.mine.setting_id", (edge) => {
    const { zoneId } = edge.zone({ strictTls: true });
    new ZoneSetting(edge.stack, "mine", { zoneId, settingId: "ssl", value: "strict" as never }).overrideLogicalId(
      "mine",
    );
  }),
  silent("setting-declared-twice", "one mode", host({ strictTls: StrictTls.ZONE }, { strictTls: true })),

  fires("shadowed-path", "the general path last", "cache.paths[0].path", cache({ paths: [{ path: "/v1/cats" }, { path: "/v1/*" }] })), // prettier-ignore
  silent("shadowed-path", "the general path first", cache({ paths: [{ path: "/v1/*" }, { path: "/v1/cats" }] })),

  fires("too-many-rules", "eleven rules on Free", `rules of ${CACHE}`, hosts(10, { plan: FREE })),
  silent("too-many-rules", "ten rules on Free", hosts(9, { plan: FREE })),
  silent("too-many-rules", "eleven rules on Pro", hosts(10, { plan: PRO })),

  fires("ttl-below-plan", "an hour on Free", "cache.ttlSeconds", cache({ ttlSeconds: 3600 }, { plan: FREE })),
  silent("ttl-below-plan", "an hour on Pro", cache({ ttlSeconds: 3600 }, { plan: PRO })),

  fires("unproxied-origin-ca", "Origin CA without the proxy", "proxied", host({ proxied: false, certificateSource: CertificateSource.ORIGIN_CA })), // prettier-ignore
  silent("unproxied-origin-ca", "Origin CA", host({ certificateSource: CertificateSource.ORIGIN_CA })),

  fires("unverified-origin", "any certificate", "sslMode", host({ sslMode: "full" })),
  silent("unverified-origin", "a certificate that is checked", host({ sslMode: "strict" })),

  fires("zone-declared-twice", "a zone twice", "zoneName", (edge) => {
    edge.zone();
    new CloudflareZone(edge.stack, "again", { zoneName: "example.com", zoneId: ID });
  }),
  silent("zone-declared-twice", "two zones", (edge) => {
    edge.zone();
    new CloudflareZone(edge.stack, "other", { zoneName: "example.org" });
  }),

  fires("zone-id", "the zone's name", "zoneId", zone({ zoneId: "example.com" })),
  silent("zone-id", "32 hexadecimal digits", zone({ zoneId: ID })),
];
