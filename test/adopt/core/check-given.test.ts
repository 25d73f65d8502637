import { problemOfGiven } from "../../../lib/adopt/core/check-given";
import { Given, NOTHING_GIVEN } from "../../../lib/adopt/core/given";
import { API, OTHER_ID, stackWith } from "../support/adopted";

const STACK = stackWith(
  {
    aws_api_gateway_stage: { cats: { rest_api_id: API, stage_name: "prod" }, imported: { stage_name: "prod" } },
    aws_api_gateway_method_settings: { cats: { rest_api_id: API, stage_name: "prod", method_path: "~1cats/GET" } },
    aws_apigatewayv2_stage: { dogs: { name: "$default" } },
    aws_api_gateway_domain_name: { api: { domain_name: "api.example.com" } },
    cloudflare_ruleset: { cache: { phase: "http_request_cache_settings" } },
  },
  { import: [{ to: "aws_api_gateway_stage.imported", id: "x" }] },
);

test.each<[string, Partial<Given>]>([
  ["a stage", { stages: ["prod"] }],
  ["a stage of an HTTP API", { stages: ["$default"] }],
  ["settings", { methodSettings: ["~1cats/GET"] }],
  ["all settings", { methodSettings: ["all"] }],
  ["a domain", { domainNames: ["api.example.com"] }],
  ["a ruleset", { rulesets: new Map([["http_request_cache_settings", OTHER_ID]]) }],
  ["an instance", { ids: new Map([['aws_api_gateway_stage.cats["a"]', "x"]]) }],
  ["a pattern", { isNew: ["aws_api_gateway_*"] }],
])("%s that the stack has", (_name, given) => {
  expect(problemOfGiven(STACK, { ...NOTHING_GIVEN, ...given })).toBeUndefined();
});

test.each<[string, Partial<Given>, string]>([
  ["an address", { ids: new Map([["aws_api_gateway_stage.cat", "x"]]) }, "Did you mean aws_api_gateway_stage.cats?"],
  ["what the stack imports", { ids: new Map([["aws_api_gateway_stage.imported", "x"]]) }, "imports it itself"],
  ["a pattern", { isNew: ["tls_*"] }, "--new tls_*: the stack has no such resource"],
  ["a stage", { stages: ["dev"] }, "--stage dev: the stack's stage is called prod, $default. An import under another name would be replaced"], // prettier-ignore
  ["settings", { methodSettings: ["~1cat/GET"] }, "Did you mean ~1cats/GET?"],
  ["a domain", { domainNames: ["www.example.com"] }, "it has api.example.com"],
  ["a ruleset", { rulesets: new Map([["http_config_settings", OTHER_ID]]) }, "it has http_request_cache_settings"],
])("%s that it has not", (_name, given, expected) => {
  expect(problemOfGiven(STACK, { ...NOTHING_GIVEN, ...given })).toContain(expected);
});

const OPEN = stackWith({
  aws_apigatewayv2_domain_name: { d: { domain_name: "${var.d}" } },
  aws_api_gateway_domain_name: { e: { domain_name: "API.example.com" } },
  aws_api_gateway_method_settings: { m: { for_each: "${var.m}", method_path: "${each.key}" } },
  cloudflare_ruleset: { r: { phase: "${var.p}" }, without: {} },
});

test.each<[string, Partial<Given>, string]>([
  [
    "a domain",
    { domainNames: ["a.example.com"] },
    "--domain-name a.example.com: the stack has no domain of this name, it has API.example.com. The domain_name of aws_apigatewayv2_domain_name.d is not written down: say --id 'aws_apigatewayv2_domain_name.d=…'.",
  ],
  [
    "a ruleset",
    { rulesets: new Map([["http_config_settings", OTHER_ID]]) },
    "--ruleset http_config_settings=…: the stack has no ruleset of this phase. The phase of cloudflare_ruleset.r is not written down: say --id 'cloudflare_ruleset.r=…'.",
  ],
  [
    "settings",
    { methodSettings: ["~1x/GET"] },
    "--method-settings ~1x/GET: the stack has no settings of this path. The method_path of aws_api_gateway_method_settings.m is not written down: say --id 'aws_api_gateway_method_settings.m[…]=…'.",
  ],
])("%s whose name may be in a variable is pointed to by its address", (_name, given, expected) => {
  expect(problemOfGiven(OPEN, { ...NOTHING_GIVEN, ...given })).toBe(expected);
});

test("a domain is the same in capitals", () => {
  expect(problemOfGiven(OPEN, { ...NOTHING_GIVEN, domainNames: ["api.example.com"] })).toBeUndefined();
});

test("a stage whose name only Terraform knows may be any", () => {
  const stack = stackWith({ aws_api_gateway_stage: { cats: { stage_name: "${var.stage}" } } });
  expect(problemOfGiven(stack, { ...NOTHING_GIVEN, stages: ["dev"] })).toBeUndefined();
  expect(problemOfGiven(stackWith({}), { ...NOTHING_GIVEN, stages: ["dev"] })).toBe(
    "--stage dev: the stack has no stage.",
  );
});
