import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { DataAwsApiGatewayResource } from "@cdktf/provider-aws/lib/data-aws-api-gateway-resource";
import { TerraformVariable } from "cdktf";
import { CacheKey, StageCacheEndpoint } from "../../lib";
import { refusedFor, warnings } from "../support/findings";
import { methodSettings, resource } from "../support/terraform";
import { TestApi } from "../support/test-api";

function settingPaths(api: TestApi): string[] {
  return Object.keys(methodSettings(api.stack)).filter((path) => path !== "*/*");
}

/** A method below a resource whose parents are declared elsewhere. */
function belowUnknown(api: TestApi, pathPart = "cats"): ApiGatewayMethod {
  const restApiId = api.restApi.id;
  const parentId = new TerraformVariable(api.stack, "parent", {}).stringValue;
  const { id: resourceId } = new ApiGatewayResource(api.stack, "below", { restApiId, parentId, pathPart });
  return new ApiGatewayMethod(api.stack, "method", { restApiId, resourceId, httpMethod: "GET", authorization: "NONE" });
}

describe("the path of a method", () => {
  test.each([
    ["/", [], "~1/GET"],
    ["/cats", [], "~1cats/GET"],
    ["/cats/{id}/toys", ["id"], "~1cats~1{id}~1toys/GET"],
    ["/files/{proxy+}", ["proxy"], "~1files~1{proxy+}/GET"],
  ])("%s is read from its resources", (path, parameters, expected) => {
    const api = new TestApi();
    api.cache([{ method: api.endpoint("GET", path).method, keys: parameters.map((name) => CacheKey.path(name)) }]);
    expect(settingPaths(api)).toEqual([expected]);
  });

  test.each(["/cats", "cats", "/cats/"])("may be written beside it as %s", (path) => {
    const api = new TestApi();
    api.cache([{ method: api.endpoint("GET", "/cats").method, path }]);
    expect(settingPaths(api)).toEqual(["~1cats/GET"]);
  });

  test.each(["/dogs", "/Cats", "/cats/{id}", "/"])("cannot be written as %s where it is another", (path) => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    expect(refusedFor(() => api.cache([{ method, path }]))).toContain("gateway/path-mismatch at endpoints[0].path");
  });

  test("of the root may be written too, and nothing else", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/");
    expect(refusedFor(() => api.cache([{ method, path: "/cats" }]))).toEqual([
      "gateway/path-mismatch at endpoints[0].path",
    ]);
    const other = new TestApi();
    other.cache([{ method: other.endpoint("GET", "/").method, path: "/" }]);
    expect(settingPaths(other)).toEqual(["~1/GET"]);
  });

  test("has to be written where its parents are declared elsewhere", () => {
    const api = new TestApi();
    const method = belowUnknown(api);
    expect(refusedFor(() => api.cache([{ method }]))).toEqual(["gateway/path-not-literal at endpoints[0].path"]);
    const other = new TestApi();
    other.cache([{ method: belowUnknown(other), path: "/animals/cats" }]);
    expect(settingPaths(other)).toEqual(["~1animals~1cats/GET"]);
  });

  test("has to be written where its resource is looked up", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    method.resourceId = new DataAwsApiGatewayResource(api.stack, "lookup", { restApiId: "x", path: "/cats" }).id;
    expect(refusedFor(() => api.cache([{ method }]))).toEqual(["gateway/path-not-literal at endpoints[0].path"]);
  });

  test("cannot be a variable, because the address of the setting is made from it", () => {
    const api = new TestApi();
    const path = new TerraformVariable(api.stack, "path", {}).stringValue;
    expect(refusedFor(() => api.cache([{ method: belowUnknown(api), path }]))).toEqual([
      "gateway/path-not-literal at endpoints[0].path",
    ]);
  });
});

describe("the verb of a method", () => {
  test("may be written in lower case", () => {
    const api = new TestApi();
    api.cache([{ method: api.endpoint("get", "/cats").method }]);
    expect(settingPaths(api)).toEqual(["~1cats/GET"]);
  });

  test("has to be known", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    method.httpMethod = new TerraformVariable(api.stack, "verb", {}).stringValue;
    expect(refusedFor(() => api.cache([{ method }]))).toEqual([
      "gateway/verb-syntax at endpoints[0].method.httpMethod",
    ]);
  });
});

describe("the integration of a method", () => {
  test("is found by itself", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    api.cache([{ method, keys: [CacheKey.header("A")] }]);
    expect(resource(api.stack, "aws_api_gateway_integration", "get_cats_integration").cache_key_parameters).toEqual([
      "method.request.header.A",
    ]);
  });

  test("has to be there for keys", () => {
    const api = new TestApi();
    const method = belowUnknown(api);
    const keys = [CacheKey.header("A")];
    expect(refusedFor(() => api.cache([{ method, path: "/cats", keys }]))).toEqual([
      "gateway/keys-without-method at endpoints[0].integration",
    ]);
  });

  test("need not be there without keys", () => {
    const api = new TestApi();
    api.cache([{ method: belowUnknown(api), path: "/cats" }]);
    expect(settingPaths(api)).toEqual(["~1cats/GET"]);
  });
});

describe("who calls a method", () => {
  function customAuthorizer(identitySource: string | undefined, endpoint: Partial<StageCacheEndpoint>) {
    const api = new TestApi();
    const authorizerId = api.authorizer(identitySource).id;
    const { method } = api.endpoint("GET", "/cats", { authorization: "CUSTOM", authorizerId });
    return warnings(api.cache([{ method, ...endpoint }]));
  }

  test.each([
    ["method.request.header.X-Token", "X-Token"],
    [undefined, "Authorization"],
  ])("is told apart by where its authorizer %s looks: %s", (identitySource, header) => {
    expect(customAuthorizer(identitySource, { keys: [CacheKey.header(header)] })).toEqual([]);
  });

  test.each([
    ["method.request.header.X-Token", []],
    ["method.request.header.X-Token", [CacheKey.header("X-Other")]],
    ["method.request.header.X-Token", [CacheKey.header("Authorization")]],
    ["method.request.querystring.q, method.request.header.X-Token", [CacheKey.header("X-Token")]],
    ["method.request.header.X-Token, context.identity.sourceIp", [CacheKey.context("identity.sourceIp")]],
    [undefined, [CacheKey.header("X-Token")]],
    [undefined, [CacheKey.context("identity.accountId")]],
  ])("is not told apart by another header than that of its authorizer %s", (identitySource, keys) => {
    expect(customAuthorizer(identitySource, { keys })).toEqual([
      expect.stringMatching(/^gateway\/identity-not-in-key: endpoints\[0\]/),
    ]);
  });

  test("is not judged where the authorization is only known to Terraform", () => {
    const api = new TestApi();
    const authorization = new TerraformVariable(api.stack, "authorization", {}).stringValue;
    expect(warnings(api.cache([{ method: api.endpoint("GET", "/cats", { authorization }).method }]))).toEqual([]);
  });
});

describe("the preflight answer of a path", () => {
  function withPreflight(origin: (api: TestApi) => string, keys: CacheKey[] = []) {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    api.preflight("/cats", origin(api));
    return warnings(api.cache([{ method, keys }]));
  }

  test.each(["'https://a.example'", "integration.response.header.Access-Control-Allow-Origin"])(
    "that lets in %s makes the origin a part of the key",
    (origin) => {
      expect(withPreflight(() => origin)).toEqual([
        expect.stringMatching(/^gateway\/origin-not-in-key: endpoints\[0\]\.keys is /),
      ]);
      expect(withPreflight(() => origin, [CacheKey.header("Origin")])).toEqual([]);
    },
  );

  test("that lets in everybody does not", () => {
    expect(withPreflight(() => "'*'")).toEqual([]);
  });

  test("that only Terraform knows is not judged", () => {
    expect(withPreflight((api) => `'${new TerraformVariable(api.stack, "origin", {}).stringValue}'`)).toEqual([]);
  });

  test("of another path says nothing", () => {
    const api = new TestApi();
    api.preflight("/dogs", "'https://a.example'");
    expect(warnings(api.cache([{ method: api.endpoint("GET", "/cats").method }]))).toEqual([]);
  });
});

describe("an endpoint that is declared elsewhere", () => {
  test.each([
    ["/dynamodb", "~1dynamodb/GET"],
    ["dynamodb/", "~1dynamodb/GET"],
    ["/", "~1/GET"],
    ["", "~1/GET"],
  ])("has a setting for its path %j", (path, expected) => {
    const api = new TestApi();
    api.cache([], { additionalEndpoints: [{ httpMethod: "get", path }] });
    expect(settingPaths(api)).toEqual([expected]);
  });

  test("of an ANY method is cached for GET alone", () => {
    const api = new TestApi();
    api.cache([], { additionalEndpoints: [{ httpMethod: "ANY", path: "/cats" }] });
    expect(settingPaths(api)).toEqual(["~1cats/GET"]);
  });

  test("has the stage's CloudWatch values like any other", () => {
    const api = new TestApi();
    api.cache([], { loggingLevel: "INFO", additionalEndpoints: [{ httpMethod: "GET", path: "/cats" }] });
    expect(methodSettings(api.stack)["~1cats/GET"]!.settings).toMatchObject({ logging_level: "INFO" });
  });

  test("has to say that its path parameters are in its key", () => {
    const api = new TestApi();
    const endpoint = { httpMethod: "GET", path: "/cats/{id}" };
    expect(refusedFor(() => api.cache([], { additionalEndpoints: [endpoint] }))).toEqual([
      "gateway/unkeyed-path-parameter at additionalEndpoints[0].keysDeclaredElsewhere",
    ]);
  });

  test("has its keys checked, and written nowhere", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/cats/{id}");
    const keysDeclaredElsewhere = [CacheKey.path("id")];
    const cache = api.cache([], {
      additionalEndpoints: [{ httpMethod: "GET", path: "/cats/{id}", keysDeclaredElsewhere }],
    });
    expect(warnings(cache)).toEqual([]);
    expect(settingPaths(api)).toEqual(["~1cats~1{id}/GET"]);
    expect(method.requestParametersInput).toBeUndefined();
    expect(integration.cacheKeyParametersInput).toBeUndefined();
    expect(resource(api.stack, "aws_api_gateway_deployment", "deployment")).not.toHaveProperty("triggers");
  });

  test("cannot have keys of this stack, which would be written nowhere", () => {
    const api = new TestApi();
    const additionalEndpoints = [
      { httpMethod: "GET", path: "/cats", keys: [CacheKey.header("A")], cacheNamespace: "n" },
    ];
    expect(refusedFor(() => api.cache([], { additionalEndpoints }))).toEqual([
      "gateway/keys-without-method at additionalEndpoints[0].keys",
      "gateway/keys-without-method at additionalEndpoints[0].cacheNamespace",
    ]);
  });

  test("is the same endpoint as one of this stack with its path and verb", () => {
    const api = new TestApi();
    const { method } = api.endpoint("GET", "/cats");
    const build = () => api.cache([{ method }], { additionalEndpoints: [{ httpMethod: "get", path: "cats/" }] });
    expect(refusedFor(build)).toEqual(["gateway/duplicate-endpoint at additionalEndpoints[0]"]);
  });
});
