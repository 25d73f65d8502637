import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { CachedRestApi, RestIntegration, StageCache } from "../../lib";
import { toRestEndpoints } from "../../lib/serverless/rest-endpoints";
import { ServerlessService } from "../../lib/serverless/serverless-service";
import { refusal, refusedFor, warnings } from "../support/findings";
import { newStack } from "../support/rest-api";
import { service } from "./support";

const EVENT = "http: { method: get, path: /a, caching: { enabled: true } }";
const SHARED = "{ enabled: true, apiGatewayIsShared: true, restApiId: '${cf:gateway.Id}' }";
const fromText = (text: string, options = {}) => ServerlessService.fromText(text, { environment: {}, ...options });

describe("fromText", () => {
  test("gives what a CachedRestApi takes", () => {
    const stack = newStack();
    const read = fromText(service(EVENT, "{ enabled: true, ttlInSeconds: 60 }"), { stage: "prod" });
    const endpoints = read.restEndpoints(stack, { integrations: { cats: RestIntegration.mock() } });
    const api = new CachedRestApi(stack, "api", { stageName: read.stageName, cache: read.cache, endpoints });
    expect(api.stage.stageNameInput).toBe("prod");
    expect(api.cache.methodSettings.map(({ methodPathInput }) => methodPathInput)).toEqual(["~1a/GET"]);
    expect(read).toMatchObject({ isShared: false, restApiId: undefined, cors: undefined, variables: [], warnings: [] });
  });

  test("gives what StageCache.shared takes", () => {
    const stack = newStack();
    const read = fromText(service(EVENT, SHARED));
    const cache = StageCache.shared(stack, "cache", read.sharedStageCacheOptions(stack));
    expect(read).toMatchObject({ isShared: true, restApiId: "${var.cf_gateway_Id}", stageName: "dev" });
    expect(cache.methodSettings.map(({ restApiIdInput }) => restApiIdInput)).toEqual(["${var.cf_gateway_Id}"]);
  });

  test.each([
    ["YAML", "service: a\nprovider:\n  name: aws\n  stage: prod\ncustom:\n  apiGatewayCaching:\n    enabled: true\n"],
    [
      "JSON",
      '{"service":"a","provider":{"name":"aws","stage":"prod"},"custom":{"apiGatewayCaching":{"enabled":true}}}',
    ],
  ])("reads what serverless print prints as %s", (_format, text) => {
    expect(fromText(text)).toMatchObject({ stageName: "prod", cache: { enabled: true } });
  });

  test("calls the text what it is told to", () => {
    expect(refusedFor(() => fromText("a: [", { fileName: "stdin" }))).toEqual([
      expect.stringMatching(/^serverless\/yaml-syntax at stdin:\d+:\d+$/),
    ]);
  });

  test("names no file without a project", () => {
    expect(refusedFor(() => fromText("functions: ${file(a.yml)}"))).toEqual([
      "serverless/file-unreadable at serverless.yml:1:12 functions",
    ]);
  });

  test("refuses CORS that no browser takes, before anything is made of it", () => {
    const event = "http: { method: get, path: /a, cors: { origin: '*', allowCredentials: true } }";
    expect(refusedFor(() => fromText(service(event)))).toEqual([
      "gateway/cors-credentials at serverless.yml:6:56 functions.cats.events[0].http.cors.origin",
    ]);
  });

  test.each([
    ["alone", ""],
    ["beside a path without CORS", "\n      - http: GET /b"],
    ["beside a path with the same", "\n      - http: { method: get, path: /b, cors: { origin: 'https://a.example' } }"],
  ])("lets an event answer the preflight requests of its path, %s", (_where, more) => {
    const events = `http: { method: get, path: /a, cors: { origin: 'https://a.example' } }\n      - http: OPTIONS /a${more}`;
    const stack = newStack();
    const { stageName, cors, endpoints } = fromText(service(events));
    const integration = RestIntegration.httpProxy("https://backend.example", "GET");
    const read = toRestEndpoints(endpoints, { integrations: { cats: integration } });
    const { restApi } = new CachedRestApi(stack, "api", { stageName, cors, endpoints: read });
    const { paths } = JSON.parse(restApi.bodyInput!) as { paths: { [path: string]: { [verb: string]: object } } };
    expect(Object.keys(paths["/a"]!).sort()).toEqual(["get", "options"]);
    expect(paths["/a"]!.options).toMatchObject({ "x-amazon-apigateway-integration": { type: "http_proxy" } });
  });

  test("takes the environment of the process unless another is given", () => {
    process.env.A_TTL_OF_A_TEST = "45";
    const text = service(EVENT, "{ enabled: true, ttlInSeconds: '${env:A_TTL_OF_A_TEST}' }");
    expect(ServerlessService.fromText(text).cache.ttlSeconds).toBe(45);
    expect(refusedFor(() => fromText(text))[0]).toContain("serverless/variable-not-found");
    delete process.env.A_TTL_OF_A_TEST;
  });

  test("takes options of the command line", () => {
    const text = service(EVENT, "{ enabled: true, ttlInSeconds: '${opt:ttl}', clusterSize: '${param:size}' }");
    expect(fromText(text, { opt: { ttl: "5" }, parameters: { size: "1.6" } }).cache).toMatchObject({
      ttlSeconds: 5,
      clusterSize: "1.6",
    });
  });

  test("takes the stage also from the options of the command line", () => {
    const text = "provider: { name: aws, stage: dev, apiGateway: { stage: 'x-${opt:stage}-${opt:region}' } }";
    expect(fromText(text, { opt: { stage: "prod", region: "eu" } }).stageName).toBe("x-prod-eu");
    expect(fromText("provider: { name: aws, stage: dev }", { opt: { stage: "prod" } }).stageName).toBe("prod");
    expect(fromText("provider: aws", { opt: { stage: "prod" }, stage: "qa" }).stageName).toBe("qa");
  });

  test.each([
    ["an option that there is not", { stages: "prod" }, "input/unknown-option at options.stages"],
    ["an option of another type", { opt: { a: 1 } }, 'input/wrong-type at options.opt["a"]'],
  ])("refuses %s", (_what, options, problem) => {
    expect(refusedFor(() => fromText("provider: aws", options))).toEqual([problem]);
  });

  test.each([[undefined], [null], [5], [Buffer.from("a: 1")]])("refuses %j for a text", (text) => {
    expect(refusedFor(() => fromText(text as never))).toEqual(["serverless/file-unreadable at text"]);
  });
});

describe("fromFile", () => {
  let directory: string;
  const file = (name: string) => join(directory, "service", name);

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "service-"));
    mkdirSync(join(directory, "service"));
    mkdirSync(file("directory.yml"));
    writeFileSync(file("serverless.yml"), "provider: aws\nfunctions: ${file(functions.yml)}\n");
    writeFileSync(file("functions.yml"), "a: { events: [{ http: get /a }] }\n");
    writeFileSync(file("empty.yml"), "");
    writeFileSync(file("wrong.yml"), "provider: google\n");
    writeFileSync(file("up.yml"), "functions: ${file(../shared.yml)}\n");
    writeFileSync(file("serverless.ts"), "export default {}");
    writeFileSync(file("binary.yml"), Buffer.from([0xc3, 0x28]));
    writeFileSync(file("large.yml"), Buffer.alloc(20 * 1024 * 1024, 0x61));
    writeFileSync(join(directory, "shared.yml"), "a: { events: [{ http: get /shared }] }\n");
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  test("reads a file, and the files that it names", () => {
    const [endpoint] = ServerlessService.fromFile(file("serverless.yml")).endpoints;
    expect(endpoint).toMatchObject({ path: "/a", writtenAt: "functions.yml:1:23 functions.a.events[0].http" });
  });

  test("reads from where the process is", () => {
    const before = process.cwd();
    process.chdir(join(directory, "service"));
    expect(ServerlessService.fromFile("serverless.yml").endpoints).toHaveLength(1);
    process.chdir(before);
  });

  test("reads files of a project that begins further up", () => {
    const read = () => ServerlessService.fromFile(file("up.yml"));
    expect(refusedFor(read)).toEqual(["serverless/file-outside-project at up.yml:1:12 functions"]);
    const [endpoint] = ServerlessService.fromFile(file("up.yml"), { projectDirectory: directory }).endpoints;
    expect(endpoint).toMatchObject({ path: "/shared", writtenAt: "shared.yml:1:23 functions.a.events[0].http" });
  });

  test.each([
    ["none.yml", "serverless/file-unreadable at file", "there is no such file"],
    ["directory.yml", "serverless/file-unreadable at file", "it is a directory"],
    ["empty.yml", "serverless/file-unreadable at file", "it is empty"],
    ["binary.yml", "serverless/file-unreadable at file", "it is no text in UTF-8"],
    ["large.yml", "serverless/file-unreadable at file", "it has 20971520 bytes"],
    ["serverless.ts", "serverless/file-not-data at file", "serverless print"],
    ["wrong.yml", "serverless/wrong-type at wrong.yml:1:11 provider", "API Gateway of AWS"],
  ])("refuses %s", (name, problem, change) => {
    const [finding, ...more] = refusal(() => ServerlessService.fromFile(file(name)));
    expect(more).toEqual([]);
    expect(`${finding!.rule} at ${finding!.property}`).toBe(problem);
    expect(finding!.change).toContain(change);
    expect(finding!.message).not.toContain(directory);
  });

  test("refuses a file outside of the project that is given", () => {
    const projectDirectory = join(directory, "service");
    const read = () => ServerlessService.fromFile(join(directory, "shared.yml"), { projectDirectory });
    expect(refusedFor(read)).toEqual(["serverless/file-outside-project at file"]);
  });

  test.each([[""], [undefined], [5]])("refuses %j for a file", (name) => {
    expect(refusedFor(() => ServerlessService.fromFile(name as never))).toEqual(["serverless/file-unreadable at file"]);
  });
});

describe("Terraform variables", () => {
  const text = service(
    "http: { method: get, path: /a, caching: { enabled: true, ttlInSeconds: '${ssm:/ttl, 60}' } }",
    SHARED,
  );
  const variables = (stack: TerraformStack) => Object.keys(JSON.parse(Testing.synth(stack)).variable ?? {}).sort();

  test("are those that something refers to", () => {
    expect(fromText(text).variables.map(({ name }) => name)).toEqual(["cf_gateway_Id", "ssm__ttl-xF-60"]);
    const own = newStack();
    fromText(text).restEndpoints(own, { integrations: { cats: RestIntegration.mock() } });
    expect(variables(own)).toEqual(["ssm__ttl-xF-60"]);
    const shared = newStack();
    fromText(text).sharedStageCacheOptions(shared);
    expect(variables(shared)).toEqual(["cf_gateway_Id", "ssm__ttl-xF-60"]);
    const given = newStack();
    expect(fromText(text).sharedStageCacheOptions(given, { restApiId: "abc" }).restApiId).toBe("abc");
    expect(variables(given)).toEqual(["ssm__ttl-xF-60"]);
  });

  test("are declared in the stack, once, from wherever", () => {
    const stack = newStack();
    const read = fromText(text);
    read.sharedStageCacheOptions(new Construct(stack, "inner"));
    read.restEndpoints(stack, { integrations: { cats: RestIntegration.mock() } });
    expect(read.declareVariables(stack)).toHaveLength(2);
    expect(variables(stack)).toEqual(["cf_gateway_Id", "ssm__ttl-xF-60"]);
  });

  test("stand for the gateway that the framework makes, where no id is said", () => {
    const stack = newStack();
    const options = fromText(service(EVENT)).sharedStageCacheOptions(stack);
    expect(options.restApiId).toBe("${var.Ref_ApiGatewayRestApi}");
    expect(variables(stack)).toEqual(["Ref_ApiGatewayRestApi"]);
  });

  test("are valid HCL", () => {
    const stack = newStack();
    const odd = service(
      EVENT,
      `{ enabled: true, apiGatewayIsShared: true, restApiId: { "Fn::Sub": ["$\{a}", { a: "x" }] } }`,
    );
    const read = fromText(odd);
    StageCache.shared(stack, "cache", read.sharedStageCacheOptions(stack));
    const hcl = Testing.synthHcl(stack);
    expect(hcl).toMatch(/variable "Sub_/);
    expect(hcl).toContain('description = "!Sub [\\"{a}\\",{\\"a\\":\\"x\\"}]');
    expect(read.variables[0]!.name).toMatch(/^[A-Za-z][\w-]*$/);
  });
});

describe("warnings", () => {
  const text = service("http: { method: get, path: /a, caching: {} }");
  const mock = { integrations: { cats: RestIntegration.mock() } };

  test("are data, and one annotation in each stack", () => {
    const read = fromText(text);
    expect(read.warnings.map(({ rule }) => rule)).toEqual(["serverless/enabled-not-set"]);
    const stack = newStack();
    read.restEndpoints(stack, mock);
    read.restEndpoints(stack, mock);
    expect(warnings(stack)).toEqual([read.warnings[0]!.message]);
    const other = newStack();
    read.sharedStageCacheOptions(other);
    expect(warnings(other)).toHaveLength(1);
  });

  test("can be acknowledged with a reason", () => {
    const acknowledgements = { "serverless/enabled-not-set": "it is meant" };
    expect(fromText(text, { acknowledgements }).warnings).toEqual([]);
  });

  test("a reason that nothing needs is a warning, and one for an error an error", () => {
    expect(
      fromText(service(EVENT), { acknowledgements: { "serverless/enabled-not-set": "x" } }).warnings,
    ).toMatchObject([
      { rule: "input/unused-acknowledgement", property: 'options.acknowledgements["serverless/enabled-not-set"]' },
    ]);
    expect(refusedFor(() => fromText(text, { acknowledgements: { "serverless/unknown-key": "x" } }))).toEqual([
      'input/invalid-acknowledgement at options.acknowledgements["serverless/unknown-key"]',
    ]);
  });
});

test("a service without a cache touches no stage", () => {
  const stack = newStack();
  const read = fromText("provider: aws\nfunctions: { cats: { events: [{ http: get /a }] } }");
  expect(read.sharedStageCacheOptions(stack, { restApiId: "abc" })).toEqual({
    restApiId: "abc",
    stageName: "dev",
    enabled: false,
    additionalEndpoints: [],
  });
  expect(read.cache).toEqual({ enabled: false });
});

test("the size of the cluster is not a shared stage's to say", () => {
  const read = fromText(
    service(EVENT, "{ enabled: true, apiGatewayIsShared: true, restApiId: abc, clusterSize: '1.6' }"),
  );
  expect(read.sharedStageCacheOptions(newStack())).not.toHaveProperty("clusterSize");
});

test("options without a compiler are checked", () => {
  const read = fromText(service(EVENT));
  expect(refusedFor(() => read.restEndpoints(newStack(), { integrations: { cats: "lambda" } } as never))).toEqual([
    'input/wrong-type at options.integrations["cats"]',
  ]);
  expect(refusedFor(() => read.sharedStageCacheOptions(newStack(), { restApi: "x" } as never))).toEqual([
    "input/unknown-option at options.restApi",
  ]);
});
