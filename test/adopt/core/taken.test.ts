import { imports, isNew, Outcome, unresolved } from "../../../lib/adopt/core/outcome";
import { takenBy } from "../../../lib/adopt/core/taken";
import { stackWith } from "../support/adopted";

const taken = (attributes: object, outcomes: { readonly [address: string]: Outcome }, blocks: object = {}) => {
  const stack = stackWith({ aws_x: { y: attributes } }, blocks);
  const decisions = Object.entries(outcomes).map(([address, outcome]) => ({ address, outcome }));
  return { stack, taken: takenBy(decisions, stack) };
};

test("import ids are known without their regions", () => {
  const { taken: found } = taken({}, {
    "aws_x.y": imports("api/r1/GET@us-gov-west-1"),
    "aws_x.z": imports("api/prod/~1@me/GET"),
    "aws_x.w": unresolved("?"),
  }, { import: [{ to: "aws_x.v", id: "own" }, { to: "aws_x.u", id: "${var.id}" }] }); // prettier-ignore
  expect(["api/r1/GET", "api/prod/~1@me/GET", "own"].map((id) => found.has(id))).toEqual([true, true, true]);
  expect(found.has("api/r1/GET@us-gov-west-1")).toBe(false);
});

test.each<[string, object, { readonly [address: string]: Outcome }, boolean]>([
  ["what is imported", {}, { "aws_x.y": imports("a") }, true],
  ["what is new", { for_each: "${var.all}" }, { "aws_x.y": isNew("") }, true],
  ["what nobody knows", {}, { "aws_x.y": unresolved("?") }, false],
  ["what is not decided", {}, {}, false],
  ["all instances", { for_each: { a: 1, b: 2 } }, { 'aws_x.y["a"]': imports("a"), 'aws_x.y["b"]': imports("b") }, true],
  ["one instance of two", { for_each: { a: 1, b: 2 } }, { 'aws_x.y["a"]': imports("a") }, false],
  ["instances of a number", { count: 1 }, { "aws_x.y[0]": imports("a") }, true],
  ["instances that only Terraform counts", { for_each: "${var.all}" }, { 'aws_x.y["a"]': imports("a") }, false],
  ["instances that are none", { for_each: {} }, {}, true],
])("%s is settled or not", (_what, attributes, outcomes, isSettled) => {
  const { stack, taken: found } = taken(attributes, outcomes);
  expect(found.isSettled(stack.resources[0]!)).toBe(isSettled);
});

test("what the stack imports itself is settled", () => {
  const { stack, taken: found } = taken({}, {}, { import: [{ to: "aws_x.y", id: "a" }] });
  expect(found.isSettled(stack.resources[0]!)).toBe(true);
});
