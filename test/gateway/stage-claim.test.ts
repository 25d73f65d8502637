import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { TerraformVariable, Testing, TerraformStack } from "cdktf";
import { StageCache } from "../../lib";
import { refusal, refusedFor } from "../support/findings";
import { TestApi } from "../support/test-api";

const catsOf = (restApiId: string, stageName = "prod", path = "/cats") => ({
  restApiId,
  stageName,
  loggingLevel: "OFF",
  additionalEndpoints: [{ httpMethod: "GET", path }],
});

describe("a stage", () => {
  test("has one StageCache, and the second is told where the first is", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    new StageCache(api.stack, "first", { stage: api.stage, endpoints: [{ method }] });
    const findings = refusal(() => new StageCache(api.stack, "second", { stage: api.stage }));
    expect(findings.map(({ rule, property }) => [rule, property])).toEqual([["gateway/stage-cached-twice", "stage"]]);
    expect(findings[0]!.message).toContain("stack/first");
  });

  test("leaves the other stages of its API alone", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    const { id: restApiId } = api.restApi;
    const test = new ApiGatewayStage(api.stack, "test", {
      restApiId,
      stageName: "test",
      deploymentId: api.deployment.id,
    });
    new StageCache(api.stack, "prod-cache", { stage: api.stage, endpoints: [{ method }] });
    expect(() => new StageCache(api.stack, "test-cache", { stage: test, endpoints: [{ method }] })).not.toThrow();
  });
});

describe("a method of a stage", () => {
  test("is set by one shared cache of the app, even from two stacks", () => {
    const app = Testing.app();
    const [one, other] = ["one", "other"].map((id) => new TerraformStack(app, id));
    StageCache.shared(one!, "cache", catsOf("abc123"));
    const findings = refusal(() => StageCache.shared(other!, "cache", catsOf("abc123", "prod", "/cats/")));
    expect(findings.map(({ rule, found }) => [rule, found])).toEqual([["gateway/duplicate-endpoint", "~1cats/GET"]]);
    expect(findings[0]!.message).toContain("one/cache");
  });

  test("is set once where the stage is a reference of one stack", () => {
    const api = new TestApi();
    const props = () => catsOf(api.restApi.id, api.stage.stageName);
    StageCache.shared(api.stack, "one", props());
    expect(refusedFor(() => StageCache.shared(api.stack, "other", props()))).toEqual([
      "gateway/duplicate-endpoint at stack/other",
    ]);
  });

  test.each([
    ["another path", catsOf("abc123", "prod", "/dogs")],
    ["another stage", catsOf("abc123", "test")],
    ["another API", catsOf("def456")],
  ])("is told from that of %s", (_what, props) => {
    const stack = new TerraformStack(Testing.app(), "stack");
    StageCache.shared(stack, "one", catsOf("abc123"));
    expect(() => StageCache.shared(stack, "other", props)).not.toThrow();
  });

  test("is not judged by the name of a variable, which two stacks may give different values", () => {
    const app = Testing.app();
    const inStack = (id: string) => {
      const stack = new TerraformStack(app, id);
      return StageCache.shared(stack, "cache", catsOf(new TerraformVariable(stack, "api", {}).stringValue));
    };
    inStack("one");
    expect(() => inStack("other")).not.toThrow();
  });

  test.each<[string, (api: TestApi) => [restApiId: string, stageName: string]]>([
    ["by the attributes of the stage", ({ stage }) => [stage.restApiId, stage.stageName]],
    ["by the API and the name of the stage", ({ restApi }) => [restApi.id, "prod"]],
    ["by the API and an attribute of the stage", ({ restApi, stage }) => [restApi.id, stage.stageName]],
  ])("is set once by a StageCache and a shared cache of its stack that names the stage %s", (_how, nameStage) => {
    const api = new TestApi();
    api.cache([api.endpoint("GET", "/cats")]);
    const build = () => StageCache.shared(api.stack, "shared", catsOf(...nameStage(api)));
    expect(refusedFor(build)).toEqual(["gateway/duplicate-endpoint at stack/shared"]);
  });

  test("is free in another app", () => {
    for (const app of [Testing.app(), Testing.app()]) {
      expect(() => StageCache.shared(new TerraformStack(app, "stack"), "cache", catsOf("abc123"))).not.toThrow();
    }
  });

  test("is free again when the cache that wanted it was rejected", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const wrong = { ...catsOf("abc123"), ttlSeconds: -1 };
    expect(() => StageCache.shared(stack, "first", wrong)).toThrow("gateway/ttl-out-of-range");
    expect(() => StageCache.shared(stack, "second", catsOf("abc123"))).not.toThrow();
  });
});
