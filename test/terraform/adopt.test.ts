import {
  CreateBasePathMappingCommand,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  CreateStageCommand,
  PutIntegrationCommand,
  PutMethodCommand,
  UpdateStageCommand,
} from "@aws-sdk/client-api-gateway";
import { ApiGatewayAuthorizer } from "@cdktf/provider-aws/lib/api-gateway-authorizer";
import { ApiGatewayGatewayResponse } from "@cdktf/provider-aws/lib/api-gateway-gateway-response";
import { ApiGatewayIntegrationResponse } from "@cdktf/provider-aws/lib/api-gateway-integration-response";
import { ApiGatewayMethodResponse } from "@cdktf/provider-aws/lib/api-gateway-method-response";
import { ApiGatewayModel } from "@cdktf/provider-aws/lib/api-gateway-model";
import { ApiGatewayRequestValidator } from "@cdktf/provider-aws/lib/api-gateway-request-validator";
import { ApiGatewayRestApiPolicy } from "@cdktf/provider-aws/lib/api-gateway-rest-api-policy";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformStack, TerraformVariable } from "cdktf";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  ApiFront,
  ApiStage,
  CachedRestApi,
  CacheKey,
  CertificateSource,
  CloudflareZone,
  DomainCertificate,
  HttpApi,
  ImportedCertificate,
  RestIntegration,
  StageCache,
  StrictTls,
} from "../../lib";
import { runAws } from "../../lib/adopt/run-aws";
import { networkFetch } from "../../lib/adopt/fetch-text";
import { adopt } from "../../lib/command-line/adopt/adopt";
import { adoptCommand } from "../../lib/command-line/adopt/adopt-command";
import { CloudflareApi, startCloudflareApi } from "../adopt/support/cloudflare-api";
import { fakeIo } from "../command-line/support/fake-io";
import { given } from "../command-line/support/given";
import { certificate } from "../support/certificates";
import { synthesizeApp } from "../support/examples";
import {
  addressesByAction,
  apiGatewayClient,
  type Clouds,
  copiedStack,
  environmentOf,
  givenFunction,
  readBack,
  type StackDirectory,
  startClouds,
  type Terraform,
  terraformIn,
} from "./harness";

const REGION = "eu-central-1";
const ZONE = "0123456789abcdef0123456789abcdef";
const BACKEND = "https://backend.example.net";
const HOST = "api.example.com";

/** Each test has a zone and a host of its own, and an AWS that is empty. */
const ZONES = { "example.com": ZONE, "example.org": "fedcba9876543210fedcba9876543210" };

let clouds: Clouds;
let api: CloudflareApi;
const directories: StackDirectory[] = [];

beforeAll(async () => {
  clouds = await startClouds({ zones: ZONES });
  api = await startCloudflareApi({ held: () => clouds.cloudflare.dump(), zones: ZONES });
});
afterEach(async () => {
  await clouds.emulator.reset();
  directories.splice(0).forEach((directory) => directory.remove());
});
afterAll(async () => {
  await clouds.stop();
  await api.stop();
});

/** The environment of a user who has credentials for both clouds. */
function environment(directory: string): Record<string, string> {
  return {
    ...environmentOf(directory, { endpoint: clouds.emulator.endpoint, region: REGION }),
    CLOUDFLARE_API_TOKEN: "token",
    CLOUDFLARE_BASE_URL: api.url,
  };
}

interface Adopting {
  readonly directory: string;
  readonly terraform: Terraform;
  /** Until then Terraform cannot plan. The command does not need it. */
  readonly initialized: Promise<void>;
  /** Runs the command in the directory of the stack. */
  adopt(...args: readonly string[]): Promise<{ readonly status: number; readonly text: string }>;
}

function adopting(write: (stack: TerraformStack) => void): Adopting {
  const output = synthesizeApp(() => {
    const app = new App();
    const stack = new TerraformStack(app, "moved");
    new AwsProvider(stack, "aws", { region: REGION });
    write(stack);
    app.synth();
  });
  const copy = copiedStack(output.directory, "moved");
  output.remove();
  directories.push(copy);
  const { directory } = copy;
  const terraform = terraformIn(directory, {
    endpoint: clouds.emulator.endpoint,
    region: REGION,
    environment: clouds.environment,
  });
  return {
    directory,
    terraform,
    initialized: terraform.init(),
    adopt: async (...args) => {
      const io = fakeIo({ cwd: directory, environment: environment(directory) });
      const reach = { aws: runAws(io.environment, io.interruption), fetch: networkFetch(io.interruption) };
      const status = await adopt(given(adoptCommand, ".", ...args), io, reach);
      return { status, text: io.out() };
    },
  };
}

/** A REST API that somebody made by hand: three methods, a stage that caches, a domain. */
async function givenRestApi(): Promise<{ restApiId: string; deploymentId: string }> {
  const client = apiGatewayClient(clouds.emulator, REGION);
  const { id: restApiId, rootResourceId } = await client.send(
    new CreateRestApiCommand({ name: "by-hand", endpointConfiguration: { types: ["REGIONAL"] } }),
  );
  const resource = async (parentId: string | undefined, pathPart: string): Promise<string> =>
    (await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart }))).id!;
  const method = async (resourceId: string, path: string, parameters: readonly string[] = []): Promise<void> => {
    const place = { restApiId, resourceId, httpMethod: "GET" };
    const own = parameters.map((name) => [`method.request.path.${name}`, true]);
    await client.send(
      new PutMethodCommand({ ...place, authorizationType: "NONE", requestParameters: Object.fromEntries(own) }),
    );
    const mapped = parameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]);
    await client.send(
      new PutIntegrationCommand({
        ...place,
        type: "HTTP_PROXY",
        integrationHttpMethod: "GET",
        uri: `${BACKEND}${path}`,
        requestParameters: Object.fromEntries(mapped),
      }),
    );
  };
  const cats = await resource(rootResourceId, "cats");
  await method(cats, "/cats");
  await method(await resource(cats, "{id}"), "/cats/{id}", ["id"]);
  await method(await resource(rootResourceId, "old"), "/old");
  const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }));
  const stage = { restApiId, stageName: "prod" };
  await client.send(
    new CreateStageCommand({ ...stage, deploymentId, cacheClusterEnabled: true, cacheClusterSize: "0.5" }),
  );
  const settings = { "*/*": 0, "~1cats/GET": 900, "~1old/GET": 60 };
  await client.send(
    new UpdateStageCommand({
      ...stage,
      patchOperations: Object.entries(settings).flatMap(([path, ttl]) => [
        { op: "replace", path: `/${path}/caching/enabled`, value: String(ttl > 0) },
        { op: "replace", path: `/${path}/caching/ttlInSeconds`, value: String(ttl) },
      ]),
    }),
  );
  client.destroy();
  return { restApiId: restApiId!, deploymentId: deploymentId! };
}

/** The same API as a user who moves writes it down, with cache keys that the one by hand did not have. */
function movedApi(stack: TerraformStack): ApiGatewayStage {
  const rest = new ApiGatewayRestApi(stack, "api", { name: "by-hand", endpointConfiguration: { types: ["REGIONAL"] } });
  const cats = new ApiGatewayResource(stack, "cats", {
    restApiId: rest.id,
    parentId: rest.rootResourceId,
    pathPart: "cats",
  });
  const cat = new ApiGatewayResource(stack, "cat", { restApiId: rest.id, parentId: cats.id, pathPart: "{id}" });
  const endpoint = (id: string, resource: ApiGatewayResource, path: string, parameters: readonly string[] = []) => {
    const place = { restApiId: rest.id, resourceId: resource.id };
    const own = parameters.map((name) => [`method.request.path.${name}`, true]);
    const method = new ApiGatewayMethod(stack, id, {
      ...place,
      httpMethod: "GET",
      authorization: "NONE",
      requestParameters: Object.fromEntries(own),
    });
    const mapped = parameters.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]);
    const integration = new ApiGatewayIntegration(stack, `${id}-integration`, {
      ...place,
      httpMethod: method.httpMethod,
      type: "HTTP_PROXY",
      integrationHttpMethod: "GET",
      uri: `${BACKEND}${path}`,
      requestParameters: Object.fromEntries(mapped),
    });
    return { method, integration };
  };
  const list = endpoint("list-cats", cats, "/cats");
  const get = endpoint("get-cat", cat, "/cats/{id}", ["id"]);
  const deployment = new ApiGatewayDeployment(stack, "deployment", {
    restApiId: rest.id,
    dependsOn: [list.integration, get.integration],
    lifecycle: { createBeforeDestroy: true },
  });
  const stage = new ApiGatewayStage(stack, "stage", {
    restApiId: rest.id,
    deploymentId: deployment.id,
    stageName: "prod",
  });
  new StageCache(stack, "cache", {
    stage,
    ttlSeconds: 300,
    endpoints: [{ method: list.method }, { method: get.method, keys: [CacheKey.path("id")] }],
  });
  return stage;
}

/** A certificate in ACM, as the aws command imports it. */
function givenCertificate(directory: string): { arn: string; pem: string; key: string } {
  const made = certificate({ hostnames: [HOST] });
  const key = made.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const files = [join(directory, "certificate.pem"), join(directory, "key.pem")] as const;
  writeFileSync(files[0], made.pem);
  writeFileSync(files[1], key);
  const printed = execFileSync(
    "aws",
    [
      "acm",
      "import-certificate",
      "--certificate",
      `fileb://${files[0]}`,
      "--private-key",
      `fileb://${files[1]}`,
      "--output",
      "json",
    ],
    { env: environment(directory), encoding: "utf8" },
  );
  files.forEach((file) => rmSync(file));
  return { arn: (JSON.parse(printed) as { CertificateArn: string }).CertificateArn, pem: made.pem, key };
}

/** The domain with a mapping that the stack declares and one that it does not. */
async function givenDomain(certificateArn: string, restApiId: string): Promise<string> {
  const client = apiGatewayClient(clouds.emulator, REGION);
  const { regionalDomainName } = await client.send(
    new CreateDomainNameCommand({
      domainName: HOST,
      regionalCertificateArn: certificateArn,
      endpointConfiguration: { types: ["REGIONAL"] },
      securityPolicy: "TLS_1_2",
    }),
  );
  for (const basePath of [undefined, "old"]) {
    await client.send(new CreateBasePathMappingCommand({ domainName: HOST, basePath, restApiId, stage: "prod" }));
  }
  client.destroy();
  return regionalDomainName!;
}

/** What somebody clicked together at Cloudflare. */
function givenHost(target: string): { record: string; cache: string } {
  const { cloudflare } = clouds;
  const record = cloudflare.put("cloudflare_dns_record", {
    zone_id: ZONE,
    name: HOST,
    type: "CNAME",
    content: target,
    proxied: true,
    ttl: 1,
  });
  const cache = cloudflare.put("cloudflare_ruleset", {
    zone_id: ZONE,
    kind: "zone",
    name: "default",
    phase: "http_request_cache_settings",
    description: "",
    version: "1",
    rules: [
      {
        id: "1".repeat(32),
        ref: "1".repeat(32),
        enabled: true,
        description: "Everything",
        action: "set_cache_settings",
        expression: "true",
        action_parameters: { cache: true },
      },
    ],
  });
  cloudflare.put("cloudflare_zone_setting", {
    id: `${ZONE}/always_use_https`,
    zone_id: ZONE,
    setting_id: "always_use_https",
    value: "off",
  });
  return { record, cache };
}

interface ImportBlock {
  readonly to: string;
  readonly id: string;
}

/** The blocks that were written, as they are in the file. */
function written(directory: string): Record<string, string> {
  const document = JSON.parse(readFileSync(join(directory, "imports.tf.json"), "utf8")) as { import: ImportBlock[] };
  return Object.fromEntries(document.import.map(({ to, id }) => [to, id]));
}

async function expectEmptyPlan(terraform: Terraform): Promise<void> {
  expect((await terraform.plan()).text).toContain("No changes.");
}

test("an API made by hand, its domain and its host at Cloudflare: nothing is replaced or destroyed", async () => {
  const { restApiId, deploymentId } = await givenRestApi();
  const run = adopting((stack) => {
    new CloudflareProvider(stack, "cloudflare");
    const zone = new CloudflareZone(stack, "zone", { zoneName: "example.com", alwaysUseHttps: true });
    const variable = (name: string, sensitive: boolean) =>
      new TerraformVariable(stack, name, { type: "string", sensitive }).stringValue;
    const imported = new ImportedCertificate(stack, "certificate", {
      certificatePem: variable("certificate_pem", false),
      privateKeyPem: variable("private_key_pem", true),
      hostnames: [HOST],
    });
    new ApiFront(stack, "front", { host: HOST, zone, api: ApiStage.rest(movedApi(stack)), certificate: imported });
  });
  const { arn, pem, key } = givenCertificate(run.directory);
  const variables = { certificate_pem: pem, private_key_pem: key };
  writeFileSync(join(run.directory, "terraform.tfvars.json"), JSON.stringify(variables));
  const target = await givenDomain(arn, restApiId);
  const { record, cache } = givenHost(target);

  const { status, text } = await run.adopt("--rest-api-id", restApiId);
  expect(status).toBe(0);
  expect(text).toContain("settings of ~1old/GET on the stage prod: they stay, and keep caching for 60 s");
  expect(text).toContain("the method GET /old: it stays");
  expect(text).toContain("the mapping of api.example.com/old: it stays");
  expect(text).toContain('the rule "Everything": deleted by the apply');
  expect(written(run.directory)).toMatchObject({
    "aws_acm_certificate.certificate": arn,
    "aws_api_gateway_base_path_mapping.front_api__example__com_domain_mapping": "api.example.com/",
    "aws_api_gateway_domain_name.front_api__example__com_domain": "api.example.com",
    "aws_api_gateway_rest_api.api": restApiId,
    "aws_api_gateway_stage.stage": `${restApiId}/prod`,
    "aws_api_gateway_method_settings.cache_default": `${restApiId}/prod/*/*`,
    "aws_api_gateway_method_settings.cache_GET_cats": `${restApiId}/prod/~1cats/GET`,
    "cloudflare_dns_record.front_api__example__com_edge": `${ZONE}/${record}`,
    "cloudflare_ruleset.zone_cache": `zones/${ZONE}/${cache}`,
    "cloudflare_zone_setting.zone_always_use_https": `${ZONE}/always_use_https`,
  });

  await run.initialized;
  const plan = await run.terraform.plan();
  expect(plan.text).toContain("Plan: 16 to import, 3 to add, 9 to change, 0 to destroy.");
  expect(addressesByAction(plan)).toEqual({
    create: [
      "aws_api_gateway_deployment.deployment",
      "aws_api_gateway_method_settings.cache_GET_cats_by-id",
      "cloudflare_ruleset.zone_config",
    ],
    update: [
      "aws_acm_certificate.certificate",
      "aws_api_gateway_integration.get-cat-integration",
      "aws_api_gateway_integration.list-cats-integration",
      "aws_api_gateway_method_settings.cache_GET_cats",
      "aws_api_gateway_method_settings.cache_default",
      "aws_api_gateway_rest_api.api",
      "aws_api_gateway_stage.stage",
      "cloudflare_ruleset.zone_cache",
      "cloudflare_zone_setting.zone_always_use_https",
    ],
  });
  clouds.cloudflare.clear();
  await run.terraform.apply({ plan });
  await expectEmptyPlan(run.terraform);

  expect(Object.keys(await clouds.emulator.certificates())).toEqual([arn]);
  expect(clouds.cloudflare.events().filter(({ operation }) => operation === "delete")).toEqual([]);
  const records = clouds.cloudflare.dump()["cloudflare_dns_record"]!.filter(({ zone_id }) => zone_id === ZONE);
  expect(records).toMatchObject([{ id: record, content: target }]);
  const { stage, methodSettings, methods } = await readBack(clouds.emulator, restApiId, "prod", REGION);
  expect(stage.deploymentId).not.toBe(deploymentId);
  expect(Object.keys(methodSettings).sort()).toEqual(["*/*", "~1cats/GET", "~1cats~1{id}/GET", "~1old/GET"]);
  expect(methodSettings["~1cats/GET"]).toMatchObject({ cachingEnabled: true, cacheTtlInSeconds: 300 });
  expect(methods["GET /cats/{id}"]!.integration!.cacheKeyParameters).toEqual(["method.request.path.id"]);
});

/** Everything that has an import id and is not in the other tests, together with an HTTP API. */
function everything(stack: TerraformStack): void {
  new CloudflareProvider(stack, "cloudflare");
  const lambdaFunction = new DataAwsLambdaFunction(stack, "function", { functionName: "cats" });
  const rest = new ApiGatewayRestApi(stack, "rest", { name: "rest" });
  const restApiId = rest.id;
  new ApiGatewayRestApiPolicy(stack, "policy", {
    restApiId,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "*" }],
    }),
  });
  const authorizer = new ApiGatewayAuthorizer(stack, "authorizer", {
    restApiId,
    name: "users",
    authorizerUri: lambdaFunction.invokeArn,
  });
  const validator = new ApiGatewayRequestValidator(stack, "validator", { restApiId, name: "all" });
  new ApiGatewayModel(stack, "model", { restApiId, name: "Cat", contentType: "application/json", schema: "{}" });
  new ApiGatewayGatewayResponse(stack, "response", { restApiId, responseType: "UNAUTHORIZED", statusCode: "401" });
  const place = { restApiId, resourceId: rest.rootResourceId, httpMethod: "GET" };
  const method = new ApiGatewayMethod(stack, "method", {
    ...place,
    authorization: "CUSTOM",
    authorizerId: authorizer.id,
    requestValidatorId: validator.id,
  });
  const integration = new ApiGatewayIntegration(stack, "integration", {
    ...place,
    type: "MOCK",
    dependsOn: [method],
  });
  const answer = new ApiGatewayMethodResponse(stack, "method-response", {
    ...place,
    statusCode: "200",
    dependsOn: [method],
  });
  new ApiGatewayIntegrationResponse(stack, "integration-response", {
    ...place,
    statusCode: answer.statusCode,
    dependsOn: [integration],
  });
  const deployment = new ApiGatewayDeployment(stack, "deployment", { restApiId, dependsOn: [integration] });
  const stage = new ApiGatewayStage(stack, "stage", { restApiId, deploymentId: deployment.id, stageName: "prod" });

  const api = new HttpApi(stack, "http", { lambdaFunction });
  const zone = new CloudflareZone(stack, "zone", { zoneName: "example.org", alwaysUseHttps: true });
  const acknowledgements = {
    "domain/execute-api-endpoint-open": "in use",
    "domain/execute-api-endpoint-kept": "in use",
    "edge/implicit-edge-ttl": "all answers say how long they are kept",
  };
  const host = "api.example.org";
  new ApiFront(stack, "front", {
    host,
    zone,
    api,
    mappings: [{ path: "v1/rest", api: ApiStage.fromRestApiId(stage.restApiId, stage.stageName) }],
    certificate: DomainCertificate.fromArn(new TerraformVariable(stack, "arn", { type: "string" }).stringValue, {
      source: CertificateSource.ISSUED,
      hostnames: [host],
    }),
    strictTls: StrictTls.PAGE_RULE,
    acknowledgements,
  });
}

/** The addresses in a state, but for data sources. */
function managedAddresses(state: string): string[] {
  const { resources } = JSON.parse(state) as { resources: { mode: string; type: string; name: string }[] };
  const managed = resources.filter(({ mode }) => mode === "managed");
  return managed.map(({ type, name }) => `${type}.${name}`).sort();
}

test("what was applied and is in no state any more: every kind of resource is found again", async () => {
  await givenFunction(clouds.emulator, "cats", REGION);
  const run = adopting(everything);
  const { arn } = givenCertificate(run.directory);
  writeFileSync(join(run.directory, "terraform.tfvars.json"), JSON.stringify({ arn }));
  await run.initialized;
  await run.terraform.apply();
  const state = join(run.directory, "terraform.tfstate");
  const addresses = managedAddresses(readFileSync(state, "utf8"));
  const { restApiId } = await readBack(clouds.emulator, "rest", "prod", REGION);
  const { http } = (await clouds.emulator.httpApis()) as Record<string, { apiId: string }>;
  rmSync(state);

  const { status, text } = await run.adopt("--rest-api-id", restApiId, "--http-api-id", http!.apiId);
  expect(status).toBe(0);
  expect(text).not.toContain("Exists, and is not declared");
  expect(Object.keys(written(run.directory)).sort()).toEqual(addresses);
  const plan = await run.terraform.plan();
  expect(plan.text).toContain("Plan: 23 to import, 0 to add, 1 to change, 0 to destroy.");
  // The provider does not read a page rule's target and actions.
  expect(addressesByAction(plan)).toEqual({ update: ["cloudflare_page_rule.front_api__example__org_edge"] });
  await run.terraform.apply({ plan });
  await expectEmptyPlan(run.terraform);
});

test("an API made by hand becomes a CachedRestApi, beside a stage of somebody else's", async () => {
  const [{ restApiId }, shared] = [await givenRestApi(), await givenRestApi()];
  const run = adopting((stack) => {
    StageCache.shared(stack, "shared", {
      restApiId: shared.restApiId,
      stageName: "prod",
      ttlSeconds: 900,
      throttlingRateLimit: 10000,
      throttlingBurstLimit: 5000,
      additionalEndpoints: [{ httpMethod: "GET", path: "/cats" }],
    });
    new CachedRestApi(stack, "cats", {
      apiName: "by-hand",
      stageName: "prod",
      endpoints: [
        { method: "GET", path: "/cats", integration: RestIntegration.httpProxy(`${BACKEND}/cats`, "GET"), cache: {} },
        {
          method: "GET",
          path: "/cats/{id}",
          integration: RestIntegration.httpProxy(`${BACKEND}/cats/{id}`, "GET"),
          cache: { keys: [CacheKey.path("id")] },
        },
      ],
    });
  });
  const ofShared = { "aws_api_gateway_method_settings.shared_GET_cats": `${shared.restApiId}/prod/~1cats/GET` };
  const unsaid = await run.adopt("--offline", "--new", "*.cats*");
  expect(unsaid.status).toBe(1);
  expect(unsaid.text).toContain(
    "--method-settings '~1cats/GET'  or  --new aws_api_gateway_method_settings.shared_GET_cats",
  );
  expect((await run.adopt("--offline", "--new", "*.cats*", "--method-settings", "~1cats/GET")).status).toBe(0);
  expect(written(run.directory)).toEqual(ofShared);

  const { status, text } = await run.adopt("--rest-api-id", restApiId);
  expect(status).toBe(0);
  expect(text).toContain("the method GET /old: deleted by the apply");
  expect(text).not.toContain("the method GET /cats:");
  expect(written(run.directory)).toMatchObject(ofShared);
  await run.initialized;
  const plan = await run.terraform.plan();
  expect(plan.text).toContain("Plan: 5 to import, 2 to add, 4 to change, 0 to destroy.");
  expect(addressesByAction(plan)).toEqual({
    create: ["aws_api_gateway_deployment.cats", "aws_api_gateway_method_settings.cats_cache_GET_cats_by-id"],
    // Nothing of the stage that is somebody else's.
    update: [
      "aws_api_gateway_method_settings.cats_cache_GET_cats",
      "aws_api_gateway_method_settings.cats_cache_default",
      "aws_api_gateway_rest_api.cats",
      "aws_api_gateway_stage.cats",
    ],
  });
  await run.terraform.apply({ plan });
  await expectEmptyPlan(run.terraform);
  const { methods } = await readBack(clouds.emulator, restApiId, "prod", REGION);
  expect(Object.keys(methods).sort()).toEqual(["GET /cats", "GET /cats/{id}"]);
});
