import { isNamed, isTargeted, recordName, zoneNameOf } from "../../../../lib/check/core/edge/record-name";
import { configurationOf, referencesOf } from "../../support/configuration";

function nameOf(name: unknown, zone: string, domainName?: string) {
  const document = {
    resource: {
      cloudflare_zone: { z: { name: "example.com" } },
      cloudflare_dns_record: { r: { name, zone_id: zone } },
      aws_api_gateway_domain_name: { d: { domain_name: domainName } },
    },
  };
  const { resources } = configurationOf(document);
  const of = (type: string) => resources.find((resource) => resource.type === type)!;
  const domain = domainName === undefined ? undefined : of("aws_api_gateway_domain_name");
  return recordName(of("cloudflare_dns_record"), domain, referencesOf(document));
}

test.each([
  ["api", "api.example.com"],
  ["@", "example.com"],
  ["Example.com", "example.com"],
  ["api.example.com", "api.example.com"],
])("%s in a zone of a known name is %s", (name, host) => {
  expect(nameOf(name, "${cloudflare_zone.z.id}", "x.example.org")).toEqual({ host });
});

test.each([
  ["API", "api.example.com", { host: "api.example.com", beginning: "api." }],
  ["@", "api.example.com", { host: "api.example.com", beginning: "" }],
  ["api.example.com", "api.example.com", { host: "api.example.com", beginning: "api.example.com." }],
  ["ap", "api.example.com", { host: undefined, beginning: "ap." }],
  ["api", "${var.x}", { host: undefined, beginning: "api." }],
  ["api", undefined, { host: undefined, beginning: "api." }],
  ["v1.api", undefined, { host: undefined, beginning: "v1.api." }],
  ["api.example.com", undefined, { host: "api.example.com", beginning: "api.example.com." }],
  ["${var.x}", "api.example.com", { host: undefined }],
])("%s in a zone of no known name, which leads to %s, is %j", (name, domain, expected) => {
  expect(nameOf(name, "${var.zone}", domain)).toEqual(expected);
});

test("a name is known in part, or not at all", () => {
  expect(isNamed({ host: "api.example.com" })).toBe(true);
  expect(isNamed({ host: undefined, beginning: "" })).toBe(true);
  expect(isNamed({ host: undefined })).toBe(false);
});

test("a target is for the host, or may be", () => {
  expect(isTargeted("https://api.example.com/v1/*", { host: "api.example.com" })).toBe(true);
  expect(isTargeted("*.example.com/*", { host: "api.example.com" })).toBe(true);
  expect(isTargeted("*.example.org/*", { host: "api.example.com" })).toBe(false);
  expect(isTargeted("*.example.org/*", { host: "api.example.com", beginning: "api." })).toBe(true);
  expect(isTargeted("API.example.org/*", { host: undefined, beginning: "api." })).toBe(true);
  expect(isTargeted("www.example.org/*", { host: undefined, beginning: "api." })).toBe(false);
});

test("the name of a zone is known if it is declared, or looked up by it", () => {
  const references = referencesOf({
    resource: { cloudflare_zone: { own: { name: "example.org" }, known: { id: "0123", name: "example.net" } } },
  });
  expect(zoneNameOf("${cloudflare_zone.own.id}", references)).toBe("example.org");
  expect(zoneNameOf("0123", references)).toBe("example.net");
  expect(zoneNameOf("${var.zone}", references)).toBeUndefined();
});
