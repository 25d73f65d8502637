import { TerraformBackend, TerraformStack, Testing } from "cdktf";
import { NoBackend } from "../../lib/stack/no-backend";

test("is a backend to CDKTF, and nothing to Terraform", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const backend = new NoBackend(stack);
  expect(TerraformBackend.isBackend(backend)).toBe(true);
  expect(stack.ensureBackendExists()).toBe(backend);
  expect(JSON.parse(Testing.synth(stack))).toEqual({});
  expect(Testing.synthHcl(stack)).not.toContain("backend");
});

test("has no state to read from", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  expect(() => new NoBackend(stack).getRemoteStateDataSource(stack, "name", "front")).toThrow(/front is a module/);
});
