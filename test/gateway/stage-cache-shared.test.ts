import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { CacheKey, SharedStageCacheProps, StageCache } from "../../lib";
import { refusedFor, warnings } from "../support/findings";
import { methodSettings, resource, resources, settingsOf, synthesized } from "../support/terraform";
import { TestApi } from "../support/test-api";

const TYPE = "aws_api_gateway_method_settings";

const MONITORING = {
  loggingLevel: "INFO",
  dataTraceEnabled: false,
  metricsEnabled: true,
  throttlingRateLimit: 100,
  throttlingBurstLimit: 50,
};

/** A stack with nothing but endpoints on a stage of somebody else. */
function memberStack(
  props: Partial<SharedStageCacheProps>,
  build: (stack: TerraformStack) => Partial<SharedStageCacheProps> = () => ({}),
) {
  const stack = new TerraformStack(Testing.app(), "member");
  const cache = StageCache.shared(stack, "cache", {
    restApiId: "abc123",
    stageName: "prod",
    loggingLevel: "OFF",
    ...props,
    ...build(stack),
  });
  return { stack, cache };
}

const get = (path: string, more: object = {}) => ({ httpMethod: "GET", path, ...more });

describe("on a stage of somebody else", () => {
  test("only the settings of its own methods are written: no stage, no cluster, no defaults", () => {
    const { stack, cache } = memberStack({ ...MONITORING, ttlSeconds: 5, additionalEndpoints: [get("/a"), get("/b")] });
    expect(Object.keys(synthesized(stack).resource as object)).toEqual([TYPE]);
    expect(Object.keys(methodSettings(stack)).sort()).toEqual(["~1a/GET", "~1b/GET"]);
    expect(cache.stage).toBeUndefined();
    expect(cache.stageDefaults).toBeUndefined();
  });

  test("the settings name the stage that is given", () => {
    const { stack } = memberStack({ additionalEndpoints: [get("/a")] });
    expect(resource(stack, TYPE, "cache_GET_a")).toMatchObject({ rest_api_id: "abc123", stage_name: "prod" });
  });

  test("a stage that only Terraform knows can be named too", () => {
    const { stack } = memberStack({ additionalEndpoints: [get("/a")] }, (scope) => ({
      restApiId: new TerraformVariable(scope, "api", {}).stringValue,
      stageName: new TerraformVariable(scope, "stage", {}).stringValue,
    }));
    expect(resource(stack, TYPE, "cache_GET_a")).toMatchObject({
      rest_api_id: "${var.api}",
      stage_name: "${var.stage}",
    });
  });

  test("an endpoint has this stack's values, and the owner's CloudWatch values that are repeated here", () => {
    const { stack } = memberStack({
      ...MONITORING,
      ttlSeconds: 5,
      additionalEndpoints: [get("/a", { dataEncrypted: true })],
    });
    expect(settingsOf(stack, "~1a/GET")).toEqual({
      caching_enabled: true,
      cache_ttl_in_seconds: 5,
      cache_data_encrypted: true,
      require_authorization_for_cache_control: true,
      unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER",
      logging_level: "INFO",
      data_trace_enabled: false,
      metrics_enabled: true,
      throttling_rate_limit: 100,
      throttling_burst_limit: 50,
    });
  });

  test("an endpoint that is not cached has a TTL of 0, because the owner's defaults may cache it", () => {
    const { stack } = memberStack({ ...MONITORING, additionalEndpoints: [get("/a", { enabled: false })] });
    const settings = settingsOf(stack, "~1a/GET");
    expect(settings).toMatchObject({ cache_ttl_in_seconds: 0, throttling_rate_limit: 100 });
    expect(settings).not.toHaveProperty("caching_enabled");
  });

  test("every endpoint has a TTL of 0 when the cache is switched off here", () => {
    const { stack } = memberStack({ enabled: false, additionalEndpoints: [get("/a", { ttlSeconds: 5 }), get("/b")] });
    expect(settingsOf(stack, "~1a/GET")?.cache_ttl_in_seconds).toBe(0);
    expect(settingsOf(stack, "~1b/GET")?.cache_ttl_in_seconds).toBe(0);
  });

  test("the settings are applied one after the other", () => {
    const { stack } = memberStack({ additionalEndpoints: [get("/a"), get("/b"), get("/c")] });
    expect(resource(stack, TYPE, "cache_GET_a")).not.toHaveProperty("depends_on");
    expect(resource(stack, TYPE, "cache_GET_b").depends_on).toEqual([`${TYPE}.cache_GET_a`]);
    expect(resource(stack, TYPE, "cache_GET_c").depends_on).toEqual([`${TYPE}.cache_GET_b`]);
  });

  test("the settings have the provider that is given", () => {
    const { stack } = memberStack({ additionalEndpoints: [get("/a")] }, (scope) => ({
      provider: new AwsProvider(scope, "ireland", { alias: "ireland" }),
    }));
    expect(resource(stack, TYPE, "cache_GET_a").provider).toBe("aws.ireland");
  });

  test("nothing at all is written for no endpoint", () => {
    const { stack, cache } = memberStack({ loggingLevel: undefined });
    expect(synthesized(stack).resource).toBeUndefined();
    expect(warnings(cache)).toEqual([]);
  });
});

describe("the keys of a stack that does not own the stage", () => {
  function keyed(withDeployment: boolean, more: Partial<SharedStageCacheProps> = {}): TestApi {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats/{id}");
    StageCache.shared(api.stack, "cache", {
      restApiId: api.restApi.id,
      stageName: "prod",
      loggingLevel: "OFF",
      endpoints: [{ method, keys: [CacheKey.path("id")] }],
      ...(withDeployment ? { deployment: api.deployment } : {}),
      ...more,
    });
    return api;
  }

  test("are written to its methods and integrations", () => {
    const api = keyed(false);
    expect(resource(api.stack, "aws_api_gateway_method", "get_cats_id").request_parameters).toEqual({
      "method.request.path.id": false,
    });
    expect(resource(api.stack, "aws_api_gateway_integration", "get_cats_id_integration")).toMatchObject({
      cache_key_parameters: ["method.request.path.id"],
      cache_namespace: "GET_cats_by-id",
    });
  });

  test("are there before the first setting, where the owner deploys", () => {
    const api = keyed(false);
    expect(resource(api.stack, TYPE, "cache_GET_cats_by-id").depends_on).toEqual([
      "aws_api_gateway_integration.get_cats_id_integration",
    ]);
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment")).not.toHaveProperty("triggers");
  });

  test("are deployed before the first setting, where this stack deploys", () => {
    const api = keyed(true);
    expect(resource(api.stack, TYPE, "cache_GET_cats_by-id").depends_on).toEqual([
      "aws_api_gateway_deployment.deployment",
    ]);
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment")).toMatchObject({
      triggers: { cache_keys: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
      depends_on: ["aws_api_gateway_integration.get_cats_id_integration"],
    });
  });

  test("go only after caching is off, where this stack deploys", () => {
    const api = new TestApi();
    const [cats, dogs] = [api.endpoint("GET", "/cats"), api.endpoint("GET", "/dogs")];
    StageCache.shared(api.stack, "cache", {
      restApiId: api.restApi.id,
      stageName: "prod",
      loggingLevel: "OFF",
      deployment: api.deployment,
      endpoints: [{ method: cats.method }, { method: dogs.method, enabled: false }],
    });
    expect(resource(api.stack, TYPE, "cache_GET_dogs")).not.toHaveProperty("depends_on");
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment").depends_on).toContain(
      `${TYPE}.cache_GET_dogs`,
    );
    expect(resource(api.stack, TYPE, "cache_GET_cats").depends_on).toEqual(
      expect.arrayContaining([`${TYPE}.cache_GET_dogs`, "aws_api_gateway_deployment.deployment"]),
    );
  });

  test("stay there while the cache is switched off here", () => {
    const { stack } = keyed(true, { enabled: false });
    expect(resource(stack, "aws_api_gateway_integration", "get_cats_id_integration")).toHaveProperty(
      "cache_key_parameters",
    );
    expect(settingsOf(stack, "~1cats~1{id}/GET")?.cache_ttl_in_seconds).toBe(0);
  });

  test("do not touch the stage, even where it is in the same stack", () => {
    const stage = resource(keyed(true).stack, "aws_api_gateway_stage", "stage");
    expect(Object.keys(stage).sort()).toEqual(["deployment_id", "rest_api_id", "stage_name"]);
    expect(Object.keys(resources(keyed(true).stack, TYPE))).toEqual(["cache_GET_cats_by-id"]);
  });
});

describe("the base path", () => {
  test.each(["/animals", "animals", "/animals/", "animals/"])("%s is put before a path that is written", (basePath) => {
    const { stack } = memberStack({ basePath, additionalEndpoints: [get("/cats"), get("dogs/"), get("/"), get("", { httpMethod: "POST", acknowledgements: { "gateway/body-not-in-key": "no body" } })] }); // prettier-ignore
    expect(Object.keys(methodSettings(stack)).sort()).toEqual([
      "~1animals/GET",
      "~1animals/POST",
      "~1animals~1cats/GET",
      "~1animals~1dogs/GET",
    ]);
  });

  test.each(["/", ""])("%j is none", (basePath) => {
    const { stack } = memberStack({ basePath, additionalEndpoints: [get("/cats"), get("/")] });
    expect(Object.keys(methodSettings(stack)).sort()).toEqual(["~1/GET", "~1cats/GET"]);
  });

  test("may have parameters, which belong to the key", () => {
    const props = { basePath: "/{tenant}/v1", additionalEndpoints: [get("/cats")] };
    expect(refusedFor(() => memberStack(props))).toEqual([
      "gateway/unkeyed-path-parameter at additionalEndpoints[0].keysDeclaredElsewhere",
    ]);
  });

  function belowVariable(scope: TerraformStack) {
    const parentId = new TerraformVariable(scope, "parent", {}).stringValue;
    const { id: resourceId } = new ApiGatewayResource(scope, "cats", { restApiId: "x", parentId, pathPart: "cats" });
    const method = new ApiGatewayMethod(scope, "get", {
      restApiId: "x",
      resourceId,
      httpMethod: "GET",
      authorization: "NONE",
    });
    return { endpoints: [{ method }] };
  }

  test("is put before a path that is read up to a resource of the owner", () => {
    const { stack } = memberStack({ basePath: "/animals" }, belowVariable);
    expect(Object.keys(methodSettings(stack))).toEqual(["~1animals~1cats/GET"]);
  });

  test("is put before the path that is written for such a method too", () => {
    const { stack } = memberStack({ basePath: "/animals" }, (scope) => ({
      endpoints: belowVariable(scope).endpoints.map((endpoint) => ({ ...endpoint, path: "cats/" })),
    }));
    expect(Object.keys(methodSettings(stack))).toEqual(["~1animals~1cats/GET"]);
  });

  test("is needed for such a path", () => {
    expect(refusedFor(() => memberStack({}, belowVariable))).toEqual(["gateway/path-not-literal at endpoints[0].path"]);
  });

  test("is not put before a path that is read from the root", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/animals/cats");
    const props = { restApiId: "x", stageName: "prod", loggingLevel: "OFF", basePath: "/animals" };
    StageCache.shared(api.stack, "cache", { ...props, endpoints: [{ method }] });
    StageCache.shared(api.stack, "other", {
      ...props,
      stageName: "test",
      endpoints: [{ method, path: "/animals/cats" }],
    });
    expect(Object.values(resources(api.stack, TYPE)).map(({ method_path }) => method_path)).toEqual([
      "~1animals~1cats/GET",
      "~1animals~1cats/GET",
    ]);
  });
});

describe("the name of the stage", () => {
  test("$default is that of an HTTP API, which has no cache", () => {
    expect(refusedFor(() => memberStack({ stageName: "$default" }))).toEqual([
      "gateway/http-api-cannot-cache at stageName",
    ]);
  });

  test.each(["", "prod.v1", "a b", "prod/v1", "a".repeat(129)])("%j is none", (stageName) => {
    expect(refusedFor(() => memberStack({ stageName }))).toEqual(["gateway/stage-name at stageName"]);
  });

  test.each(["prod", "v1-a_B", "a".repeat(128)])("%j is one", (stageName) => {
    expect(() => memberStack({ stageName })).not.toThrow();
  });
});

describe("the owner's logging and throttling", () => {
  test("are asked for, because a setting takes nothing from the stage", () => {
    const { cache } = memberStack({ loggingLevel: undefined, additionalEndpoints: [get("/a")] });
    expect(warnings(cache)).toEqual([expect.stringMatching(/^gateway\/stage-settings-unknown: /)]);
  });

  test.each([
    { loggingLevel: "OFF" },
    { metricsEnabled: false },
    { throttlingRateLimit: -1, throttlingBurstLimit: -1 },
  ])("are known from %j", (props) => {
    const { cache } = memberStack({ loggingLevel: undefined, ...props, additionalEndpoints: [get("/a")] });
    expect(warnings(cache)).toEqual([]);
  });
});

test.each<[string, object | undefined, string]>([
  ["the options of a stage of one's own", { clusterSize: "0.5" }, "input/unknown-option at clusterSize"],
  ["no API", { restApiId: undefined }, "input/missing-option at restApiId"],
  ["no stage", { stageName: undefined }, "input/missing-option at stageName"],
  ["nothing", undefined, "input/wrong-type at props"],
])("%s is refused", (_what, props, expected) => {
  const stack = new TerraformStack(Testing.app(), "member");
  const given = props === undefined ? undefined : { restApiId: "x", stageName: "prod", ...props };
  expect(refusedFor(() => StageCache.shared(stack, "cache", given as never))).toEqual([expected]);
});
