import { TerraformStack } from "cdktf";
import { CacheKey, CachedRestApi, RestAuthorizer } from "../../lib";
import { annotations, warnings } from "../support/findings";
import { Props, cachedEndpoint, endpoint, integrationOf, partOf, restApi } from "../support/rest-api";
import { methodSettings, resources, settingsOf } from "../support/terraform";

const stackOf = (api: CachedRestApi) => TerraformStack.of(api);

describe("the cache", () => {
  test("has a setting for each cached endpoint, and none for the others", () => {
    const api = restApi({
      endpoints: [
        cachedEndpoint({ cache: { ttlSeconds: 60 } }),
        endpoint({ method: "POST" }),
        cachedEndpoint({ path: "/off", cache: { enabled: false } }),
      ],
    });
    expect(Object.keys(methodSettings(stackOf(api))).sort()).toEqual(["*/*", "~1cats/GET"]);
    expect(settingsOf(stackOf(api), "~1cats/GET")).toMatchObject({ caching_enabled: true, cache_ttl_in_seconds: 60 });
  });

  test("gives its settings to what is cached, and what an endpoint says wins", () => {
    const api = restApi({
      cache: { ttlSeconds: 600, dataEncrypted: true, metricsEnabled: true },
      endpoints: [cachedEndpoint(), cachedEndpoint({ path: "/own", cache: { ttlSeconds: 5, dataEncrypted: false } })],
    });
    expect(settingsOf(stackOf(api), "~1cats/GET")).toMatchObject({
      cache_ttl_in_seconds: 600,
      cache_data_encrypted: true,
      metrics_enabled: true,
    });
    expect(settingsOf(stackOf(api), "~1own/GET")).toMatchObject({
      cache_ttl_in_seconds: 5,
      cache_data_encrypted: false,
    });
  });

  test("caches the chosen verbs of ANY, and no preflight answer", () => {
    const cache = { cachedMethods: ["GET", "OPTIONS"] };
    const any = cachedEndpoint({ method: "ANY", cache });
    const paths = (props: Props) => Object.keys(methodSettings(stackOf(restApi(props)))).sort();
    expect(paths({ endpoints: [any] })).toEqual(["*/*", "~1cats/GET", "~1cats/OPTIONS"]);
    expect(paths({ endpoints: [any], cors: { allowOrigins: ["*"] } })).toEqual(["*/*", "~1cats/GET"]);
  });

  test("is set one setting after the other, after the stage", () => {
    const endpoints = [cachedEndpoint(), cachedEndpoint({ path: "/dogs" })];
    const settings = methodSettings(stackOf(restApi({ endpoints })));
    expect(settings["*/*"]?.stage_name).toBe("${aws_api_gateway_stage.api.stage_name}");
    expect(settings["~1cats/GET"]?.depends_on).toEqual(["aws_api_gateway_method_settings.api_cache_default"]);
    expect(settings["~1dogs/GET"]?.depends_on).toEqual(["aws_api_gateway_method_settings.api_cache_GET_cats"]);
  });

  test("is set all at once where the chain is switched off", () => {
    const endpoints = [cachedEndpoint(), cachedEndpoint({ path: "/dogs" })];
    const settings = methodSettings(stackOf(restApi({ endpoints, cache: { chainSettings: false } })));
    expect(settings["~1dogs/GET"]?.depends_on).toEqual(["aws_api_gateway_method_settings.api_cache_default"]);
  });

  describe("switched off", () => {
    const endpoints = [
      cachedEndpoint({ path: "/cats/{id}", cache: { keys: [CacheKey.path("id"), CacheKey.header("Accept")] } }),
    ];
    const off = () => restApi({ endpoints, cache: { enabled: false } });

    test("has no cluster and no settings", () => {
      expect(partOf(off(), "aws_api_gateway_stage").cache_cluster_enabled).toBe(false);
      expect(partOf(off(), "aws_api_gateway_stage")).not.toHaveProperty("cache_cluster_size");
      expect(resources(stackOf(off()), "aws_api_gateway_method_settings")).toEqual({});
    });

    test("has no keys and no namespace, and still hands the backend the parameters that it had", () => {
      const integration = integrationOf(off(), "GET", "/cats/{id}");
      expect(integration).not.toHaveProperty("cacheKeyParameters");
      expect(integration).not.toHaveProperty("cacheNamespace");
      const { requestParameters } = integrationOf(restApi({ endpoints }), "GET", "/cats/{id}");
      expect(integration.requestParameters).toEqual(requestParameters);
      expect(Object.keys(requestParameters as object)).toContain("integration.request.path.id");
    });
  });

  test("keeps the keys of an endpoint that is switched off, so that they are there before it is on again", () => {
    const api = restApi({ endpoints: [cachedEndpoint({ cache: { enabled: false, keys: [CacheKey.header("A")] } })] });
    expect(integrationOf(api).cacheKeyParameters).toEqual(["method.request.header.A"]);
  });
});

describe("warnings", () => {
  const secret = cachedEndpoint({ authorizer: RestAuthorizer.iam() });
  const rule = "gateway/identity-not-in-key";

  test("are one annotation of the API", () => {
    const open = cachedEndpoint({ path: "/dogs", method: "POST" });
    const api = restApi({ endpoints: [secret, open] });
    expect(annotations(api)).toHaveLength(1);
    expect(warnings(api)).toEqual([
      expect.stringContaining(`${rule}: endpoints[0].cache.keys is []`),
      expect.stringContaining("gateway/body-not-in-key: endpoints[1].cache.keys is []"),
    ]);
  });

  test("may be acknowledged for an endpoint, which leaves those of the others", () => {
    const known = { ...secret, path: "/dogs", cache: { acknowledgements: { [rule]: "the same for everybody" } } };
    const found = warnings(restApi({ endpoints: [known, secret] }));
    expect(found).toEqual([expect.stringContaining("endpoints[1].cache.keys")]);
  });

  test("may be acknowledged for the whole API", () => {
    const acknowledgements = { [rule]: "the same for everybody" };
    expect(warnings(restApi({ cache: { acknowledgements }, endpoints: [secret] }))).toEqual([]);
  });

  test("tell of an acknowledgement that nothing needs", () => {
    const acknowledgements = { [rule]: "the same for everybody" };
    expect(warnings(restApi({ cache: { acknowledgements } }))).toEqual([
      expect.stringContaining(`input/unused-acknowledgement: cache.acknowledgements["${rule}"]`),
    ]);
  });
});
