import { join } from "node:path";
import { Testing } from "cdktf";
import { CachedRestApi, RestAuthorizer, RestIntegration, StageCache } from "../../lib";
import { ServerlessOptions } from "../../lib/serverless/serverless-props";
import { ServerlessService } from "../../lib/serverless/serverless-service";
import { warnings } from "../support/findings";
import { Part, bodyOf, newStack, readTemplate } from "../support/rest-api";

const FIXTURES = join(__dirname, "fixtures");

function open(file: string, options: ServerlessOptions = {}) {
  return ServerlessService.fromFile(join(FIXTURES, file), { environment: {}, ...options });
}

/** The settings that a stack has, by method path. */
function settingsOf(json: string): { [methodPath: string]: { [name: string]: unknown } } {
  const { resource } = JSON.parse(json);
  const all = Object.values(resource.aws_api_gateway_method_settings ?? {}) as {
    method_path: string;
    settings: object;
  }[];
  return Object.fromEntries(all.map(({ method_path, settings }) => [method_path, { ...settings }]));
}

describe("orders: a shared gateway, functions in files, a cache per stage", () => {
  function shared(stage: string) {
    const stack = newStack();
    const service = open("orders/serverless.yml", { stage });
    StageCache.shared(stack, "cache", { ...service.sharedStageCacheOptions(stack), loggingLevel: "OFF" });
    return { service, stack, json: Testing.synth(stack) };
  }

  test("in production everything is as the file says", () => {
    const { service, json } = shared("prod");
    expect(service).toMatchObject({
      stageName: "prod",
      isShared: true,
      restApiId: "${var.ImportValue_shop-prod-rest-api-id}",
    });
    const settings = settingsOf(json);
    expect(Object.keys(settings).sort()).toEqual([
      "~1orders/GET",
      "~1orders/POST",
      "~1orders~1status/GET",
      "~1orders~1{orderId}/GET",
    ]);
    expect(settings["~1orders/GET"]).toMatchObject({
      caching_enabled: true,
      cache_ttl_in_seconds: 600,
      unauthorized_cache_control_header_strategy: "SUCCEED_WITHOUT_RESPONSE_HEADER",
    });
    expect(settings["~1orders~1{orderId}/GET"]).toMatchObject({ caching_enabled: true, cache_ttl_in_seconds: 3600 });
    expect(settings["~1orders~1status/GET"]).toMatchObject({ cache_ttl_in_seconds: 0 });
    expect(JSON.parse(json).variable).toEqual({
      "ImportValue_shop-prod-rest-api-id": {
        type: "string",
        description: "!ImportValue shop-prod-rest-api-id, in serverless.yml",
      },
    });
  });

  test("another stage has another TTL", () => {
    expect(settingsOf(shared("beta").json)["~1orders/GET"]).toMatchObject({ cache_ttl_in_seconds: 60 });
  });

  test("where the cache is off, every endpoint is", () => {
    const { service, json } = shared("dev");
    expect(service.cache.enabled).toBe(false);
    for (const settings of Object.values(settingsOf(json))) expect(settings).toMatchObject({ cache_ttl_in_seconds: 0 });
  });

  test("the same file gives the same bytes, and no path of the machine", () => {
    const { json } = shared("prod");
    expect(shared("prod").json).toBe(json);
    expect(json).not.toContain(__dirname);
  });
});

describe("widgets: one function behind everything, anchors and merges", () => {
  const main = RestIntegration.lambdaProxy({ invokeArn: "arn:invoke", functionName: "main" });

  function api(options?: ServerlessOptions) {
    const stack = newStack();
    const service = open("widgets.yml", options);
    const { stageName, cache, cors } = service;
    const endpoints = service.restEndpoints(stack, { integrations: { main } });
    new CachedRestApi(stack, "api", { stageName, cache, cors, endpoints });
    return { service, stack, json: Testing.synth(stack) };
  }

  test("every method has what its event says", () => {
    const { service, json, stack } = api();
    expect(service.stageName).toBe("development");
    const settings = settingsOf(json);
    expect(Object.keys(settings).sort()).toEqual(["*/*", "~1/GET", "~1{proxy+}/GET", "~1{proxy+}/OPTIONS"]);
    expect(settings["~1{proxy+}/GET"]).toMatchObject({
      caching_enabled: true,
      cache_ttl_in_seconds: 300,
      cache_data_encrypted: false,
      logging_level: "ERROR",
      metrics_enabled: true,
    });
    expect(settings["~1/GET"]).toMatchObject({
      cache_data_encrypted: true,
      logging_level: "OFF",
      metrics_enabled: false,
    });
    expect(warnings(stack).map((line) => line.split(":")[0])).toEqual([
      "serverless/own-preflight",
      "gateway/false-needs-second-apply",
    ]);
  });

  test("the environment decides", () => {
    const { service, json } = api({ environment: { APP_ENV: "production", CACHE_TTL: "60" } });
    expect(service.stageName).toBe("production");
    expect(settingsOf(json)["~1{proxy+}/GET"]).toMatchObject({ cache_ttl_in_seconds: 60 });
  });

  test("CORS is that of the events, and where an event answers OPTIONS, what that says", () => {
    const { cors, endpoints } = open("widgets.yml");
    expect([cors, ...endpoints.map((endpoint) => endpoint.cors)]).toEqual([
      undefined,
      undefined,
      undefined,
      {
        allowOrigins: ["https://www.example.com", "https://shop.example.com"],
        allowHeaders: ["Content-Type", "Authorization"],
        allowCredentials: true,
      },
    ]);
  });
});

describe("accounts: authorizers, parameters, bodies, resources", () => {
  function api(options?: ServerlessOptions) {
    const stack = newStack();
    const service = open("accounts.yml", options);
    const integration = RestIntegration.mock();
    const { stageName, cache, cors } = service;
    const endpoints = service.restEndpoints(stack, {
      integrations: {
        listAccounts: integration,
        getAccount: integration,
        search: integration,
        webhook: integration,
        "GET /currencies": integration,
        "ANY /legacy/{proxy+}": integration,
      },
      authorizers: {
        PoolAuthorizer: RestAuthorizer.cognito("pool", ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/x"]),
      },
    });
    const restApi = new CachedRestApi(stack, "api", { stageName, cache, cors, endpoints });
    return { service, restApi, json: Testing.synth(stack) };
  }

  test("the stage is what API Gateway calls it", () => {
    expect(open("accounts.yml").stageName).toBe("test");
    expect(open("accounts.yml", { stage: "prod" }).stageName).toBe("prod");
  });

  test("every cached method has its settings", () => {
    const settings = settingsOf(api({ stage: "prod" }).json);
    expect(Object.keys(settings).sort()).toEqual([
      "*/*",
      "~1accounts/GET",
      "~1accounts~1search/POST",
      "~1accounts~1{id}/GET",
      "~1currencies/GET",
      "~1legacy~1{proxy+}/GET",
    ]);
    const common = {
      caching_enabled: true,
      cache_data_encrypted: true,
      unauthorized_cache_control_header_strategy: "FAIL_WITH_403",
    };
    expect(settings["~1accounts/GET"]).toMatchObject({ ...common, cache_ttl_in_seconds: 900 });
    expect(settings["~1accounts~1{id}/GET"]).toMatchObject({ ...common, cache_ttl_in_seconds: 30 });
    expect(settings["~1accounts~1search/POST"]).toMatchObject({
      ...common,
      require_authorization_for_cache_control: false,
    });
    expect(settings["~1legacy~1{proxy+}/GET"]).toMatchObject({ ...common, cache_data_encrypted: false });
    expect(JSON.parse(api({ stage: "prod" }).json).resource.aws_api_gateway_stage.api.cache_cluster_size).toBe("1.6");
  });

  test("parameters fall back to the default", () => {
    expect(settingsOf(api().json)["~1accounts/GET"]).toMatchObject({ cache_ttl_in_seconds: 120 });
    expect(settingsOf(api({ parameters: { ttl: "7" } }).json)["~1accounts/GET"]).toMatchObject({
      cache_ttl_in_seconds: 7,
    });
  });

  test("keys, authorizers and parameters are in the definition", () => {
    const { paths } = readTemplate(bodyOf(api().restApi)) as Part;
    const keys = (path: string, verb: string) =>
      [...paths[path][verb]["x-amazon-apigateway-integration"].cacheKeyParameters].sort();
    expect(keys("/accounts/{id}", "get")).toEqual([
      "method.request.header.Authorization",
      "method.request.path.id",
      "method.request.querystring.fields",
    ]);
    expect(keys("/accounts/search", "post")).toEqual([
      "integration.request.header.caller",
      "integration.request.header.query",
    ]);
    expect(paths["/accounts/{id}"].get.security).toEqual([{ pool: ["accounts/read"], api_key: [] }]);
    expect(paths["/webhook"].post.security).toBeUndefined();
    expect(paths["/accounts/{id}"].get["x-amazon-apigateway-request-validator"]).toBe("parameters");
    expect(paths["/accounts"].get["x-amazon-apigateway-request-validator"]).toBeUndefined();
  });

  test("integrations are known", () => {
    const types = Object.fromEntries(
      open("accounts.yml").endpoints.map(({ path, integrationType }) => [path, integrationType]),
    );
    expect(types).toMatchObject({ "/accounts": "AWS_PROXY", "/accounts/search": "AWS", "/webhook": "AWS" });
    expect(types["/currencies"]).toBeUndefined();
  });
});
