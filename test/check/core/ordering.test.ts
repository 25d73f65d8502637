import { ANYTHING, Dependencies, orderingOf, withoutInstances } from "../../../lib/check/core/ordering";

const GRAPH: Dependencies = new Map([
  ["a.one", ["a.two", "a.none"]],
  ["a.two", ["a.three"]],
  ["a.three", []],
  ["a.any", [ANYTHING]],
  ["a.later", ["a.any"]],
  ["a.left", ["a.right"]],
  ["a.right", ["a.left"]],
]);

test.each([
  ["a.one", "a.two", true],
  ["a.one", "a.three", true],
  ["a.three", "a.one", false],
  ["a.one", "a.one", false],
  ["a.left", "a.right", true],
  ["a.left", "a.three", false],
  ["a.unknown", "a.three", false],
  // What is not seen may be anything, but not for those that only come after it.
  ["a.any", "a.three", true],
  ["a.later", "a.three", false],
])("%s after %s is %s", (address, other, follows) => expect(orderingOf(() => GRAPH)(address, other)).toBe(follows));

test("instances are in the order of their resources, and in none among each other", () => {
  const follows = orderingOf(() => new Map([["module.m.a.b", ["a.c", ANYTHING]]]));
  expect(follows('module.m["x"].a.b[0]', "a.c[1]")).toBe(true);
  expect(follows('module.m["x"].a.b[0]', 'module.m["x"].a.b[1]')).toBe(false);
  expect(withoutInstances('module.m["a\\"]."].a.b[0]')).toBe("module.m.a.b");
});

test("dependencies are read once, and only if they are asked for", () => {
  const read = jest.fn(() => GRAPH);
  const follows = orderingOf(read);
  expect(read).not.toHaveBeenCalled();
  follows("a.one", "a.two");
  follows("a.one", "a.three");
  expect(read).toHaveBeenCalledTimes(1);
});
