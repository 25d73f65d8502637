import fc from "fast-check";
import {
  hostnameProblem,
  isInsideZone,
  isWildcard,
  normalizeHostname,
  sortedHostnames,
  withoutWildcard,
} from "../../../lib/domain/core/hostname";

describe("a host name in its one form", () => {
  test.each<[string, string]>([
    ["api.example.com", "api.example.com"],
    ["API.Example.COM", "api.example.com"],
    ["*.Example.com", "*.example.com"],
    ["münchen.de", "xn--mnchen-3ya.de"],
    ["MÜNCHEN.de", "xn--mnchen-3ya.de"],
    ["*.münchen.de", "*.xn--mnchen-3ya.de"],
    ["xn--mnchen-3ya.de", "xn--mnchen-3ya.de"],
    ["straße.de", "xn--strae-oqa.de"],
    ["a。example.com", "a.example.com"],
    ["1.example.com", "1.example.com"],
    ["a--b.example.com", "a--b.example.com"],
    [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
  ])("%s is %s", (text, expected) => {
    expect(normalizeHostname(text)).toBe(expected);
    expect(hostnameProblem(text)).toBeUndefined();
  });

  test.each<[string, string]>([
    ["", "empty"],
    [" api.example.com", '" "'],
    ["api.example.com\n", '"\\n"'],
    ["api.example.com.", "ends with a dot"],
    ["https://api.example.com", '":"'],
    ["example.com/path", '"/"'],
    ["example.com:443", '":"'],
    ["a%41.com", '"%"'],
    ["user@example.com", '"@"'],
    ["a_b.example.com", '"_"'],
    ["${x}.example.com", '"$"'],
    ["localhost", "only one label"],
    ["a..example.com", "a label is empty"],
    [".example.com", "a label is empty"],
    ["-a.example.com", '"-a"'],
    ["a-.example.com", '"a-"'],
    [`${"a".repeat(64)}.com`, "longer than 63"],
    [`${"a.".repeat(126)}com`, "longer than 253"],
    ["10.0.0.1", "IP address"],
    ["0x7f.1", "IP address"],
    ["::1", '":"'],
    ["*", "whole first label"],
    ["*.com", "top-level domain"],
    ["*.*.example.com", "whole first label"],
    ["a.*.example.com", "whole first label"],
    ["*a.example.com", "whole first label"],
    ["xn--a.com", "punycode"],
  ])("%j is none", (text, problem) => {
    expect(normalizeHostname(text)).toBeUndefined();
    expect(hostnameProblem(text)).toContain(problem);
  });

  test("has 253 characters at most, those of its wildcard included", () => {
    const longest = `${"a.".repeat(125)}com`;
    expect(longest).toHaveLength(253);
    expect(normalizeHostname(longest)).toBe(longest);
    expect(normalizeHostname(`*.${longest}`)).toBeUndefined();
  });

  test("stays as it is when it is normalized once more", () => {
    const label = fc.stringMatching(/^[A-Za-zäöüßéλж0-9-]{1,8}$/);
    const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => [...labels, "Example"].join("."));
    fc.assert(
      fc.property(fc.constantFrom("", "*."), host, (wildcard, name) => {
        const normalized = normalizeHostname(wildcard + name);
        if (normalized === undefined) return;
        expect(normalized).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
        expect(normalizeHostname(normalized)).toBe(normalized);
        expect(isWildcard(normalized)).toBe(wildcard !== "");
      }),
    );
  });

  test("is found or refused, never thrown at, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normalizeHostname(text) === undefined).toBe(hostnameProblem(text) !== undefined);
      }),
    );
  });
});

describe("several host names", () => {
  test("are in the order of their bytes, once each, in their one form", () => {
    const names = ["b.example.com", "API.example.com", "*.example.com", "api.example.com", "1.example.com", "z.de"];
    expect(sortedHostnames([...names, "münchen.de"])).toEqual([
      "*.example.com",
      "1.example.com",
      "api.example.com",
      "b.example.com",
      "xn--mnchen-3ya.de",
      "z.de",
    ]);
  });

  test("are the same list in whatever order they are given", () => {
    const names = ["*.a.com", "a.com", "A-b.com", "a.b.com", "0.com", "a-b.com"];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(sortedHostnames(shuffled)).toEqual(["*.a.com", "0.com", "a-b.com", "a.b.com", "a.com"]);
      }),
    );
  });
});

test.each<[string, string, boolean]>([
  ["example.com", "example.com", true],
  ["API.example.com", "Example.com", true],
  ["*.example.com", "example.com", true],
  ["*.api.example.com", "example.com", true],
  ["a.b.example.com", "example.com", true],
  ["www.münchen.de", "xn--mnchen-3ya.de", true],
  ["notexample.com", "example.com", false],
  ["example.com.evil.org", "example.com", false],
  ["example.com", "api.example.com", false],
  ["no host", "example.com", false],
  ["api.example.com", "no zone", false],
])("%s inside %s: %j", (host, zone, expected) => {
  expect(isInsideZone(host, zone)).toBe(expected);
});

test("a wildcard is a wildcard of the name behind it", () => {
  expect(withoutWildcard("*.example.com")).toBe("example.com");
  expect(withoutWildcard("api.example.com")).toBe("api.example.com");
});
