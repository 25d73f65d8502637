import { resolve } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  LocalBackend,
  TerraformAsset,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
} from "cdktf";
import { Construct } from "constructs";
import { configuredOptions, moduleElements } from "../../lib/stack/module-elements";

const stack = new TerraformStack(Testing.app(), "stack");
const inside = new Construct(stack, "inside");
const provider = new AwsProvider(inside, "aws", { region: "eu-central-1", defaultTags: [] });
const backend = new LocalBackend(stack);
const variable = new TerraformVariable(inside, "variable", { type: "string" });
const local = new TerraformLocal(inside, "local", 0);
const output = new TerraformOutput(stack, "output", { value: variable.stringValue });
const asset = new TerraformAsset(inside, "asset", { path: resolve(__dirname, "module-elements.test.ts") });
const inner = new TerraformStack(stack, "inner");
new AwsProvider(inner, "aws");
new TerraformOutput(inner, "output", { value: "" });

test("the elements of a stack are found wherever they are, and those of a stack inside are not", () => {
  expect(moduleElements(stack)).toEqual({
    providers: [provider],
    backends: [backend],
    variables: [variable],
    locals: [local],
    outputs: [output],
    assets: [asset],
  });
});

test("the options of a provider are those that are set, also to nothing", () => {
  expect(configuredOptions(provider).sort()).toEqual(["default_tags", "region"]);
  expect(configuredOptions(inner.node.findChild("aws") as AwsProvider)).toEqual([]);
});
