import { doesNotCoverHost } from "../../../lib/rules/certificate/does-not-cover-host";

const allowed = (hostnames: string[]) => doesNotCoverHost("host", "api.example.com", hostnames)[0]?.allowed;

test("says which hosts are covered, but not hundreds of them", () => {
  const many = Array.from({ length: 12 }, (_, index) => `h${index}.example.com`);
  expect(allowed(["a.example.com", "*.b.example.com"])).toMatch(/: a\.example\.com, \*\.b\.example\.com$/);
  expect(allowed(many)).toMatch(/: h0\.example\.com, .*, h9\.example\.com and 2 more$/);
  expect(allowed([])).toMatch(/: none$/);
});

test("says nothing where the names are not known, or one of them covers the host", () => {
  expect(doesNotCoverHost("host", "api.example.com", undefined)).toEqual([]);
  expect(doesNotCoverHost("host", "api.example.com", ["*.example.com"])).toEqual([]);
});
