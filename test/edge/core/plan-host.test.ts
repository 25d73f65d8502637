import { CertificateSource } from "../../../lib/domain/domain-certificate";
import { ExpressionWriter } from "../../../lib/edge/core/expression";
import { HostInput, HostPlanner } from "../../../lib/edge/core/plan-host";
import { EdgeCertificate, StrictTls } from "../../../lib/edge/core/strict-tls";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");
const write = new ExpressionWriter(isUnknown);

const plan = (input: Partial<HostInput> = {}) =>
  new HostPlanner(write, isUnknown).plan({
    host: "api.example.com",
    target: "d-abc123.execute-api.eu-central-1.amazonaws.com",
    zone: { name: "example.com" },
    ...input,
  });
const roles = (input: Partial<HostInput>) => plan(input).rules.map(({ role }) => role);
const found = (input: Partial<HostInput>) => briefly(plan(input).findings);

test("a host has strict TLS, a redirect and a cache by itself", () => {
  expect(plan()).toMatchObject({ host: "api.example.com", proxied: true, strictTls: "host", sslMode: "strict" });
  expect(found({})).toEqual([]);
  expect(roles({})).toEqual(["strict_tls", "https_redirect", "cache"]);
  expect(plan().pageRule).toBeUndefined();
});

test("a strict zone carries the TLS mode of its hosts, unless they say otherwise", () => {
  const zone = { name: "example.com", strictTls: true };
  expect(plan({ zone }).strictTls).toBe(StrictTls.ZONE);
  expect(plan({ zone, sslMode: "full" }).strictTls).toBe(StrictTls.HOST);
  expect(plan({ zone, strictTls: StrictTls.PAGE_RULE }).strictTls).toBe(StrictTls.PAGE_RULE);
});

test("the host is in its one form", () => {
  expect(plan({ host: "API.Example.com" }).host).toBe("api.example.com");
  expect(plan({ host: "käse.example.com" }).host).toBe("xn--kse-qla.example.com");
  expect(plan({ host: "${var.Host}" }).host).toBe("${var.Host}");
});

test.each<[string, Partial<HostInput>, string[]]>([
  ["a strict zone", { zone: { name: "example.com", strictTls: true } }, ["https_redirect", "cache"]],
  [
    "a strict zone, and a host that is not",
    { zone: { name: "example.com", strictTls: true }, sslMode: "full" },
    ["strict_tls", "https_redirect", "cache"],
  ],
  [
    "a strict zone, and a rule all the same",
    { zone: { name: "example.com", strictTls: true }, strictTls: StrictTls.HOST },
    ["strict_tls", "https_redirect", "cache"],
  ],
  ["TLS of the zone", { strictTls: StrictTls.ZONE }, ["https_redirect", "cache"]],
  ["TLS in place", { strictTls: StrictTls.EXTERNAL }, ["https_redirect", "cache"]],
  ["a page rule", { strictTls: StrictTls.PAGE_RULE }, ["https_redirect"]],
  ["a zone that redirects", { zone: { name: "example.com", alwaysUseHttps: true } }, ["strict_tls", "cache"]],
  ["no redirect", { httpsRedirect: false }, ["strict_tls", "cache"]],
  [
    "a secret",
    { originSecretHeader: { name: "X-Secret", value: "${var.s}" } },
    ["strict_tls", "https_redirect", "origin_secret", "cache"],
  ],
  ["no proxy", { proxied: false }, []],
])("%s", (_what, input, expected) => {
  expect(roles(input)).toEqual(expected);
});

test("hosts with the same options have the same rules, and others their own", () => {
  const planner = new HostPlanner(write, isUnknown);
  const rulesOf = (host: string, more: Partial<HostInput> = {}) =>
    planner.plan({ host, target: "d-a.example.org", zone: { name: "example.com" }, ...more }).rules;
  const first = rulesOf("a.example.com", { cache: { ttlSeconds: 60 } });
  expect(rulesOf("b.example.com", { cache: { ttlSeconds: 60 } })).toBe(first);
  for (const other of [
    { cache: { ttlSeconds: 61 } },
    { cache: { ttlSeconds: 60 }, strictTls: StrictTls.EXTERNAL },
    { cache: { ttlSeconds: 60 }, sslMode: "full" },
    { cache: { ttlSeconds: 60 }, httpsRedirect: false },
    { cache: { ttlSeconds: 60 }, originSecretHeader: { name: "X", value: "${var.s}" } },
    { cache: { ttlSeconds: 60 }, zone: { name: "example.com", alwaysUseHttps: true } },
  ]) {
    expect(rulesOf("c.example.com", other)).not.toEqual(first);
  }
});

test("a page rule carries what it can", () => {
  expect(plan({ strictTls: StrictTls.PAGE_RULE, cache: { cacheDeceptionArmor: true } }).pageRule).toEqual({
    ssl: "strict",
    cache_level: "cache_everything",
    cache_deception_armor: "on",
  });
});

const PAGE_RULE = { strictTls: StrictTls.PAGE_RULE, cache: { enabled: false } };

test.each<[string, Partial<HostInput>, string[]]>([
  ["no redirect", { httpsRedirect: false }, ["edge/no-https-redirect at httpsRedirect"]],
  ["none where the zone redirects", { httpsRedirect: false, zone: { name: "example.com", alwaysUseHttps: true } }, []],
  ["an insecure mode", { sslMode: "flexible" }, ["edge/insecure-tls-mode at sslMode"]],
  ["an insecure mode in place", { sslMode: "off", strictTls: StrictTls.EXTERNAL }, ["edge/insecure-tls-mode at sslMode"]], // prettier-ignore
  ["origin_pull for a zone", { sslMode: "origin_pull", strictTls: StrictTls.ZONE }, ["edge/refused-value at sslMode"]],
  ["origin_pull in a plan", { sslMode: "origin_pull", zone: { name: "example.com", plan: ZonePlan.PRO } }, ["edge/not-in-plan at sslMode"]], // prettier-ignore
  ["a cache option", { cache: { ttlSeconds: 0 } }, ["edge/refused-value at cache.ttlSeconds"]],
  ["a cache option in a plan", { cache: { ttlSeconds: 60 }, zone: { name: "example.com", plan: ZonePlan.FREE } }, ["edge/ttl-below-plan at cache.ttlSeconds"]], // prettier-ignore
  ["a page rule's default", { strictTls: StrictTls.PAGE_RULE }, ["edge/implicit-edge-ttl at cache.originTtl"]],
  ["a reserved header", { originSecretHeader: { name: "CF-Secret", value: "${var.s}" } }, ["edge/refused-value at originSecretHeader.name"]], // prettier-ignore
  ["the Host header", { originSecretHeader: { name: "Host", value: "${var.s}" } }, ["edge/refused-value at originSecretHeader.name"]], // prettier-ignore
  ["no header", { originSecretHeader: { name: "X Secret", value: "${var.s}" } }, ["edge/refused-value at originSecretHeader.name"]], // prettier-ignore
  ["a priority without a page rule", { pageRulePriority: 1 }, ["edge/refused-value at pageRulePriority"]],
  ["a priority", { ...PAGE_RULE, pageRulePriority: 1 }, []],
  ["a priority of 0", { ...PAGE_RULE, pageRulePriority: 0 }, ["edge/refused-value at pageRulePriority"]],
  ["a deep name", { host: "a.b.example.com" }, ["edge/host-too-deep at host"]],
  ["a deep name with Universal SSL", { host: "a.b.example.com", edgeCertificate: EdgeCertificate.UNIVERSAL }, ["edge/host-too-deep at host"]], // prettier-ignore
  ["a deep name with a certificate", { host: "a.b.example.com", edgeCertificate: EdgeCertificate.TOTAL_TLS }, []],
])("%s", (_what, input, expected) => {
  expect(found(input)).toEqual(expected);
});

test("all that is wrong comes at once", () => {
  const wrong = {
    host: "x.example.org",
    ttlSeconds: 5,
    sslMode: "off",
    cache: { ttlSeconds: 0, paths: [{ path: "x" }] },
  };
  expect(found(wrong)).toEqual([
    "edge/host-outside-zone at host",
    "edge/proxied-ttl at ttlSeconds",
    "edge/insecure-tls-mode at sslMode",
    "edge/refused-value at cache.ttlSeconds",
    "edge/path-syntax at cache.paths[0].path",
  ]);
  expect(roles(wrong)).toEqual([]);
});

test("what a reason may let pass is planned", () => {
  const risky = { cache: { ttlSeconds: 60, bypass: { cookies: false, authorization: false } } };
  expect(found(risky)).toHaveLength(2);
  expect(roles(risky)).toEqual(["strict_tls", "https_redirect", "cache"]);
});

test("an unproxied host has none of the edge's options", () => {
  const options = {
    strictTls: StrictTls.HOST,
    sslMode: "strict",
    httpsRedirect: true,
    edgeCertificate: EdgeCertificate.UNIVERSAL,
    cache: {},
    originSecretHeader: { name: "X", value: "${var.secret}" },
    pageRulePriority: 1,
  };
  expect(found({ proxied: false, ...options })).toEqual(
    Object.keys(options).map((name) => `edge/needs-proxy at ${name}`),
  );
  expect(JSON.stringify(plan({ proxied: false, ...options }).findings)).not.toContain("var.secret");
  expect(found({ proxied: false, httpsRedirect: false, ttlSeconds: 300 })).toEqual([]);
  expect(found({ proxied: false, certificateSource: CertificateSource.ORIGIN_CA })).toEqual([
    "edge/unproxied-origin-ca at proxied",
  ]);
});

test("a rule that would be too long is found", () => {
  const paths = Array.from({ length: 100 }, (_, index) => `/${"x".repeat(20)}/${index}`);
  expect(found({ cache: { bypass: { paths } } })).toEqual(["edge/expression-syntax at cache"]);
  expect(found({ cache: { bypass: { paths: paths.slice(50) } } })).toEqual([]);
});
