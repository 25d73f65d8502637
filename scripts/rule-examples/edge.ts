/** A host with these options beside its zone and its target. */
function host(...options: string[]): string {
  const lines = [`host: "api.example.com"`, "zone", "target: domain.targetDomainName", ...options];
  return `new EdgeHost(this, "edge", {\n${lines.map((line) => `  ${line},\n`).join("")}});`;
}

/** A zone with these options. */
function zone(...options: string[]): string {
  return `const zone = new CloudflareZone(this, "zone", { zoneName: "example.com"${options.map((one) => `, ${one}`).join("")} });`;
}

const PAGE_RULE = "strictTls: StrictTls.PAGE_RULE";

/** Two settings that hold for the whole zone, so that a host has cache rules only. */
const WHOLE_ZONE = "strictTls: true, alwaysUseHttps: true";

const DEFAULT_ENDPOINT = "abcdef1234.execute-api.eu-central-1.amazonaws.com";

export const EDGE_EXAMPLES: { readonly [rule: string]: string } = {
  "edge/browser-ttl-override": host("cache: { browserTtlSeconds: 86400 }"),

  "edge/contradicting-options": host("cache: { ttlSeconds: 7200, originTtl: OriginTtl.BYPASS_BY_DEFAULT }"),

  "edge/default-endpoint-target": `new EdgeHost(this, "edge", {
  host: "api.example.com",
  zone,
  target: "${DEFAULT_ENDPOINT}",
});`,

  "edge/duplicate-host": `${host()}
new EdgeHost(this, "again", { host: "API.example.com", zone, target: domain.targetDomainName });`,

  "edge/duplicate-ref": `zone.addCacheRule({ ref: "images", expression: 'http.host eq "images.example.com"' });
zone.addCacheRule({ ref: "images", expression: 'http.host eq "photos.example.com"' });`,

  "edge/existing-rules-deleted": `${zone(`existingRulesets: { cacheRulesetId: "0123456789abcdef0123456789abcdef" }`)}
${host()}`,

  "edge/expression-syntax": `zone.addCacheRule({ ref: "images", expression: '(http.host eq "images.example.com"' });`,

  "edge/host-outside-zone": `new EdgeHost(this, "edge", { host: "api.example.org", zone, target: domain.targetDomainName });`,

  "edge/host-syntax": `new EdgeHost(this, "edge", { host: "api.example.com.", zone, target: domain.targetDomainName });`,

  "edge/host-too-deep": `new EdgeHost(this, "edge", { host: "v1.api.example.com", zone, target: domain.targetDomainName });`,

  "edge/implicit-edge-ttl": host("cache: { originTtl: OriginTtl.RESPECT_ORIGIN }"),

  "edge/inactive-page-rule": `new PageRule(this, "images", {
  zoneId: zone.zoneId,
  target: "images.example.com/*",
  actions: { cacheLevel: "cache_everything" },
});`,

  "edge/insecure-tls-mode": host(`sslMode: "flexible"`),

  "edge/maybe-not-in-plan": `${zone("plan: ZonePlan.FREE")}
${host("cache: { ignoreQueryStringOrder: true }")}`,

  "edge/method-in-expression": `zone.addCacheRule({
  ref: "images",
  expression: 'http.host eq "images.example.com" and http.request.method eq "GET"',
});`,

  "edge/method-never-cached": host(`cache: { paths: [{ path: "/search", method: "POST" }] }`),

  "edge/needs-proxy": `new EdgeHost(this, "edge", {
  host: "api.example.com",
  zone,
  target: "d-abc123.execute-api.eu-central-1.amazonaws.com",
  proxied: false,
  cache: { ttlSeconds: 7200 },
});`,

  "edge/no-https-redirect": host("httpsRedirect: false"),

  "edge/not-in-plan": `${zone("plan: ZonePlan.BUSINESS")}
${host(`cache: { includeQueryStrings: ["page"] }`)}`,

  "edge/override-shares-credentials": host("cache: { ttlSeconds: 7200, bypass: { authorization: false } }"),

  "edge/page-rule-cannot": host(
    PAGE_RULE,
    `cache: { originTtl: OriginTtl.RESPECT_ORIGIN, bypass: { headers: ["X-Api-Key"] } }`,
    `acknowledgements: { "edge/implicit-edge-ttl": "every answer has Cache-Control" }`,
  ),

  "edge/path-syntax": host(`cache: { paths: [{ path: "/cats/{id}", ttlSeconds: 7200 }] }`),

  "edge/proxied-ttl": host("ttlSeconds: 300"),

  "edge/proxied-validation-record": `new DnsRecord(this, "validation", {
  zoneId: zone.zoneId,
  name: "_0a1b2c.api.example.com",
  type: "CNAME",
  content: "_3d4e5f.acm-validations.aws",
  proxied: true,
  ttl: 1,
});`,

  "edge/refused-value": host("cache: { ttlSeconds: 0 }"),

  "edge/rule-after-read": `${zone(WHOLE_ZONE, "rulesets: RulesetOwnership.EXTERNAL")}
const ruleset = new Ruleset(this, "ruleset", {
  zoneId: zone.zoneId,
  kind: "zone",
  name: "default",
  phase: RulesetPhase.CACHE,
});
ruleset.addOverride("rules", zone.rules(RulesetPhase.CACHE));
${host()}`,

  "edge/rules-not-used": `${zone(WHOLE_ZONE, "rulesets: RulesetOwnership.EXTERNAL")}
${host()}`,

  "edge/second-page-rule": `new PageRule(this, "images", {
  zoneId: zone.zoneId,
  target: "images.example.com/*",
  status: "active",
  actions: { ssl: "strict" },
});
new PageRule(this, "images-cache", {
  zoneId: zone.zoneId,
  target: "images.example.com/*",
  status: "active",
  actions: { cacheLevel: "cache_everything" },
});`,

  "edge/second-ruleset": `${host()}
new Ruleset(this, "mine", { zoneId: zone.zoneId, kind: "zone", name: "default", phase: RulesetPhase.CACHE });`,

  "edge/secret-in-text": host(`originSecretHeader: { name: "X-Origin-Secret", value: "correct horse" }`),

  "edge/setting-declared-twice": `${zone("strictTls: true")}
new ZoneSetting(this, "ssl", { zoneId: zone.zoneId, settingId: "ssl", value: "full" as any });`,

  "edge/shadowed-path": host(
    `cache: { paths: [{ path: "/v1/cats", ttlSeconds: 7200 }, { path: "/v1/*", ttlSeconds: 9000 }] }`,
  ),

  "edge/too-many-rules": `${zone(WHOLE_ZONE, "plan: ZonePlan.FREE")}
for (let index = 1; index <= 11; index += 1) {
  zone.addCacheRule({ ref: \`images\${index}\`, expression: \`http.host eq "images\${index}.example.com"\` });
}`,

  "edge/ttl-below-plan": `${zone("plan: ZonePlan.FREE")}
${host("cache: { ttlSeconds: 60 }")}`,

  "edge/unproxied-origin-ca": host("proxied: false", "certificateSource: CertificateSource.ORIGIN_CA"),

  "edge/unverified-origin": host(`sslMode: "full"`),

  "edge/zone-declared-twice": `${zone()}
new CloudflareZone(this, "again", { zoneName: "example.com" });`,

  "edge/zone-id": `new CloudflareZone(this, "zone", { zoneName: "example.com", zoneId: "example.com" });`,
};
