import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformOutput, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { ApiDomain, CloudflareZone, DomainCertificate, EdgeHost, HttpApi, TerraformModuleStack } from "../../lib";
import { certificate } from "../support/certificates";
import { type Clouds, type Terraform, givenFunction, startClouds, terraformIn } from "./harness";

const REGION = "eu-central-1";
const ZONE = "0123456789abcdef0123456789abcdef";
const HOST = "cats.example.com";

/** A function behind Cloudflare, for any account, region, zone and host. */
class Front extends TerraformModuleStack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      terraformVersion: ">= 1.5",
      providerVersions: { aws: ">= 5.100", cloudflare: ">= 5.9, < 7.0" },
    });
    new AwsProvider(this, "aws");
    const domains = new AwsProvider(this, "domains", { alias: "domains" });
    new CloudflareProvider(this, "cloudflare");
    const functionName = this.required("function_name", "The function that answers");
    const host = this.required("host", "The public host name");
    const zoneId = this.required("zone_id", "The id of the Cloudflare zone");
    const certificateArn = this.required("certificate_arn", "The certificate of the host, in ACM");
    const description = new TerraformVariable(this, "description", {
      type: "string",
      description: "What the API is for",
      default: "",
      nullable: false,
    });

    const lambdaFunction = new DataAwsLambdaFunction(this, "function", { functionName });
    const api = new HttpApi(this, "api", { lambdaFunction, description: description.stringValue });
    const domain = new ApiDomain(this, "domain", {
      domainName: host,
      certificate: DomainCertificate.fromArn(certificateArn, { hostnames: [`*.example.com`] }),
      api,
      provider: domains,
    });
    const zone = new CloudflareZone(this, "zone", { zoneName: "example.com", zoneId });
    new EdgeHost(this, "edge", { host, zone, target: domain.targetDomainName });
    new TerraformOutput(this, "target", { value: domain.targetDomainName, description: "What the record points to" });
  }

  private required(id: string, description: string): string {
    return new TerraformVariable(this, id, { type: "string", description, nullable: false }).stringValue;
  }
}

const ROOT = `
terraform {
  required_providers {
    aws        = { source = "hashicorp/aws" }
    cloudflare = { source = "cloudflare/cloudflare" }
  }
}

provider "aws" {
  region = "${REGION}"
}

provider "cloudflare" {
  api_token = "token"
}

resource "aws_acm_certificate" "example" {
  certificate_body  = file("certificate.pem")
  private_key       = file("key.pem")
  certificate_chain = file("chain.pem")
}

module "front" {
  source          = "./module"
  function_name   = "cats"
  host            = "${HOST}"
  zone_id         = "${ZONE}"
  certificate_arn = aws_acm_certificate.example.arn

  providers = {
    aws         = aws
    aws.domains = aws
  }
}

output "target" {
  value = module.front.target
}
`;

const ca = certificate({ commonName: "Test CA", ca: true });
const leaf = certificate({ hostnames: ["*.example.com"], issuer: ca });

describe("a root that is written by hand, and calls a module of this library", () => {
  let clouds: Clouds;
  let directory: string;
  let front: Front;
  let terraform: Terraform;

  beforeAll(async () => {
    clouds = await startClouds({ zones: { "example.com": ZONE } });
    const { emulator, environment } = clouds;
    await givenFunction(emulator, "cats", REGION);
    directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
    const app = new App({ outdir: join(directory, "out") });
    front = new Front(app, "front");
    app.synth();
    mkdirSync(join(directory, "module"));
    write("main.tf", ROOT);
    write("certificate.pem", leaf.pem);
    write("key.pem", String(leaf.privateKey.export({ type: "pkcs8", format: "pem" })));
    write("chain.pem", ca.pem);
    write("module/cdk.tf.json", JSON.stringify(front.toTerraform()));
    terraform = terraformIn(directory, { endpoint: emulator.endpoint, region: REGION, environment });
    await terraform.init();
  });
  afterAll(async () => {
    await clouds.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const write = (name: string, text: string) => writeFileSync(join(directory, name), text);

  test("plans and applies the JSON of it", async () => {
    const plan = await terraform.plan();
    expect(plan.resourceChanges.map(({ address }) => address)).toEqual([
      "aws_acm_certificate.example",
      "module.front.aws_apigatewayv2_api.api",
      "module.front.aws_apigatewayv2_api_mapping.domain_mapping",
      "module.front.aws_apigatewayv2_domain_name.domain",
      "module.front.aws_apigatewayv2_integration.api",
      "module.front.aws_apigatewayv2_route.api",
      "module.front.aws_apigatewayv2_stage.api",
      "module.front.aws_lambda_permission.api_invoke_function",
      "module.front.cloudflare_dns_record.edge",
      "module.front.cloudflare_ruleset.zone_cache",
      "module.front.cloudflare_ruleset.zone_config",
      "module.front.cloudflare_ruleset.zone_redirect",
    ]);
    await terraform.apply({ plan });
    const { [HOST]: domain } = await clouds.emulator.customDomains();
    expect(domain).toMatchObject({ region: REGION, mappings: { "": { type: "HTTP", api: "api" } } });
    expect(await terraform.outputs()).toEqual({ target: domain!.targetDomainName });
    const { cloudflare_dns_record: records } = await clouds.cloudflare.dump();
    expect(records).toEqual([
      expect.objectContaining({ name: HOST, content: domain!.targetDomainName, proxied: true }),
    ]);
  });

  test("has nothing to do then", async () => {
    expect((await terraform.plan()).text).toContain("No changes");
  });

  test("has nothing to do for the HCL of it either, and destroys by that", async () => {
    rmSync(join(directory, "module/cdk.tf.json"));
    write("module/cdk.tf", front.toHclTerraform().hcl as string);
    // As `cdktf synth --hcl` does.
    await terraform.run("fmt", "module/cdk.tf");
    expect((await terraform.plan()).text).toContain("No changes");

    await terraform.destroy();
    expect(await terraform.stateAddresses()).toEqual([]);
    expect(await clouds.emulator.customDomains()).toEqual({});
    expect(await clouds.cloudflare.dump()).toEqual({});
  });
});

test("the defaults of a module are the same in HCL as in JSON, and those that were given", async () => {
  const given: { readonly [name: string]: unknown } = {
    nothing: null,
    flag: false,
    text: 'a "text"\\ with ${no} %{template},\nand an end',
    list_in_text: "[1",
    map: { CostCenter: "7", "x-y.z": "${a}" },
    object: { inner: null, list: [] },
  };
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), "cdktf-api-caching-")) });
  const made = new TerraformModuleStack(app, "defaults");
  for (const [name, value] of Object.entries(given)) {
    const { value: expression } = new TerraformVariable(made, name, { type: "any", default: value });
    new TerraformOutput(made, `${name}_out`, { value: expression, sensitive: name === "flag" });
  }
  app.synth();
  const outputs = [
    ["cdk.tf.json", JSON.stringify(made.toTerraform())],
    ["cdk.tf", made.toHclTerraform().hcl as string],
  ].map(async ([name, text]) => {
    const directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
    writeFileSync(join(directory, name!), text!);
    const terraform = terraformIn(directory, { endpoint: "http://127.0.0.1:9" });
    await terraform.init();
    await terraform.apply();
    const values = await terraform.outputs();
    rmSync(directory, { recursive: true });
    return values;
  });
  rmSync(app.outdir, { recursive: true });
  const { nothing: _, ...values } = given;
  const expected = Object.fromEntries(Object.entries(values).map(([name, value]) => [`${name}_out`, value]));
  for (const one of await Promise.all(outputs)) expect(one).toEqual(expected);
});
