import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import fc from "fast-check";
import { CacheKey, CachedRestApi, RestIntegration, StageCache } from "../../lib";
import { httpVerb, resourcePath } from "../support/arbitraries";
import { refusedFor } from "../support/findings";
import {
  Props,
  cachedEndpoint,
  definitionOf,
  endpoint,
  lambdaFunction,
  newStack,
  partOf,
  restApi,
  triggersOf,
} from "../support/rest-api";
import { Attributes, methodSettings, resources, synthesized } from "../support/terraform";

const stackOf = (api: CachedRestApi) => TerraformStack.of(api);

/** The addresses of everything that a stack holds. */
function addresses(stack: TerraformStack): string[] {
  const all = (synthesized(stack).resource ?? {}) as { [type: string]: object };
  return Object.entries(all).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`));
}

describe("a whole API", () => {
  test("is one REST API with one body, a deployment, a stage and the settings of what is cached", () => {
    const api = restApi({
      endpoints: [
        cachedEndpoint(),
        endpoint({ method: "POST" }),
        cachedEndpoint({ path: "/cats/{id}", cache: { keys: [CacheKey.path("id")] } }),
      ],
    });
    expect(addresses(stackOf(api)).sort()).toEqual([
      "aws_api_gateway_deployment.api",
      "aws_api_gateway_method_settings.api_cache_GET_cats",
      "aws_api_gateway_method_settings.api_cache_GET_cats_by-id",
      "aws_api_gateway_method_settings.api_cache_default",
      "aws_api_gateway_rest_api.api",
      "aws_api_gateway_stage.api",
    ]);
  });

  test("has its parts within reach", () => {
    const function_ = new TestFunction();
    const api = restApi({ endpoints: [cachedEndpoint({ integration: function_.integration })] }, function_.stack);
    expect(api.restApi.terraformResourceType).toBe("aws_api_gateway_rest_api");
    expect(api.deployment.terraformResourceType).toBe("aws_api_gateway_deployment");
    expect(api.stage.stageNameInput).toBe("prod");
    expect(api.cache.methodSettings).toHaveLength(1);
    expect(api.cache.stage).toBe(api.stage);
    expect(api.cache.deployment).toBe(api.deployment);
    expect(api.lambdaPermissions).toHaveLength(1);
  });

  test("is named after its construct, regional, and nothing more", () => {
    const { body, ...rest } = partOf(restApi(), "aws_api_gateway_rest_api");
    expect(typeof body).toBe("string");
    expect(rest).toEqual({ name: "api", endpoint_configuration: { types: ["REGIONAL"] } });
    expect(definitionOf(restApi()).info.title).toBe("api");
  });

  test("has what it is given", () => {
    const api = restApi({
      apiName: "cats",
      description: "All cats",
      endpointType: "PRIVATE",
      policy: "{}",
      disableExecuteApiEndpoint: true,
      binaryMediaTypes: ["image/png"],
      minimumCompressionSize: 0,
      tags: { team: "cats" },
    });
    expect(partOf(api, "aws_api_gateway_rest_api")).toMatchObject({
      name: "cats",
      description: "All cats",
      endpoint_configuration: { types: ["PRIVATE"] },
      policy: "{}",
      disable_execute_api_endpoint: true,
      binary_media_types: ["image/png"],
      minimum_compression_size: "0",
      tags: { team: "cats" },
    });
    expect(definitionOf(api).info.title).toBe("cats");
  });

  test("makes a new deployment before the old one goes, and nothing else in that order", () => {
    const api = restApi({ endpoints: [cachedEndpoint()] });
    expect(partOf(api, "aws_api_gateway_deployment")).toMatchObject({
      rest_api_id: "${aws_api_gateway_rest_api.api.id}",
      lifecycle: { create_before_destroy: true },
    });
    expect(JSON.stringify(synthesized(stackOf(api))).match(/create_before_destroy/g)).toHaveLength(1);
  });
});

class TestFunction {
  readonly stack = newStack();
  readonly integration = RestIntegration.lambdaProxy(lambdaFunction(this.stack));
}

describe("the stage", () => {
  test("serves the deployment, with a cluster of half a gigabyte", () => {
    expect(partOf(restApi(), "aws_api_gateway_stage")).toEqual({
      rest_api_id: "${aws_api_gateway_rest_api.api.id}",
      deployment_id: "${aws_api_gateway_deployment.api.id}",
      stage_name: "prod",
      cache_cluster_enabled: true,
      cache_cluster_size: "0.5",
    });
  });

  test.each<[string, Props, Attributes]>([
    ["a description", { stageDescription: "live" }, { description: "live" }],
    ["variables", { stageVariables: { backend: "b" } }, { variables: { backend: "b" } }],
    ["traces", { xrayTracingEnabled: true }, { xray_tracing_enabled: true }],
    ["no traces", { xrayTracingEnabled: false }, { xray_tracing_enabled: false }],
    ["tags", { tags: { team: "cats" } }, { tags: { team: "cats" } }],
    ["a larger cluster", { cache: { clusterSize: "118" } }, { cache_cluster_size: "118" }],
    ["another name", { stageName: "blue-1_a" }, { stage_name: "blue-1_a" }],
    [
      "a log of one's own format",
      { accessLogs: { destinationArn: "arn:logs", format: "$context.requestId" } },
      { access_log_settings: { destination_arn: "arn:logs", format: "$context.requestId" } },
    ],
  ])("may have %s", (_name, props, expected) => {
    expect(partOf(restApi(props), "aws_api_gateway_stage")).toMatchObject(expected);
  });

  test("logs JSON that names every request, unless the format is said", () => {
    const stage = partOf(restApi({ accessLogs: { destinationArn: "arn:logs" } }), "aws_api_gateway_stage");
    const { format } = stage.access_log_settings as { format: string };
    expect(Object.values(JSON.parse(format) as object)).toContain("$context.requestId");
  });

  test("waits for the permissions of the functions, because its deployment cannot", () => {
    const { stack, integration } = new TestFunction();
    const api = restApi({ endpoints: [endpoint({ integration })] }, stack);
    expect(partOf(api, "aws_api_gateway_stage").depends_on).toEqual(["aws_lambda_permission.api_invoke_cats"]);
    expect(partOf(api, "aws_api_gateway_deployment")).not.toHaveProperty("depends_on");
  });

  test("belongs to the API: no other cache may take it", () => {
    const api = restApi();
    expect(refusedFor(() => new StageCache(stackOf(api), "again", { stage: api.stage, endpoints: [] }))).toEqual([
      "gateway/stage-cached-twice at stage",
    ]);
  });
});

describe("the addresses of an API", () => {
  test("hold the constructs that it is in", () => {
    const stack = newStack();
    restApi({}, new Construct(new Construct(stack, "team_a"), "cats"), "my api");
    expect(addresses(stack)).toContain("aws_api_gateway_rest_api.team__a_cats_my-x20-api");
    expect(addresses(stack)).toContain("aws_api_gateway_method_settings.team__a_cats_my-x20-api_cache_GET_cats");
  });

  test("are apart from those of another API in the stack", () => {
    const stack = newStack();
    restApi({}, stack, "a");
    restApi({}, stack, "b");
    expect(addresses(stack)).toHaveLength(10);
    expect(Object.keys(resources(stack, "aws_api_gateway_stage"))).toEqual(["a", "b"]);
  });

  test("are unique for any list of distinct endpoints, and so are their method paths", () => {
    const distinct = fc.uniqueArray(fc.tuple(httpVerb, resourcePath), {
      selector: ([verb, path]) => `${verb} ${path}`,
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(distinct, (given) => {
        const endpoints = oneNamePerPlace(given).map(([method, path]) => {
          const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => name!);
          return cachedEndpoint({ method, path, cache: { keys: names.map((name) => CacheKey.path(name)) } });
        });
        const stack = stackOf(restApi({ endpoints }));
        expect(Object.keys(methodSettings(stack))).toHaveLength(endpoints.length + 1);
        expect(new Set(addresses(stack)).size).toBe(endpoints.length + 4);
      }),
      { numRuns: 25 },
    );
  });
});

/** Those of a list of endpoints that have no parameter of another name where an earlier one has one. */
function oneNamePerPlace<T extends readonly [string, string]>(endpoints: readonly T[]): T[] {
  const byPlace = new Map<string, string>();
  return endpoints.filter(([, path]) => {
    const segments = path.split("/");
    const places = segments.flatMap((text, index) =>
      text.startsWith("{") ? [[segments.slice(0, index).join("/"), text] as const] : [],
    );
    if (places.some(([place, text]) => (byPlace.get(place) ?? text) !== text)) return false;
    for (const [place, text] of places) byPlace.set(place, text);
    return true;
  });
}

test("a provider is that of every resource", () => {
  const stack = newStack();
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  const provider = new AwsProvider(stack, "other", { region: "us-east-1", alias: "other" });
  const integration = RestIntegration.lambdaProxy({ invokeArn: "arn:function", functionName: "f" });
  restApi({ provider, endpoints: [cachedEndpoint({ integration })] }, stack);
  const all = Object.values(synthesized(stack).resource as { [type: string]: { [name: string]: Attributes } });
  const providers = all.flatMap((byName) => Object.values(byName).map((attributes) => attributes.provider));
  expect(providers).toEqual(Array(6).fill("aws.other"));
});

test("what only Terraform knows may stand wherever it decides nothing about the stack", () => {
  const stack = newStack();
  const text = new TerraformVariable(stack, "text", {}).stringValue;
  const api = restApi(
    { stageName: text, description: text, tags: { owner: text }, stageVariables: { a: text } },
    stack,
  );
  expect(partOf(api, "aws_api_gateway_rest_api")).toMatchObject({ description: "${var.text}" });
  expect(partOf(api, "aws_api_gateway_stage")).toMatchObject({
    stage_name: "${var.text}",
    tags: { owner: "${var.text}" },
  });
  expect(Object.keys(triggersOf(api))).toEqual(["definition"]);
});
