import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetAuthorizersCommand,
  GetRestApiCommand,
  ImportRestApiCommand,
} from "@aws-sdk/client-api-gateway";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { PLUGIN_SAMPLES } from "../support/plugin-samples";
import { RARE } from "../command-line/from-serverless/support/rare";
import { type Project, newProject } from "../command-line/from-serverless/support/run";
import {
  type Emulator,
  type ReadBack,
  type Terraform,
  apiGatewayClient,
  givenFunction,
  readBack,
  startEmulator,
  terraformIn,
} from "./harness";

const REGION = "eu-central-1";
const STAGE = "prod";
const FIXTURES = join(__dirname, "../serverless/fixtures");

interface Fixture {
  /** The name of the service. */
  readonly name: string;
  readonly file: string;
  readonly functions: readonly string[];
}

const OWN_FIXTURES: readonly Fixture[] = [
  { name: "accounts", file: "accounts.yml", functions: ["listAccounts", "getAccount", "search", "webhook"] },
  { name: "widgets", file: "widgets.yml", functions: ["main"] },
];

const ORDERS: Fixture = { name: "orders", file: "orders/serverless.yml", functions: [] };

/** What the others do not have: authorizers that are functions, backends that are none, a resource policy. */
const GUARDED = `service: { name: guarded }
provider:
  name: aws
  stage: prod
  region: ${REGION}
  apiName: guarded-api
  apiGateway:
    resourcePolicy:
      - { Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: !Sub "execute-api:/\${AWS::Region}/*" }
custom: { apiGatewayCaching: { enabled: true, ttlInSeconds: 60 } }
functions:
  verify: { handler: verify.token }
  api:
    name: the-api
    handler: api.main
    events:
      - http: { path: /mine, method: get, authorizer: { name: verify, resultTtlInSeconds: 0, identitySource: method.request.header.X-Token, identityValidationExpression: "^ey" } }
      - http: { path: /yours, method: get, authorizer: { arn: "arn:aws:lambda:${REGION}:123456789012:function:other", type: request, identitySource: "method.request.header.A, method.request.querystring.b" } }
      - http: { path: "/pages/{page}", method: get, integration: http-proxy, request: { uri: "https://www.example.com/{page}", parameters: { querystrings: { lang: true } } }, caching: { enabled: true, cacheKeyParameters: [{ name: request.path.page }] } }
      - http: { path: /ping, method: get, integration: mock }
`;

/** What Terraform asks for, by the name of the variable. */
function valueOf(variable: string, sharedApiId: string): string {
  if (variable.startsWith("backend_")) return "https://backend.example.com";
  if (variable.startsWith("user_pool_")) return "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_x";
  if (variable === "aws_region") return REGION;
  return sharedApiId;
}

/** A gateway that somebody deployed with CloudFormation: methods without settings, and a stage with a cluster. */
async function givenSharedGateway(emulator: Emulator, title: string): Promise<string> {
  const client = apiGatewayClient(emulator, REGION);
  const method = { "x-amazon-apigateway-integration": { type: "mock" }, responses: { "200": { description: "" } } };
  const keyed = (key: string) => ({
    ...method,
    "x-amazon-apigateway-integration": { type: "mock", cacheKeyParameters: [key] },
    parameters: [{ name: "orderId", in: "path", required: true, schema: { type: "string" } }],
  });
  const definition = {
    openapi: "3.0.1",
    info: { title, version: "1" },
    paths: {
      "/animals/cats": { get: method },
      "/animals/cat/adoption": { post: method },
      "/orders": { get: method, post: method },
      "/orders/status": { get: method },
      "/orders/{orderId}": { get: keyed("method.request.path.orderId") },
    },
  };
  const { id: restApiId } = await client.send(
    new ImportRestApiCommand({ body: Buffer.from(JSON.stringify(definition)) }),
  );
  const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }));
  const cluster = { cacheClusterEnabled: true, cacheClusterSize: "0.5" } as const;
  await client.send(new CreateStageCommand({ restApiId, deploymentId, stageName: STAGE, ...cluster }));
  client.destroy();
  return restApiId!;
}

describe("from-serverless on Terraform", () => {
  let emulator: Emulator;
  let project: Project;
  let terraform: Terraform;
  /** Two samples set the same method of a shared gateway: each has one of its own. */
  const sharedApiIds = new Map<string, string>();
  /** By name, as it was written. */
  const written = new Map<string, { readonly [block: string]: unknown }>();

  /** Runs the command, and makes a module of what it writes: the provider is the root's, one for all. */
  async function moduleOf(name: string, file: string): Promise<[string, object]> {
    const out = `modules/${name}`;
    const ran = await project.run([file, "--stage", STAGE, "--out", out]);
    if (ran.status !== 0) throw new Error(ran.err);
    const document = JSON.parse(project.read(`${out}/cdk.tf.json`));
    written.set(name, document);
    const { provider: _provider, ...module } = document;
    project.write(`${out}/cdk.tf.json`, JSON.stringify(module));
    const variables = Object.keys(document.variable ?? {}).map((one) => [
      one,
      valueOf(one, sharedApiIds.get(name) ?? ""),
    ]);
    return [name, { source: `./${out}`, ...Object.fromEntries(variables) }];
  }

  beforeAll(async () => {
    emulator = await startEmulator();
    const shared = ["sample-10", "sample-11", "orders"].map(async (name) => {
      sharedApiIds.set(name, await givenSharedGateway(emulator, `shared-${name}`));
    });
    const functions = [
      "guarded-prod-verify",
      "the-api",
      "other",
      ...PLUGIN_SAMPLES.filter(({ isShared }) => !isShared).flatMap((sample) => sample.functions),
      ...OWN_FIXTURES.flatMap(({ name, functions: own }) => own.map((one) => `${name}-${STAGE}-${one}`)),
    ];
    await Promise.all([...shared, ...functions.map((name) => givenFunction(emulator, name, REGION))]);
    project = newProject();
    cpSync(FIXTURES, join(project.directory, "fixtures"), { recursive: true });
    const modules: [string, object][] = [];
    for (const { name, yaml } of [...PLUGIN_SAMPLES, { name: "guarded", yaml: GUARDED }]) {
      project.write(`samples/${name}.yml`, yaml);
      modules.push(await moduleOf(name, `samples/${name}.yml`));
    }
    for (const { name, file } of [...OWN_FIXTURES, ORDERS]) modules.push(await moduleOf(name, `fixtures/${file}`));
    const root = { provider: { aws: [{ region: REGION }] }, module: Object.fromEntries(modules) };
    project.write("main.tf.json", JSON.stringify(root));
    terraform = terraformIn(project.directory, { endpoint: emulator.endpoint, region: REGION });
  });
  afterAll(async () => {
    await emulator.stop();
    project.remove();
  });

  const read = (name: string): Promise<ReadBack> => readBack(emulator, name, STAGE, REGION);

  test("everything that is written is valid, and is applied", async () => {
    await terraform.init();
    // An apply validates first.
    await terraform.apply();
    expect(PLUGIN_SAMPLES).toHaveLength(15);
  });

  test.each(PLUGIN_SAMPLES.map((sample) => [sample.title, sample] as const))(
    "%s: the stage has what the plugin would set",
    async (_title, { name, isShared, wanted, functions }) => {
      const { methodSettings, methods, stage } = await read(sharedApiIds.get(name) ?? `${STAGE}-${name}`);
      expect(stage).toMatchObject({ cacheClusterEnabled: true, cacheClusterSize: "0.5" });
      for (const [methodPath, settings] of wanted) {
        const found = methodSettings[methodPath];
        if (settings === undefined) {
          expect([methodPath, found?.cachingEnabled === true && found.cacheTtlInSeconds !== 0]).toEqual([
            methodPath,
            false,
          ]);
          continue;
        }
        expect([methodPath, found]).toEqual([
          methodPath,
          expect.objectContaining({
            cachingEnabled: true,
            cacheTtlInSeconds: settings.ttl,
            cacheDataEncrypted: settings.encrypted,
            requireAuthorizationForCacheControl: settings.requireAuthorization,
            unauthorizedCacheControlHeaderStrategy: settings.strategy,
          }),
        ]);
        if (isShared) continue;
        const [, path = "", verb = ""] = /^(.*)\/([A-Z]+)$/.exec(methodPath.replaceAll("~1", "/"))!;
        expect(methods[`${verb} ${path}`]!.integration!.cacheKeyParameters ?? []).toEqual(settings.keys);
      }
      if (isShared) return;
      const called = Object.values(methods).flatMap(({ integration }) =>
        integration?.type === "AWS_PROXY" ? [/function:([^/:]+)/.exec(integration.uri!)![1]!] : [],
      );
      expect([...new Set(called)].sort()).toEqual([...functions].sort());
    },
  );

  test("accounts: authorizers, bodies, declared parameters, endpoints of elsewhere", async () => {
    const { methodSettings, methods, stage } = await read("prod-accounts");
    expect(stage.cacheClusterSize).toBe("1.6");
    expect(methodSettings["~1accounts/GET"]).toMatchObject({ cacheTtlInSeconds: 900, cacheDataEncrypted: true });
    expect(methods["GET /accounts/{id}"]).toMatchObject({
      authorizationType: "COGNITO_USER_POOLS",
      apiKeyRequired: true,
      requestParameters: { "method.request.path.id": true, "method.request.querystring.fields": false },
    });
    expect(methods["POST /accounts/search"]!.integration).toMatchObject({
      type: "AWS",
      cacheKeyParameters: ["integration.request.header.caller", "integration.request.header.query"],
    });
    expect(methods["GET /currencies"]!.integration).toMatchObject({
      type: "HTTP_PROXY",
      uri: "https://backend.example.com",
    });
  });

  test("guarded: token and request authorizers, HTTP and mock backends, the resource policy", async () => {
    const { restApiId, methods } = await read("guarded-api");
    const client = apiGatewayClient(emulator, REGION);
    const { items = [] } = await client.send(new GetAuthorizersCommand({ restApiId }));
    const { policy } = await client.send(new GetRestApiCommand({ restApiId }));
    client.destroy();
    const byName = Object.fromEntries(items.map((one) => [one.name, one]));
    expect(byName.verify).toMatchObject({
      type: "TOKEN",
      identitySource: "method.request.header.X-Token",
      identityValidationExpression: "^ey",
      authorizerResultTtlInSeconds: 0,
    });
    expect(byName.verify!.authorizerUri).toContain("function:guarded-prod-verify/");
    expect(byName.other).toMatchObject({
      type: "REQUEST",
      authorizerUri: `arn:aws:apigateway:${REGION}:lambda:path/2015-03-31/functions/arn:aws:lambda:${REGION}:123456789012:function:other/invocations`,
      identitySource: "method.request.header.A, method.request.querystring.b",
    });
    expect(methods["GET /mine"]).toMatchObject({ authorizationType: "CUSTOM", authorizerId: byName.verify!.id });
    expect(methods["GET /yours"]).toMatchObject({ authorizationType: "CUSTOM", authorizerId: byName.other!.id });
    expect(methods["GET /pages/{page}"]!.integration).toMatchObject({
      type: "HTTP_PROXY",
      uri: "https://www.example.com/{page}",
      requestParameters: {
        "integration.request.path.page": "method.request.path.page",
        "integration.request.querystring.lang": "method.request.querystring.lang",
      },
    });
    expect(methods["GET /ping"]!.integration).toMatchObject({ type: "MOCK" });
    expect(policy).toContain("execute-api:Invoke");
  });

  test("widgets: one function behind everything", async () => {
    const { methodSettings, methods } = await read("prod-widgets");
    expect(Object.keys(methodSettings).sort()).toEqual(["*/*", "~1/GET", "~1{proxy+}/GET", "~1{proxy+}/OPTIONS"]);
    expect(methodSettings["~1{proxy+}/GET"]).toMatchObject({ loggingLevel: "ERROR", metricsEnabled: true });
    expect(methods["GET /{proxy+}"]!.integration!.uri).toContain("function:widgets-prod-main");
  });

  test("orders: only the settings of a gateway that stays with CloudFormation", async () => {
    const { methodSettings } = await read(sharedApiIds.get("orders")!);
    expect(methodSettings["~1orders/GET"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 600 });
    expect(methodSettings["~1orders~1{orderId}/GET"]).toMatchObject({ cacheTtlInSeconds: 3600 });
    expect(methodSettings["~1orders~1status/GET"]!.cacheTtlInSeconds).toBe(0);
    expect(Object.keys(written.get("orders")!.resource as object)).toEqual(["aws_api_gateway_method_settings"]);
  });

  test("a second plan wants nothing but what a second apply brings", async () => {
    const plan = await terraform.plan();
    // `false` is not sent when a setting is made: the command has warned of it.
    const changed = plan.resourceChanges.map(({ address, actions }) => [address, ...actions]);
    const allowed = ["accounts", "widgets"];
    expect(changed.filter(([address]) => !allowed.some((name) => address!.startsWith(`module.${name}.`)))).toEqual([]);
    expect(changed.filter(([, ...actions]) => actions.join() !== "update")).toEqual([]);
    await terraform.apply({ plan });
    expect((await terraform.plan()).isEmpty).toBe(true);
  });

  test("a destroy leaves the functions and the gateway of the others", async () => {
    // The plan before has just looked at everything.
    await terraform.run("destroy", "-auto-approve", "-input=false", "-no-color", "-refresh=false");
    const inventory = await emulator.inventory();
    expect(inventory.restApis).toEqual(["shared-orders", "shared-sample-10", "shared-sample-11"]);
    expect(inventory.functions).toEqual(expect.arrayContaining(["accounts-prod-webhook", "sample-1-prod-update-cat"]));
  });

  test("what is written is valid as it stands", async () => {
    const directory = join(project.directory, "as-it-stands");
    mkdirSync(directory);
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(written.get("accounts")));
    // The providers of the other directory are those of this one.
    for (const name of [".terraform/providers", ".terraform.lock.hcl"]) {
      cpSync(join(project.directory, name), join(directory, name), { recursive: true, verbatimSymlinks: true });
    }
    await terraformIn(directory, { endpoint: emulator.endpoint, region: REGION }).validate();
    expect(readFileSync(join(directory, "cdk.tf.json"), "utf8")).not.toMatch(/backend"\s*:\s*\{/);
    rmSync(directory, { recursive: true });
  });
});

test("the sources that --typescript writes compile, by the tsconfig.json beside them", async () => {
  const root = join(__dirname, "../..");
  const project = newProject();
  cpSync(FIXTURES, join(project.directory, "fixtures"), { recursive: true });
  project.write("rare.yml", RARE);
  const sources = ["rare.yml", "fixtures/accounts.yml", "fixtures/orders/serverless.yml"];
  const written = sources.map((_file, index) => `app-${index}`);
  for (const [index, file] of sources.entries()) {
    const { status } = await project.run([file, "--stage=prod", "--typescript", "--out", written[index]!]);
    expect(status).toBe(0);
  }
  const { compilerOptions } = JSON.parse(project.read("app-0/tsconfig.json")) as { compilerOptions: object };
  const { options, errors } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  expect(errors).toEqual([]);
  const program = ts.createProgram(
    written.map((name) => join(project.directory, name, "main.ts")),
    {
      ...options,
      baseUrl: root,
      paths: {
        "cdktf-api-caching": ["lib/index.ts"],
        cdktf: ["node_modules/cdktf"],
        constructs: ["node_modules/constructs"],
        "@cdktf/*": ["node_modules/@cdktf/*"],
      },
      typeRoots: [join(root, "node_modules/@types")],
    },
  );
  // Only these files: the library and its dependencies are compiled elsewhere.
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(project.directory));
  const wrong = files.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  project.remove();
  expect(files).toHaveLength(3);
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});
