import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Fn, TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { checkPrivateKeySource } from "../../lib/domain/private-key";
import { newStack } from "../support/rest-api";
import { briefly } from "../support/plan";

let stack: TerraformStack;
beforeEach(() => (stack = newStack()));

const found = (value?: string, scope: Construct = stack) => briefly(checkPrivateKeySource(scope, "privateKey", value));
const variable = (id: string, sensitive?: boolean) => new TerraformVariable(stack, id, { sensitive });

const IN_TEXT = ["certificate/private-key-in-text at privateKey"];
const PRINTED = ["certificate/variable-not-sensitive at privateKey"];

test.each([undefined, "${tls_private_key.x.private_key_pem}", '${file("${path.module}/key.pem")}', "${var.elsewhere}"])(
  "%s is not written down",
  (value) => expect(found(value)).toEqual([]),
);

test.each([
  "",
  "secret",
  "-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----",
  '${chomp("-----BEGIN EC PRIVATE KEY-----\\nMHc\\n-----END EC PRIVATE KEY-----")}',
  "-----BEGIN PRIVATE KEY-----\n${var.elsewhere}\n-----END PRIVATE KEY-----",
])("%j is written down", (value) => expect(found(value)).toEqual(IN_TEXT));

describe("a key is written down", () => {
  const pem = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n";
  const base64 = Fn.base64decode(Buffer.from(pem).toString("base64"));

  test("in the default of a variable, also of a sensitive one", () => {
    expect(found(new TerraformVariable(stack, "key", { sensitive: true, default: pem }).stringValue)).toEqual(IN_TEXT);
  });

  test("in a local, however many lead to it", () => {
    const one = new TerraformLocal(stack, "one", { pem });
    const other = new TerraformLocal(stack, "other", Fn.lookup(one.expression, "pem"));
    expect(found(one.asString)).toEqual(IN_TEXT);
    expect(found(Fn.trimspace(other.asString))).toEqual(IN_TEXT);
  });

  test("as base64", () => {
    expect(found(base64)).toEqual(IN_TEXT);
    expect(found(new TerraformLocal(stack, "key", base64).asString)).toEqual(IN_TEXT);
  });

  test("in no local that only leads to a sensitive variable", () => {
    expect(found(new TerraformLocal(stack, "local", variable("key", true).stringValue).asString)).toEqual([]);
  });
});

test("to look for a key leaves the names of other resources to the user", () => {
  const bucket = new S3Bucket(stack, "data", {});
  found(variable("key", true).stringValue);
  bucket.overrideLogicalId("legacy");
  expect(bucket.friendlyUniqueId).toBe("legacy");
});

test("a key within a function's arguments is written down", () => {
  const text = Fn.rawString("-----BEGIN PRIVATE KEY-----");
  expect(found(Fn.join("", [text, variable("key", true).stringValue]))).toEqual(IN_TEXT);
});

describe("a variable", () => {
  test("is not printed if it is sensitive", () => {
    expect(found(variable("key", true).stringValue)).toEqual([]);
    expect(found(Fn.trimspace(variable("other", true).stringValue))).toEqual([]);
  });

  test.each([undefined, false])("is printed if it says %j", (sensitive) => {
    expect(found(variable("key", sensitive).stringValue)).toEqual(PRINTED);
  });

  test("is printed also from within an expression, and named once", () => {
    variable("key");
    expect(found("${var.key}${var.key}")).toEqual(PRINTED);
    expect(found(Fn.trimspace("${var.key}"))).toEqual(PRINTED);
  });

  test("is found anywhere in the stack, and looked for from anywhere", () => {
    const { stringValue } = new TerraformVariable(new Construct(stack, "inner"), "key", {});
    expect(found(stringValue, new Construct(stack, "other"))).toEqual(PRINTED);
  });

  test("counts as it is synthesized", () => {
    const overridden = variable("key", false);
    overridden.addOverride("sensitive", true);
    expect(found(overridden.stringValue)).toEqual([]);
  });

  test("is not taken for something else of its name", () => {
    new TerraformOutput(stack, "key", { value: "x" });
    expect(found("${var.key}")).toEqual([]);
    expect(found("${local.var.other}")).toEqual([]);
  });
});
