import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { ApiDomain } from "../../lib/domain/api-domain";
import { ApiStage } from "../../lib/domain/api-stage";
import { AuthenticatedOriginPulls } from "../../lib/domain/authenticated-origin-pulls";
import { CloudflareIpRangesPolicy } from "../../lib/domain/cloudflare-ip-ranges-policy";
import { IssuedCertificate } from "../../lib/domain/issued-certificate";
import { REGION, awsStack, httpApi } from "../support/domain";
import { restApi } from "../support/rest-api";
import { TestApi } from "../support/test-api";
import {
  addressesByAction,
  type Clouds,
  givenFunction,
  rewriteStack,
  type StackDirectory,
  type StackDocument,
  startClouds,
  type Terraform,
  terraformIn,
  writtenStack,
} from "./harness";

const ZONE = "0123456789abcdef0123456789abcdef";

let clouds: Clouds;
let directory: StackDirectory | undefined;

beforeAll(async () => {
  clouds = await startClouds({ zones: { "example.com": ZONE } });
  await givenFunction(clouds.emulator, "cats", REGION);
});
afterEach(() => directory?.remove());
afterAll(() => clouds.stop());

const documentOf = (stack: TerraformStack) => JSON.parse(Testing.synth(stack)) as StackDocument;

async function terraformFor(stack: TerraformStack): Promise<Terraform> {
  directory = writtenStack(documentOf(stack));
  const { emulator, environment } = clouds;
  const terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint, environment });
  await terraform.init();
  return terraform;
}

/** Both kinds of API under one domain with mutual TLS, and a REST API that only Cloudflare's addresses reach. */
function wholeStack(): TerraformStack {
  const stack = awsStack("domains");
  new CloudflareProvider(stack, "cloudflare", { apiToken: "token" });
  const zone = { zoneId: ZONE, zoneName: "example.com" };
  const certificate = new IssuedCertificate(stack, "certificate", { hostnames: ["*.example.com"], zone });
  const pulls = new AuthenticatedOriginPulls(stack, "pulls", { zone });
  const rest = restApi({}, stack, "rest");
  const guarded = restApi({}, stack, "guarded");
  new CloudflareIpRangesPolicy(stack, "cloudflare-only", { api: guarded });
  new ApiDomain(stack, "both", {
    domainName: "api.example.com",
    certificate,
    api: httpApi(stack),
    mappings: [{ path: "v1/cats", api: rest }],
    mutualTls: pulls.mutualTls(),
  });
  new ApiDomain(stack, "rest-domain", {
    domainName: "rest.example.com",
    certificate,
    api: guarded,
    mappings: [{ path: "old", api: ApiStage.rest(rest.stage) }],
  });
  return stack;
}

test("a domain, its lockdown and its APIs are applied, plan nothing afterwards and go away again", async () => {
  const terraform = await terraformFor(wholeStack());
  await terraform.validate();
  await terraform.apply();
  expect(addressesByAction(await terraform.plan())).toEqual({});
  await terraform.destroy();
  expect(await terraform.stateAddresses()).toEqual([]);
});

test("an API by hand is closed by a new deployment, and a new mapping changes nothing else", async () => {
  const build = (paths: readonly string[] | undefined) => {
    const api = new TestApi({ stack: "hand" });
    new AwsProvider(api.stack, "aws", { region: REGION });
    const { integration } = api.endpoint(
      "GET",
      "/cats",
      {},
      { uri: "https://backend.example.com", type: "HTTP", integrationHttpMethod: "GET" },
    );
    integration.dependsOn = ["aws_api_gateway_method.get_cats"];
    api.deployment.dependsOn = ["aws_api_gateway_integration.get_cats_integration"];
    if (paths !== undefined) {
      ApiDomain.fromDomainName(api.stack, "domain", {
        domainName: "hand.example.com",
        targetDomainName: "d-1.example.net",
        mappings: paths.map((path) => ({ path, api: ApiStage.rest(api.stage) })),
      });
    }
    return api.stack;
  };
  const terraform = await terraformFor(build(undefined));
  await terraform.apply();
  expect(addressesByAction(await terraform.plan())).toEqual({});
  rewriteStack(directory!, documentOf(build(["v1"])));
  expect(addressesByAction(await terraform.plan())).toEqual({
    create: ["aws_apigatewayv2_api_mapping.domain_mapping_v1"],
    "create,delete": ["aws_api_gateway_deployment.deployment"],
    update: ["aws_api_gateway_rest_api.api", "aws_api_gateway_stage.stage"],
  });
});
