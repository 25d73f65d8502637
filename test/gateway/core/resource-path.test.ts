import fc from "fast-check";
import { joinPaths, parseResourcePath, pathParameters } from "../../../lib/gateway/core/resource-path";
import { anyText, resourcePath, textOf } from "../../support/arbitraries";

const parsed = (text: string) => {
  const { path, problem } = parseResourcePath(text);
  if (path === undefined) throw new Error(problem);
  return path;
};

describe("parseResourcePath", () => {
  test.each([
    ["/", "/"],
    ["", "/"],
    ["/cats", "/cats"],
    ["cats", "/cats"],
    ["/cats/", "/cats"],
    ["cats/", "/cats"],
    ["/cats/{id}", "/cats/{id}"],
    ["/v1.0/a-b_c:d,e", "/v1.0/a-b_c:d,e"],
    ["/{proxy+}", "/{proxy+}"],
    ["/cats/{id}/toys/{toy.id}", "/cats/{id}/toys/{toy.id}"],
  ])("takes %j for %j", (text, expected) => {
    expect(parsed(text).text).toBe(expected);
  });

  test.each([
    ["//", "empty segment"],
    ["//cats", "empty segment"],
    ["/cats//toys", "empty segment"],
    ["/cats//", "empty segment"],
    ["/cats toys", "other characters"],
    ["/cats?x=1", "other characters"],
    ["/{id}.json", "other characters"],
    ["/a{id}", "other characters"],
    ["/{}", "other characters"],
    ["/{a/b}", "other characters"],
    ["/{+}", "other characters"],
    ["/${x}", "other characters"],
    ["/{$x}", "other characters"],
    ["/~user", "other characters"],
    ["/cäts", "other characters"],
    ["/*", "other characters"],
    ["/cats\n", "other characters"],
    ["/{proxy+}/toys", "greedy"],
    ["/{id}/toys/{id}", "twice"],
    ["/{id}/{id+}", "twice"],
  ])("refuses %j: %s", (text, problem) => {
    expect(parseResourcePath(text).problem).toContain(problem);
  });

  test("keeps what it has read", () => {
    fc.assert(
      fc.property(resourcePath, (text) => {
        const path = parsed(text);
        expect(path.text).toBe(text);
        expect(`/${path.segments.map((segment) => segment.text).join("/")}`).toBe(text);
        expect(parsed(path.text)).toEqual(path);
      }),
    );
  });

  test("takes or refuses any text at all, and never throws", () => {
    const text = fc.oneof(anyText, textOf(fc.constantFrom(..."//{{}}+a.$-")));
    fc.assert(
      fc.property(text, (any) => {
        const { path, problem } = parseResourcePath(any);
        expect(path === undefined).toBe(typeof problem === "string");
      }),
    );
  });
});

describe("joinPaths", () => {
  test.each([
    ["/animals", "/cats", "/animals/cats"],
    ["/animals/", "/cats", "/animals/cats"],
    ["/animals", "cats", "/animals/cats"],
    ["animals", "cats/", "/animals/cats"],
    ["/animals", "/", "/animals"],
    ["/animals", "", "/animals"],
    ["/", "/cats", "/cats"],
    ["", "cats", "/cats"],
    ["/", "/", "/"],
  ])("puts %j before %j", (basePath, path, expected) => {
    expect(parsed(joinPaths(basePath, path)).text).toBe(expected);
  });
});

test.each([
  ["/cats", []],
  ["/cats/{id}", [{ name: "id", greedy: false }]],
  ["/{a}/x/{b+}", [{ name: "a", greedy: false }, { name: "b", greedy: true }]], // prettier-ignore
])("the parameters of %s are %j", (text, expected) => {
  expect(pathParameters(parsed(text))).toEqual(expected);
});
