import { TerraformOutput, TerraformVariable, Testing } from "cdktf";
import { pemLines } from "../../lib/domain/pem-lines";
import { awsStack } from "../support/domain";
import { synthesized } from "../support/terraform";

const PEM = "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----";

test.each([[PEM], [`${PEM}\n`], [`${PEM}\n\n`]])("PEM ends with one line end, in one line of HCL too", (pem) => {
  const stack = awsStack();
  new TerraformOutput(stack, "out", { value: pemLines(pem) });
  const value = '${format("%s\\n", "-----BEGIN CERTIFICATE-----\\nabc\\n-----END CERTIFICATE-----")}';
  expect(synthesized(stack).output).toEqual({ out: { value } });
  expect(Testing.synthHcl(stack)).toContain(`value = "${value}"`);
});

test("PEM that only Terraform knows does too", () => {
  const stack = awsStack();
  const variable = new TerraformVariable(stack, "pem", { sensitive: true });
  new TerraformOutput(stack, "out", { value: pemLines(variable.stringValue) });
  const value = '${format("%s\\n", trimspace(var.pem))}';
  expect(synthesized(stack).output).toEqual({ out: { value } });
  expect(Testing.synthHcl(stack)).toContain(`value = "${value}"`);
});
