import { shownUrl, urlProblem } from "../../../../lib/command-line/verify/core/shown-url";

const BASE = "https://a.example/x";

test.each([
  ["https://a.example/b?c#d", "https://a.example/b?c#d"],
  ["/users/@me", "/users/@me"],
  ["https://a.example/?to=me@b.example", "https://a.example/?to=me@b.example"],
  ["http://user:s3cr3t@a.example:81/b?c#d", "http://…@a.example:81/b?c#d"],
  ["//user@a.example/b", "https://…@a.example/b"],
  ["http:\\\\user:s3cr3t@a.example", "http://…@a.example/"],
  ["http:user:s3cr3t@a.example", "http://…@a.example/"],
  ["https://user:s3/cr3t@a.example/", "…@a.example/"],
  ["https://user:s3cr3t@a b", "…@a b"],
])("%s is shown as %s", (written, shown) => expect(shownUrl(written, BASE)).toBe(shown));

test("a text that is no URL by itself shows no password either", () => {
  expect(shownUrl("https://user:s3cr3t@a.example:99999")).toBe("…@a.example:99999");
});

test.each([
  ["http://127.0.0.1:99999/", 'its port is "99999", and ports are numbers up to 65535'],
  ["https://user:x@[::1]:http", 'its port is "http", and ports are numbers up to 65535'],
  ["https://a b/", "its host is no host name"],
  ["https://a b:443", "its host is no host name"],
  ["https://", "it has no host"],
  ["cats", undefined],
  ["ftp://a:99999", undefined],
])("of %s is told: %s", (written, problem) => expect(urlProblem(written)).toBe(problem));
