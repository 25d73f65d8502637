import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { claim, claimedBy } from "../../lib/edge/zone-claims";

const app = Testing.app();
const [one, other] = ["one", "other"].map((id) => new TerraformStack(app, id)) as [TerraformStack, TerraformStack];
const first = new Construct(one, "first");

test("a name belongs to one construct of the app, each kind by itself", () => {
  expect(claimedBy(other, "host", "api.example.com")).toBeUndefined();
  claim(first, "host", "api.example.com");
  expect(claimedBy(other, "host", "api.example.com")).toBe("one/first");
  expect(claimedBy(other, "zone", "api.example.com")).toBeUndefined();
  expect(claimedBy(new TerraformStack(Testing.app(), "x"), "host", "api.example.com")).toBeUndefined();
});

test("a reference means something in its own stack only", () => {
  claim(first, "host", "${var.host}");
  expect(claimedBy(one, "host", "${var.host}")).toBe("one/first");
  expect(claimedBy(other, "host", "${var.host}")).toBeUndefined();
});
