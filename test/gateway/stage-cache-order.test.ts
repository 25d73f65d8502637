import { CacheKey, StageCache } from "../../lib";
import { resource } from "../support/terraform";
import { TestApi } from "../support/test-api";

/** On a shared stage the settings do not refer to the stage, so nothing but these orders them. */
describe("a shared cache with a deployment of its own", () => {
  function sharedApi(): TestApi {
    const api = new TestApi();
    StageCache.shared(api.stack, "shared", {
      restApiId: "abcdefghij",
      stageName: "prod",
      loggingLevel: "OFF",
      deployment: api.deployment,
      endpoints: [
        { ...api.endpoint("GET", "/cats/{id}"), keys: [CacheKey.path("id")] },
        { ...api.endpoint("GET", "/dogs"), enabled: false },
      ],
    });
    return api;
  }

  test("switches caching off before it deploys, and on after it", () => {
    const { stack } = sharedApi();
    const off = "aws_api_gateway_method_settings.shared_GET_dogs";
    const settings = (name: string) => resource(stack, "aws_api_gateway_method_settings", name);
    expect(settings("shared_GET_dogs")).not.toHaveProperty("depends_on");
    expect(resource(stack, "aws_api_gateway_deployment", "deployment").depends_on).toContain(off);
    expect(settings("shared_GET_cats_by-id").depends_on).toEqual([off, "aws_api_gateway_deployment.deployment"]);
  });

  test("replaces the deployment before it destroys the one that is live", () => {
    const { lifecycle } = resource(sharedApi().stack, "aws_api_gateway_deployment", "deployment");
    expect(lifecycle).toEqual({ create_before_destroy: true });
  });
});

test("an array at the root of a body is a part of it", () => {
  expect(CacheKey.bodyJsonPath("[0].id")._parameter).toMatchObject({ mappedFrom: "method.request.body[0].id" });
});

test.each(["Content-Type", "host", "X-Amz-Date"])("the body is not put into the header %s", (header) => {
  expect(() => CacheKey.body({ header })).toThrow("a header of its own");
});
