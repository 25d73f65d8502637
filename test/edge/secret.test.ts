import { TerraformLocal, TerraformStack, TerraformVariable, TerraformVariableConfig, Testing } from "cdktf";
import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { checkSecret } from "../../lib/edge/secret";

function found(value: (stack: TerraformStack) => string): unknown[] {
  const stack = new TerraformStack(Testing.app(), "stack");
  return checkSecret(stack, "value", value(stack)).map((finding) => finding.found);
}

const variable = (config: TerraformVariableConfig) => (stack: TerraformStack) =>
  new TerraformVariable(stack, "secret", config).stringValue;

const local = (stack: TerraformStack, value: string, id = "held") => new TerraformLocal(stack, id, value).asString;

test("a text is refused, and not repeated", () => {
  expect(found(() => "hunter2")).toEqual(["a text"]);
});

test.each<[string, (stack: TerraformStack) => string, number]>([
  ["a sensitive variable", variable({ sensitive: true }), 0],
  ["a variable that is printed", variable({}), 1],
  ["a sensitive variable with a default", variable({ sensitive: true, default: "hunter2" }), 1],
  ["a variable of somewhere else", () => "${var.elsewhere}", 0],
  ["an attribute", () => "${random_password.secret.result}", 0],
  ["a text around a variable that is printed", (stack) => `Bearer ${variable({})(stack)}`, 1],
  ["a local of a text", (stack) => local(stack, "hunter2"), 1],
  ["a local of a local of a text", (stack) => local(stack, local(stack, "hunter2", "other")), 1],
  ["a local of a sensitive variable", (stack) => local(stack, variable({ sensitive: true })(stack)), 0],
  ["a local of an attribute", (stack) => local(stack, "${random_password.secret.result}"), 0],
  ["a local that leads to itself", (stack) => local(stack, "${local.held}"), 0],
  ["a sensitive variable by override", (stack) => {
    const secret = new TerraformVariable(stack, "secret", {});
    secret.addOverride("sensitive", true);
    return secret.stringValue;
  }, 0], // prettier-ignore
])("%s", (_what, value, expected) => {
  expect(found(value)).toHaveLength(expected);
  expect(JSON.stringify(found(value))).not.toContain("hunter2");
});

test("the names of other resources are not fixed by looking for the variable", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const record = new DnsRecord(stack, "record", { zoneId: "x", name: "a", type: "A", ttl: 1 });
  checkSecret(stack, "value", variable({ sensitive: true })(stack));
  record.overrideLogicalId("mine");
  expect(record.friendlyUniqueId).toBe("mine");
});
