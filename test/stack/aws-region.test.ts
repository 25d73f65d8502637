import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Lazy, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { awsRegionOf } from "../../lib/stack/aws-region";

let stack: TerraformStack;
beforeEach(() => (stack = new TerraformStack(Testing.app(), "stack")));

const aws = (id: string, region?: string, alias?: string) => new AwsProvider(stack, id, { region, alias });

test("is that of the provider that is given", () => {
  aws("default", "eu-central-1");
  expect(awsRegionOf(stack, aws("edge", "us-east-1", "edge"))).toBe("us-east-1");
});

test("is that of the stack's provider without an alias", () => {
  aws("edge", "us-east-1", "edge");
  aws("default", "eu-central-1");
  expect(awsRegionOf(stack)).toBe("eu-central-1");
});

test("is found from anywhere in the stack, wherever the provider is", () => {
  const inside = new Construct(new Construct(stack, "outer"), "inner");
  new AwsProvider(new Construct(stack, "providers"), "aws", { region: "eu-central-1" });
  expect(awsRegionOf(inside)).toBe("eu-central-1");
});

test("is not known without a default provider", () => {
  expect(awsRegionOf(stack)).toBeUndefined();
  aws("edge", "us-east-1", "edge");
  new TlsProvider(stack, "tls");
  expect(awsRegionOf(stack)).toBeUndefined();
});

test("is known as soon as there is one", () => {
  expect(awsRegionOf(stack)).toBeUndefined();
  aws("default", "eu-central-1");
  expect(awsRegionOf(stack)).toBe("eu-central-1");
});

test.each([
  ["the environment has it", () => undefined],
  ["it is a token", () => Lazy.stringValue({ produce: () => "eu-central-1" })],
  ["it is an expression", () => "${var.region}"],
  ["it is empty", () => ""],
])("is not known where %s", (_what, region) => {
  aws("default", region());
  expect(awsRegionOf(stack)).toBeUndefined();
  expect(awsRegionOf(stack, aws("other", region(), "other"))).toBeUndefined();
});

test("is not known where the given provider has none, whatever the stack's default one has", () => {
  aws("default", "eu-central-1");
  expect(awsRegionOf(stack, aws("other", undefined, "other"))).toBeUndefined();
});

test("follows a provider that is changed afterwards", () => {
  const provider = aws("default", "eu-central-1");
  expect(awsRegionOf(stack)).toBe("eu-central-1");
  provider.region = "eu-west-1";
  expect(awsRegionOf(stack)).toBe("eu-west-1");
  provider.alias = "west";
  aws("new", "eu-north-1");
  expect(awsRegionOf(stack)).toBe("eu-north-1");
});

test("is not that of another stack", () => {
  const app = Testing.app();
  new AwsProvider(new TerraformStack(app, "one"), "aws", { region: "eu-central-1" });
  expect(awsRegionOf(new TerraformStack(app, "two"))).toBeUndefined();
});
