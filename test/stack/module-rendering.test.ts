import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { LocalBackend, TerraformLocal, TerraformProvider, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { moduleElements } from "../../lib/stack/module-elements";
import { asModule } from "../../lib/stack/module-rendering";

function given() {
  const stack = new TerraformStack(Testing.app(), "stack");
  const provider = new AwsProvider(stack, "aws", { alias: "other" });
  const backend = new LocalBackend(stack, { path: "terraform.tfstate" });
  const variable = new TerraformVariable(stack, "flag", { type: "bool", default: false });
  const rendered = <T>(render: () => T, versions = {}) => asModule(moduleElements(stack), versions, render);
  return { stack, provider, backend, variable, rendered };
}

/** A provider of a binding that somebody generated. */
function generated(metadata: object): string | undefined {
  const { stack, provider, rendered } = given();
  Object.assign(provider, { terraformGeneratorMetadata: { providerName: "aws", ...metadata } });
  return rendered(() => stack.toTerraform().terraform.required_providers.aws.version);
}

test("elements are those of a module while they are rendered, and what they were afterwards", () => {
  const { provider, backend, variable, rendered } = given();
  const elements = [provider, backend, variable];
  const before = elements.map((element) => [element.toTerraform(), element.toHclTerraform()]);
  const within = rendered(() => [provider.toTerraform(), backend.toTerraform(), variable.toHclTerraform()]);
  expect(within).toEqual([
    { terraform: { required_providers: { aws: expect.objectContaining({ configuration_aliases: ["aws.other"] }) } } },
    {},
    { variable: { flag: expect.objectContaining({ default: { value: "false", type: "reference" } }) } },
  ]);
  expect(elements.map((element) => [element.toTerraform(), element.toHclTerraform()])).toEqual(before);
});

test("also if the rendering fails", () => {
  const { provider, rendered } = given();
  const fail = () => {
    throw new Error("no");
  };
  expect(() => rendered(fail)).toThrow("no");
  expect(provider.toTerraform()).toHaveProperty("provider.aws");
});

test.each([
  [{ providerVersion: "6.1.0", providerVersionConstraint: "~> 6.0" }, ">= 6.1.0"],
  [{ providerVersionConstraint: "~> 6.0" }, "~> 6.0"],
  [{ providerVersion: "", providerVersionConstraint: ">= 5, < 7" }, ">= 5, < 7"],
  [{}, undefined],
])("a binding that says %j asks for %p", (metadata, version) => {
  expect(generated(metadata)).toBe(version);
});

test("a version that is given goes before that of the binding", () => {
  const { stack, rendered } = given();
  const { aws } = rendered(() => stack.toTerraform().terraform.required_providers, { aws: "~> 5.100", tls: "~> 4.0" });
  expect(aws.version).toBe("~> 5.100");
});

test("an alias that says nothing is none", () => {
  const { provider, rendered } = given();
  (provider as TerraformProvider & { alias?: string }).alias = "";
  const { terraform } = rendered(() => provider.toTerraform());
  expect(terraform.required_providers.aws).not.toHaveProperty("configuration_aliases");
});

test.each([
  [false, "${false}"],
  ["", '${""}'],
  [0, "${0}"],
  [null, "${null}"],
  ["text", "text"],
])("a local of %j is there in HCL", (value, text) => {
  const { stack, rendered } = given();
  const local = new TerraformLocal(stack, "local", value);
  expect(rendered(() => local.toHclTerraform().locals.local)).toMatchObject({ value: text, type: "any" });
  expect(rendered(() => local.toTerraform())).toEqual({ locals: { local: value } });
});
