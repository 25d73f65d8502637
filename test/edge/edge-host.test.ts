import { Apigatewayv2DomainName } from "@cdktf/provider-aws/lib/apigatewayv2-domain-name";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { PageRule } from "@cdktf/provider-cloudflare/lib/page-rule";
import { Testing } from "cdktf";
import { CertificateSource } from "../../lib/domain/domain-certificate";
import { RulesetOwnership } from "../../lib/edge/cloudflare-zone-props";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { ZonePlan } from "../../lib/edge/core/zone-plan";
import { StrictTls } from "../../lib/edge/core/strict-tls";
import { EdgeHostProps } from "../../lib/edge/edge-host-props";
import { refusal, refusedFor, warnings } from "../support/findings";
import { checkAgainstSchema } from "../support/provider-schema-check";
import { resource, resources, synthesized } from "../support/terraform";
import { EdgeStack, TARGET } from "./edge-stack";

const { CACHE, CONFIG, REDIRECT, TRANSFORM } = RulesetPhase;
const record = (edge: EdgeStack, name = "api-example-com") => resource(edge.stack, "cloudflare_dns_record", name);
const zone_id = "${data.cloudflare_zone.zone.zone_id}";

describe("the record of a host", () => {
  test("is proxied, with its whole name, and says nothing that is not needed", () => {
    const edge = new EdgeStack();
    const host = edge.host("API.example.com", {});
    expect(host.host).toBe("api.example.com");
    expect(host.record.friendlyUniqueId).toBe("API-example-com");
    expect(record(edge, "API-example-com")).toEqual({
      zone_id,
      name: "api.example.com",
      type: "CNAME",
      content: TARGET,
      proxied: true,
      ttl: 1,
      depends_on: expect.any(Array),
    });
  });

  test("leads to a custom domain by reference", () => {
    const edge = new EdgeStack();
    new AwsProvider(edge.stack, "aws", { region: "eu-central-1" });
    const domain = new Apigatewayv2DomainName(edge.stack, "domain", {
      domainName: "api.example.com",
      domainNameConfiguration: { certificateArn: "x", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
    });
    edge.host("api.example.com", { target: domain.domainNameConfiguration.targetDomainName });
    expect(record(edge).content).toBe(
      `\${aws_apigatewayv2_domain_name.${domain.friendlyUniqueId}.domain_name_configuration[0].target_domain_name}`,
    );
  });

  test("has a comment and tags if it is told so", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com", { comment: "The API", recordTags: ["team:cats"] });
    expect(record(edge)).toMatchObject({ comment: "The API", tags: ["team:cats"] });
    edge.host("v2.example.com", { recordTags: [] });
    expect(record(edge, "v2-example-com")).not.toHaveProperty("tags");
  });

  test("is all there is without the proxy", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com", { proxied: false, ttlSeconds: 300, certificateSource: CertificateSource.ISSUED });
    expect(record(edge)).toMatchObject({ proxied: false, ttl: 300 });
    edge.host("v2.example.com", { proxied: false });
    expect(record(edge, "v2-example-com")).toMatchObject({ proxied: false, ttl: 1 });
    expect(resources(edge.stack, "cloudflare_ruleset")).toEqual({});
  });

  test("has the zone's provider in the zone's stack, and that of its own stack elsewhere", () => {
    const app = Testing.app();
    const edge = new EdgeStack(app);
    const provider = (stack: EdgeStack, alias: string) => new CloudflareProvider(stack.stack, alias, { alias });
    const zone = edge.zone({ cloudflareProvider: provider(edge, "first") });
    edge.host("api.example.com");
    expect(record(edge).provider).toBe("cloudflare.first");
    const other = new EdgeStack(app, "other");
    other.host("v2.example.com", { zone });
    expect(record(other, "v2-example-com")).not.toHaveProperty("provider");
    other.host("v3.example.com", { zone, cloudflareProvider: provider(other, "second") });
    expect(record(other, "v3-example-com").provider).toBe("cloudflare.second");
  });
});

describe("a record that is public", () => {
  const waits = (edge: EdgeStack) => Object.values(resources(edge.stack, "cloudflare_dns_record"))[0]!.depends_on;

  test("waits for the rules of its host, with which it reaches the origin", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    expect(waits(edge)).toEqual(
      expect.arrayContaining(["cloudflare_ruleset.zone_config", "cloudflare_ruleset.zone_redirect"]),
    );
  });

  test("waits for the zone's settings", () => {
    const edge = new EdgeStack();
    edge.zone({ strictTls: true, alwaysUseHttps: true });
    edge.host("api.example.com", { cache: { enabled: false } });
    expect(waits(edge)).toEqual(
      expect.arrayContaining(["cloudflare_zone_setting.zone_ssl", "cloudflare_zone_setting.zone_always_use_https"]),
    );
  });

  test("waits for its page rule", () => {
    const edge = new EdgeStack();
    const cache = { enabled: false };
    edge.host("api.example.com", { strictTls: StrictTls.PAGE_RULE, cache });
    expect(waits(edge)).toContain("cloudflare_page_rule.api-example-com");
  });

  test("waits for nothing in another stack, or of somebody else's", () => {
    const edge = new EdgeStack();
    const other = new EdgeStack(edge.app, "other");
    other.host("api.example.com", { zone: edge.zone({ zoneId: "0123456789abcdef0123456789abcdef" }) });
    expect(waits(other)).toBeUndefined();

    const external = new EdgeStack();
    external.zone({ rulesets: RulesetOwnership.EXTERNAL });
    external.host("api.example.com");
    expect(waits(external)).toBeUndefined();
  });
});

describe("the rules of a host", () => {
  test("are strict TLS, a redirect, and a cache of what the origin allows", () => {
    const edge = new EdgeStack();
    const host = edge.host("api.example.com");
    expect(warnings(host)).toEqual([]);
    expect(edge.rules(CONFIG)).toEqual([
      {
        ref: "api_example_com__strict_tls",
        enabled: true,
        description: "Asks the origin with the TLS mode strict",
        expression: '(http.host eq "api.example.com")',
        action: "set_config",
        action_parameters: { ssl: "strict" },
      },
    ]);
    expect(edge.rules(REDIRECT)).toMatchObject([
      { ref: "api_example_com__https_redirect", expression: '(http.host eq "api.example.com" and not ssl)' },
    ]);
    expect(edge.rules(CACHE)).toMatchObject([
      {
        ref: "api_example_com__cache",
        action_parameters: {
          cache: true,
          edge_ttl: { mode: "bypass_by_default" },
          browser_ttl: { mode: "respect_origin" },
        },
      },
    ]);
    expect(edge.rules(TRANSFORM)).toEqual([]);
  });

  test("of a host that only Terraform knows are its own, and are called by its path", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    edge.host(edge.variable("host"));
    expect(edge.rules(CACHE).map(({ ref, expression }) => [ref, expression])).toEqual([
      ["api_example_com__cache", '(http.host eq "api.example.com")'],
      ["unknown__cache", '${format("(http.host eq \\"%s\\")", var.host)}'],
    ]);
    expect(record(edge, "unknown").name).toBe("${var.host}");
  });

  test("with a secret are shared by hosts that have the same", () => {
    const edge = new EdgeStack();
    const secret = edge.variable("secret", true);
    edge.host("api.example.com", { originSecretHeader: { name: "X-Secret", value: secret } });
    edge.host("v2.example.com", { originSecretHeader: { name: "x-secret", value: "${var.secret}" } });
    expect(edge.rules(TRANSFORM)).toMatchObject([
      {
        ref: "api_example_com__origin_secret",
        expression: '(http.host in {"api.example.com" "v2.example.com"})',
        action: "rewrite",
        action_parameters: { headers: { "x-secret": { operation: "set", value: "${var.secret}" } } },
      },
    ]);
  });

  test("pass requests with credentials on where the origin's TTL is replaced", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com", { cache: { ttlSeconds: 7200 } });
    const [cache, bypass] = edge.rules(CACHE);
    expect(cache).toMatchObject({ action_parameters: { edge_ttl: { mode: "override_origin", default: 7200 } } });
    expect(bypass).toMatchObject({
      ref: "api_example_com__bypass_credentials",
      expression:
        '(http.host eq "api.example.com" and (len(http.request.headers["authorization"]) > 0 or len(http.cookie) > 0))',
      action_parameters: { cache: false },
    });
  });

  test("a TTL may be known to Terraform only", () => {
    const edge = new EdgeStack();
    edge.zone({ plan: ZonePlan.FREE });
    edge.host("api.example.com", { cache: { ttlSeconds: "${var.ttl}" as never } });
    expect(edge.rules(CACHE)[0]).toMatchObject({ action_parameters: { edge_ttl: { default: "${var.ttl}" } } });
  });
});

describe("a page rule", () => {
  const options: Partial<EdgeHostProps> = {
    strictTls: StrictTls.PAGE_RULE,
    acknowledgements: { "edge/implicit-edge-ttl": "every answer has Cache-Control" },
  };

  test("carries TLS and the cache of a host, is active, and has a place", () => {
    const edge = new EdgeStack();
    const host = edge.host("api.example.com", options);
    edge.host("v2.example.com", options);
    edge.host("v3.example.com", { ...options, pageRulePriority: 9 });
    expect(host.pageRule!.friendlyUniqueId).toBe("api-example-com");
    const all = resources(edge.stack, "cloudflare_page_rule");
    expect(all["api-example-com"]).toEqual({
      zone_id,
      target: "api.example.com/*",
      priority: 1,
      status: "active",
      actions: { ssl: "strict", cache_level: "cache_everything" },
    });
    expect([all["v2-example-com"]!.priority, all["v3-example-com"]!.priority]).toEqual([2, 9]);
    expect(edge.rules(CACHE)).toEqual([]);
    expect(edge.rules(CONFIG)).toEqual([]);
    expect(edge.rules(REDIRECT)).toHaveLength(1);
  });

  test("is counted by the zone's plan", () => {
    const edge = new EdgeStack();
    edge.zone({ plan: ZonePlan.FREE });
    for (const name of ["a", "b", "c"]) edge.host(`${name}.example.com`, options);
    expect(() => edge.validate()).not.toThrow();
    edge.host("d.example.com", options);
    expect(refusedFor(() => edge.validate())).toEqual(["edge/too-many-rules at page rules"]);
  });

  test("of the user's for the same host is found", () => {
    const edge = new EdgeStack();
    const { zoneId } = edge.zone();
    edge.host("api.example.com", options);
    const target = "https://api.example.com/*";
    const mine = new PageRule(edge.stack, "mine", { zoneId, target, status: "active", actions: {} });
    expect(refusedFor(() => edge.validate())).toEqual([
      `edge/second-page-rule at cloudflare_page_rule.${mine.friendlyUniqueId}.target`,
    ]);
  });
});

describe("what the user wrote beside it", () => {
  test("is checked at the end", () => {
    const edge = new EdgeStack();
    const { zoneId } = edge.zone();
    edge.host("api.example.com", { strictTls: StrictTls.EXTERNAL });
    const target = "*.example.com/*";
    new PageRule(edge.stack, "tls", { zoneId, target, actions: { ssl: "flexible" } });
    new DnsRecord(edge.stack, "www", { zoneId, name: "www", type: "A", content: "192.0.2.1", proxied: true, ttl: 60 });
    const findings = refusal(() => edge.validate());
    expect(findings.map(({ rule }) => rule)).toEqual([
      "edge/inactive-page-rule",
      "edge/proxied-ttl",
      "edge/insecure-tls-mode",
    ]);
  });
});

describe("a host", () => {
  test("is declared once in an app", () => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    const other = new EdgeStack(edge.app, "other");
    const [finding] = refusal(() => other.host("API.example.com", { zone: edge.zone() }));
    expect([finding!.rule, finding!.property]).toEqual(["edge/duplicate-host", "host"]);
    expect(finding!.message).toContain("stack/api-example-com");
    expect(finding!.message).toContain("second region");
  });

  test("that was refused leaves nothing behind", () => {
    const edge = new EdgeStack();
    expect(refusedFor(() => edge.host("api.example.com", { ttlSeconds: 5 }))).toEqual([
      "edge/proxied-ttl at ttlSeconds",
    ]);
    expect(resources(edge.stack, "cloudflare_dns_record")).toEqual({});
    expect(resources(edge.stack, "cloudflare_ruleset")).toEqual({});
  });

  test("shares one user's answers with another only for a reason", () => {
    const cache = { ttlSeconds: 60, bypass: { authorization: false } };
    const rule = "edge/override-shares-credentials";
    expect(refusedFor(() => new EdgeStack().host("api.example.com", { cache }))).toEqual([
      `${rule} at cache.bypass.authorization`,
    ]);
    const edge = new EdgeStack();
    const host = edge.host("api.example.com", {
      cache,
      acknowledgements: { [rule]: "the token only counts requests" },
    });
    expect(warnings(host)).toEqual([]);
    expect(edge.rules(CACHE).at(-1)!.expression).toBe('(http.host eq "api.example.com" and len(http.cookie) > 0)');
    const empty = { cache, acknowledgements: { [rule]: " " } };
    expect(refusedFor(() => new EdgeStack().host("api.example.com", empty))).toEqual([
      `input/invalid-acknowledgement at acknowledgements["${rule}"]`,
    ]);
  });

  test("a reason that nothing needs is a warning", () => {
    const acknowledgements = { "edge/no-https-redirect": "something else redirects" };
    expect(warnings(new EdgeStack().host("api.example.com", { acknowledgements }))).toEqual([
      expect.stringMatching(/^input\/unused-acknowledgement: /),
    ]);
  });

  test("keeps its secret out of the code", () => {
    const header = (value: string) => ({ originSecretHeader: { name: "X-Secret", value } });
    const findings = refusal(() => new EdgeStack().host("api.example.com", header("hunter2")));
    expect(findings.map(({ rule, property }) => [rule, property])).toEqual([
      ["edge/secret-in-text", "originSecretHeader.value"],
    ]);
    expect(findings[0]!.message).not.toContain("hunter2");
    const edge = new EdgeStack();
    expect(refusedFor(() => edge.host("api.example.com", header(edge.variable("secret"))))).toEqual([
      "edge/secret-in-text at originSecretHeader.value",
    ]);
  });

  test.each<[string, object, string]>([
    ["a zone that is none", { zone: { zoneId: "x", zoneName: "example.com" } }, "input/wrong-type at zone"],
    ["a mode of TLS that there is not", { strictTls: "full" }, "input/wrong-type at strictTls"],
    ["an option that there is not", { ttl: 60 }, "input/unknown-option at ttl"],
    ["a cache option that there is not", { cache: { ttl: 60 } }, "input/unknown-option at cache.ttl"],
    ["a path's option that there is not", { cache: { paths: [{ path: "/a", ttl: 60 }] } }, "input/unknown-option at cache.paths[0].ttl"], // prettier-ignore
    ["a path that Terraform knows", { cache: { paths: [{ path: "${var.x}" }] } }, "input/wrong-type at cache.paths[0].path"], // prettier-ignore
    ["a secret without a value", { originSecretHeader: { name: "X" } }, "input/missing-option at originSecretHeader.value"], // prettier-ignore
    ["an origin's TTL that there is not", { cache: { originTtl: "override_origin" } }, "input/wrong-type at cache.originTtl"], // prettier-ignore
  ])("refuses %s", (_what, options, expected) => {
    expect(refusedFor(() => new EdgeStack().host("api.example.com", options))).toEqual([expected]);
  });
});

test("an app with several stacks refers to one zone", () => {
  const app = Testing.app();
  const edge = new EdgeStack(app, "zone");
  const other = new EdgeStack(app, "api");
  const zone = edge.zone({ zoneId: "0123456789abcdef0123456789abcdef" });
  other.host("api.example.com", { zone });
  const secret = other.variable("secret", true);
  other.host("v2.example.com", { zone, originSecretHeader: { name: "X-Secret", value: secret } });
  edge.stack.prepareStack();
  expect(JSON.stringify(edge.rules(TRANSFORM))).toContain(
    "data.terraform_remote_state.cross-stack-reference-input-api",
  );
  expect(JSON.stringify(synthesized(other.stack).output)).toContain("var.secret");
});

test("whatever is rendered is what the provider takes", () => {
  const edge = new EdgeStack();
  edge.zone({ tieredCache: true, alwaysUseHttps: true, plan: ZonePlan.ENTERPRISE });
  edge.host("api.example.com", {
    comment: "x",
    recordTags: ["a:b"],
    originSecretHeader: { name: "X-Secret", value: edge.variable("secret", true) },
    cache: {
      ttlSeconds: 60,
      statusCodeTtls: [{ statusCode: 404, ttlSeconds: 0 }, { fromStatusCode: 500, ttlSeconds: -1 }], // prettier-ignore
      browserTtlSeconds: 5,
      excludeQueryStrings: ["utm"],
      keyHeaders: ["X-Tenant"],
      ignoreQueryStringOrder: true,
      cacheByDeviceType: true,
      cacheDeceptionArmor: true,
      serveStaleWhileRevalidating: true,
      respectStrongEtags: true,
      originErrorPassthrough: true,
      paths: [{ path: "/v1/*", includeQueryStrings: ["page"] }],
      bypass: { headers: ["X-Api-Key"], cookieNames: ["session"] },
    },
  });
  edge.host("pages.example.com", {
    strictTls: StrictTls.PAGE_RULE,
    cache: { browserTtlSeconds: 5, statusCodeTtls: [{ statusCode: 404, ttlSeconds: 0 }], cacheDeceptionArmor: true },
    acknowledgements: { "edge/implicit-edge-ttl": "test" },
  });
  edge.host("zone.example.com", { strictTls: StrictTls.ZONE, httpsRedirect: true });
  expect(checkAgainstSchema(Testing.synth(edge.stack))).toEqual([]);
});
