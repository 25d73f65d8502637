import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import fc from "fast-check";
import { logicalId } from "../../lib/stack/logical-id";

const inStack = () => new TerraformStack(Testing.app(), "stack");

function nested(ids: readonly string[]): Construct {
  return ids.reduce<Construct>((scope, id) => new Construct(scope, id), inStack());
}

test.each([
  [["cache"], "GET_cats", "cache_GET_cats"],
  [["front", "cache"], "default", "front_cache_default"],
  [["my_front", "cache"], "default", "my__front_cache_default"],
  [["my-front"], undefined, "my-front"],
])("inside %j the id %j is %s", (ids, id, expected) => {
  expect(logicalId(nested(ids), id)).toBe(expected);
});

test("the app and the stack are no part of it, so that a renamed stack keeps its resources", () => {
  const scope = new Construct(new TerraformStack(new Construct(Testing.app(), "team"), "other"), "cache");
  expect(logicalId(scope, "default")).toBe("cache_default");
});

test.each([
  [["a", "b"], ["a_b"]],
  [
    ["a_", "b"],
    ["a", "_b"],
  ],
  [["a b"], ["a-b"]],
  [["a b"], ["a-x20-b"]],
  [["ü"], ["u"]],
  [["1"], ["_1"]],
])("%j and %j have different names", (one, other) => {
  expect(logicalId(nested(one))).not.toBe(logicalId(nested(other)));
});

test("any construct ids give names that Terraform takes", () => {
  const id = fc.oneof(
    // A construct cannot be called as a method of every object is.
    fc.string({ minLength: 1 }).filter((text) => !(text in {})),
    fc.constantFrom("1cache", "_cache", "-cache", "__", "é", "a b", "by-x2D-"),
  );
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 3 }), (ids) => {
      expect(logicalId(nested(ids), "GET")).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
    }),
  );
});
