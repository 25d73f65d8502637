import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { CacheKey, RestIntegration, StageCache } from "../../lib";
import { refusal, warnings } from "../support/findings";
import { resource, settingsOf } from "../support/terraform";
import { TestApi } from "../support/test-api";

const SHARED = { restApiId: "abcdefghij", stageName: "prod", loggingLevel: "OFF" };

/** What a StageCache meets beside itself: others of its kind, and what is declared before and after it. */
describe("two caches on one deployment", () => {
  function triggerWith(keys: CacheKey[]): unknown {
    const api = new TestApi();
    const { deployment, stack } = api;
    StageCache.shared(stack, "a", { ...SHARED, deployment, endpoints: [{ ...api.endpoint("GET", "/a"), keys }] });
    StageCache.shared(stack, "b", { ...SHARED, deployment, endpoints: [api.endpoint("GET", "/b")] });
    return resource(stack, "aws_api_gateway_deployment", "deployment").triggers;
  }

  test("redeploy for the keys of either", () => {
    expect(triggerWith([CacheKey.query("tenant")])).not.toEqual(triggerWith([]));
  });
});

describe("a method beside ANY", () => {
  test("that is declared after the cache is refused at synth", () => {
    const api = new TestApi();
    api.cache([api.endpoint("ANY", "/cats")]);
    api.endpoint("GET", "/cats");
    expect(() => Testing.synth(api.stack, true)).toThrow("a GET method was declared on the resource after the cache");
  });

  test("that is declared before it is not cached in its place", () => {
    const api = new TestApi();
    api.endpoint("GET", "/cats");
    api.cache([api.endpoint("ANY", "/cats"), api.endpoint("GET", "/dogs")]);
    expect(settingsOf(api.stack, "~1cats/GET")).toBeUndefined();
    new AwsProvider(api.stack, "aws", { region: "eu-west-1" });
    expect(() => Testing.synth(api.stack, true)).not.toThrow();
  });
});

describe("an additional endpoint", () => {
  test("whose method this stack declares is judged by it", () => {
    const api = new TestApi();
    api.endpoint("GET", "/cats", { authorization: "AWS_IAM" });
    const cache = api.cache([], { additionalEndpoints: [{ httpMethod: "GET", path: "/cats" }] });
    expect(warnings(cache)).toEqual([expect.stringContaining("gateway/identity-not-in-key")]);
  });
});

describe("a shared cache of a stage of the same stack", () => {
  test("does not make the deployment wait for settings that wait for it", () => {
    const api = new TestApi();
    StageCache.shared(api.stack, "shared", {
      ...SHARED,
      restApiId: api.restApi.id,
      stageName: api.stage.stageName,
      deployment: api.deployment,
      endpoints: [{ ...api.endpoint("GET", "/cats"), enabled: false }],
    });
    const { depends_on = [] } = resource(api.stack, "aws_api_gateway_deployment", "deployment");
    expect((depends_on as string[]).filter((name) => name.includes("method_settings"))).toEqual([]);
  });
});

describe("what belongs to another stack", () => {
  test.each(["stage", "deployment", "endpoints[0].method"])("cannot be given as %s", (property) => {
    const other = new TestApi();
    const stack = new TerraformStack(other.stack.node.root, "caches");
    const build = () => {
      if (property === "stage") return new StageCache(stack, "cache", { stage: other.stage });
      const endpoints = property === "deployment" ? [] : [other.endpoint("GET", "/cats")];
      const deployment = property === "deployment" ? other.deployment : undefined;
      return StageCache.shared(stack, "cache", { ...SHARED, basePath: "/", deployment, endpoints });
    };
    expect(refusal(build).map((finding) => finding.property)).toContain(property);
  });
});

describe("a namespace that is written as a reference", () => {
  test("is shared where two methods refer to the same", () => {
    const api = new TestApi();
    const resourceId = () => (api.stack.node.findChild("resource_cats") as unknown as { id: string }).id;
    api.resourceId("/cats");
    const [get, head] = ["GET", "HEAD"].map((verb) =>
      api.endpoint(verb, "/cats", {}, { cacheNamespace: resourceId() }),
    );
    expect(warnings(api.cache([get!, head!]))).toEqual([expect.stringContaining("gateway/shared-cache-namespace")]);
  });
});

test("a logical id that a cache has read can be overridden no more", () => {
  const api = new TestApi();
  api.cache([api.endpoint("GET", "/cats")]);
  expect(() => api.stage.overrideLogicalId("another")).toThrow("Logical ID may not be overridden");
});

test("a plain key and a mapped one cannot be written to one query string parameter", () => {
  const api = new TestApi();
  const endpoint = api.endpoint("POST", "/cats", {}, { type: "HTTP" });
  const mapped = CacheKey.parse("integration.request.querystring.page", "method.request.body.page");
  const findings = refusal(() => api.cache([{ ...endpoint, keys: [mapped, CacheKey.query("page")] }]));
  expect(findings.map(({ rule, property }) => [rule, property])).toEqual([
    ["gateway/duplicate-key", "endpoints[0].keys[1]"],
  ]);
});

test("only one response of an integration can be without a pattern", () => {
  const responses = [{ statusCode: "200" }, { statusCode: "404" }];
  expect(() => RestIntegration.http("https://backend.example.com", "GET", { responses })).toThrow(
    "responses[1].selectionPattern",
  );
});

test("an encryption that is switched off for a whole shared cache needs a second apply, and says so", () => {
  const { stack } = new TestApi();
  const additionalEndpoints = [{ httpMethod: "GET", path: "/cats" }];
  const cache = StageCache.shared(stack, "cache", { ...SHARED, dataEncrypted: false, additionalEndpoints });
  expect(warnings(cache)).toEqual([expect.stringContaining("gateway/false-needs-second-apply")]);
});
