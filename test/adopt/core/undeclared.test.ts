import { Given } from "../../../lib/adopt/core/given";
import { adoptionOf, API, OTHER_ID, Resources, stackWith, World, ZONE } from "../support/adopted";

const undeclared = (resource: Resources, world: World, given: Partial<Given> = {}): string[] =>
  adoptionOf({ stack: stackWith(resource), world, given }).undeclared.map(
    ({ address, what, isDeleted, effect }) => `${address}: ${what}${isDeleted ? " is deleted" : ""}: ${effect}`,
  );
const STAGE = { rest_api_id: API, stage_name: "prod" };
const settings = (...paths: readonly string[]) => ({
  aws_api_gateway_method_settings: Object.fromEntries(paths.map((path, index) => [`s${index}`, { ...STAGE, method_path: path }])), // prettier-ignore
});

describe("settings of a stage", () => {
  const world: World = {
    restStage: {
      settings: {
        "*/*": { caching: false },
        "~1cats/GET": { caching: true, ttlSeconds: 300 },
        "~1old/GET": { caching: true, ttlSeconds: 60 },
        "~1zero/GET": { caching: true, ttlSeconds: 0 },
      },
    },
  };

  test("are told once, with what they do, beside the stage", () => {
    const found = undeclared({ aws_api_gateway_stage: { prod: STAGE }, ...settings("*/*", "~1cats/GET") }, world);
    expect(found).toEqual([
      "aws_api_gateway_stage.prod: settings of ~1old/GET on the stage prod: they stay, and keep caching for 60 s",
      "aws_api_gateway_stage.prod: settings of ~1zero/GET on the stage prod: they stay",
    ]);
  });

  test("of a stage that is not the stack's are told beside the first of its own", () => {
    const found = undeclared(settings("~1cats/GET", "~1old/GET", "~1zero/GET"), world);
    expect(found).toEqual(["aws_api_gateway_method_settings.s0: settings of */* on the stage prod: they stay"]);
  });

  test("that are taken over by an option are declared", () => {
    const each = { ...STAGE, for_each: { a: "~1old/GET", b: "~1zero/GET" }, method_path: "${each.value}" };
    const all = settings("*/*", "~1cats/GET").aws_api_gateway_method_settings;
    const resource = { aws_api_gateway_stage: { prod: STAGE }, aws_api_gateway_method_settings: { ...all, each } };
    const ids = (...paths: string[]) => new Map(paths.map((path, index) => [`aws_api_gateway_method_settings.each["${"ab"[index]}"]`, `${API}/prod/${path}`])); // prettier-ignore
    expect(undeclared(resource, world, { ids: ids("~1old/GET", "~1zero/GET") })).toEqual([]);
    expect(undeclared(resource, world, { ids: ids("~1old/GET") })).toEqual([]);
    expect(undeclared(resource, world, { isNew: ["*.each"] })).toHaveLength(2);
    expect(undeclared(resource, world)).toEqual([]);
  });

  test("that may be of any stage say nothing, and those of another stage do not count", () => {
    const stages = (stage_name: string, given: Partial<Given> = {}) => {
      const each = { ...STAGE, for_each: "${var.all}", stage_name, method_path: "~1x/GET" };
      return undeclared({ aws_api_gateway_stage: { prod: STAGE }, aws_api_gateway_method_settings: { each } }, world, given); // prettier-ignore
    };
    expect(stages("${each.key}")).toEqual([]);
    const besideStage = stages("dev").filter((one) => one.startsWith("aws_api_gateway_stage.prod"));
    expect(besideStage).toHaveLength(4);
  });

  test("are not known without a read", () => {
    expect(undeclared(settings("~1cats/GET"), {}, { methodSettings: ["all"] })).toEqual([]);
  });
});

describe("methods of an API", () => {
  const method = { hasIntegration: true, responses: [], integrationResponses: [] };
  const world: World = {
    restApi: { hasPolicy: false },
    restResources: [
      { id: "cats00", path: "/cats", methods: { GET: method, POST: method } },
      { id: "any000", path: "/any", methods: { ANY: method } },
    ],
  };
  const given = { restApiIds: [{ value: API }] };
  const api = (attributes: object): Resources => ({ aws_api_gateway_rest_api: { api: attributes } });

  const POST = "aws_api_gateway_rest_api.api: the method POST /cats";
  const JSON_BODY = '{"paths": {"/cats": {"get": ${jsonencode(local.get)}, "parameters": []}, "/any": {"x-amazon-apigateway-any-method": {}}}}'; // prettier-ignore

  test.each([
    ["JSON", JSON_BODY],
    [
      "YAML",
      "swagger: '2.0'\npaths:\n  /cats:\n    get: {summary: '${var.summary}'}\n  /any:\n    x-amazon-apigateway-any-method: {}\n",
    ],
    [
      "JSON whose path is elsewhere in it",
      '{"openapi": "3.0.1", "paths": {"/cats": {"$ref": "#/x-cats"}, "/any": {"x-amazon-apigateway-any-method": {}}}, "x-cats": {"get": {}}}',
    ],
  ])("that a definition in %s has not are deleted", (_what, body) => {
    expect(undeclared(api({ body }), world, given)).toEqual([
      `${POST} is deleted: the definition is written anew without it`,
    ]);
  });

  test("that a definition has not stay where it is merged", () => {
    const merged = api({ body: JSON_BODY, put_rest_api_mode: "merge" });
    expect(undeclared(merged, world, given)).toEqual([`${POST}: it stays, and no plan shows it`]);
  });

  test.each([
    ["${file(var.body)}"],
    ["no json"],
    ["{}"],
    [7],
    ['{"paths": {"/cats": {"get": {}}, "${var.path}": {"x-amazon-apigateway-any-method": {}}}}'],
    ['{"paths": {"/cats": {"get": {}}, "/any": "${jsonencode(local.any)}"}}'],
  ])("of a definition %j are not known", (body) => {
    expect(undeclared(api({ body }), world, given)).toEqual([]);
  });

  test("keep the base path that API Gateway puts before them", () => {
    const body = '{"openapi": "3.0.1", "servers": [{"url": "https://x/cats"}], "paths": {"/": {"get": {}}}}';
    const based = (basepath: string) => undeclared(api({ body, parameters: { basepath } }), world, given);
    expect(based("prepend").map((one) => one.replace(/ is deleted.*/, ""))).toEqual([
      POST,
      "aws_api_gateway_rest_api.api: the method ANY /any",
    ]);
    expect(based("${var.mode}")).toEqual([]);
  });

  test("that are not written out stay", () => {
    const resource_id = "cats00";
    const written = { aws_api_gateway_method: { m: { rest_api_id: API, resource_id, http_method: "GET" } } };
    const found = undeclared({ ...api({}), ...written }, world, given);
    expect(found.map((one) => one.replace(/^.*: the/, "the"))).toEqual([
      "the method POST /cats: it stays, and no plan shows it",
      "the method ANY /any: it stays, and no plan shows it",
    ]);
    expect(undeclared(api({}), world, given)).toEqual([]);
  });
});

test("methods of a resource with a region of its own", () => {
  const method = { hasIntegration: true, responses: [], integrationResponses: [] };
  const region = "us-east-1";
  const written = { rest_api_id: API, resource_id: "cats00", http_method: "GET", region };
  const world: World = { restApi: { hasPolicy: false }, restResources: [{ id: "cats00", path: "/cats", methods: { GET: method, POST: method } }] }; // prettier-ignore
  const resources = { aws_api_gateway_rest_api: { api: { region } }, aws_api_gateway_method: { m: written } };
  const POST = "aws_api_gateway_rest_api.api: the method POST /cats: it stays, and no plan shows it";
  expect(undeclared(resources, world, { restApiIds: [{ value: API }] })).toEqual([POST]);
  const each = { ...written, for_each: "${var.verbs}", http_method: "${each.key}" };
  const methods = { m: written, each };
  expect(undeclared({ ...resources, aws_api_gateway_method: methods }, world, { restApiIds: [{ value: API }] })).toEqual([]); // prettier-ignore
});

test("mappings and routes with keys that only Terraform knows are told from others once they are taken over", () => {
  const domain_name = "api.example.com";
  const mapping = { domain_name, for_each: { a: "v1" }, api_mapping_key: "${each.value}" };
  const mappings: Resources = {
    aws_apigatewayv2_domain_name: { api: { domain_name } },
    aws_apigatewayv2_api_mapping: { m: mapping },
  };
  const mapped: World = {
    httpDomain: { certificateArns: [] },
    basePathMappings: ["", "v1"],
    apiMappings: [{ id: "m1", key: "v1" }, { id: "m2", key: "" }], // prettier-ignore
  };
  expect(undeclared(mappings, mapped)).toEqual([]);
  const mappingIds = new Map([['aws_apigatewayv2_api_mapping.m["a"]', `m1/${domain_name}`]]);
  const ROOT = `aws_apigatewayv2_domain_name.api: the mapping of all of ${domain_name}: it stays, and no plan shows it`;
  expect(undeclared(mappings, mapped, { ids: mappingIds })).toEqual([ROOT]);
  const one = { ...mappings, aws_apigatewayv2_api_mapping: { m: { domain_name, api_mapping_key: "${var.key}" } } };
  expect(undeclared(one, mapped)).toEqual([]);
  expect(undeclared({ ...one, aws_apigatewayv2_api_mapping: { m: { domain_name: "${var.d}" } } }, mapped)).toEqual([]);

  const api_id = "${aws_apigatewayv2_api.api.id}";
  const route = { api_id, for_each: { a: 1 }, route_key: "${each.key}" };
  const routes = { aws_apigatewayv2_api: { api: {} }, aws_apigatewayv2_route: { r: route } };
  const routed: World = { httpRoutes: ["GET /cats", "GET /dogs"].map((key, index) => ({ id: `r${index}`, key })) };
  const given = { httpApiIds: [{ value: API }] };
  expect(undeclared(routes, routed, given)).toEqual([]);
  const ids = new Map([['aws_apigatewayv2_route.r["a"]', `${API}/r0`]]);
  expect(undeclared(routes, routed, { ...given, ids })).toEqual([
    "aws_apigatewayv2_api.api: the route GET /dogs: it stays, and no plan shows it",
  ]);
});

test("mappings of a domain, whichever API of API Gateway shows them", () => {
  const domain_name = "api.example.com";
  const found = undeclared(
    {
      aws_api_gateway_domain_name: { api: { domain_name } },
      aws_api_gateway_base_path_mapping: { v1: { domain_name, base_path: "v1" } },
      aws_apigatewayv2_api_mapping: { v2: { domain_name, api_mapping_key: "v2" } },
    },
    {
      restDomain: { certificateArns: [] },
      basePathMappings: ["", "v1", "old"],
      apiMappings: ["v2", "old", "a/b"].map((key) => ({ id: key, key })),
    },
  );
  expect(found.map((one) => one.replace(/^.*: the mapping of | it stays.*$/g, ""))).toEqual([
    "api.example.com/old:",
    "api.example.com/a/b:",
    "all of api.example.com:",
  ]);
});

test("routes of an HTTP API", () => {
  const api_id = "${aws_apigatewayv2_api.api.id}";
  const found = undeclared(
    { aws_apigatewayv2_api: { api: {} }, aws_apigatewayv2_route: { r: { api_id, route_key: "GET /cats" } } },
    { httpRoutes: ["GET /cats", "GET /dogs"].map((key) => ({ id: key, key })) },
    { httpApiIds: [{ value: API }] },
  );
  expect(found).toEqual(["aws_apigatewayv2_api.api: the route GET /dogs: it stays, and no plan shows it"]);
});

describe("rules of a ruleset", () => {
  const PHASE = "http_request_cache_settings";
  const resource = (rules?: readonly object[]): Resources => ({
    cloudflare_ruleset: { cache: { zone_id: ZONE, phase: PHASE, name: "default", rules } },
  });
  const world: World = {
    rulesets: [{ id: OTHER_ID, phase: PHASE, kind: "zone", name: "default" }],
    ruleset: [
      { ref: "ours", description: "Ours", expression: "a" },
      { ref: "theirs", description: "Theirs", expression: "b" },
      { ref: "nameless", description: "" },
      { expression: "by hand" },
    ],
  };

  test("that are not declared are deleted", () => {
    const address = "cloudflare_ruleset.cache";
    const effect = "is deleted: the rules of the stack take its place";
    expect(undeclared(resource([{ ref: "ours" }]), world)).toEqual([
      `${address}: the rule "Theirs" ${effect}`,
      `${address}: the rule "nameless" ${effect}`,
      `${address}: the rule "by hand" ${effect}`,
    ]);
    expect(undeclared(resource([{ expression: "b" }]), world)).toHaveLength(3);
    expect(undeclared(resource([{ expression: "c" }]), world)).toHaveLength(4);
    expect(undeclared(resource(), world)).toHaveLength(4);
  });

  test("are read by an id that is said", () => {
    const { rulesets: _, ...rest } = world;
    const given = { rulesets: new Map([[PHASE, OTHER_ID]]) };
    expect(undeclared(resource([]), rest, given)).toHaveLength(4);
  });
});
