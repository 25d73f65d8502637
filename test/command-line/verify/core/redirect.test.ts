import { Hop } from "../../../../lib/command-line/verify/core/answer";
import { follow, headersFor, isFailure, locationOf } from "../../../../lib/command-line/verify/core/redirect";

const followed = (hops: readonly Hop[]) => follow(hops, hops[hops.length - 1]!.location);
const hop = (url: string, location: string): Hop => ({ url, status: 301, location });

test.each([301, 302, 303, 307, 308])("%i with a location leads on", (status) => {
  expect(locationOf(status, "/there")).toBe("/there");
  expect(locationOf(status, undefined)).toBeUndefined();
});

test.each([200, 201, 300, 304, 404])("%i does not, whatever its location", (status) => {
  expect(locationOf(status, "/there")).toBeUndefined();
});

test.each([
  ["http://a.example/x", "https://a.example/x", "https://a.example/x"],
  ["http://a.example/x/y?q=1", "z", "http://a.example/x/z"],
  ["https://a.example/x", "//b.example/", "https://b.example/"],
  ["https://a.example/x", "/x/#part", "https://a.example/x/"],
])("%s to %s is %s", (url, location, target) => {
  expect(String(followed([hop(url, location)]))).toBe(target);
});

test.each(["ftp://a.example/", "javascript:alert(1)", "http://", "http://a b/"])("%s is no place to go", (location) => {
  const next = followed([hop("https://a.example/", location)]);
  expect(next).toMatchObject({ kind: "redirect", what: expect.stringContaining(JSON.stringify(location)) });
});

test("credentials of a target are neither sent nor shown", () => {
  const shown = [hop("https://a.example/", "http://…@b.example/")];
  expect(String(follow(shown, "http://user:s3cr3t@b.example/#x"))).toBe("http://b.example/");
  const failure = JSON.stringify(follow([hop("https://a.example/", "…@b b/")], "http://user:s3cr3t@b b/"));
  expect(failure).toContain("…@b b/");
  expect(failure).not.toContain("s3cr3t");
});

test("a circle is told, with where it comes from", () => {
  const self = followed([hop("https://a.example/", "https://a.example/")]);
  const pair = followed([
    hop("https://a.example/", "http://a.example/"),
    hop("http://a.example/", "https://a.example/#x"),
  ]);
  for (const next of [self, pair]) {
    expect(next).toMatchObject({ kind: "redirect-loop", what: expect.stringContaining("back to https://a.example/") });
    expect(isFailure(next) && next.advice.join(" ")).toContain("Full (strict)");
  }
});

test("five redirects are followed, a sixth is not", () => {
  const chain = [0, 1, 2, 3, 4, 5].map((index) => hop(`https://a.example/${index}`, `/${index + 1}`));
  expect(String(followed(chain.slice(0, 5)))).toBe("https://a.example/5");
  expect(followed(chain)).toMatchObject({ kind: "redirect", what: expect.stringContaining("more than 5 redirects") });
});

test.each([
  ["https://a.example/", "https://a.example/b", true],
  ["http://a.example/", "https://a.example/", true],
  ["https://a.example:8443/", "https://a.example:8443/b", true],
  ["https://a.example/", "https://a.example:8443/", false],
  ["https://a.example/", "http://a.example/", false],
  ["https://a.example/", "https://b.example/", false],
  ["https://a.example/", "https://a.example.evil.example/", false],
])("from %s to %s the user's headers go along: %p", (from, to, goAlong) => {
  const headers = { authorization: "Bearer secret", "x-any": "1" };
  expect(headersFor(headers, new URL(from), new URL(to))).toEqual(goAlong ? headers : {});
});
