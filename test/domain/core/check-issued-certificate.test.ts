import { IssuedCertificateInput, checkIssuedCertificate } from "../../../lib/domain/core/check-issued-certificate";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => String(value).includes("${");

function found(options: Partial<IssuedCertificateInput> = {}): string[] {
  const input = { hostnames: ["api.example.com"], zoneName: "example.com", ...options };
  return briefly(checkIssuedCertificate(input, isUnknown));
}

const long = `${"a".repeat(60)}.example.com`;
const many = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example.com`);

test.each<[string, Partial<IssuedCertificateInput>, string[]]>([
  ["a name of the zone", {}, []],
  ["the zone and its wildcard", { hostnames: ["example.com", "*.Example.com"] }, []],
  ["a zone in another spelling", { hostnames: ["api.münchen.de"], zoneName: "xn--mnchen-3ya.de" }, []],
  ["a zone that only Terraform knows", { hostnames: ["api.other.com"], zoneName: "${var.zone}" }, []],
  ["a key that ACM issues for", { keyAlgorithm: "EC_prime256v1" }, []],
  ["a key that only Terraform knows", { keyAlgorithm: "${var.key}" }, []],
  ["100 names", { hostnames: many(100) }, []],
  ["101 names", { hostnames: many(101) }, ["certificate/hostname-count at hostnames"]],
  ["no name", { hostnames: [] }, ["certificate/hostname-count at hostnames"]],
  ["an address", { hostnames: ["10.0.0.1"] }, ["certificate/hostname-syntax at hostnames[0]"]],
  [
    "names of other zones",
    { hostnames: ["api.example.com", "api.other.com", "notexample.com"] },
    ["certificate/host-outside-zone at hostnames[1]", "certificate/host-outside-zone at hostnames[2]"],
  ],
  ["a long first name", { hostnames: [long] }, ["certificate/common-name-length at hostnames[0]"]],
  ["a long second name", { hostnames: ["api.example.com", long] }, []],
  ["a first name of 64 characters", { hostnames: [long.slice(8)] }, []],
  ["a first name of 65 characters", { hostnames: [long.slice(7)] }, ["certificate/common-name-length at hostnames[0]"]],
  ["a key that ACM only imports", { keyAlgorithm: "RSA_4096" }, ["certificate/key-algorithm at keyAlgorithm"]],
  ["Terraform's name of a key", { keyAlgorithm: "RSA-2048" }, ["certificate/key-algorithm at keyAlgorithm"]],
])("%s: %j", (_what, options, expected) => expect(found(options)).toEqual(expected));
