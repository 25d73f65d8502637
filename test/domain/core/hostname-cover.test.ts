import { coversHost } from "../../../lib/domain/core/hostname-cover";

test.each<[string[], string, boolean]>([
  [["api.example.com"], "api.example.com", true],
  [["API.example.com"], "api.Example.com", true],
  [["münchen.de"], "xn--mnchen-3ya.de", true],
  [["*.example.com"], "api.example.com", true],
  [["*.EXAMPLE.com"], "API.example.com", true],
  [["other.com", "*.example.com"], "api.example.com", true],
  [["*.example.com"], "*.example.com", true],
  [["*.example.com"], "example.com", false],
  [["*.example.com"], "a.b.example.com", false],
  [["*.example.com"], "*.api.example.com", false],
  [["*.api.example.com"], "*.example.com", false],
  [["example.com"], "api.example.com", false],
  [["api.example.com"], "*.example.com", false],
  [["*.example.com"], "apiexample.com", false],
  [["a_b.example.com"], "a_b.example.com", true],
  [["*.com"], "example.com", true],
  [[], "api.example.com", false],
])("%j covers %s: %j", (hostnames, host, expected) => {
  expect(coversHost(hostnames, host)).toBe(expected);
});
