import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { TerraformStack, Testing } from "cdktf";
import { presentName } from "../../lib/stack/references";

const api = () => new ApiGatewayRestApi(new TerraformStack(Testing.app(), "stack"), "cats", { name: "cats" });

describe("the name of an element", () => {
  test("is its own, and can still be changed", () => {
    const cats = api();
    expect(presentName(cats)).toBe("cats");
    cats.overrideLogicalId("dogs");
    expect([presentName(cats), cats.friendlyUniqueId]).toEqual(["dogs", "dogs"]);
  });

  test("is the one that was read, which CDKTF keeps", () => {
    const cats = api();
    expect(cats.friendlyUniqueId).toBe("cats");
    cats.overrideLogicalId("dogs");
    expect(presentName(cats)).toBe(cats.friendlyUniqueId);
  });

  test("is that of the stack once an override is taken back", () => {
    const cats = api();
    cats.overrideLogicalId("dogs");
    cats.resetOverrideLogicalId();
    expect(presentName(cats)).toBe("cats");
  });
});
