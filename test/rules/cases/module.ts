import { resolve } from "node:path";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { AwsProvider, AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import {
  App,
  AssetType,
  CloudBackend,
  NamedCloudWorkspace,
  S3Backend,
  TerraformAsset,
  TerraformOutput,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { HttpApi } from "../../../lib/domain/http-api";
import { TerraformModuleStack } from "../../../lib/stack/terraform-module-stack";
import { TerraformModuleStackProps } from "../../../lib/stack/terraform-module-stack-props";
import { TestApi } from "../../support/test-api";
import { Build, RuleCase, fires, silent } from "./rule-case";

const LAMBDA = resolve(__dirname, "../../../examples/cats-rest-api/lambda");

/** A module called front that has what `add` declares, checked as a synthesis checks it. */
function module(add: (module: TerraformModuleStack) => unknown = () => [], props?: TerraformModuleStackProps): Build {
  return ({ stack }) => {
    const made = new TerraformModuleStack(App.of(stack), "front", props);
    add(made);
    made.runAllValidations();
  };
}

const provider = (config: AwsProviderConfig) => module((made) => new AwsProvider(made, "aws", config));

/** A module whose function has its code at the path that is given. */
const code = (filename: (asset: TerraformAsset) => string) =>
  module((made) => {
    new AwsProvider(made, "aws");
    const asset = new TerraformAsset(made, "code", { path: LAMBDA, type: AssetType.ARCHIVE });
    new LambdaFunction(made, "function", { functionName: "cats", role: "role", filename: filename(asset) });
  });

/** An API here, and an output of it there. */
const reference = (from: (api: TestApi, made: TerraformModuleStack) => [Construct, Construct]) => (api: TestApi) => {
  const made = new TerraformModuleStack(App.of(api.stack), "front");
  new AwsProvider(made, "aws");
  new AwsProvider(api.stack, "aws");
  const [here, there] = from(api, made);
  const served = new HttpApi(here, "http", { lambdaFunction: { invokeArn: "arn", functionName: "cats" } });
  new TerraformOutput(there, "id", { value: served.apiId });
  App.of(api.stack).synth();
};

const nested = (add: (inside: Construct) => unknown) => module((made) => add(new Construct(made, "inside")));

export const MODULE_CASES: readonly RuleCase[] = [
  fires(
    "module/asset-path",
    "an asset by its own path",
    "front/code",
    code(({ path }) => path),
  ),
  fires(
    "module/asset-path",
    "an asset that is right once and wrong once",
    "front/code",
    code(({ path }) => `\${path.module}/${path}-${path}`),
  ),
  silent(
    "module/asset-path",
    "an asset in the directory of the module",
    code(({ path }) => `\${path.module}/${path}`),
  ),
  silent(
    "module/asset-path",
    "an asset that nothing names",
    code(() => "code.zip"),
  ),

  fires(
    "module/backend-declared",
    "a backend",
    "front/backend",
    module((made) => new S3Backend(made, { bucket: "states", key: "front" })),
  ),
  fires(
    "module/backend-declared",
    "HCP Terraform",
    "front/backend",
    module((made) => new CloudBackend(made, { organization: "cats", workspaces: new NamedCloudWorkspace("front") })),
  ),
  silent(
    "module/backend-declared",
    "the backend that CDKTF asks for",
    module((made) => made.prepareStack()),
  ),

  fires(
    "module/hashed-name",
    "a variable inside of a construct",
    "front/inside/host",
    nested((inside) => new TerraformVariable(inside, "host", {})),
  ),
  fires(
    "module/hashed-name",
    "an output inside of a construct",
    "front/inside/url",
    nested((inside) => new TerraformOutput(inside, "url", { value: "" })),
  ),
  fires(
    "module/hashed-name",
    "an id of which CDKTF takes something away",
    "front/orders.host",
    module((made) => new TerraformVariable(made, "orders.host", {})),
  ),
  silent(
    "module/hashed-name",
    "a variable and an output of the stack itself",
    module((made) => {
      new TerraformVariable(made, "orders_host", {});
      new TerraformOutput(made, "orders-url", { value: "" });
    }),
  ),
  silent(
    "module/hashed-name",
    "names that were chosen",
    nested((inside) => {
      new TerraformVariable(inside, "host", {}).overrideLogicalId("orders_host");
      new TerraformOutput(inside, "url", { value: "", staticId: true });
    }),
  ),

  fires(
    "module/import-declared",
    "a resource that is imported",
    "front",
    module((made) => {
      new AwsProvider(made, "aws");
      new ApiGatewayRestApi(made, "api", { name: "cats" }).importFrom("abc123");
    }),
  ),
  silent(
    "module/import-declared",
    "a resource that is not",
    module((made) => {
      new AwsProvider(made, "aws");
      new ApiGatewayRestApi(made, "api", { name: "cats" });
    }),
  ),

  fires(
    "module/other-state",
    "a resource of the module that another stack reads",
    "the reference into front",
    reference((api, made) => [made, api.stack]),
  ),
  fires(
    "module/other-state",
    "a resource of another stack that the module reads",
    "the stack that front refers to",
    reference((api, made) => [api.stack, made]),
  ),
  silent(
    "module/other-state",
    "a resource of the module that the module reads",
    reference((_api, made) => [made, made]),
  ),

  fires("module/provider-configured", "a region", "front/aws", provider({ region: "eu-central-1" })),
  fires("module/provider-configured", "an alias and a profile", "front/aws", provider({ alias: "a", profile: "b" })),
  silent("module/provider-configured", "a provider without options", provider({})),
  silent("module/provider-configured", "an alias", provider({ alias: "virginia" })),

  fires(
    "module/provider-version",
    "a word",
    "providerVersions.aws",
    module((made) => new AwsProvider(made, "aws"), { providerVersions: { aws: "latest" } }),
  ),
  fires(
    "module/provider-version",
    "a letter before the number",
    "providerVersions.aws",
    module((made) => new AwsProvider(made, "aws"), { providerVersions: { aws: ">= v5.9" } }),
  ),
  fires("module/provider-version", "nothing", "terraformVersion", module(undefined, { terraformVersion: "" })),
  silent(
    "module/provider-version",
    "ranges",
    module((made) => new AwsProvider(made, "aws"), {
      providerVersions: { aws: ">= 5.100, < 7.0" },
      terraformVersion: "~> 1.5",
    }),
  ),

  fires(
    "module/unknown-provider",
    "a provider that is not declared",
    "providerVersions.cloudflare",
    module((made) => new AwsProvider(made, "aws"), { providerVersions: { cloudflare: "~> 5.9" } }),
  ),
  silent(
    "module/unknown-provider",
    "a provider that is declared later",
    module((made) => new AwsProvider(made, "aws"), { providerVersions: { aws: "~> 6.0" } }),
  ),
];
