import {
  differInScheme,
  isHostPattern,
  isTargetOf,
  schemelessHost,
  withoutScheme,
} from "../../../lib/edge/core/page-rule-target";

test.each([
  ["api.example.com/*", "api.example.com", true],
  ["http*://API.example.com", "api.example.com", true],
  ["api.example.com", "apixexample.com", false],
  ["*example.com/v1", "api.example.com", true],
  ["*://*.example.com/*", "example.com", false],
])("%s is for %s: %s", (target, host, expected) => expect(isTargetOf(target, host)).toBe(expected));

test.each([
  ["*", "", true],
  ["a", "a", true],
  ["a", "ab", false],
  ["a*", "ab", true],
  ["a*", "ba", false],
  ["a*a", "a", false],
  ["a*b*c", "axxbyyc", true],
  ["a*b*c", "axxbyy", false],
  ["a*b*b", "ab", false],
  ["*b*a*", "ab", false],
  [`${"*a".repeat(30)}b`, "a".repeat(60), false],
])("the pattern %s is for %s: %s", (pattern, host, expected) => expect(isHostPattern(pattern, host)).toBe(expected));

test("the parts of a target", () => {
  expect(withoutScheme("https://a.example.com/b")).toBe("a.example.com/b");
  expect(schemelessHost("*://A.example.com/b/c")).toBe("a.example.com");
});

test.each([
  ["http://a/*", "https://a/*", true],
  ["http://a/*", "HTTP://a/*", false],
  ["http://a/*", "a/*", false],
  ["http*://a/*", "https://a/*", false],
])("%s and %s are for two schemes: %s", (one, other, expected) => {
  expect(differInScheme(one, other)).toBe(expected);
  expect(differInScheme(other, one)).toBe(expected);
});
