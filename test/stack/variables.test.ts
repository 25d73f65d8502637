import { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { Filter } from "@cdktf/provider-cloudflare/lib/filter";
import { TerraformLocal, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { textOfLocal, variablesReadBy, writtenWithLocals } from "../../lib/stack/variables";

test("the variables of an expression are found, as they are synthesized", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const key = new TerraformVariable(stack, "key", { sensitive: true });
  const other = new TerraformVariable(stack, "other", { default: "a" });
  new TerraformVariable(stack, "unread", {});
  other.addOverride("sensitive", true);
  expect(variablesReadBy(stack, `${key.stringValue} ${other.stringValue} \${var.elsewhere}`)).toEqual([
    expect.objectContaining({ name: "key", sensitive: true }),
    expect.objectContaining({ name: "other", sensitive: true, default: "a" }),
  ]);
  expect(variablesReadBy(stack, "${random_password.secret.result}")).toEqual([]);
});

test("the names of other resources are not fixed by looking for a variable", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const record = new DnsRecord(stack, "record", { zoneId: "x", name: "a", type: "A", ttl: 1 });
  const key = new TerraformVariable(stack, "key", {});
  expect(variablesReadBy(stack, key.stringValue)).toHaveLength(1);
  record.overrideLogicalId("mine");
  expect(record.friendlyUniqueId).toBe("mine");
});

test("the text behind locals is found, and no other", () => {
  const stack = new TerraformStack(Testing.app(), "stack");
  const one = new TerraformLocal(stack, "one", "text");
  const other = new TerraformLocal(stack, "other", one.asString);
  const found = (expression: string) => textOfLocal(stack, expression);
  expect([found(one.asString), found(other.asString), found("${local.other}")]).toEqual(["text", "text", "text"]);
  new TerraformLocal(stack, "number", 7);
  new TerraformLocal(stack, "more", `${one.asString} and more`);
  new TerraformLocal(stack, "loop", "${local.loop}");
  for (const name of ["number", "more", "loop", "elsewhere"]) expect(found(`\${local.${name}}`)).toBeUndefined();
});

describe("an expression with its locals", () => {
  test("fixes no name, of a local or of what has an expression as a property", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const local = new TerraformLocal(stack, "one", "text");
    const filter = new Filter(stack, "filter", { zoneId: "x", expression: "true", body: [] });
    expect(writtenWithLocals(stack, "${local.one}")).toContain("text");
    [local, filter].forEach((element) => element.overrideLogicalId("mine"));
    expect([local.friendlyUniqueId, filter.friendlyUniqueId]).toEqual(["mine", "mine"]);
    expect(writtenWithLocals(stack, "${local.mine}")).toContain("text");
  });

  test("reads the variables that they read", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    const key = new TerraformVariable(stack, "key", {});
    const one = new TerraformLocal(stack, "one", [key.stringValue]);
    const other = new TerraformLocal(stack, "other", { one: one.expression });
    expect(variablesReadBy(stack, other.asString).map(({ name }) => name)).toEqual(["key"]);
  });

  test("ends also where they lead to each other", () => {
    const stack = new TerraformStack(Testing.app(), "stack");
    new TerraformLocal(stack, "one", "${local.other}");
    new TerraformLocal(stack, "other", "${local.one} text");
    expect(writtenWithLocals(stack, "${local.one}")).toContain("text");
    expect(writtenWithLocals(stack, "${local.elsewhere}")).toBe('"${local.elsewhere}"');
  });
});
