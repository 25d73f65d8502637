import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkConfigurations } from "../../../lib/check/core/check-configuration";
import { PlainConfiguration } from "../../../lib/check/core/plain-configuration";
import { EXAMPLE_STACKS } from "../../support/examples";
import {
  CATS,
  TODAY,
  changed,
  configurationOf,
  findingsIn,
  foundIn,
  foundInResources,
  inOneLine,
  method,
  setting,
  together,
} from "../support/configuration";

const GOLDEN = join(__dirname, "../../examples");

/** The golden file of a stack, with its definition in its place. */
function goldenText(example: string, stack: string): string {
  const text = readFileSync(join(GOLDEN, example, `${stack}.tf.json`), "utf8");
  const definition = join(GOLDEN, example, `${stack}.definition.txt`);
  if (!existsSync(definition)) return text;
  const body = JSON.stringify(readFileSync(definition, "utf8"));
  const whole = text.replace('"see the definition beside this file"', () => body);
  expect(whole).not.toBe(text);
  return whole;
}

function golden(example: string, stack: string, edit: (text: string) => string = (text) => text): PlainConfiguration {
  return configurationOf(JSON.parse(edit(goldenText(example, stack))) as { [name: string]: unknown }, stack);
}

/** What the examples themselves acknowledge, because it is so. */
const ACKNOWLEDGED: { readonly [stack: string]: readonly string[] } = {
  "existing-certificate": [
    "edge/implicit-edge-ttl cloudflare_page_rule.orders_orders__example__com_edge actions.edge_cache_ttl",
    "edge/implicit-edge-ttl cloudflare_page_rule.users_users__example__com_edge actions.edge_cache_ttl",
  ],
  // Asked alone: the endpoints are cached by the other stack.
  gateway: ["gateway/no-cached-endpoint aws_api_gateway_stage.gateway cache_cluster_enabled"],
  openapi: [
    'gateway/identity-not-in-key aws_api_gateway_rest_api.cats body.paths["/cats/{pawId}"].get.x-amazon-apigateway-integration.cacheKeyParameters',
  ],
};

const found = (...configurations: PlainConfiguration[]) =>
  checkConfigurations(configurations, TODAY).map(inOneLine).sort();

describe("the examples", () => {
  test.each(EXAMPLE_STACKS)("%s, stack %s, has no finding but what it acknowledges", (example, stack) => {
    expect(found(golden(example, stack))).toEqual(ACKNOWLEDGED[stack] ?? []);
  });

  test("of several stacks have none together", () => {
    const stacks = EXAMPLE_STACKS.filter(([example]) => example === "shared-zone" || example === "shared-gateway");
    expect(found(...stacks.map(([example, stack]) => golden(example, stack)))).toEqual([]);
  });

  test.each([
    [
      "cats-rest-api",
      /\\"cacheKeyParameters\\": \[[^\]]*\]/,
      '\\"cacheKeyParameters\\": []',
      /^gateway\/unkeyed-path-parameter .*body\.paths/,
    ],
    ["cats-rest-api", '"cache_ttl_in_seconds": 300', '"cache_ttl_in_seconds": 3601', /^gateway\/ttl-out-of-range/],
    [
      "cats-rest-api",
      '"method_path": "~1cats/GET"',
      '"method_path": "~1cat/GET"',
      /^gateway\/endpoint-not-in-document/,
    ],
    ["cats-rest-api", '"caching_enabled": false', '"caching_enabled": true', /^gateway\/cached-by-default/],
    ["cats-rest-api", '"cache_cluster_enabled": true,', "", /^gateway\/setting-without-cluster/],
    ["adopt-existing-l1", '"method.request.header.Accept-Language": false,', "", /^gateway\/key-not-declared/],
    [
      "adopt-existing-l1",
      '"cache_namespace": "GET_cats_by-pawId"',
      '"cache_namespace": "GET_cats"',
      /^gateway\/shared-cache-namespace/,
    ],
    ["adopt-existing-l1", '"~1serverless/GET"', '"~1dogs/GET"', /^gateway\/duplicate-endpoint/],
    ["cloudflare-rest-api", '"http_config_settings"', '"http_request_cache_settings"', /^edge\/second-ruleset/],
    ["cloudflare-rest-api", "not ssl", "ssl", /^edge\/no-https-redirect/],
    ["cloudflare-rest-api", '"http_request_dynamic_redirect"', '"http_request_origin"', /^edge\/no-https-redirect/],
    ["cloudflare-rest-api", /len\(http\.request\.headers\[[^)]*\) > 0 or /, "", /^edge\/override-shares-credentials/],
    ["cloudflare-rest-api", '"proxied": true', '"proxied": false', /^edge\/unproxied-origin-ca/],
    ["cloudflare-rest-api", '"disable_execute_api_endpoint": true,', "", /^domain\/execute-api-endpoint-kept/],
    [
      "cloudflare-rest-api",
      '"domain_name": "api.example.com"',
      '"domain_name": "www.example.com"',
      /^certificate\/does-not-cover-host/,
    ],
    ["cloudflare-rest-api", '"REGIONAL"', '"EDGE"', /^domain\/origin-ca-on-edge/],
    ["cloudflare-http-api", '"ttl": 1', '"ttl": 300', /^edge\/proxied-ttl/],
    ["cloudflare-http-api", '"requested_validity": 5475', '"requested_validity": 100', /^certificate\/validity-days/],
  ])("%s is not silent because nothing is read: %s", (stack, before, after, rule) => {
    const lines = found(golden(stack, stack, (text) => edited(text, before, after)));
    if (rule === undefined) expect(lines).toEqual([]);
    else expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(rule)]));
  });

  function edited(text: string, before: string | RegExp, after: string): string {
    const changedText = text.replace(before, () => after);
    expect(changedText).not.toBe(text);
    return changedText;
  }
});

const STAGE = "aws_api_gateway_stage";
const SETTINGS = "aws_api_gateway_method_settings";

test("another stack may cache what this one has a cluster for", () => {
  const owner = configurationOf({ resource: { ...CATS, [SETTINGS]: {} } });
  const other = configurationOf({
    resource: { [SETTINGS]: { a: { ...setting("~1x/GET"), rest_api_id: "x", stage_name: "y" } } },
  });
  expect(found(owner)).toEqual([`gateway/no-cached-endpoint ${STAGE}.prod cache_cluster_enabled`]);
  expect(found(owner, other)).toEqual([]);
});

test("rules of one stack are for the hosts of another", () => {
  const host = {
    cloudflare_dns_record: {
      r: {
        zone_id: "${var.zone}",
        name: "api.example.com",
        content: "d-x.execute-api.eu-west-1.amazonaws.com",
        proxied: true,
        ttl: 1,
      },
    },
  };
  const rules = {
    cloudflare_ruleset: {
      r: {
        zone_id: "${var.zone}",
        phase: "http_request_cache_settings",
        rules: [
          {
            ref: "a",
            action: "set_cache_settings",
            expression: 'http.host eq "api.example.com"',
            action_parameters: { cache: true },
          },
        ],
      },
    },
  };
  expect(found(configurationOf({ resource: rules }))).toEqual([]);
  expect(found(configurationOf({ resource: host }), configurationOf({ resource: rules }))).toEqual([
    "edge/browser-ttl-override cloudflare_ruleset.r rules[0].action_parameters.browser_ttl",
    "edge/implicit-edge-ttl cloudflare_ruleset.r rules[0].action_parameters.edge_ttl",
  ]);
});

test("nothing is found twice", () => {
  const keys = ["method.request.path.id", "method.request.header.X", "method.request.header.X"];
  const resources = changed(CATS, "aws_api_gateway_integration", "cat", { cache_key_parameters: keys });
  expect(foundInResources(resources)).toEqual([
    "gateway/key-not-declared aws_api_gateway_integration.cat cache_key_parameters",
  ]);
});

test("a value that is not known is never judged, whichever it is", () => {
  for (const [type, named] of Object.entries(CATS)) {
    for (const [name, attributes] of Object.entries(named)) {
      for (const attribute of Object.keys(attributes)) {
        const over = { [attribute]: `\${var.${attribute}}` };
        const lines = foundInResources(changed(CATS, type, name, over));
        // Without its setting nothing uses the cluster; all else is silent.
        expect([type, attribute, lines.filter((line) => !line.startsWith("gateway/no-cached-endpoint"))]).toEqual([
          type,
          attribute,
          [],
        ]);
      }
    }
  }
});

describe("resources that are there by turns", () => {
  const TURNS = { a: { count: "${var.x ? 1 : 0}" }, b: { count: "${var.x ? 0 : 1}" } };
  const both = (attributes: object) => ({ a: { ...TURNS.a, ...attributes }, b: { ...TURNS.b, ...attributes } });
  const STAGE_SETTING = setting("*/*", { metrics_enabled: true });
  const DOMAIN = {
    domain_name: "api.example.com",
    domain_name_configuration: { certificate_arn: "${var.arn}", endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
  };
  const RULES = { zone_id: "${var.zone}", kind: "zone", name: "x", phase: "http_request_origin", rules: [] };
  const MAPPING = { domain_name: "api.example.com", api_id: "${var.api}", stage: "prod" };
  const PART = { rest_api_id: "abc", parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}" };

  test.each([
    [SETTINGS, STAGE_SETTING, "gateway/duplicate-endpoint aws_api_gateway_method_settings.b method_path"],
    ["aws_apigatewayv2_domain_name", DOMAIN, "domain/declared-twice aws_apigatewayv2_domain_name.b domain_name"],
    ["cloudflare_ruleset", RULES, "edge/second-ruleset cloudflare_ruleset.b phase"],
    [
      "aws_apigatewayv2_api_mapping",
      MAPPING,
      "domain/duplicate-mapping aws_apigatewayv2_api_mapping.b api_mapping_key",
    ],
  ])("%s: neither is beside the other", (type, attributes, otherwise) => {
    const apart = Object.fromEntries(
      Object.entries(both(attributes)).map(([name, { count: _, ...one }]) => [name, one]),
    );
    expect(foundInResources({ [type]: apart })).toContain(otherwise);
    expect(foundInResources({ [type]: both(attributes) })).not.toContain(otherwise);
  });

  test("path parts, stages and namespaces", () => {
    const parts = (count?: string) => ({
      aws_api_gateway_rest_api: { api: {} },
      aws_api_gateway_resource: { a: { ...PART, path_part: "{a}", count }, b: { ...PART, path_part: "{b}", count } },
    });
    const sibling = "gateway/sibling-path-parameters aws_api_gateway_resource.b path_part";
    expect(foundInResources(JSON.parse(JSON.stringify(parts())) as typeof CATS)).toContain(sibling);
    expect(foundInResources(parts("${var.n}"))).toEqual([]);
    const off = changed(CATS, STAGE, "prod", { cache_cluster_enabled: false });
    const cluster = "gateway/setting-without-cluster aws_api_gateway_method_settings.cat settings.caching_enabled";
    expect(foundInResources(off)).toEqual([cluster]);
    expect(foundInResources(changed(off, STAGE, "prod", { count: "${var.n}" }))).toEqual([]);
    const post = method(
      "cat",
      "POST",
      { request_parameters: { "method.request.path.id": true } },
      {
        cache_key_parameters: ["method.request.path.id"],
      },
    );
    const cached = together(CATS, post, { [SETTINGS]: { post: setting("~1cats~1{id}/POST") } });
    const shared = expect.stringMatching(/^gateway\/shared-cache-namespace/);
    const integration = "aws_api_gateway_integration";
    expect(foundInResources(cached)).toContainEqual(shared);
    expect(foundInResources(changed(cached, integration, "cat_post", { count: "${var.n}" }))).not.toContainEqual(
      shared,
    );
  });
});

test("one domain in two regions has its own mappings in each", () => {
  const domain = (provider: string) => ({
    provider,
    domain_name: "api.example.com",
    domain_name_configuration: { certificate_arn: "${var.arn}", endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
  });
  const mapping = (provider: string, name: string) => ({
    provider,
    domain_name: `\${aws_apigatewayv2_domain_name.${name}.domain_name}`,
    api_id: "${var.api}",
    stage: "prod",
  });
  const resources = (other: string) => ({
    aws_apigatewayv2_domain_name: { a: domain("aws.eu"), b: domain(other) },
    aws_apigatewayv2_api_mapping: { a: mapping("aws.eu", "a"), b: mapping(other, "b") },
  });
  const twice = [
    "domain/declared-twice aws_apigatewayv2_domain_name.b domain_name",
    "domain/duplicate-mapping aws_apigatewayv2_api_mapping.b api_mapping_key",
  ];
  const provider = {
    aws: [
      { alias: "eu", region: "eu-west-1" },
      { alias: "us", region: "us-east-1" },
    ],
  };
  const edge = {
    aws_api_gateway_domain_name: {
      a: { provider: "aws.us", domain_name: "api.example.com", certificate_arn: "${var.c}" },
    },
    aws_apigatewayv2_domain_name: { b: domain("aws.eu") },
    aws_apigatewayv2_api_mapping: { b: { ...mapping("aws.eu", "b"), api_mapping_key: "v1/cats" } },
  };
  expect(foundInResources(edge, { provider })).toEqual([]);
  expect(foundInResources(resources("aws.us"), { provider })).toEqual([]);
  expect(foundInResources(resources("aws.us"))).toEqual([]);
  expect(foundInResources(resources("aws.eu"), { provider })).toEqual(twice);
  expect(foundInResources(resources("aws.eu"))).toEqual(twice);
});

test("what a local value says is judged as if it were written there", () => {
  const unkeyed = changed(CATS, "aws_api_gateway_integration", "cat", { cache_key_parameters: "${local.cats.keys}" });
  const settings = { caching_enabled: "${local.on}", cache_ttl_in_seconds: "${local.cats.ttl}" };
  const resource = changed(unkeyed, "aws_api_gateway_method_settings", "cat", { settings });
  const cats = { keys: [], ttl: 7200 };
  expect(foundIn({ resource, locals: { on: true, cats } })).toEqual([
    "gateway/ttl-out-of-range aws_api_gateway_method_settings.cat settings.cache_ttl_in_seconds",
    "gateway/unkeyed-path-parameter aws_api_gateway_integration.cat cache_key_parameters",
  ]);
  expect(foundIn({ resource, locals: { on: "${var.on}", cats: "${var.cats}" } })).toEqual([]);
});

test("a private key that comes through a local value is neither shown nor told twice", () => {
  const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n";
  const resource = { aws_acm_certificate: { c: { private_key: "${local.key}", certificate_body: "${local.key}" } } };
  const found = findingsIn({ resource, locals: { key } });
  expect(found.map(inOneLine)).toEqual(["certificate/private-key-in-text locals.key"]);
  expect(JSON.stringify(found)).not.toContain("MIIE");
  const variable = { locals: { key: "${var.key}" }, variable: { key: {} } };
  expect(foundIn({ resource, ...variable })).toEqual([
    "certificate/variable-not-sensitive aws_acm_certificate.c private_key",
  ]);
});
