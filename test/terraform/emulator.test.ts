import {
  CreateBasePathMappingCommand,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteResourceCommand,
  DeleteRestApiCommand,
  DeleteStageCommand,
  GetAuthorizersCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetRequestValidatorsCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetStageCommand,
  GetTagsCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  PutRestApiCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
  UpdateResourceCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
  type APIGatewayClient,
  type CacheClusterSize,
  type PatchOperation,
  type PutIntegrationCommandInput,
} from "@aws-sdk/client-api-gateway";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  apiGatewayClient,
  AWS_LIMITS,
  copiedStack,
  readBack,
  requirements,
  startEmulator,
  terraformIn,
  writtenStack,
  type ControlPlaneLimits,
  type Emulator,
  type MethodSettings,
  type StackDocument,
} from "./harness";

let emulator: Emulator;
let client: APIGatewayClient;

beforeAll(async () => {
  emulator = await startEmulator();
  client = apiGatewayClient(emulator);
});

afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

afterEach(() => emulator.setLimits());

/** What the service answers to a call that it refuses, as `ErrorType: text`. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return "accepted";
}

function replace(path: string, value: string): PatchOperation {
  return { op: "replace", path, value };
}

const DOCUMENT = { openapi: "3.0.1", info: { title: "cats", version: "1" } };

function operation(integration: object = {}, more: object = {}): object {
  return { ...more, "x-amazon-apigateway-integration": { type: "mock", ...integration } };
}

async function newApi(name = "cats"): Promise<{ restApiId: string; rootId: string }> {
  const api = await client.send(new CreateRestApiCommand({ name }));
  return { restApiId: api.id!, rootId: api.rootResourceId! };
}

function putDocument(restApiId: string, document: object | string, mode?: "merge" | "overwrite"): Promise<unknown> {
  const body = typeof document === "string" ? document : JSON.stringify(document);
  return client.send(new PutRestApiCommand({ restApiId, mode, body: Buffer.from(body) }));
}

/** An API with the methods of a document and a stage `prod`. */
async function deployedApi(paths: object = { "/cats": { get: operation() } }): Promise<string> {
  const { restApiId } = await newApi();
  await putDocument(restApiId, { ...DOCUMENT, paths }, "overwrite");
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: "prod" }));
  return restApiId;
}

async function updateStage(restApiId: string, ...patchOperations: PatchOperation[]): Promise<void> {
  await client.send(new UpdateStageCommand({ restApiId, stageName: "prod", patchOperations }));
}

async function settingsOf(restApiId: string): Promise<Record<string, MethodSettings>> {
  const stage = await client.send(new GetStageCommand({ restApiId, stageName: "prod" }));
  return { ...stage.methodSettings };
}

async function resourceIdOf(restApiId: string, path: string): Promise<string> {
  const { items = [] } = await client.send(new GetResourcesCommand({ restApiId }));
  return items.find((resource) => resource.path === path)!.id!;
}

describe("method settings", () => {
  const defaults: MethodSettings = {
    metricsEnabled: false,
    dataTraceEnabled: false,
    throttlingBurstLimit: 5000,
    throttlingRateLimit: 10000,
    cachingEnabled: false,
    cacheTtlInSeconds: 300,
    cacheDataEncrypted: false,
    requireAuthorizationForCacheControl: true,
    unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
  };

  test("a new entry has the service's defaults", async () => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace("/~1cats/GET/caching/enabled", "true"));
    expect(await settingsOf(restApiId)).toEqual({ "~1cats/GET": { ...defaults, cachingEnabled: true } });
  });

  test("a new entry copies the stage-wide one, which does not flow into it later", async () => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace("/*/*/throttling/burstLimit", "7"), replace("/*/*/metrics/enabled", "true"));
    await updateStage(restApiId, replace("/~1cats/GET/caching/enabled", "true"));
    await updateStage(restApiId, replace("/*/*/throttling/burstLimit", "8"));
    const settings = await settingsOf(restApiId);
    expect(settings["~1cats/GET"]).toEqual({
      ...defaults,
      metricsEnabled: true,
      throttlingBurstLimit: 7,
      cachingEnabled: true,
    });
    expect(settings["*/*"]?.throttlingBurstLimit).toBe(8);
  });

  test.each([
    ["metrics/enabled", "true", { metricsEnabled: true }],
    ["logging/dataTrace", "true", { dataTraceEnabled: true }],
    ["logging/loglevel", "OFF", { loggingLevel: "OFF" }],
    ["logging/loglevel", "INFO", { loggingLevel: "INFO" }],
    ["throttling/burstLimit", "-1", { throttlingBurstLimit: -1 }],
    ["throttling/rateLimit", "-1.000000", { throttlingRateLimit: -1 }],
    ["throttling/rateLimit", "0.5", { throttlingRateLimit: 0.5 }],
    ["caching/enabled", "true", { cachingEnabled: true }],
    ["caching/ttlInSeconds", "0", { cacheTtlInSeconds: 0 }],
    ["caching/ttlInSeconds", "3600", { cacheTtlInSeconds: 3600 }],
    ["caching/dataEncrypted", "true", { cacheDataEncrypted: true }],
    ["caching/requireAuthorizationForCacheControl", "false", { requireAuthorizationForCacheControl: false }],
    [
      "caching/unauthorizedCacheControlHeaderStrategy",
      "FAIL_WITH_403",
      { unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403" },
    ],
  ])("%s takes %s", async (setting, value, expected) => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace(`/*/*/${setting}`, value));
    expect(await settingsOf(restApiId)).toEqual({ "*/*": { ...defaults, ...expected } });
  });

  test.each([
    ["caching/ttlInSeconds", "3601", "BadRequestException: Invalid cache TTL"],
    ["caching/ttlInSeconds", "-1", "BadRequestException: Invalid cache TTL"],
    ["caching/ttlInSeconds", "60.5", "BadRequestException: Invalid cache TTL"],
    ["caching/ttlInSeconds", "soon", "BadRequestException: Invalid number"],
    ["caching/enabled", "yes", "BadRequestException: Invalid boolean"],
    ["throttling/burstLimit", "", "BadRequestException: Invalid number"],
    ["logging/loglevel", "DEBUG", "ValidationException: 1 validation error detected: Value 'DEBUG'"],
    ["caching/unauthorizedCacheControlHeaderStrategy", "FAIL", "ValidationException: 1 validation error detected"],
    ["caching/size", "1", "BadRequestException: Invalid method setting path: /*/*/caching/size. Must be one of: ["],
  ])("%s refuses %p", async (setting, value, expected) => {
    const restApiId = await deployedApi();
    expect(await refusal(updateStage(restApiId, replace(`/*/*/${setting}`, value)))).toContain(expected);
    expect(await settingsOf(restApiId)).toEqual({});
  });

  test.each(["~1cats/GET", "~1cats~1{id}/GET", "~1{proxy+}/POST", "~1/GET", "*/*", "cats/GET", "/cats/{id}/GET"])(
    "the key %s is stored exactly as it was sent",
    async (key) => {
      const restApiId = await deployedApi();
      await updateStage(restApiId, replace(`/${key}/caching/enabled`, "true"));
      expect(Object.keys(await settingsOf(restApiId))).toEqual([key]);
    },
  );

  test.each(["~1cats/ANY", "~1cats/*", "*/GET", "~1cats/get", "{proxy+}/ANY/", "~1cats/GET/", "~1cats", "~1/"])(
    "the key %s is refused",
    async (key) => {
      const restApiId = await deployedApi();
      expect(await refusal(updateStage(restApiId, replace(`/${key}/caching/enabled`, "true")))).toMatch(
        `BadRequestException: Invalid method setting path: /${key}/caching/enabled. Must be one of: [`,
      );
    },
  );

  test("a nested path with plain slashes is accepted and never comes back", async () => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace("/cats/{id}/GET/caching/enabled", "true"));
    expect(await settingsOf(restApiId)).toEqual({});
  });

  test("an entry is removed as a whole", async () => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace("/~1cats/GET/caching/enabled", "true"));
    await updateStage(restApiId, { op: "remove", path: "/~1cats/GET" });
    expect(await settingsOf(restApiId)).toEqual({});
  });

  test.each(["~1cats/GET", "*/*", "~1dogs/GET/caching/enabled"])("removing %s needs an entry", async (key) => {
    const restApiId = await deployedApi();
    await updateStage(restApiId, replace("/~1dogs/GET/caching/enabled", "true"));
    expect(await refusal(updateStage(restApiId, { op: "remove", path: `/${key}` }))).toContain(
      `BadRequestException: Cannot remove method setting ${key} because there is no method setting for this method`,
    );
  });

  test("a call takes 80 patch operations, applied together or not at all", async () => {
    const restApiId = await deployedApi();
    const many = (count: number): PatchOperation[] =>
      Array.from({ length: count }, (_, index) => replace(`/~1cats${index}/GET/caching/enabled`, "true"));
    expect(await refusal(updateStage(restApiId, ...many(81)))).toContain("BadRequestException: Too many patch");
    expect(await refusal(updateStage(restApiId, ...many(2), replace("/nothing", "1")))).toContain("Invalid method");
    expect(await settingsOf(restApiId)).toEqual({});
    await updateStage(restApiId, ...many(80));
    expect(Object.keys(await settingsOf(restApiId))).toHaveLength(80);
  });
});

describe("what a stage serves", () => {
  const cached = ["GET /cats", "GET /cats/{id}", "GET /owls", "HEAD /owls", "POST /cats"];

  test.each([
    ["nothing", [], []],
    ["the stage-wide entry, for GET only", [replace("/*/*/caching/enabled", "true")], cached.slice(0, 3)],
    ["its own entry", [replace("/~1cats/POST/caching/enabled", "true")], ["POST /cats"]],
    [
      "its own entry with a TTL of 0",
      [replace("/*/*/caching/enabled", "true"), replace("/~1owls/GET/caching/ttlInSeconds", "0")],
      cached.slice(0, 2),
    ],
    ["one verb of ANY", [replace("/~1owls/HEAD/caching/enabled", "true")], ["HEAD /owls"]],
    ["an unescaped path of one level", [replace("/cats/GET/caching/enabled", "true")], ["GET /cats"]],
    ["an unescaped path of two levels", [replace("/cats/{id}/GET/caching/enabled", "true")], []],
    ["a path with a leading slash", [replace("//cats/{id}/GET/caching/enabled", "true")], []],
    ["a path that does not exist", [replace("/~1dogs/GET/caching/enabled", "true")], []],
  ])("is cached by %s", async (_, patches, expected) => {
    const restApiId = await deployedApi({
      "/cats": { get: operation(), post: operation() },
      "/cats/{id}": { get: operation() },
      "/owls": { "x-amazon-apigateway-any-method": operation() },
    });
    await updateStage(restApiId, replace("/cacheClusterEnabled", "true"), ...patches);
    const { methods } = await emulator.live(restApiId, "prod");
    const found = Object.entries(methods).filter(([, method]) => method.isCached);
    expect(found.map(([key]) => key).sort()).toEqual(expected);
    await updateStage(restApiId, replace("/cacheClusterEnabled", "false"));
    const without = await emulator.live(restApiId, "prod");
    expect(Object.values(without.methods).some((method) => method.isCached)).toBe(false);
  });

  test("is the snapshot of its deployment", async () => {
    const restApiId = await deployedApi();
    const changed = { ...DOCUMENT, paths: { "/dogs": { get: operation({ cacheNamespace: "dogs" }) } } };
    await putDocument(restApiId, changed, "overwrite");
    expect(Object.keys((await emulator.live(restApiId, "prod")).methods)).toEqual(["GET /cats"]);
    await client.send(new CreateDeploymentCommand({ restApiId, stageName: "prod" }));
    const { methods } = await emulator.live(restApiId, "prod");
    expect(methods).toMatchObject({
      "GET /dogs": { definedAs: "GET", integration: { cacheNamespace: "dogs" }, settingsKey: null },
    });
  });
});

describe("the cache cluster", () => {
  test.each([
    [{}, { cacheClusterEnabled: false, cacheClusterStatus: "NOT_AVAILABLE" }],
    [
      { cacheClusterEnabled: true },
      { cacheClusterEnabled: true, cacheClusterStatus: "AVAILABLE", cacheClusterSize: "0.5" },
    ],
    [
      { cacheClusterEnabled: true, cacheClusterSize: "1.6" as const },
      { cacheClusterEnabled: true, cacheClusterStatus: "AVAILABLE", cacheClusterSize: "1.6" },
    ],
  ])("of a stage created with %p", async (input, expected) => {
    const restApiId = await deployedApi();
    const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }));
    await client.send(new CreateStageCommand({ restApiId, stageName: "test", deploymentId, ...input }));
    expect(await client.send(new GetStageCommand({ restApiId, stageName: "test" }))).toMatchObject(expected);
  });

  test("refuses a size that AWS does not sell", async () => {
    const restApiId = await deployedApi();
    const size = "2" as CacheClusterSize;
    expect(await refusal(updateStage(restApiId, replace("/cacheClusterSize", size)))).toContain(
      "ValidationException: 1 validation error detected: Value '2' at 'cacheClusterSize'",
    );
  });

  test("takes its time to come and to go", async () => {
    const slow = await startEmulator({ cacheClusterSeconds: 1 });
    const slowClient = apiGatewayClient(slow);
    const patch = (...patchOperations: PatchOperation[]): Promise<{ cacheClusterStatus?: string }> =>
      slowClient.send(new UpdateStageCommand({ restApiId, stageName: "prod", patchOperations }));
    const { id: restApiId } = await slowClient.send(new CreateRestApiCommand({ name: "slow" }));
    const body = Buffer.from(JSON.stringify({ ...DOCUMENT, paths: { "/": { get: operation() } } }));
    await slowClient.send(new PutRestApiCommand({ restApiId, mode: "overwrite", body }));
    await slowClient.send(new CreateDeploymentCommand({ restApiId, stageName: "prod" }));
    expect(await patch(replace("/cacheClusterEnabled", "true"))).toMatchObject({
      cacheClusterStatus: "CREATE_IN_PROGRESS",
    });
    await new Promise((wake) => setTimeout(wake, 1100));
    expect(await patch()).toMatchObject({ cacheClusterStatus: "AVAILABLE" });
    expect(await patch(replace("/cacheClusterSize", "1.6"))).toMatchObject({
      cacheClusterStatus: "CREATE_IN_PROGRESS",
    });
    expect(await patch(replace("/cacheClusterEnabled", "false"))).toMatchObject({
      cacheClusterStatus: "DELETE_IN_PROGRESS",
    });
    slowClient.destroy();
    await slow.stop();
  });
});

describe("stages", () => {
  test("keep what an update changes", async () => {
    const restApiId = await deployedApi();
    await updateStage(
      restApiId,
      replace("/description", "Production"),
      replace("/tracingEnabled", "true"),
      replace("/variables/colour", "blue"),
      { op: "add", path: "/variables/size", value: "1" },
      replace("/accessLogSettings/destinationArn", "arn:aws:logs:us-east-1:123456789012:log-group:access"),
      replace("/accessLogSettings/format", "$context.requestId"),
    );
    await updateStage(restApiId, { op: "remove", path: "/variables/size" });
    expect((await readBack(emulator, restApiId, "prod")).stage).toMatchObject({
      description: "Production",
      tracingEnabled: true,
      variables: { colour: "blue" },
      accessLogSettings: { format: "$context.requestId" },
    });
    await updateStage(restApiId, { op: "remove", path: "/accessLogSettings" });
    expect((await readBack(emulator, restApiId, "prod")).stage.accessLogSettings).toBeUndefined();
  });

  test("refuse a deployment that does not exist, and a second stage of the same name", async () => {
    const restApiId = await deployedApi();
    expect(await refusal(updateStage(restApiId, replace("/deploymentId", "none")))).toBe(
      "BadRequestException: Deployment id does not exist",
    );
    const create = (stageName: string, deploymentId: string): Promise<string> =>
      refusal(client.send(new CreateStageCommand({ restApiId, stageName, deploymentId })));
    const { deploymentId = "" } = await client.send(new GetStageCommand({ restApiId, stageName: "prod" }));
    expect(await create("prod", deploymentId)).toBe("ConflictException: Stage already exists");
    expect(await create("other", "none")).toBe("NotFoundException: Invalid Deployment identifier specified");
    expect(await create("prod.v1", deploymentId)).toContain("BadRequestException: Stage name only allows");
  });

  test("and APIs are tagged by ARN", async () => {
    const restApiId = await deployedApi();
    for (const path of [`/restapis/${restApiId}`, `/restapis/${restApiId}/stages/prod`]) {
      const resourceArn = `arn:aws:apigateway:us-east-1::${path}`;
      await client.send(new TagResourceCommand({ resourceArn, tags: { team: "cats", cost: "1", old: "1" } }));
      await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ["cost", "old"] }));
      expect((await client.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ team: "cats" });
    }
  });
});

describe("cache keys", () => {
  const requestParameters = {
    "method.request.path.id": true,
    "method.request.querystring.page": false,
    "method.request.header.Authorization": false,
  };
  const invalid =
    "BadRequestException: Invalid mapping expression specified: Validation Result: warnings : [], errors : ";

  async function putIntegration(input: Partial<PutIntegrationCommandInput>): Promise<{ cacheNamespace?: string }> {
    const { restApiId, rootId } = await newApi();
    const { id: resourceId } = await client.send(
      new CreateResourceCommand({ restApiId, parentId: rootId, pathPart: "{id}" }),
    );
    const method = { restApiId, resourceId, httpMethod: "GET" };
    await client.send(new PutMethodCommand({ ...method, authorizationType: "NONE", requestParameters }));
    await client.send(new PutIntegrationCommand({ ...method, type: "MOCK", ...input }));
    const integration = await client.send(new GetIntegrationCommand(method));
    expect(integration.cacheKeyParameters ?? []).toEqual(input.cacheKeyParameters ?? []);
    return { cacheNamespace: integration.cacheNamespace === resourceId ? "resource id" : integration.cacheNamespace };
  }

  test("the namespace is the resource id unless it is given", async () => {
    expect(await putIntegration({})).toEqual({ cacheNamespace: "resource id" });
    expect(await putIntegration({ cacheNamespace: "cats" })).toEqual({ cacheNamespace: "cats" });
  });

  test.each<[string, string[], Record<string, string>]>([
    ["declared parameters", Object.keys(requestParameters), {}],
    [
      "the body through a mapping",
      ["integration.request.header.hash"],
      { "integration.request.header.hash": "method.request.body" },
    ],
    [
      "a part of the body through a mapping",
      ["integration.request.header.city"],
      { "integration.request.header.city": "method.request.body.cities[0].name" },
    ],
    [
      "the context through a mapping",
      ["integration.request.querystring.user"],
      { "integration.request.querystring.user": "context.authorizer.principalId" },
    ],
    [
      "a multi-value parameter through a mapping",
      ["integration.request.querystring.page"],
      { "integration.request.querystring.page": "method.request.multivaluequerystring.page" },
    ],
    ["a constant", ["integration.request.header.x"], { "integration.request.header.x": "'1'" }],
  ])("accepts %s", async (_, cacheKeyParameters, mapping) => {
    await putIntegration({ cacheKeyParameters, requestParameters: mapping });
  });

  test.each<[string, string[], Record<string, string>, string]>([
    [
      "an undeclared parameter",
      ["method.request.path.page"],
      {},
      `${invalid}[Invalid mapping expression parameter specified: method.request.path.page]`,
    ],
    [
      "an unmapped integration parameter",
      ["integration.request.header.x"],
      {},
      "BadRequestException: Invalid cache key parameter specified",
    ],
    [
      "the body itself",
      ["method.request.body"],
      {},
      `${invalid}[Invalid mapping expression specified: method.request.body]`,
    ],
    [
      "a multi-value parameter",
      ["method.request.multivaluequerystring.page"],
      {},
      `${invalid}[Invalid mapping expression specified: method.request.multivaluequerystring.page]`,
    ],
    [
      "the context itself",
      ["context.identity.sourceIp"],
      {},
      `${invalid}[Invalid mapping expression specified: context`,
    ],
    [
      "a mapping of an undeclared parameter",
      [],
      { "integration.request.header.x": "method.request.header.X" },
      `${invalid}[Invalid mapping expression parameter specified: method.request.header.X]`,
    ],
    [
      "a mapping of anything else",
      [],
      { "integration.request.header.x": "request.header.X" },
      `${invalid}[Invalid mapping expression specified: request.header.X]`,
    ],
    [
      "a parameter name with brackets",
      [],
      { "integration.request.querystring.a[b]": "'1'" },
      `${invalid}[Parameter name should match the following regular expression: ^[a-zA-Z0-9._$-]+$]`,
    ],
  ])("refuses %s", async (_, cacheKeyParameters, mapping, expected) => {
    expect(await refusal(putIntegration({ cacheKeyParameters, requestParameters: mapping }))).toContain(expected);
  });

  test.each(["method.request.body", "method.request.multivalueheader.X", "context.stage", "method.request.cookie.c"])(
    "a method cannot declare %s",
    async (parameter) => {
      const { restApiId, rootId } = await newApi();
      const input = { restApiId, resourceId: rootId, httpMethod: "GET", authorizationType: "NONE" };
      const call = client.send(new PutMethodCommand({ ...input, requestParameters: { [parameter]: false } }));
      expect(await refusal(call)).toBe(`${invalid}[Invalid mapping expression specified: ${parameter}]`);
    },
  );
});

describe("updates of a method and of its integration", () => {
  const page = "method.request.querystring.page";
  const size = "method.request.querystring.size";

  async function keyedMethod(): Promise<{ restApiId: string; resourceId: string; httpMethod: string }> {
    const { restApiId, rootId: resourceId } = await newApi();
    const method = { restApiId, resourceId, httpMethod: "GET" };
    const requestParameters = { [page]: false, [size]: false };
    await client.send(new PutMethodCommand({ ...method, authorizationType: "NONE", requestParameters }));
    const integration = { type: "HTTP", integrationHttpMethod: "GET", uri: "https://example.com" } as const;
    const mapping = { "integration.request.header.body": "method.request.body" };
    await client.send(
      new PutIntegrationCommand({
        ...method,
        ...integration,
        requestParameters: mapping,
        cacheKeyParameters: [page, size, "integration.request.header.body"],
      }),
    );
    return method;
  }

  test.each<[string, PatchOperation[], string[]]>([
    [
      "adding a parameter keeps them",
      [{ op: "add", path: "/requestParameters/method.request.header.X", value: "false" }],
      [page, size],
    ],
    ["replacing a parameter drops it", [replace(`/requestParameters/${page}`, "true")], [size]],
    ["removing a parameter drops it", [{ op: "remove", path: `/requestParameters/${size}` }], [page]],
    ["no operation keeps them", [], [page, size]],
    ["other fields keep them", [replace("/apiKeyRequired", "true"), replace("/operationName", "list")], [page, size]],
  ])("of the integration's cache keys: %s", async (_, patchOperations, expected) => {
    const method = await keyedMethod();
    await client.send(new UpdateMethodCommand({ ...method, patchOperations }));
    const integration = await client.send(new GetIntegrationCommand(method));
    expect(integration.cacheKeyParameters).toEqual([...expected, "integration.request.header.body"]);
  });

  test("of an integration, as the Terraform provider sends them", async () => {
    const method = await keyedMethod();
    await client.send(
      new UpdateIntegrationCommand({
        ...method,
        patchOperations: [
          { op: "remove", path: "/requestParameters/integration.request.header.body", value: "method.request.body" },
          { op: "add", path: "/requestParameters/integration.request.header.page", value: page },
          { op: "add", path: "/requestTemplates/application~1json", value: "{}" },
          { op: "remove", path: `/cacheKeyParameters/${size}`, value: "" },
          { op: "add", path: "/cacheKeyParameters/integration.request.header.page", value: "" },
          replace("/cacheNamespace", "cats"),
          replace("/uri", "https://example.org"),
          replace("/timeoutInMillis", "1000"),
          replace("/contentHandling", "CONVERT_TO_TEXT"),
        ],
      }),
    );
    expect(await client.send(new GetIntegrationCommand(method))).toMatchObject({
      cacheKeyParameters: [page, "integration.request.header.page"],
      cacheNamespace: "cats",
      requestParameters: { "integration.request.header.page": page },
      requestTemplates: { "application/json": "{}" },
      uri: "https://example.org",
      timeoutInMillis: 1000,
      contentHandling: "CONVERT_TO_TEXT",
    });
  });

  test.each<[PatchOperation, string]>([
    [{ op: "remove", path: "/cacheKeyParameters/method.request.path.x" }, "Invalid parameter name specified"],
    [replace(`/cacheKeyParameters/${page}`, ""), "Invalid patch path"],
    [
      { op: "add", path: "/cacheKeyParameters/method.request.path.x" },
      "Invalid mapping expression parameter specified",
    ],
    [replace("/timeoutInMillis", "60000"), "Timeout should be between 50 ms and 29000 ms"],
    [replace("/type", "MOCK"), "Invalid patch path"],
  ])("refuse %p", async (patch, expected) => {
    const method = await keyedMethod();
    const call = client.send(new UpdateIntegrationCommand({ ...method, patchOperations: [patch] }));
    expect(await refusal(call)).toContain(expected);
  });

  test.each<[Partial<PutIntegrationCommandInput>, string]>([
    [{ type: "HTTP_PROXY", uri: "https://example.com" }, "Enumeration value for HttpMethod must be non-empty"],
    [{ type: "HTTP", integrationHttpMethod: "GET", uri: "example" }, "Invalid HTTP endpoint specified for URI"],
    [{ type: "AWS_PROXY", integrationHttpMethod: "POST", uri: "cats" }, "Invalid ARN specified in the request"],
    [
      { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: "arn:aws:lambda:us-east-1:123456789012:function:cats" },
      "AWS ARN for integration must contain path or action",
    ],
  ])("do not take the endpoint %p", async (input, expected) => {
    const { restApiId, rootId } = await newApi();
    const method = { restApiId, resourceId: rootId, httpMethod: "GET" };
    await client.send(new PutMethodCommand({ ...method, authorizationType: "NONE" }));
    const call = client.send(new PutIntegrationCommand({ ...method, type: "MOCK", ...input }));
    expect(await refusal(call)).toBe(`BadRequestException: ${expected}`);
  });

  test("of the authorization need an authorizer that exists", async () => {
    const method = await keyedMethod();
    const patchOperations = [replace("/authorizationType", "CUSTOM"), replace("/authorizerId", "none")];
    const call = client.send(new UpdateMethodCommand({ ...method, patchOperations }));
    expect(await refusal(call)).toContain("BadRequestException: Invalid authorizer ID specified.");
  });
});

describe("resources", () => {
  test.each([
    ["cats", "ConflictException: Another resource with the same parent already has this name: cats"],
    ["{name}", "BadRequestException: A sibling ({id}) of this resource already has a variable path part"],
    ["a b", "BadRequestException: Resource's path part only allow a-zA-Z0-9._-:"],
  ])("refuse a second part %s", async (pathPart, expected) => {
    const { restApiId, rootId: parentId } = await newApi();
    await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: "cats" }));
    await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: "{id}" }));
    const call = client.send(new CreateResourceCommand({ restApiId, parentId, pathPart }));
    expect(await refusal(call)).toContain(expected);
  });

  test("can be renamed", async () => {
    const restApiId = await deployedApi({ "/cats/{id}": { get: operation() }, "/dogs": { get: operation() } });
    const resourceId = await resourceIdOf(restApiId, "/cats");
    const rename = (pathPart: string): Promise<string> =>
      refusal(
        client.send(
          new UpdateResourceCommand({ restApiId, resourceId, patchOperations: [replace("/pathPart", pathPart)] }),
        ),
      );
    expect(await rename("dogs")).toContain("ConflictException: Another resource");
    expect(await rename("kittens")).toBe("accepted");
    const parentId = await resourceIdOf(restApiId, "/kittens/{id}");
    const patchOperations = [replace("/parentId", parentId)];
    expect(await refusal(client.send(new UpdateResourceCommand({ restApiId, resourceId, patchOperations })))).toBe(
      "BadRequestException: Resources cannot be cyclical.",
    );
    expect(Object.keys((await readBack(emulator, restApiId, "prod")).methods)).toContain("GET /kittens/{id}");
  });

  test("go with their children", async () => {
    const restApiId = await deployedApi({ "/cats/{id}/toys": { get: operation() }, "/dogs": { get: operation() } });
    const resourceId = await resourceIdOf(restApiId, "/cats");
    await client.send(new DeleteResourceCommand({ restApiId, resourceId }));
    const { items = [] } = await client.send(new GetResourcesCommand({ restApiId }));
    expect(items.map((resource) => resource.path).sort()).toEqual(["/", "/dogs"]);
  });
});

describe("a definition", () => {
  const authorizer = {
    type: "token",
    authorizerUri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations",
    authorizerResultTtlInSeconds: 60,
  };
  const openapi = {
    ...DOCUMENT,
    info: { title: "from the document", description: "About cats", version: "2" },
    "x-amazon-apigateway-binary-media-types": ["image/png"],
    "x-amazon-apigateway-request-validators": { parameters: { validateRequestParameters: true } },
    security: [{ iam: [] }],
    paths: {
      "/cats/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        get: {
          operationId: "getCat",
          parameters: [
            { name: "lang", in: "query", schema: { type: "string" } },
            { $ref: "#/components/parameters/tenant" },
          ],
          security: [{ token: [] }, { key: [] }],
          responses: { 200: { description: "A cat" } },
          "x-amazon-apigateway-request-validator": "parameters",
          "x-amazon-apigateway-integration": {
            type: "http_proxy",
            httpMethod: "GET",
            uri: "https://example.com/{id}",
            passthroughBehavior: "when_no_templates",
            timeoutInMillis: 5000,
            requestParameters: { "integration.request.path.id": "method.request.path.id" },
            cacheKeyParameters: ["method.request.path.id", "method.request.header.X-Tenant"],
            cacheNamespace: "cat",
            responses: { default: { statusCode: "200" } },
          },
        },
        "x-amazon-apigateway-any-method": operation({}, { security: [{ pool: ["cats/read"] }] }),
      },
      "/open": { get: operation({}, { security: [] }), post: operation() },
    },
    components: {
      parameters: { tenant: { name: "X-Tenant", in: "header", required: true, schema: { type: "string" } } },
      securitySchemes: {
        token: {
          type: "apiKey",
          name: "Authorization",
          in: "header",
          "x-amazon-apigateway-authtype": "custom",
          "x-amazon-apigateway-authorizer": authorizer,
        },
        pool: {
          type: "apiKey",
          name: "Authorization",
          in: "header",
          "x-amazon-apigateway-authtype": "cognito_user_pools",
          "x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: ["arn:aws:cognito-idp:::x"] },
        },
        key: { type: "apiKey", name: "x-api-key", in: "header" },
        iam: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" },
      },
    },
  };

  test("in OpenAPI 3 becomes methods, parameters, integrations, authorizers and validators", async () => {
    const { restApiId } = await newApi();
    await putDocument(restApiId, openapi, "overwrite");
    const { items: authorizers = [] } = await client.send(new GetAuthorizersCommand({ restApiId }));
    const { items: validators = [] } = await client.send(new GetRequestValidatorsCommand({ restApiId }));
    const authorizerId = (name: string): string | undefined => authorizers.find((found) => found.name === name)?.id;
    const resourceId = await resourceIdOf(restApiId, "/cats/{id}");
    expect(await client.send(new GetMethodCommand({ restApiId, resourceId, httpMethod: "GET" }))).toMatchObject({
      operationName: "getCat",
      authorizationType: "CUSTOM",
      authorizerId: authorizerId("token"),
      apiKeyRequired: true,
      requestValidatorId: validators[0]?.id,
      requestParameters: {
        "method.request.path.id": true,
        "method.request.querystring.lang": false,
        "method.request.header.X-Tenant": true,
      },
      methodIntegration: {
        type: "HTTP_PROXY",
        httpMethod: "GET",
        uri: "https://example.com/{id}",
        passthroughBehavior: "WHEN_NO_TEMPLATES",
        timeoutInMillis: 5000,
        requestParameters: { "integration.request.path.id": "method.request.path.id" },
        cacheKeyParameters: ["method.request.path.id", "method.request.header.X-Tenant"],
        cacheNamespace: "cat",
      },
    });
    const any = await client.send(new GetMethodCommand({ restApiId, resourceId, httpMethod: "ANY" }));
    expect(any).toMatchObject({
      authorizationType: "COGNITO_USER_POOLS",
      authorizerId: authorizerId("pool"),
      authorizationScopes: ["cats/read"],
    });
    expect(await client.send(new GetRestApiCommand({ restApiId }))).toMatchObject({
      name: "from the document",
      description: "About cats",
      version: "2",
      binaryMediaTypes: ["image/png"],
    });
    await client.send(new CreateDeploymentCommand({ restApiId, stageName: "prod" }));
    const { methods } = await readBack(emulator, restApiId, "prod");
    expect(methods["GET /open"]?.authorizationType).toBe("NONE");
    expect(methods["POST /open"]?.authorizationType).toBe("AWS_IAM");
  });

  test("in Swagger 2, as YAML, is read too", async () => {
    const { restApiId } = await newApi();
    await putDocument(
      restApiId,
      [
        "swagger: '2.0'",
        "info: {title: cats, version: '1'}",
        "securityDefinitions: {key: {type: apiKey, name: x-api-key, in: header}}",
        "paths:",
        "  /cats:",
        "    get:",
        "      security: [{key: []}]",
        "      parameters: [{name: page, in: query, type: string}]",
        "      x-amazon-apigateway-integration: {type: mock, cacheKeyParameters: [method.request.querystring.page]}",
      ].join("\n"),
      "overwrite",
    );
    await client.send(new CreateDeploymentCommand({ restApiId, stageName: "prod" }));
    expect((await readBack(emulator, restApiId, "prod")).methods).toMatchObject({
      "GET /cats": {
        apiKeyRequired: true,
        requestParameters: { "method.request.querystring.page": false },
        integration: { cacheKeyParameters: ["method.request.querystring.page"] },
      },
    });
  });

  test("overwrites the former one, and keeps the ids of the paths that stay", async () => {
    const restApiId = await deployedApi({ "/cats": { get: operation() }, "/dogs": { get: operation() } });
    const before = await resourceIdOf(restApiId, "/cats");
    const paths = { "/cats": { post: operation() }, "/owls": { get: operation() } };
    await putDocument(restApiId, { ...DOCUMENT, paths }, "overwrite");
    expect(Object.keys((await readBack(emulator, restApiId, "prod")).methods).sort()).toEqual([
      "GET /owls",
      "POST /cats",
    ]);
    expect(await resourceIdOf(restApiId, "/cats")).toBe(before);
  });

  test("is merged into the former one", async () => {
    const restApiId = await deployedApi({ "/cats": { get: operation() }, "/dogs": { get: operation() } });
    const paths = { "/cats": { get: operation({ cacheNamespace: "new" }), post: operation() } };
    await putDocument(restApiId, { ...DOCUMENT, paths }, "merge");
    const { methods } = await readBack(emulator, restApiId, "prod");
    expect(Object.keys(methods).sort()).toEqual(["GET /cats", "GET /dogs", "POST /cats"]);
    expect(methods["GET /cats"]?.integration?.cacheNamespace).toBe("new");
  });

  test.each<[string, object | string, string]>([
    ["that is no document", "cats", "BadRequestException: Invalid OpenAPI input."],
    ["of an unknown format", { info: { title: "x" }, paths: {} }, "Invalid specification version or format"],
    ["without a title", { openapi: "3.0.1", info: {}, paths: {} }, "BadRequestException: Invalid OpenAPI input."],
    [
      "with a key that is not declared",
      { "/cats": { get: operation({ cacheKeyParameters: ["method.request.path.id"] }) } },
      "Unable to put integration on 'GET' for resource at path '/cats': Invalid mapping expression specified",
    ],
    [
      "with a wrong ARN",
      { "/cats": { get: operation({ type: "aws_proxy", httpMethod: "POST", uri: "arn:aws:lambda:x" }) } },
      "Unable to put integration on 'GET' for resource at path '/cats': AWS ARN for integration must contain path or action",
    ],
    [
      "with two variables under one parent",
      { "/{a}": { get: operation() }, "/{b}/c": { get: operation() } },
      "Unable to create resource at path '/{b}/c': A sibling ({a}) of this resource already has a variable path part",
    ],
    [
      "with a parameter name that AWS refuses",
      { "/cats": { get: operation({}, { parameters: [{ name: "page[size]", in: "query" }] }) } },
      "Unable to put method 'GET' on resource at path '/cats': Invalid mapping expression specified",
    ],
    ["of more than 6 MB", { "/cats": { get: operation({}, { description: "x".repeat(6_300_000) }) } }, "Too Large"],
  ])("%s is refused, and changes nothing", async (_, document, expected) => {
    const restApiId = await deployedApi();
    const isPaths = typeof document === "object" && Object.keys(document).every((key) => key.startsWith("/"));
    const call = putDocument(restApiId, isPaths ? { ...DOCUMENT, paths: document } : document, "overwrite");
    expect(await refusal(call)).toContain(expected);
    expect(Object.keys((await readBack(emulator, restApiId, "prod")).methods)).toEqual(["GET /cats"]);
  });

  test("loses nothing that the API's own attributes set afterwards", async () => {
    const { restApiId } = await newApi();
    await putDocument(restApiId, openapi, "overwrite");
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    await client.send(
      new UpdateRestApiCommand({
        restApiId,
        patchOperations: [
          replace("/name", "cats"),
          replace("/description", "Cats"),
          { op: "remove", path: "/binaryMediaTypes/image~1png" },
          { op: "add", path: "/binaryMediaTypes/application~1json" },
          replace("/minimumCompressionSize", "100"),
          replace("/disableExecuteApiEndpoint", "true"),
          replace("/apiKeySource", "AUTHORIZER"),
          replace("/endpointConfiguration/types/0", "REGIONAL"),
          replace("/policy", policy),
        ],
      }),
    );
    expect(await client.send(new GetRestApiCommand({ restApiId }))).toMatchObject({
      name: "cats",
      description: "Cats",
      binaryMediaTypes: ["application/json"],
      minimumCompressionSize: 100,
      disableExecuteApiEndpoint: true,
      apiKeySource: "AUTHORIZER",
      endpointConfiguration: { types: ["REGIONAL"] },
      policy: JSON.stringify(policy).slice(1, -1),
    });
  });
});

describe("deployments", () => {
  test("need methods, and integrations for them", async () => {
    const { restApiId, rootId: resourceId } = await newApi();
    const deploy = (): Promise<string> => refusal(client.send(new CreateDeploymentCommand({ restApiId })));
    expect(await deploy()).toBe("BadRequestException: The REST API doesn't contain any methods");
    const method = { restApiId, resourceId, httpMethod: "GET" };
    await client.send(new PutMethodCommand({ ...method, authorizationType: "NONE" }));
    expect(await deploy()).toBe("BadRequestException: No integration defined for method");
    await client.send(new PutIntegrationCommand({ ...method, type: "MOCK" }));
    expect(await deploy()).toBe("accepted");
  });

  test("stay as long as a stage points to them", async () => {
    const restApiId = await deployedApi();
    const { deploymentId = "" } = await client.send(new GetStageCommand({ restApiId, stageName: "prod" }));
    const remove = (): Promise<string> =>
      refusal(client.send(new DeleteDeploymentCommand({ restApiId, deploymentId })));
    expect(await remove()).toBe(
      "BadRequestException: Active stages pointing to this deployment must be moved or deleted",
    );
    await client.send(new DeleteStageCommand({ restApiId, stageName: "prod" }));
    expect(await remove()).toBe("accepted");
    expect(await remove()).toBe("NotFoundException: Invalid Deployment identifier specified");
  });
});

describe("custom domain names", () => {
  const certificate = (region: string): string => `arn:aws:acm:${region}:123456789012:certificate/1`;
  let hosts = 0;

  async function newDomain(securityPolicy: "TLS_1_0" | "TLS_1_2" = "TLS_1_2"): Promise<string> {
    hosts += 1;
    const domainName = `api${hosts}.example.com`;
    await client.send(
      new CreateDomainNameCommand({
        domainName,
        securityPolicy,
        regionalCertificateArn: certificate("us-east-1"),
        endpointConfiguration: { types: ["REGIONAL"] },
      }),
    );
    return domainName;
  }

  /** A call of the second API of API Gateway, answered as `status text`. */
  async function v2(method: string, path: string, body?: object): Promise<string> {
    const response = await fetch(`${emulator.endpoint}/v2/${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { Authorization: "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/apigateway/aws4_request" },
    });
    return `${response.status} ${await response.text()}`;
  }

  test.each([
    ["Api.example.com", "us-east-1", "Use lower case letters"],
    ["api.example.com", "eu-west-1", "Certificate must be in 'us-east-1'"],
  ])("refuse %s with a certificate in %s", async (domainName, region, expected) => {
    const input = { domainName, regionalCertificateArn: certificate(region) };
    const call = client.send(new CreateDomainNameCommand({ ...input, endpointConfiguration: { types: ["REGIONAL"] } }));
    expect(await refusal(call)).toContain(expected);
  });

  test("are the same for both APIs of API Gateway", async () => {
    const domainName = await newDomain();
    const answer = await v2("GET", `domainnames/${domainName}`);
    expect(answer).toContain('"domainNameStatus": "AVAILABLE"');
  });

  test.each<[string, "TLS_1_0" | "TLS_1_2", string]>([
    ["", "TLS_1_2", "201"],
    ["orders/v1/items", "TLS_1_2", "201"],
    ["orders/v1", "TLS_1_0", "400"],
    ["/orders", "TLS_1_2", "400"],
    ["orders/", "TLS_1_2", "400"],
    ["orders//v1", "TLS_1_2", "400"],
    ["orders v1", "TLS_1_2", "400"],
    ["x".repeat(301), "TLS_1_2", "400"],
  ])("map the key %p with %s: %s", async (apiMappingKey, securityPolicy, expected) => {
    const restApiId = await deployedApi();
    const domainName = await newDomain(securityPolicy);
    const mapping = { apiId: restApiId, stage: "prod", apiMappingKey };
    const answer = await v2("POST", `domainnames/${domainName}/apimappings`, mapping);
    expect(answer.slice(0, 3)).toBe(expected);
  });

  test("take each key once, from either API", async () => {
    const restApiId = await deployedApi();
    const domainName = await newDomain();
    const mapping = { apiId: restApiId, stage: "prod", apiMappingKey: "orders" };
    await client.send(new CreateBasePathMappingCommand({ domainName, restApiId, stage: "prod", basePath: "orders" }));
    expect(await v2("POST", `domainnames/${domainName}/apimappings`, mapping)).toContain("409");
    const nested = { domainName, restApiId, stage: "prod", basePath: "orders/v1" };
    expect(await refusal(client.send(new CreateBasePathMappingCommand(nested)))).toContain(
      "API Gateway V1 doesn't support the slash character (/) in base path mappings.",
    );
  });
});

describe("limits", () => {
  const refused = "TooManyRequestsException: Too Many Requests";

  test("are off at first", async () => {
    const calls = Array.from({ length: 60 }, () => refusal(newApi()));
    expect(new Set(await Promise.all(calls))).toEqual(new Set(["accepted"]));
  });

  const twice: [keyof ControlPlaneLimits, (restApiId: string, rootId: string, turn: number) => Promise<unknown>][] = [
    ["totalPerSecond", (restApiId) => client.send(new GetRestApiCommand({ restApiId }))],
    [
      "resourceChangesPerSecond",
      (restApiId, parentId, turn) =>
        client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: `cats${turn}` })),
    ],
    ["deploymentsPerSecond", (restApiId) => client.send(new CreateDeploymentCommand({ restApiId }))],
    [
      "domainChangesPerSecond",
      (_restApiId, _parentId, turn) =>
        client.send(
          new CreateDomainNameCommand({
            domainName: `limited${turn}.example.com`,
            regionalCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1",
            endpointConfiguration: { types: ["REGIONAL"] },
          }),
        ),
    ],
    [
      "definitionImportsPerSecond",
      (restApiId) => putDocument(restApiId, { ...DOCUMENT, paths: { "/x": { get: operation() } } }),
    ],
  ];

  test.each(twice)("%s refuses the second call within its time", async (name, call) => {
    const { restApiId, rootId } = await newApi();
    await putDocument(restApiId, { ...DOCUMENT, paths: { "/x": { get: operation() } } });
    await emulator.setLimits({ [name]: 1 / 60 });
    expect(await refusal(call(restApiId, rootId, 1))).toBe("accepted");
    expect(await refusal(call(restApiId, rootId, 2))).toBe(refused);
    await emulator.setLimits();
    expect(await refusal(call(restApiId, rootId, 3))).toBe("accepted");
  });

  test("apiDeletionsPerSecond refuses the second deletion within its time", async () => {
    const apis = await Promise.all([newApi(), newApi()]);
    await emulator.setLimits({ apiDeletionsPerSecond: 1 / 60 });
    const remove = (index: number): Promise<string> =>
      refusal(client.send(new DeleteRestApiCommand({ restApiId: apis[index]!.restApiId })));
    expect([await remove(0), await remove(1)]).toEqual(["accepted", refused]);
  });

  test("totalBurst says how many calls may come at once", async () => {
    const { restApiId } = await newApi();
    await emulator.setLimits({ totalPerSecond: 1 / 60, totalBurst: 5 });
    const results = await Promise.all(
      Array.from({ length: 8 }, () => refusal(client.send(new GetRestApiCommand({ restApiId })))),
    );
    expect(results.filter((result) => result === "accepted")).toHaveLength(5);
  });

  test("stageUpdateMilliseconds makes a concurrent update of the same API a conflict", async () => {
    const [first, second] = [await deployedApi(), await deployedApi()];
    await emulator.setLimits({ stageUpdateMilliseconds: 2000 });
    const update = (restApiId: string): Promise<string> =>
      refusal(updateStage(restApiId, replace("/*/*/caching/enabled", "true")));
    const results = await Promise.all([update(first), update(first), update(second)]);
    const conflict =
      "ConflictException: Unable to complete operation due to concurrent modification. Please try again later.";
    expect(results.slice(0, 2).sort()).toEqual([conflict, "accepted"]);
    expect(results[2]).toBe("accepted");
    expect(await update(first)).toBe("accepted");
  });

  test("with an unknown name are refused", async () => {
    expect(await refusal(emulator.setLimits({ perDay: 1 } as ControlPlaneLimits))).toContain("Unknown limits: perDay");
  });
});

describe("the request log", () => {
  test("has every request with its operation, status and body", async () => {
    const restApiId = await deployedApi();
    await emulator.clearRequests();
    await updateStage(restApiId, replace("/~1cats/GET/caching/enabled", "true"));
    await refusal(updateStage(restApiId, replace("/~1cats/ANY/caching/enabled", "true")));
    const requests = await emulator.requests();
    expect(requests).toMatchObject([
      {
        service: "apigateway",
        operation: "UpdateStage",
        method: "PATCH",
        path: `/restapis/${restApiId}/stages/prod`,
        status: 200,
        body: { patchOperations: [replace("/~1cats/GET/caching/enabled", "true")] },
      },
      { operation: "UpdateStage", status: 400 },
    ]);
    expect(requests[1]!.sequence).toBe(requests[0]!.sequence + 1);
    expect(requests[1]!.time).toBeGreaterThan(requests[0]!.time);
  });

  test("is kept apart for each emulator, and ends with it", async () => {
    const others = await Promise.all([startEmulator(), startEmulator()]);
    expect(new Set([emulator, ...others].map(({ endpoint }) => endpoint)).size).toBe(3);
    const otherClient = apiGatewayClient(others[0]!);
    await otherClient.send(new CreateRestApiCommand({ name: "other" }));
    otherClient.destroy();
    expect(await others[0]!.requests()).toHaveLength(1);
    expect(await others[1]!.requests()).toHaveLength(0);
    expect(await others[0]!.inventory()).toEqual({ restApis: ["other"] });
    await others[0]!.reset();
    expect([await others[0]!.inventory(), await others[0]!.requests()]).toEqual([{}, []]);
    await Promise.all(others.map((other) => other.stop()));
    await expect(fetch(others[0]!.endpoint)).rejects.toThrow();
  });
});

describe("what is missing on a machine", () => {
  const { PATH, TERRAFORM_MIRROR } = process.env;

  afterEach(() => {
    process.env["PATH"] = PATH;
    delete process.env["TERRAFORM_MIRROR"];
    Object.assign(process.env, TERRAFORM_MIRROR === undefined ? {} : { TERRAFORM_MIRROR });
  });

  /** The requirements as a fresh process would find them. */
  function found(): unknown {
    let result: unknown;
    jest.isolateModules(() => {
      result = jest.requireActual<typeof import("./harness/requirements")>("./harness/requirements").requirements();
    });
    return result;
  }

  test("is named in one error that says what to install", () => {
    process.env["PATH"] = "";
    expect(found).toThrow(/cannot run:\n {2}- Terraform 1\.5 or newer.*\n {2}- Python 3\.10.*moto\[server\]/);
  });

  test("is not searched for where a mirror is named", () => {
    process.env["TERRAFORM_MIRROR"] = __dirname;
    expect(found).toThrow(`TERRAFORM_MIRROR is ${__dirname}, which holds no`);
  });
});

describe("a working copy of a synthesized stack", () => {
  test("has its assets, the provider of this machine, and its state beside it", () => {
    const output = mkdtempSync(join(tmpdir(), "synthesized-"));
    const source = join(output, "stacks", "prod");
    mkdirSync(join(source, "assets", "code"), { recursive: true });
    writeFileSync(join(source, "assets", "code", "index.js"), "");
    writeFileSync(join(source, "terraform.prod.tfstate"), "{}");
    const required_providers = { aws: { source: "aws", version: "6.25.0" }, tls: { source: "tls", version: "4.0.0" } };
    const terraform = { backend: { local: { path: "elsewhere" } }, required_providers, required_version: ">= 1.5" };
    writeFileSync(join(source, "cdk.tf.json"), JSON.stringify({ terraform, resource: {} }));
    const stack = copiedStack(output, "prod");
    const document = JSON.parse(readFileSync(join(stack.directory, "cdk.tf.json"), "utf8")) as StackDocument;
    expect(document).toEqual({
      terraform: {
        required_providers: {
          aws: { source: "aws", version: requirements().mirror?.version ?? "6.25.0" },
          tls: { source: "tls", version: "4.0.0" },
        },
        required_version: ">= 1.5",
      },
      resource: {},
    });
    expect(existsSync(join(stack.directory, "assets", "code", "index.js"))).toBe(true);
    expect(existsSync(join(stack.directory, "terraform.prod.tfstate"))).toBe(false);
    stack.remove();
    rmSync(output, { recursive: true });
    expect(existsSync(stack.directory)).toBe(false);
  });
});

describe("Terraform", () => {
  const api = "${aws_api_gateway_rest_api.api.id}";
  const stage = "${aws_api_gateway_stage.prod.stage_name}";

  /** An API from one document, with its stage-wide settings first and one entry for each path in a chain. */
  function chainedStack(names: readonly string[]): StackDocument {
    const paths = names.map((name) => [
      `/${name}/{id}`,
      {
        get: operation(
          { cacheKeyParameters: ["method.request.path.id"], cacheNamespace: name },
          { parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }] },
        ),
      },
    ]);
    const throttling = { throttling_burst_limit: 10, throttling_rate_limit: 20 };
    const entries = names.map((name, index) => [
      name,
      {
        rest_api_id: api,
        stage_name: stage,
        method_path: `~1${name}~1{id}/GET`,
        settings: { caching_enabled: true, cache_ttl_in_seconds: 60, ...throttling },
        depends_on: [`aws_api_gateway_method_settings.${index === 0 ? "all" : names[index - 1]}`],
      },
    ]);
    return {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      provider: { aws: { region: "us-east-1" } },
      resource: {
        aws_api_gateway_rest_api: {
          api: { name: "chained", body: JSON.stringify({ ...DOCUMENT, paths: Object.fromEntries(paths) as object }) },
        },
        aws_api_gateway_deployment: { live: { rest_api_id: api, lifecycle: { create_before_destroy: true } } },
        aws_api_gateway_stage: {
          prod: {
            rest_api_id: api,
            deployment_id: "${aws_api_gateway_deployment.live.id}",
            stage_name: "prod",
            cache_cluster_enabled: true,
            cache_cluster_size: "0.5",
          },
        },
        aws_api_gateway_method_settings: {
          all: { rest_api_id: api, stage_name: stage, method_path: "*/*", settings: throttling },
          ...(Object.fromEntries(entries) as object),
        },
      },
    };
  }

  test("applies, plans nothing more, and destroys everything", async () => {
    const stack = writtenStack(chainedStack(["cats", "dogs", "owls"]));
    const own = await startEmulator();
    const terraform = terraformIn(stack.directory, { endpoint: own.endpoint });
    await terraform.init();
    await terraform.validate();
    const plan = await terraform.plan();
    expect(plan.resourceChanges.map(({ actions }) => actions)).toEqual(Array(7).fill(["create"]));
    await terraform.apply({ plan });
    expect(await terraform.stateAddresses()).toEqual([
      "aws_api_gateway_deployment.live",
      ...["all", "cats", "dogs", "owls"].map((name) => `aws_api_gateway_method_settings.${name}`),
      "aws_api_gateway_rest_api.api",
      "aws_api_gateway_stage.prod",
    ]);
    const { restApiId, methodSettings, methods } = await readBack(own, "chained", "prod");
    expect(Object.keys(methodSettings).sort()).toEqual([
      "*/*",
      ...["cats", "dogs", "owls"].map((name) => `~1${name}~1{id}/GET`),
    ]);
    expect(methods["GET /cats/{id}"]?.integration).toMatchObject({
      cacheKeyParameters: ["method.request.path.id"],
      cacheNamespace: "cats",
    });
    const live = await own.live(restApiId, "prod");
    expect(Object.values(live.methods).map(({ isCached }) => isCached)).toEqual([true, true, true]);
    expect(await terraform.plan()).toMatchObject({ isEmpty: true, resourceChanges: [] });
    await terraform.destroy();
    expect(await own.inventory()).toEqual({});
    await own.stop();
    stack.remove();
  });

  test("is never refused under the limits of AWS, with one document and a chain of settings", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `path${index}`);
    const stack = writtenStack(chainedStack(names));
    const own = await startEmulator({ limits: AWS_LIMITS });
    const terraform = terraformIn(stack.directory, { endpoint: own.endpoint });
    await terraform.init();
    await terraform.apply();
    const requests = await own.requests();
    expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
    expect(requests.filter(({ operation: name }) => name === "UpdateStage")).toHaveLength(21);
    await own.stop();
    stack.remove();
  });
});
