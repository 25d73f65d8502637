import { ANYTHING, orderingOf } from "../../../lib/check/core/ordering";
import { plannedDependencies } from "../../../lib/check/core/planned-dependencies";

const refs = (...references: string[]) => ({ references });
const resource = (address: string, over: object = {}) => ({ address, ...over });

/** A module that is given a value, makes something of it, and hands that back. */
const INNER = {
  resources: [
    resource("a.in", { expressions: { x: refs("var.given") } }),
    resource("a.free", { expressions: { x: refs("var.free") } }),
  ],
  outputs: {
    made: { expression: refs("a.in.id", "a.in") },
    free: { expression: { constant_value: 1 } },
    after: { expression: { constant_value: 1 }, depends_on: ["a.in"] },
  },
};

const DEPENDENCIES = plannedDependencies({
  prefix: "",
  module: {
    resources: [
      resource("a.first", { expressions: { name: { constant_value: "x" } } }),
      resource("a.block", { expressions: { settings: [{ x: refs("a.first.id", "a.first") }] } }),
      resource("a.each", { for_each_expression: refs("a.first") }),
      resource("a.count", { count_expression: refs("a.first") }),
      resource("a.after", { depends_on: ["a.each"] }),
      resource("a.data", { expressions: { x: refs("data.b.read.id", "data.b.read") } }),
      resource("data.b.read", { depends_on: ["a.first"] }),
      resource("a.made", { expressions: { x: refs("module.m.made", "module.m") } }),
      resource("a.free", { expressions: { x: refs("module.m.free", "module.m") } }),
      resource("a.afterOutput", { expressions: { x: refs("module.m.after", "module.m") } }),
      resource("a.whole", { depends_on: ["module.m"] }),
      resource("a.gated", { expressions: { x: refs('module.gated["x"].free', 'module.gated["x"]', "module.gated") } }),
      resource("a.local", { expressions: { x: refs("local.name") } }),
      resource("a.gone", { expressions: { x: refs("module.gone.x", "module.gone") } }),
      resource("a.loop", { expressions: { x: refs("module.loop.y", "module.loop") } }),
      resource("a.variable", { expressions: { x: refs("var.root") } }),
    ],
    module_calls: {
      m: { expressions: { given: refs("a.first.id", "a.first"), free: refs("var.root") }, module: INNER },
      gated: { expressions: {}, depends_on: ["a.first"], module: INNER },
      each: {
        expressions: {},
        for_each_expression: refs("a.first"),
        module: { module_calls: { n: { module: INNER } } },
      },
      named: { expressions: { given: refs("local.name") }, module: INNER },
      loop: { expressions: { x: refs("module.loop.y") }, module: { outputs: { y: { expression: refs("var.x") } } } },
    },
  },
});

const follows = orderingOf(() => DEPENDENCIES);

test.each([
  ["a.block", true],
  ["a.each", true],
  ["a.count", true],
  ["a.after", true],
  ["a.data", true],
  ["module.m.a.in", true],
  ["module.m.a.free", false],
  ["a.made", true],
  ["a.free", false],
  ["a.afterOutput", true],
  ["a.whole", true],
  ["module.gated.a.free", true],
  ["a.gated", true],
  ["module.each.module.n.a.free", true],
  ["a.gone", false],
  // Terraform refuses a loop; reading one has to end all the same.
  ["a.loop", false],
  ["a.variable", false],
  ["a.first", false],
])("%s after a.first is %s", (address, expected) => expect(follows(address, "a.first")).toBe(expected));

test("what a local value is made of is not known", () => {
  expect(DEPENDENCIES.get("a.local")).toEqual([ANYTHING]);
  expect(DEPENDENCIES.get("module.named.a.in")).toEqual([ANYTHING]);
});

test("a plan whose parts are of other types is read", () => {
  const odd = { resources: [null, 5, { address: "a.b", expressions: 5, depends_on: "x" }], module_calls: { m: 5 } };
  expect([...plannedDependencies({ prefix: "", module: odd })]).toEqual([
    ["a.b", []],
    ["module.m", []],
  ]);
});
