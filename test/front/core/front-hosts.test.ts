import { checkCoverage, readFrontHosts } from "../../../lib/front/core/front-hosts";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");

function read(host: string, additionalHosts?: string[], zoneName = "example.com") {
  const { hosts, findings } = readFrontHosts({ host, additionalHosts }, zoneName, isUnknown);
  return { hosts, findings: findings.map(({ rule, property }) => `${rule} at ${property}`) };
}

test.each<[string[], string[]]>([
  [["api.example.com"], ["api.example.com"]],
  [["API.Example.COM"], ["api.example.com"]],
  [
    ["example.com", "b.example.com", "a.example.com"],
    ["example.com", "b.example.com", "a.example.com"],
  ],
  [["münchen.example.com"], ["xn--mnchen-3ya.example.com"]],
])("%j are %j", ([host = "", ...additional], hosts) => {
  expect(read(host, additional)).toEqual({ hosts, findings: [] });
});

test.each<[string[], string[]]>([
  [["api.example.org"], ["edge/host-outside-zone at host"]],
  [["api.notexample.com"], ["edge/host-outside-zone at host"]],
  [["api.example.com", "api.example.org"], ["edge/host-outside-zone at additionalHosts[0]"]],
  [["https://api.example.com"], ["edge/host-syntax at host"]],
  [["api.example.com."], ["edge/host-syntax at host"]],
  [["*.example.com"], ["edge/host-syntax at host"]],
  [
    ["api.example.com", "", "*.example.com"],
    ["edge/host-syntax at additionalHosts[0]", "edge/host-syntax at additionalHosts[1]"],
  ],
  [["api.example.com", "b.example.com", "API.example.com"], ["front/duplicate-host at additionalHosts[1]"]],
])("%j are refused", ([host = "", ...additional], findings) => {
  expect(read(host, additional).findings).toEqual(findings);
});

test("a zone that only Terraform knows is not judged", () => {
  expect(read("api.example.org", [], "${var.zone}").findings).toEqual([]);
});

describe("the names of a certificate", () => {
  const uncovered = (hostnames: string[] | undefined, host: string, ...additionalHosts: string[]) =>
    checkCoverage({ host, additionalHosts }, hostnames).map(({ rule, property }) => `${rule} at ${property}`);

  test.each<[string[] | undefined, string[], string[]]>([
    [["*.example.com"], ["API.example.com", "b.example.com"], []],
    [["*.example.com"], ["example.com"], ["certificate/does-not-cover-host at host"]],
    [["a.example.com"], ["a.example.com", "b.example.com"], ["certificate/does-not-cover-host at additionalHosts[0]"]],
    [["xn--mnchen-3ya.example.com"], ["münchen.example.com"], []],
    [undefined, ["a.example.com"], []],
    [["a.example.com"], ["https://b.example.com"], []],
  ])("%j for %j", (hostnames, [host = "", ...additional], expected) => {
    expect(uncovered(hostnames, host, ...additional)).toEqual(expected);
  });
});
