import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import {
  App,
  CloudBackend,
  NamedCloudWorkspace,
  TerraformLocal,
  TerraformOutput,
  TerraformProvider,
  TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { TerraformModuleStack, TerraformModuleStackProps } from "../../lib";
import { refusal, refusedFor } from "../support/findings";

function module(props?: TerraformModuleStackProps, app = Testing.app()): TerraformModuleStack {
  return new TerraformModuleStack(app, "front", props);
}

/** A module with two AWS providers and an API of the one with the alias. */
function twoRegions(props?: TerraformModuleStackProps): TerraformModuleStack {
  const made = module(props);
  new AwsProvider(made, "aws");
  const virginia = new AwsProvider(made, "virginia", { alias: "virginia" });
  new AwsProvider(made, "ireland", { alias: "ireland" });
  new CloudflareProvider(made, "cloudflare");
  new ApiGatewayRestApi(made, "api", { name: "cats", provider: virginia });
  return made;
}

const json = (made: TerraformModuleStack) => JSON.parse(Testing.synth(made, true));
/** Without the indentation, which differs by the depth. */
const hcl = (made: TerraformModuleStack) => Testing.synthHcl(made, true).replace(/^ +/gm, "");

describe("the JSON of a module", () => {
  const written = json(twoRegions());

  test("has no provider block, and no backend", () => {
    expect(Object.keys(written).sort()).toEqual(["resource", "terraform"]);
    expect(written.terraform).not.toHaveProperty("backend");
  });

  test("asks for the providers of its bindings or newer, and for what has an alias", () => {
    expect(written.terraform).toEqual({
      required_providers: {
        aws: {
          source: "aws",
          version: expect.stringMatching(/^>= 6\.\d+\.\d+$/),
          configuration_aliases: ["aws.virginia", "aws.ireland"],
        },
        cloudflare: { source: "cloudflare/cloudflare", version: expect.stringMatching(/^>= 5\.\d+\.\d+$/) },
      },
    });
  });

  test("refers to the provider that is handed over", () => {
    expect(written.resource.aws_api_gateway_rest_api.api.provider).toBe("aws.virginia");
  });

  test("takes the versions that are given", () => {
    const { terraform } = json(
      twoRegions({ providerVersions: { aws: ">= 5.100, < 7.0" }, terraformVersion: ">= 1.5" }),
    );
    expect(terraform.required_version).toBe(">= 1.5");
    expect(terraform.required_providers.aws.version).toBe(">= 5.100, < 7.0");
    expect(terraform.required_providers.cloudflare.version).toMatch(/^>= 5/);
  });

  test("takes an override, as every stack does", () => {
    const made = twoRegions({ terraformVersion: ">= 1.5" });
    made.addOverride("terraform.required_providers.aws.version", "~> 6.1");
    made.addOverride("terraform.required_version", ">= 1.7");
    expect(json(made).terraform).toMatchObject({
      required_version: ">= 1.7",
      required_providers: { aws: { version: "~> 6.1", source: "aws" } },
    });
  });

  test("of an empty module is empty", () => {
    expect(json(module())).toEqual({});
    expect(json(module({ terraformVersion: "~> 1.5" }))).toEqual({ terraform: { required_version: "~> 1.5" } });
  });

  test("is the same each time, and leaves the providers what they were", () => {
    const made = twoRegions();
    const aws = made.node.findChild("aws") as TerraformProvider;
    const before = aws.toTerraform();
    expect(json(made)).toEqual(json(made));
    expect(hcl(made)).toEqual(hcl(made));
    expect(aws.toTerraform()).toEqual(before);
    expect(before).toHaveProperty("provider.aws");
  });
});

describe("the HCL of a module", () => {
  test("has no provider block, and no backend", () => {
    expect(hcl(twoRegions())).not.toMatch(/^(provider|backend) "/m);
  });

  test("names the aliases without quotes", () => {
    expect(hcl(twoRegions())).toContain("configuration_aliases = [aws.virginia, aws.ireland]\n");
    expect(hcl(twoRegions()).match(/required_providers/g)).toHaveLength(1);
  });

  test("has the version of Terraform", () => {
    expect(hcl(twoRegions({ terraformVersion: ">= 1.5" }))).toMatch(/^terraform \{\nrequired_version = ">= 1.5"\n\}\n/);
    expect(hcl(twoRegions())).not.toContain("required_version");
  });

  test("keeps the defaults that CDKTF takes for nothing", () => {
    const made = module();
    new TerraformVariable(made, "flag", { type: "bool", default: false });
    new TerraformVariable(made, "count", { type: "number", default: 0 });
    new TerraformVariable(made, "text", { type: "string", default: "", nullable: false, description: "A text" });
    new TerraformVariable(made, "list", { type: "list(string)", default: ["a"] });
    new TerraformVariable(made, "none", { type: "string" }).addOverride("default", null);
    new TerraformVariable(made, "required", { type: "string" });
    const text = hcl(made);
    const block = (name: string) => new RegExp(`^variable "${name}" \\{\\n([\\s\\S]*?)\\n\\}`, "m").exec(text)![1];
    expect(block("flag")!.split("\n").sort()).toEqual(["default = false", "type = bool"]);
    expect(block("count")!.split("\n").sort()).toEqual(["default = 0", "type = number"]);
    expect(block("text")!.split("\n").sort()).toEqual([
      'default = ""',
      'description = "A text"',
      "nullable = false",
      "type = string",
    ]);
    expect(block("list")).toContain('default = ["a"]');
    expect(block("none")!.split("\n").sort()).toEqual(["default = null", "type = string"]);
    expect(block("required")).toBe("type = string");
  });
});

describe("the interface of a module", () => {
  test("has the defaults that were given, also where CDKTF fails at them", () => {
    const app = Testing.app();
    const made = module(undefined, app);
    new TerraformVariable(made, "optional", { type: "string", default: null });
    new TerraformVariable(made, "tags", { type: "map(string)", default: { CostCenter: "a" } });
    app.synth();
    expect(made.toTerraform().variable).toEqual({
      optional: { type: "string", default: null },
      tags: { type: "map(string)", default: { CostCenter: "a" } },
    });
  });

  test("has no local less in HCL than in JSON", () => {
    const made = module();
    new TerraformLocal(made, "off", false);
    expect(json(made).locals).toEqual({ off: false });
    expect(hcl(made)).toContain('off = "${false}"');
  });

  test("is its variables and outputs by their ids", () => {
    const made = module();
    const host = new TerraformVariable(made, "public_host", { type: "string" });
    new TerraformOutput(made, "url", { value: `https://${host.stringValue}` });
    expect(json(made)).toEqual({
      variable: { public_host: { type: "string" } },
      output: { url: { value: "https://${var.public_host}" } },
    });
  });
});

describe("a module in an app", () => {
  test("is synthesized beside other stacks, with the checks of CDKTF", () => {
    const app = Testing.app();
    const made = module(undefined, app);
    new AwsProvider(made, "aws");
    new ApiGatewayRestApi(made, "api", { name: "cats" });
    const other = new TerraformStack(app, "other");
    new AwsProvider(other, "aws", { region: "eu-central-1" });
    expect(() => app.synth()).not.toThrow();
    expect(other.toTerraform()).toHaveProperty("provider.aws", [{ region: "eu-central-1" }]);
    expect(made.toTerraform()["//"].metadata.backend).toBe("none");
  });

  test("needs the construct of each provider, like every stack", () => {
    const app = Testing.app();
    new ApiGatewayRestApi(module(undefined, app), "api", { name: "cats" });
    expect(() => app.synth()).toThrow(/without a matching provider construct/);
  });

  test("has a stack of its own inside, which is none of its business", () => {
    const made = twoRegions();
    const inner = new TerraformStack(made, "inner");
    new AwsProvider(inner, "aws", { region: "eu-central-1" });
    expect(json(made).terraform.required_providers.aws.configuration_aliases).toHaveLength(2);
    expect(JSON.parse(Testing.synth(inner)).provider.aws).toEqual([{ region: "eu-central-1" }]);
  });

  test("says everything that is wrong at once when it is synthesized", () => {
    const app = Testing.app();
    const made = module({ providerVersions: { tls: "~> 4.0" } }, app);
    new AwsProvider(made, "aws", { region: "eu-central-1" });
    expect(refusedFor(() => App.of(made).synth())).toEqual([
      "module/unknown-provider at providerVersions.tls",
      "module/provider-configured at front/aws",
    ]);
  });

  test("has nothing of a root, wherever it comes from", () => {
    const made = module();
    new CloudBackend(made, { organization: "cats", workspaces: new NamedCloudWorkspace("front") });
    made.addOverride("provider.aws", [{ region: "eu-central-1" }]);
    made.addOverride("terraform.backend.s3", { bucket: "states" });
    made.addOverride("import", [{ to: "aws_s3_bucket.cats", id: "cats" }]);
    expect(refusedFor(() => made.runAllValidations())).toEqual([
      "module/backend-declared at front/backend",
      "module/provider-configured at front.provider.aws",
      "module/backend-declared at front",
      "module/import-declared at front",
    ]);
  });

  test("does not tell what a provider is configured with", () => {
    const made = module();
    new CloudflareProvider(made, "cloudflare", { apiToken: "a-secret" });
    const findings = refusal(() => Testing.synth(made, true));
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain("a-secret");
  });
});

test.each([
  [{ providerVersion: { aws: "~> 6.0" } }, "input/unknown-option at providerVersion"],
  [{ providerVersions: "~> 6.0" }, "input/wrong-type at providerVersions"],
  [{ providerVersions: { aws: 6 } }, 'input/wrong-type at providerVersions["aws"]'],
  [{ terraformVersion: "${var.version}" }, "input/wrong-type at terraformVersion"],
  [{ providerVersions: { aws: "${var.version}" } }, 'input/wrong-type at providerVersions["aws"]'],
  [null, "input/wrong-type at props"],
])("%j is refused", (props, expected) => {
  expect(refusedFor(() => module(props as never))).toEqual([expected]);
});
