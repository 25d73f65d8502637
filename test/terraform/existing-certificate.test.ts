import { certificate } from "../support/certificates";
import {
  type ExampleRun,
  type StackDirectory,
  type Terraform,
  addressesByAction,
  runExample,
  terraformIn,
  writtenStack,
} from "./harness";

const REGION = "eu-central-1";
const ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

const ca = certificate({ commonName: "Test CA", ca: true });

function issued(hostname: string) {
  const leaf = certificate({ hostnames: [hostname], issuer: ca });
  return {
    certificate_pem: leaf.pem,
    private_key_pem: String(leaf.privateKey.export({ type: "pkcs8", format: "pem" })),
    certificate_chain_pem: ca.pem,
  };
}

/** What the owners of the two APIs have, and the certificate that is in ACM already. */
function existing() {
  const { certificate_pem, private_key_pem, certificate_chain_pem } = issued("*.example.com");
  const body = JSON.stringify({
    openapi: "3.0.1",
    info: { title: "users", version: "1" },
    paths: { "/users": { get: { "x-amazon-apigateway-integration": { type: "mock" } } } },
  });
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "6.0.0" } } },
    provider: { aws: [{ region: REGION }] },
    resource: {
      aws_acm_certificate: {
        wildcard: {
          certificate_body: certificate_pem,
          private_key: private_key_pem,
          certificate_chain: certificate_chain_pem,
        },
      },
      aws_apigatewayv2_api: { orders: { name: "orders", protocol_type: "HTTP" } },
      aws_apigatewayv2_stage: {
        orders: { api_id: "${aws_apigatewayv2_api.orders.id}", name: "$default", auto_deploy: true },
      },
      aws_api_gateway_rest_api: { users: { name: "users", body } },
      aws_api_gateway_deployment: { users: { rest_api_id: "${aws_api_gateway_rest_api.users.id}" } },
      aws_api_gateway_stage: {
        users: {
          rest_api_id: "${aws_api_gateway_rest_api.users.id}",
          deployment_id: "${aws_api_gateway_deployment.users.id}",
          stage_name: "prod",
        },
      },
    },
    output: {
      certificate: { value: "${aws_acm_certificate.wildcard.arn}" },
      orders: { value: "${aws_apigatewayv2_api.orders.id}" },
      users: { value: "${aws_api_gateway_rest_api.users.id}" },
    },
  };
}

describe("examples/existing-certificate on Terraform", () => {
  let run: ExampleRun;
  let owner: { readonly directory: StackDirectory; readonly terraform: Terraform };
  let known: { readonly [name: string]: string };

  beforeAll(async () => {
    run = await runExample("existing-certificate", "existing-certificate");
    const directory = writtenStack(existing());
    const terraform = terraformIn(directory.directory, { endpoint: run.emulator.endpoint, region: REGION });
    owner = { directory, terraform };
    await terraform.init();
    await terraform.apply();
    known = (await terraform.outputs()) as typeof known;
    run.edit([[ARN, known.certificate!]]);
    run.setVariables({ ...issued("users.example.com"), orders_api_id: known.orders!, users_api_id: known.users! });
    await run.terraform.init();
  });
  afterAll(async () => {
    await run.stop();
    owner.directory.remove();
  });

  test("is valid, and one apply puts both APIs behind page rules that carry TLS and cache together", async () => {
    await run.terraform.validate();
    await run.terraform.apply();

    const domains = await run.emulator.customDomains();
    expect(domains["orders.example.com"]).toMatchObject({
      certificateArn: known.certificate,
      mappings: { "": { type: "HTTP", api: "orders", stage: "$default" } },
    });
    expect(domains["users.example.com"]).toMatchObject({
      mappings: { "": { type: "REST", api: "users", stage: "prod" } },
    });
    const certificates = await run.emulator.certificates();
    const { chainPem, hostnames } = certificates[domains["users.example.com"]!.certificateArn]!;
    expect(hostnames).toEqual(["users.example.com"]);
    expect(chainPem.trim()).toBe(ca.pem.trim());

    const { cloudflare_page_rule: rules = [], ...rest } = await run.cloudflare.dump();
    expect(rules.map(({ target, status, actions }) => [target, status, actions]).sort()).toEqual(
      ["orders.example.com/*", "users.example.com/*"].map((target) => [
        target,
        "active",
        expect.objectContaining({ ssl: "strict", cache_level: "cache_everything" }),
      ]),
    );
    expect(rest.cloudflare_zone_setting).toEqual([
      expect.objectContaining({ setting_id: "always_use_https", value: "on" }),
    ]);
    expect(rest).not.toHaveProperty("cloudflare_ruleset");
  });

  test("a second plan is empty", async () => {
    expect((await run.terraform.plan()).text).toContain("No changes");
  });

  test("another certificate is imported over the present one, and the domain keeps its ARN", async () => {
    run.setVariables({ ...issued("users.example.com"), orders_api_id: known.orders!, users_api_id: known.users! });
    const plan = await run.terraform.plan();
    expect(addressesByAction(plan)).toEqual({ update: ["aws_acm_certificate.certificate"] });
    await run.terraform.apply({ plan });
    expect((await run.terraform.plan()).isEmpty).toBe(true);
  });

  test("a destroy leaves what others own, and the zone's setting, which Cloudflare keeps", async () => {
    await run.terraform.destroy();
    expect(await run.emulator.customDomains()).toEqual({});
    expect(Object.keys(await run.emulator.certificates())).toEqual([known.certificate]);
    expect(Object.keys(await run.emulator.httpApis())).toEqual(["orders"]);
    expect(Object.keys(await run.cloudflare.dump())).toEqual(["cloudflare_zone_setting"]);
  });
});
