import { CertificateSource } from "../../../lib/domain/domain-certificate";
import { HostFacts, checkHost } from "../../../lib/edge/core/check-host";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");

const FACTS: HostFacts = {
  host: "api.example.com",
  zoneName: "example.com",
  target: "d-abc123.execute-api.eu-central-1.amazonaws.com",
  proxied: true,
  hasUniversalCertificate: true,
  edgeOptions: [],
};

const found = (facts: Partial<HostFacts>) => briefly(checkHost({ ...FACTS, ...facts }, isUnknown));

test.each<[string, Partial<HostFacts>, string[]]>([
  ["a host of the zone", {}, []],
  ["the zone's own name", { host: "example.com" }, []],
  ["any spelling", { host: "API.Example.COM" }, []],
  ["a host that Terraform knows", { host: "${var.host}" }, []],
  ["a zone that Terraform knows", { host: "a.b.c.example.org", zoneName: "${var.zone}" }, []],
  ["another zone", { host: "api.example.org" }, ["edge/host-outside-zone at host"]],
  ["a name that only ends alike", { host: "api.myexample.com" }, ["edge/host-outside-zone at host"]],
  ["two labels", { host: "v1.api.example.com" }, ["edge/host-too-deep at host"]],
  ["two labels with a certificate", { host: "v1.api.example.com", hasUniversalCertificate: false }, []],
  ["two labels unproxied", { host: "v1.api.example.com", proxied: false }, []],
  ["a zone that is deep itself", { host: "v1.api.example.com", zoneName: "api.example.com" }, []],
  ["a wildcard", { host: "*.example.com" }, ["edge/host-syntax at host"]],
  ["a trailing dot", { host: "api.example.com." }, ["edge/host-syntax at host"]],
  ["a URL", { host: "https://api.example.com" }, ["edge/host-syntax at host"]],
])("%s", (_what, facts, expected) => {
  expect(found(facts)).toEqual(expected);
});

const ENDPOINT = ["edge/default-endpoint-target at target"];

test.each<[string, string[]]>([
  ["d-abc123.execute-api.eu-central-1.amazonaws.com", []],
  ["d1234abcdef.cloudfront.net", []],
  ["${aws_apigatewayv2_domain_name.api.domain_name_configuration[0].target_domain_name}", []],
  ["${aws_api_gateway_domain_name.api.regional_domain_name}", []],
  ["abcdef1234.execute-api.eu-central-1.amazonaws.com", ENDPOINT],
  ["ABCDEF1234.execute-api.eu-central-1.amazonaws.com", ENDPOINT],
  ["https://abcdef1234.execute-api.eu-central-1.amazonaws.com/prod", ENDPOINT],
  ["${aws_apigatewayv2_api.cats.api_endpoint}", ENDPOINT],
  ['${replace(aws_apigatewayv2_api.cats.api_endpoint, "https://", "")}', ENDPOINT],
  ["${aws_api_gateway_stage.prod.invoke_url}", ENDPOINT],
  ["d-abc.execute-api.eu-central-1.amazonaws.com.", ["edge/host-syntax at target"]],
  ["https://example.org/", ["edge/host-syntax at target"]],
  ["*.example.org", ["edge/host-syntax at target"]],
])("a record to %s", (target, expected) => {
  expect(found({ target })).toEqual(expected);
});

test.each<[boolean, number | undefined, string[]]>([
  [true, undefined, []],
  [true, 1, []],
  [true, 300, ["edge/proxied-ttl at ttlSeconds"]],
  [true, 0, ["edge/proxied-ttl at ttlSeconds"]],
  [true, "${var.ttl}" as never, []],
  [false, 1, []],
  [false, 300, []],
  [false, 29, ["edge/refused-value at ttlSeconds"]],
  [false, 86401, ["edge/refused-value at ttlSeconds"]],
  [false, 60.5, ["edge/refused-value at ttlSeconds"]],
])("proxied: %p with a TTL of %p", (proxied, ttlSeconds, expected) => {
  expect(found({ proxied, ttlSeconds })).toEqual(expected);
});

test("an unproxied host needs a certificate that browsers trust, and has no options of the edge", () => {
  const edgeOptions = [["cache", {}] as const];
  expect(found({ proxied: false, edgeOptions, certificateSource: CertificateSource.ORIGIN_CA })).toEqual([
    "edge/unproxied-origin-ca at proxied",
    "edge/needs-proxy at cache",
  ]);
  expect(found({ proxied: false, certificateSource: CertificateSource.ISSUED })).toEqual([]);
  expect(found({ edgeOptions, certificateSource: CertificateSource.ORIGIN_CA })).toEqual([]);
});
