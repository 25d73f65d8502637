export const MODULE_EXAMPLES: { readonly [rule: string]: string } = {
  "module/asset-path": `const front = new TerraformModuleStack(this, "front");
new AwsProvider(front, "aws");
const code = new TerraformAsset(front, "code", { path: "examples/cats-rest-api/lambda", type: AssetType.ARCHIVE });
new LambdaFunction(front, "function", { functionName: "cats", role: "cats-role", filename: code.path });`,
  "module/backend-declared": `const front = new TerraformModuleStack(this, "front");
new S3Backend(front, { bucket: "terraform-state", key: "front.tfstate", region: "eu-central-1" });`,
  "module/hashed-name": `const front = new TerraformModuleStack(this, "front");
const edge = new Construct(front, "edge");
new TerraformVariable(edge, "host", { type: "string" });`,
  "module/import-declared": `const front = new TerraformModuleStack(this, "front");
new AwsProvider(front, "aws");
const api = new Apigatewayv2Api(front, "api", { name: "cats", protocolType: "HTTP" });
api.importFrom("a1b2c3d4e5");`,
  "module/other-state": `const front = new TerraformModuleStack(this, "front");
new AwsProvider(front, "aws");
const api = new Apigatewayv2Api(front, "api", { name: "cats", protocolType: "HTTP" });
new TerraformOutput(this, "api_id", { value: api.id });
App.of(this).synth();`,
  "module/provider-configured": `const front = new TerraformModuleStack(this, "front");
new AwsProvider(front, "aws", { region: "eu-central-1" });`,
  "module/provider-version": `new TerraformModuleStack(this, "front", { terraformVersion: "1.5 or newer" });`,
  "module/unknown-provider": `const front = new TerraformModuleStack(this, "front", { providerVersions: { asw: "~> 6.0" } });
new AwsProvider(front, "aws");`,
};
