import fc from "fast-check";
import { checkSiblings } from "../../../lib/gateway/core/check-paths";
import { parseResourcePath } from "../../../lib/gateway/core/resource-path";
import { resourcePath } from "../../support/arbitraries";

/** What is wrong with paths that stand in this order. */
function problems(...paths: string[]) {
  const located = paths.map((text, index) => ({ property: `paths[${index}]`, path: parseResourcePath(text).path! }));
  return checkSiblings(located).map(({ rule, property, found, allowed }) => ({ rule, property, found, allowed }));
}

test.each([
  ["one parameter in several paths", ["/cats/{id}", "/cats/{id}/paws", "/cats/{id}"]],
  ["other names below other resources", ["/cats/{id}", "/dogs/{name}", "/{kind}"]],
  ["a fixed segment beside a parameter", ["/cats/{id}", "/cats/newest"]],
  ["other names at another depth", ["/{a}/{b}", "/{a}/x/{c}"]],
  ["a greedy parameter below one that is not", ["/{id}", "/{id}/{proxy+}"]],
])("API Gateway takes %s", (_name, paths) => {
  expect(problems(...paths)).toEqual([]);
});

test.each([
  ["two names for one place", ["/cats/{id}", "/cats/{name}"], "{name}", "{id}"],
  ["two names with more behind them", ["/cats/{id}/paws", "/cats/{name}/claws"], "{name}", "{id}"],
  ["a greedy parameter beside one of another name", ["/{id}", "/{proxy+}"], "{proxy+}", "{id}"],
  ["a greedy parameter beside one of the same name", ["/{id}", "/{id+}"], "{id+}", "{id}"],
  ["two names at the root", ["/{a}/x", "/{b}"], "{b}", "{a}"],
])("API Gateway refuses %s", (_name, paths, found, allowed) => {
  expect(problems(...paths)).toEqual([
    { rule: "gateway/sibling-path-parameters", property: "paths[1]", found, allowed },
  ]);
});

test("each path that is in the way is told once, wherever it stands", () => {
  expect(problems("/{a}/{b}", "/{c}/{d}", "/{a}/{e}").map(({ property, found }) => [property, found])).toEqual([
    ["paths[1]", "{c}"],
    ["paths[2]", "{e}"],
  ]);
});

test("a path is never in its own way", () => {
  fc.assert(
    fc.property(resourcePath, (path) => {
      expect(problems(path, path)).toEqual([]);
    }),
  );
});
