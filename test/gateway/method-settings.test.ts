import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { StageCache, StageCacheProps } from "../../lib";
import { methodSettings, resources } from "../support/terraform";
import { TestApi } from "../support/test-api";

const TYPE = "aws_api_gateway_method_settings";

function settings(stack: TerraformStack) {
  return resources(stack, TYPE);
}

function threeEndpoints(options: Partial<StageCacheProps> = {}, paths = ["/cats", "/dogs", "/birds"]): TestApi {
  const api = new TestApi();
  api.cache(
    paths.map((path) => ({ method: api.endpoint("GET", path).method })),
    options,
  );
  return api;
}

describe("the settings of a stage", () => {
  test("are applied one after the other, the stage's defaults first", () => {
    const found = settings(threeEndpoints().stack);
    expect(found.cache_default).not.toHaveProperty("depends_on");
    expect(found.cache_GET_cats!.depends_on).toEqual([`${TYPE}.cache_default`]);
    expect(found.cache_GET_dogs!.depends_on).toEqual([`${TYPE}.cache_GET_cats`]);
    expect(found.cache_GET_birds!.depends_on).toEqual([`${TYPE}.cache_GET_dogs`]);
  });

  test("wait for the stage's defaults alone where the chain is switched off", () => {
    const found = settings(threeEndpoints({ chainSettings: false }).stack);
    expect(found.cache_default).not.toHaveProperty("depends_on");
    for (const name of ["cache_GET_cats", "cache_GET_dogs", "cache_GET_birds"]) {
      expect(found[name]!.depends_on).toEqual([`${TYPE}.cache_default`]);
    }
  });

  test("that switch caching off come first, before keys can go", () => {
    const api = new TestApi();
    const off = { enabled: false, loggingLevel: "OFF" };
    const additionalEndpoints = [
      { httpMethod: "GET", path: "/a" },
      { httpMethod: "GET", path: "/b", ...off },
      { httpMethod: "GET", path: "/c" },
      { httpMethod: "GET", path: "/d", ...off },
    ];
    const cache = api.cache([], { additionalEndpoints });
    const order = ["cache_default", "cache_GET_b", "cache_GET_d", "cache_GET_a", "cache_GET_c"];
    for (const [index, name] of order.slice(1).entries()) {
      expect(settings(api.stack)[name]!.depends_on).toEqual([`${TYPE}.${order[index]}`]);
    }
    expect(cache.methodSettings.map(({ friendlyUniqueId }) => friendlyUniqueId)).toEqual(order.slice(1));
  });

  test("wait for a deployment that the stage does not refer to", () => {
    const api = new TestApi({ stage: { deploymentId: "abc123" } });
    api.cache([api.endpoint("GET", "/cats"), api.endpoint("GET", "/dogs")], { deployment: api.deployment });
    const found = settings(api.stack);
    expect(found.cache_default).not.toHaveProperty("depends_on");
    expect([...(found.cache_GET_cats!.depends_on as string[])].sort()).toEqual([
      "aws_api_gateway_deployment.deployment",
      `${TYPE}.cache_default`,
    ]);
    expect(found.cache_GET_dogs!.depends_on).toEqual([`${TYPE}.cache_GET_cats`]);
  });

  test("name the stage by reference, so that they wait for its cluster", () => {
    for (const setting of Object.values(settings(threeEndpoints().stack))) {
      expect(setting.stage_name).toBe("${aws_api_gateway_stage.stage.stage_name}");
      expect(setting.rest_api_id).toMatch(/^\$\{aws_api_gateway_(stage\.stage\.rest_api_id|rest_api\.api\.id)\}$/);
    }
  });

  test("are never created before they are destroyed, which would remove the new one", () => {
    for (const setting of Object.values(settings(threeEndpoints().stack))) {
      expect(setting).not.toHaveProperty("lifecycle");
    }
  });

  test("have the provider and the region of the stage", () => {
    const scope = Testing.app();
    const api = new TestApi({ scope, stage: { region: "eu-west-1" } });
    api.stage.provider = new AwsProvider(api.stack, "ireland", { alias: "ireland", region: "eu-west-1" });
    api.cache([{ method: api.endpoint("GET", "/cats").method }]);
    expect(Object.keys(settings(api.stack))).toHaveLength(2);
    for (const setting of Object.values(settings(api.stack))) {
      expect(setting).toMatchObject({ provider: "aws.ireland", region: "eu-west-1" });
    }
  });

  test("name no provider and no region where the stage names none", () => {
    for (const setting of Object.values(settings(threeEndpoints().stack))) {
      expect(setting).not.toHaveProperty("provider");
      expect(setting).not.toHaveProperty("region");
    }
  });
});

describe("the addresses of the settings", () => {
  test("can be read, without a hash", () => {
    const api = new TestApi();
    const endpoints = ["/", "/cats", "/cats/{id}", "/files/{proxy+}"];
    const additionalEndpoints = endpoints.map((path) => ({
      httpMethod: "GET",
      path,
      enabled: false,
      loggingLevel: "OFF",
    }));
    api.cache([], { additionalEndpoints });
    expect(Object.keys(settings(api.stack)).sort()).toEqual([
      "cache_GET",
      "cache_GET_cats",
      "cache_GET_cats_by-id",
      "cache_GET_files_all-proxy",
      "cache_default",
    ]);
  });

  test("can be read inside a construct of the user too", () => {
    const api = new TestApi();
    const scope = new Construct(new Construct(api.stack, "front"), "v1");
    const { method } = api.endpoint("GET", "/cats");
    new StageCache(scope, "cache", { stage: api.stage, endpoints: [{ method }] });
    expect(Object.keys(settings(api.stack)).sort()).toEqual(["front_v1_cache_GET_cats", "front_v1_cache_default"]);
    expect(settings(api.stack).front_v1_cache_GET_cats!.depends_on).toEqual([`${TYPE}.front_v1_cache_default`]);
  });

  test("do not depend on the order of the endpoints", () => {
    const namesByPath = (api: TestApi) =>
      Object.fromEntries(Object.entries(settings(api.stack)).map(([name, { method_path }]) => [method_path, name]));
    const others = threeEndpoints({}, ["/birds", "/cats", "/dogs"]);
    expect(namesByPath(others)).toEqual(namesByPath(threeEndpoints()));
  });

  test("of two endpoints are never the same", () => {
    const api = threeEndpoints({}, ["/a_b", "/a/b", "/by-id", "/all-b", "/a-b", "/a.b"]);
    expect(Object.keys(methodSettings(api.stack))).toHaveLength(7);
  });
});
