import { ApiGatewayIntegrationConfig } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethodConfig } from "@cdktf/provider-aws/lib/api-gateway-method";
import { Fn, TerraformVariable, Testing, Token, dependable } from "cdktf";
import { CacheKey, StageCacheEndpoint, StageCacheProps } from "../../lib";
import { addTrigger } from "../../lib/gateway/l1-keys";
import { refusedFor } from "../support/findings";
import { resource } from "../support/terraform";
import { TestApi, TestApiOptions } from "../support/test-api";

/** `GET /cats/{id}`, cached with these options, as Terraform reads its method and its integration. */
function catById(
  cache: Partial<StageCacheEndpoint>,
  method: Partial<ApiGatewayMethodConfig> = {},
  integration: Partial<ApiGatewayIntegrationConfig> = {},
) {
  const api = new TestApi();
  const declared = api.endpoint("GET", "/cats/{id}", method, integration);
  const dogs = api.endpoint("GET", "/dogs");
  api.cache([{ method: declared.method, ...cache }, { method: dogs.method }]);
  return {
    method: resource(api.stack, "aws_api_gateway_method", "get_cats_id"),
    integration: resource(api.stack, "aws_api_gateway_integration", "get_cats_id_integration"),
  };
}

const keys = [CacheKey.path("id"), CacheKey.header("Accept-Language")];
const NAMES = ["method.request.header.Accept-Language", "method.request.path.id"];

describe("the keys of a Lambda proxy", () => {
  test("are declared on the method, and named on the integration, and mapped nowhere", () => {
    const { method, integration } = catById({ keys });
    expect(method.request_parameters).toEqual(Object.fromEntries(NAMES.map((name) => [name, false])));
    expect(integration.cache_key_parameters).toEqual(NAMES);
    expect(integration).not.toHaveProperty("request_parameters");
  });

  test("from the body and the context are mapped on the integration alone", () => {
    const more = [CacheKey.path("id"), CacheKey.body({ header: "x-body" }), CacheKey.context("authorizer.sub")];
    const { method, integration } = catById({ keys: more });
    expect(method.request_parameters).toEqual({ "method.request.path.id": false });
    expect(integration.request_parameters).toEqual({
      "integration.request.header.x-body": "method.request.body",
      "integration.request.header.CacheKeyContext-authorizer-sub": "context.authorizer.sub",
    });
    expect(integration.cache_key_parameters).toEqual([
      "integration.request.header.CacheKeyContext-authorizer-sub",
      "integration.request.header.x-body",
      "method.request.path.id",
    ]);
  });
});

test.each(["AWS", "HTTP", "HTTP_PROXY", "MOCK"])("the keys of an %s integration are mapped on it too", (type) => {
  const { method, integration } = catById({ keys }, {}, { type });
  expect(method.request_parameters).toEqual(Object.fromEntries(NAMES.map((name) => [name, false])));
  expect(integration.cache_key_parameters).toEqual(NAMES);
  expect(integration.request_parameters).toEqual({
    "integration.request.path.id": "method.request.path.id",
    "integration.request.header.Accept-Language": "method.request.header.Accept-Language",
  });
});

describe("what the user declared on the method", () => {
  test("stays there, and what must be given stays so", () => {
    const { method } = catById(
      { keys },
      { requestParameters: { "method.request.path.id": true, "method.request.querystring.page": true } },
    );
    expect(method.request_parameters).toEqual({
      "method.request.path.id": true,
      "method.request.querystring.page": true,
      "method.request.header.Accept-Language": false,
    });
  });

  test("must be given as soon as a key says so", () => {
    const { method } = catById(
      { keys: [CacheKey.path("id"), CacheKey.header("A", { required: true })] },
      { requestParameters: { "method.request.header.A": false } },
    );
    expect(method.request_parameters).toEqual({ "method.request.path.id": false, "method.request.header.A": true });
  });
});

describe("what the user declared on the integration", () => {
  test("stays there, and comes first", () => {
    const { integration } = catById(
      { keys },
      {},
      {
        type: "HTTP",
        requestParameters: {
          "integration.request.path.id": "method.request.querystring.id",
          "integration.request.header.X": "'text'",
        },
        cacheKeyParameters: ["method.request.path.id", "integration.request.header.X"],
      },
    );
    expect(integration.request_parameters).toEqual({
      "integration.request.path.id": "method.request.querystring.id",
      "integration.request.header.X": "'text'",
      "integration.request.header.Accept-Language": "method.request.header.Accept-Language",
    });
    expect(integration.cache_key_parameters).toEqual(["integration.request.header.X", ...NAMES]);
  });

  test("is enough for the key", () => {
    const { method, integration } = catById(
      {},
      { requestParameters: { "method.request.path.id": true } },
      { cacheKeyParameters: ["method.request.path.id"] },
    );
    expect(method.request_parameters).toEqual({ "method.request.path.id": true });
    expect(integration.cache_key_parameters).toEqual(["method.request.path.id"]);
  });

  test("is read where it is given beside the method", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats/{id}");
    const { integration } = api.endpoint("POST", "/elsewhere");
    api.cache([{ method, integration, keys }]);
    const find = (name: string) => resource(api.stack, "aws_api_gateway_integration", name);
    expect(find("post_elsewhere_integration").cache_key_parameters).toEqual(NAMES);
    expect(find("get_cats_id_integration")).not.toHaveProperty("cache_key_parameters");
  });
});

describe("the cache namespace", () => {
  test.each<[string, Partial<StageCacheEndpoint>, Partial<ApiGatewayIntegrationConfig>, string]>([
    ["is the id of the endpoint", {}, {}, "GET_cats_by-id"],
    ["stays what the integration says", {}, { cacheNamespace: "declared" }, "declared"],
    ["is what the endpoint says", { cacheNamespace: "given" }, { cacheNamespace: "declared" }, "given"],
    ["stays there while the endpoint is switched off", { enabled: false }, {}, "GET_cats_by-id"],
  ])("%s", (_what, cache, declared, expected) => {
    expect(catById({ keys, ...cache }, {}, declared).integration.cache_namespace).toBe(expected);
  });

  test("of two verbs of one resource, which API Gateway would give the same, is not the same", () => {
    const api = new TestApi();
    const verbs = ["GET", "HEAD"].map((verb) => ({ method: api.endpoint(verb, "/cats").method }));
    api.cache(verbs);
    const names = ["get_cats_integration", "head_cats_integration"].map(
      (name) => resource(api.stack, "aws_api_gateway_integration", name).cache_namespace,
    );
    expect(names).toEqual(["GET_cats", "HEAD_cats"]);
  });
});

test("the keys of an endpoint that is switched off are there before it is switched on again", () => {
  expect(catById({ keys, enabled: false }).integration.cache_key_parameters).toEqual(NAMES);
});

test("an endpoint without keys declares nothing", () => {
  const { method, integration } = catById({ enabled: false });
  expect(method).not.toHaveProperty("request_parameters");
  expect(integration).not.toHaveProperty("request_parameters");
  expect(integration).not.toHaveProperty("cache_key_parameters");
});

/** The deployment of an API with two cached endpoints, as Terraform reads it. */
function deploymentOf(
  cats: Partial<StageCacheEndpoint> = {},
  {
    options = {},
    api: apiOptions = {},
    integration = {},
    reversed = false,
  }: {
    options?: Partial<StageCacheProps>;
    api?: TestApiOptions;
    integration?: Partial<ApiGatewayIntegrationConfig>;
    reversed?: boolean;
  } = {},
) {
  const api = new TestApi(apiOptions);
  const [one, two] = [api.endpoint("GET", "/cats/{id}", {}, integration), api.endpoint("GET", "/dogs")];
  const endpoints = [{ method: one.method, keys: [CacheKey.path("id")], ...cats }, { method: two.method }];
  api.cache(reversed ? endpoints.reverse() : endpoints, options);
  return resource(api.stack, "aws_api_gateway_deployment", "deployment");
}

describe("a new deployment is made", () => {
  const trigger = (...given: Parameters<typeof deploymentOf>) => JSON.stringify(deploymentOf(...given).triggers);
  const id = CacheKey.path("id");
  const body = (from: string) => CacheKey.parse("integration.request.header.x", from);

  test.each<[string, Parameters<typeof deploymentOf>, Parameters<typeof deploymentOf>]>([
    ["a key is added", [{ keys: [id] }], [{ keys: [id, CacheKey.header("A")] }]],
    ["a key is replaced", [{ keys: [id, CacheKey.header("A")] }], [{ keys: [id, CacheKey.header("B")] }]],
    ["a key must be given", [{ keys: [id, CacheKey.header("A")] }], [{ keys: [id, CacheKey.header("A", { required: true })] }]], // prettier-ignore
    ["a mapping changes", [{ keys: [id, body("context.a")] }], [{ keys: [id, body("context.b")] }]],
    ["a namespace changes", [{ cacheNamespace: "a" }], [{ cacheNamespace: "b" }]],
    ["the integration starts to map", [{}], [{}, { integration: { type: "HTTP" } }]],
    ["the cache is switched on", [{}, { options: { enabled: false } }], [{}]],
  ])("when %s", (_what, before, after) => {
    expect(trigger(...before)).not.toBe(trigger(...after));
  });

  test.each<[string, Parameters<typeof deploymentOf>, Parameters<typeof deploymentOf>]>([
    ["nothing changes", [{}], [{}]],
    ["a TTL changes", [{ ttlSeconds: 1 }], [{ ttlSeconds: 2 }]],
    ["an endpoint is switched off", [{}], [{ enabled: false }]],
    [
      "the stage's settings change",
      [{}],
      [{}, { options: { ttlSeconds: 1, metricsEnabled: true, clusterSize: "1.6" } }],
    ],
    ["the keys are written in another order", [{ keys: [id, CacheKey.header("A")] }], [{ keys: [CacheKey.header("A"), id] }]], // prettier-ignore
    ["the endpoints are written in another order", [{}], [{}, { reversed: true }]],
  ])("not when %s", (_what, before, after) => {
    expect(trigger(...before)).toBe(trigger(...after));
  });
});

describe("the deployment", () => {
  const integrations = ["get_cats_id", "get_dogs"].map((name) => `aws_api_gateway_integration.${name}_integration`);

  test("waits for the integrations that carry the keys", () => {
    expect(deploymentOf().depends_on).toEqual(expect.arrayContaining([integrations[0]]));
  });

  test("is there before the old one goes, which API Gateway demands of a live one", () => {
    expect(deploymentOf().lifecycle).toEqual({ create_before_destroy: true });
  });

  test("keeps the user's own triggers and lifecycle", () => {
    const deployment = deploymentOf(
      {},
      { api: { deployment: { triggers: { version: "1" }, lifecycle: { preventDestroy: true } } } },
    );
    expect(deployment.triggers).toMatchObject({ version: "1" });
    expect(Object.keys(deployment.triggers as object)).toHaveLength(2);
    expect(deployment.lifecycle).toEqual({ create_before_destroy: true, prevent_destroy: true });
  });

  test("keeps what the user made it wait for, and waits for nothing twice", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/cats/{id}");
    const other = api.endpoint("POST", "/cats");
    api.deployment.dependsOn = [dependable(integration), dependable(other.method)];
    api.cache([{ method, keys: [CacheKey.path("id")] }]);
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment").depends_on).toEqual([
      integrations[0],
      "aws_api_gateway_method.post_cats",
    ]);
  });

  test("is found through a stage that refers to it", () => {
    expect(deploymentOf()).toHaveProperty("triggers.cache_keys");
  });

  test("follows no keys with the cache off, and still goes only after the new one is there", () => {
    const off = deploymentOf({}, { options: { enabled: false } });
    expect(off).not.toHaveProperty("triggers");
    expect(off).not.toHaveProperty("depends_on");
    expect(off.lifecycle).toEqual({ create_before_destroy: true });
  });

  test("can be given where the stage does not refer to it", () => {
    const api = new TestApi();
    api.stage.deploymentId = new TerraformVariable(api.stack, "deployment-id", {}).stringValue;
    const { method } = api.endpoint("GET", "/cats/{id}");
    const endpoints = [{ method, keys: [CacheKey.path("id")] }];
    expect(refusedFor(() => api.cache(endpoints))).toEqual(["gateway/keys-without-deployment at deployment"]);

    const other = new TestApi();
    other.stage.deploymentId = new TerraformVariable(other.stack, "deployment-id", {}).stringValue;
    const cats = other.endpoint("GET", "/cats/{id}");
    other.cache([{ ...endpoints[0], method: cats.method }], { deployment: other.deployment });
    expect(resource(other.stack, "aws_api_gateway_deployment", "deployment")).toHaveProperty("triggers.cache_keys");
  });
});

describe("a trigger is added", () => {
  const triggersOf = ({ stack }: TestApi) => resource(stack, "aws_api_gateway_deployment", "deployment").triggers;

  test.each<[string, TestApiOptions, object]>([
    ["to none", {}, { mine: "1" }],
    ["to others", { deployment: { triggers: { a: "b" } } }, { a: "b", mine: "1" }],
  ])("%s", (_what, options, expected) => {
    const api = new TestApi(options);
    addTrigger(api.deployment, "mine", "1");
    expect(triggersOf(api)).toEqual(expected);
  });

  test("to a map that only Terraform knows", () => {
    const triggers = Token.asStringMap(Fn.merge([{ a: "b" }, { c: "d" }]));
    const api = new TestApi({ deployment: { triggers } });
    addTrigger(api.deployment, "mine", "1");
    addTrigger(api.deployment, "other", "2");
    const expected = '${merge(merge(merge({"a" = "b"}, {"c" = "d"}), {"mine" = "1"}), {"other" = "2"})}';
    expect(triggersOf(api)).toBe(expected);
    expect(Testing.synthHcl(api.stack)).toContain(expected.slice(2, -1));
  });
});
