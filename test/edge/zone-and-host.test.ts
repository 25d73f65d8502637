import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { PageRule } from "@cdktf/provider-cloudflare/lib/page-rule";
import { Ruleset } from "@cdktf/provider-cloudflare/lib/ruleset";
import { ZoneSetting } from "@cdktf/provider-cloudflare/lib/zone-setting";
import { TerraformStack, TerraformVariable } from "cdktf";
import { RulesetOwnership } from "../../lib/edge/cloudflare-zone-props";
import { RulesetPhase } from "../../lib/edge/core/ruleset-phase";
import { StrictTls } from "../../lib/edge/core/strict-tls";
import { ZonePlan } from "../../lib/edge/core/zone-plan";
import { EdgeHost } from "../../lib/edge/edge-host";
import { EdgeHostProps } from "../../lib/edge/edge-host-props";
import { refusal as refusals } from "../support/findings";
import { resource } from "../support/terraform";
import { EdgeStack, TARGET } from "./edge-stack";

const { CACHE, CONFIG } = RulesetPhase;
const ZONE_ID = "0123456789abcdef0123456789abcdef";
const reasons = { "edge/implicit-edge-ttl": "a test" };
const refusal = (act: () => unknown) =>
  refusals(act)
    .map(({ message }) => message)
    .join("\n");
const refused = (host: Partial<EdgeHostProps>, plan?: ZonePlan) =>
  refusal(() => {
    const edge = new EdgeStack();
    edge.zone({ plan });
    edge.host("api.example.com", host);
  });

test("1: a status code TTL that only Terraform knows passes credentials on too", () => {
  const edge = new EdgeStack();
  const ttl = new TerraformVariable(edge.stack, "ttl", { type: "number" }).numberValue;
  edge.host("api.example.com", { cache: { statusCodeTtls: [{ statusCode: 200, ttlSeconds: ttl }] } });
  expect(edge.rules(CACHE).map(({ ref }) => ref)).toContain("api_example_com__bypass_credentials");
});

test.each([
  [{ ignoreQueryStrings: true }, { ignoreQueryStrings: false }, { query_string: { include: { all: true } } }],
  [{ includeQueryStrings: ["a"] }, { excludeQueryStrings: [] }, { query_string: { include: { all: true } } }],
  [{ keyHeaders: ["x-a"] }, { keyHeaders: [] }, { header: { exclude_origin: false } }],
])("2: a path says the opposite of the host's %j aloud", (ofHost, ofPath, key) => {
  const edge = new EdgeStack();
  edge.host("api.example.com", { cache: { ...ofHost, paths: [{ path: "/search", ...ofPath }] } });
  expect(edge.rules(CACHE)[1]!.action_parameters).toMatchObject({ cache_key: { custom_key: key } });
});

test.each([
  [ZonePlan.FREE, undefined],
  [undefined, undefined],
  [ZonePlan.ENTERPRISE, 0],
])("3: browser TTL 0 in a page rule (%s)", (plan, ttl) => {
  const edge = new EdgeStack();
  edge.zone({ plan });
  edge.host("api.example.com", { strictTls: StrictTls.PAGE_RULE, acknowledgements: reasons });
  const { actions } = resource(edge.stack, "cloudflare_page_rule", "api-example-com") as {
    actions: { browser_cache_ttl?: number };
  };
  expect(actions.browser_cache_ttl).toBe(ttl);
});

test.each(['(http.host in {"www.example.com" "api.example.com"})', "true"])(
  "4: an own rule %s cannot undo the TLS mode of a host",
  (expression) => {
    const edge = new EdgeStack();
    edge.host("api.example.com");
    edge
      .zone()
      .addRule({ phase: CONFIG, ref: "own", expression, action: "set_config", actionParameters: { ssl: "flexible" } });
    expect(refusal(() => edge.validate())).toContain("edge/insecure-tls-mode");
  },
);
test("4: an own rule for another host may", () => {
  const edge = new EdgeStack();
  edge.host("api.example.com");
  edge.zone().addRule({
    phase: CONFIG,
    ref: "own",
    expression: 'http.host eq "old.example.com"',
    action: "set_config",
    actionParameters: { ssl: "flexible" },
  });
  edge.validate();
});

test.each(["/v1/%7Eme/*", "/caf%c3%a9", "/a/../b", "/a//b", "/a/%2e%2e/b"])("5: %s never arrives", (path) => {
  expect(refused({ cache: { bypass: { paths: [path] } } })).toContain("edge/path-syntax");
});
test.each(["/caf%C3%A9", "/a/b.json", "/a/.well-known/*", "/a..b", "/a%2Fb", "/v1/*/x"])("5: %s arrives", (path) => {
  new EdgeStack().host("api.example.com", { cache: { bypass: { paths: [path] } } });
});

test("6: external rules are not lost in the property of the binding", () => {
  const edge = new EdgeStack();
  const zone = edge.zone({ rulesets: RulesetOwnership.EXTERNAL });
  edge.host("api.example.com");
  expect(
    refusal(() => {
      new Ruleset(edge.stack, "mine", {
        zoneId: zone.zoneId,
        kind: "zone",
        name: "default",
        phase: CACHE,
        rules: zone.rules(CACHE),
      });
      edge.validate();
    }),
  ).toContain("action_parameters");
});

test("7: page rules for other paths of one host are no duplicates", () => {
  const edge = new EdgeStack();
  const common = { zoneId: edge.zone().zoneId, status: "active" };
  new PageRule(edge.stack, "a", {
    ...common,
    target: "www.example.com/images/*",
    actions: { cacheLevel: "cache_everything" },
  });
  new PageRule(edge.stack, "b", { ...common, target: "www.example.com/admin/*", actions: { cacheLevel: "bypass" } });
  edge.validate();
  new PageRule(edge.stack, "d", { ...common, target: "old.example.com/*", actions: { ssl: "strict" } });
  new PageRule(edge.stack, "e", {
    ...common,
    target: "old.example.com/v1/*",
    actions: { cacheLevel: "cache_everything" },
  });
  expect(refusal(() => edge.validate())).toContain("cloudflare_page_rule.e");
  new PageRule(edge.stack, "c", { ...common, target: "https://www.example.com/admin/*", actions: { ssl: "strict" } });
  expect(refusal(() => edge.validate())).toContain("cloudflare_page_rule.c");
});

test("8: the TLS mode of another zone, and a page rule below a configuration rule, are not ours", () => {
  const edge = new EdgeStack();
  edge.zone({ strictTls: true });
  edge.host("api.example.com", { strictTls: StrictTls.HOST });
  edge.host("b.example.com");
  new ZoneSetting(edge.stack, "other", { zoneId: ZONE_ID, settingId: "ssl", value: "flexible" as never });
  new PageRule(edge.stack, "p", {
    zoneId: edge.zone().zoneId,
    status: "active",
    target: "api.example.com/*",
    actions: { ssl: "flexible" },
  });
  edge.validate();
});

test.each(["aws_api_gateway_rest_api.api.id", "aws_apigatewayv2_api.api.id"])(
  "9: the address made of %s is the API's own",
  (id) => {
    expect(refused({ target: `\${${id}}.execute-api.eu-central-1.amazonaws.com` })).toContain(
      "edge/default-endpoint-target",
    );
  },
);

test("10: what would be ignored is refused", () => {
  expect(refused({ cache: { enabled: false, ttlSeconds: 7200 } })).toContain("cache.ttlSeconds");
  expect(refused({ cache: { enabled: false, bypass: { cookies: true } } })).toContain("cache.bypass");
  new EdgeStack().host("api.example.com", { cache: { enabled: false, ttlSeconds: 7200, paths: [{ path: "/a" }] } });
});

test.each(["Cookie", "Host", "Origin", "CF-Ray", "Cache-Control", "Range"])("11: %s is in no key", (name) => {
  expect(refused({ cache: { keyHeaders: [name] } })).toContain("edge/refused-value");
});
test.each(["Cookie", "X-Forwarded-For", "True-Client-IP"])("11: %s carries no secret", (name) => {
  expect(refused({ originSecretHeader: { name, value: "${var.x}" } })).toContain("edge/refused-value");
});

test("12: what a page rule cannot have", () => {
  const pageRule = { strictTls: StrictTls.PAGE_RULE, acknowledgements: reasons };
  const share = { "edge/override-shares-credentials": "a test" };
  expect(refused({ ...pageRule, acknowledgements: share, cache: { ttlSeconds: 2419201 } })).toContain("2419200");
  expect(refused({ ...pageRule, cache: { cacheByDeviceType: true } }, ZonePlan.BUSINESS)).toContain("edge/not-in-plan");
  expect(
    refused(
      { ...pageRule, acknowledgements: share, cache: { statusCodeTtls: [{ fromStatusCode: 200, ttlSeconds: 60 }] } },
      ZonePlan.PRO,
    ),
  ).toContain("edge/not-in-plan");
});

test("13: resources in the stack of a host are looked at", () => {
  const edge = new EdgeStack();
  const other = new TerraformStack(edge.app, "other");
  new CloudflareProvider(other, "cloudflare", {});
  new EdgeHost(other, "h", { host: "api.example.com", zone: edge.zone({ zoneId: ZONE_ID }), target: TARGET });
  new Ruleset(other, "mine", { zoneId: ZONE_ID, kind: "zone", name: "x", phase: CACHE, rules: [] });
  expect(refusal(() => edge.validate())).toContain("edge/second-ruleset");
});

test.each([
  ['http.request.method ne "GET"', "edge/method-never-cached"],
  ['not (http.request.method in {"GET" "HEAD"})', "edge/method-never-cached"],
  ['http.request.method eq "POST"', "edge/method-never-cached"],
])("14: %s never caches", (expression, rule) => {
  expect(refusal(() => new EdgeStack().zone().addCacheRule({ ref: "own", expression }))).toContain(rule);
});
test.each(['http.request.method eq "POST" or http.host eq "a.example.com"', 'not http.request.method eq "POST"'])(
  "14: %s does",
  (expression) => {
    new EdgeStack().zone().addCacheRule({ ref: "own", expression });
  },
);

test("15: a comment with quotes beside a reference is valid HCL", () => {
  const edge = new EdgeStack();
  edge.host("api.example.com", { comment: `say "hi" ${edge.variable("who")}` });
  const { hcl } = (edge.stack as unknown as { toHclTerraform(): { hcl: string } }).toHclTerraform();
  expect(hcl).toContain('comment = "${format("say \\"hi\\" %s", var.who)}"');
});
