import { PlannedInput, plannedAttributes } from "../../../lib/check/core/planned-attributes";
import { SENSITIVE, isUnknown } from "../../../lib/check/core/unknown";

function attributes(input: Partial<PlannedInput>) {
  const rest = { values: {}, unknown: {}, sensitive: [], expressions: {}, scope: { prefix: "", module: {} } };
  return plannedAttributes({ ...rest, address: "aws_x.y", ...input });
}
const refs = (...references: string[]) => ({ references });

test("what is known stays, and null is nothing", () => {
  expect(attributes({ values: { a: 1, b: null, c: [{ d: "x", e: null }], f: [] } })).toEqual({
    a: 1,
    c: [{ d: "x" }],
    f: [],
  });
});

test("what is not known is what it refers to", () => {
  const expressions = { rest_api_id: refs("aws_api.a.id", "aws_api.a"), method_path: refs("aws_x.r.path", "aws_x.r") };
  const unknown = { rest_api_id: true, method_path: true };
  const found = attributes({ unknown, expressions });
  expect(found.rest_api_id).toBe("${aws_api.a.id}");
  // A path may be a part of an expression: nothing is said of it.
  expect(found.method_path).toBe('${unknown("aws_x.y.method_path")}');
});

test("what is neither known nor configured is left out", () => {
  expect(attributes({ unknown: { cache_namespace: true, id: true } })).toEqual({});
});

test("blocks are gone into, each with its own expressions", () => {
  const found = attributes({
    values: { settings: [{ ttl: 5 }] },
    unknown: { settings: [{ certificate_arn: true, other: true }] },
    expressions: { settings: [{ ttl: { constant_value: 5 }, certificate_arn: refs("aws_c.c.arn", "aws_c.c") }] },
  });
  expect(found).toEqual({ settings: [{ ttl: 5, certificate_arn: "${aws_c.c.arn}" }] });
});

test("parts of a whole value that is not known are not known", () => {
  const found = attributes({
    values: { rules: [{ action: "x", expression: null }] },
    unknown: { rules: [{ expression: true }] },
    expressions: { rules: refs("aws_x.y.id", "aws_x.y") },
  }) as { rules: { action: string; expression: string }[] };
  expect(found.rules[0]!.action).toBe("x");
  expect(isUnknown(found.rules[0]!.expression)).toBe(true);
});

test("what is sensitive is not shown, at any depth", () => {
  const found = attributes({
    values: { key: "secret", variables: { token: "secret", name: "x" }, list: ["secret", "x"] },
    sensitive: [{ key: true, variables: { token: true } }, { list: [true] }],
  });
  expect(found).toEqual({ key: SENSITIVE, variables: { token: SENSITIVE, name: "x" }, list: [SENSITIVE, "x"] });
  expect(attributes({ values: { map: { a: "secret" } }, sensitive: [{ map: true }] })).toEqual({ map: SENSITIVE });
});

test("an instance refers to the instance with its key", () => {
  const resource = refs("aws_api_gateway_resource.r", "each.key");
  const found = attributes({
    address: 'module.m.aws_x.y["a"]',
    scope: { prefix: "module.m.", module: {} },
    unknown: { resource_id: true, other_id: true, api_id: true, rest_api_id: true, parent_id: true, certificate_arn: true, deployment_id: true }, // prettier-ignore
    expressions: {
      resource_id: resource,
      other_id: refs("aws_x.r", "each.value"),
      api_id: refs("aws_x.r", "aws_x.s", "each.key"),
      rest_api_id: refs("each.key", "aws_api_gateway_method.m"),
      parent_id: refs("aws_api_gateway_rest_api.a", "each.key"),
      certificate_arn: refs("aws_acm_certificate.c", "each.key"),
      deployment_id: refs("aws_ssm_parameter.p", "each.key"),
    },
  });
  expect(found.parent_id).toBe('${module.m.aws_api_gateway_rest_api.a["a"].root_resource_id}');
  expect(found.certificate_arn).toBe('${module.m.aws_acm_certificate.c["a"].arn}');
  expect(String(found.deployment_id)).toContain("unknown(");
  expect(found.resource_id).toBe('${module.m.aws_api_gateway_resource.r["a"].id}');
  expect(found.rest_api_id).toBe('${module.m.aws_api_gateway_method.m["a"].rest_api_id}');
  expect(String(found.other_id)).toContain("unknown(");
  expect(String(found.api_id)).toContain("unknown(");
});

test("an argument that is always sensitive, and not given, is none", () => {
  const values = { private_key: null, list: [], token: "", domain_name: "x" };
  const sensitive = [{ private_key: true, list: true, token: true, csr: true }];
  expect(attributes({ values, sensitive, unknown: { csr: true } })).toEqual({
    token: SENSITIVE,
    csr: SENSITIVE,
    domain_name: "x",
  });
});

test("a name that is made of another is not that name", () => {
  const unknown = { stage_name: true, domain_name: true, http_method: true, stage: true };
  const pet = refs("random_pet.p.id", "random_pet.p");
  const made = attributes({
    unknown,
    expressions: { stage_name: pet, domain_name: pet, http_method: pet, stage: pet },
  });
  for (const value of Object.values(made)) expect(value).toContain("unknown(");
  const expressions = {
    stage_name: refs("aws_api_gateway_stage.s.stage_name", "aws_api_gateway_stage.s"),
    domain_name: refs("aws_apigatewayv2_domain_name.d.id", "aws_apigatewayv2_domain_name.d"),
    http_method: refs("aws_api_gateway_method.m.http_method", "aws_api_gateway_method.m"),
    stage: refs('aws_apigatewayv2_stage.s["a"].name', 'aws_apigatewayv2_stage.s["a"]', "aws_apigatewayv2_stage.s"),
  };
  expect(attributes({ unknown, expressions })).toEqual({
    stage_name: "${aws_api_gateway_stage.s.stage_name}",
    domain_name: "${aws_apigatewayv2_domain_name.d.id}",
    http_method: "${aws_api_gateway_method.m.http_method}",
    stage: '${aws_apigatewayv2_stage.s["a"].name}',
  });
});

test("an instance of a module is no instance of a resource", () => {
  const found = attributes({
    address: 'cloudflare_ruleset.r["a"]',
    unknown: { zone_id: true },
    expressions: { zone_id: refs("module.zones", "each.key") },
  });
  expect(String(found.zone_id)).toContain("unknown(");
});
