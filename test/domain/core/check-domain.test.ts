import { checkCertificate, checkMutualTls, checkSecurityPolicy } from "../../../lib/domain/core/check-domain";
import { CertificateFacts, DomainInput } from "../../../lib/domain/core/domain-input";
import { briefly } from "../../support/plan";

const HOST = "api.example.com";
const V1 = "aws_api_gateway_domain_name";
const V2 = "aws_apigatewayv2_domain_name";
const isUnknown = (value: unknown) => value === "?";

function input(options: Partial<DomainInput> = {}): DomainInput {
  return {
    domainName: HOST,
    endpointType: "REGIONAL",
    securityPolicy: "TLS_1_2",
    certificate: {},
    mappings: [],
    ...options,
  };
}

describe("a certificate", () => {
  const found = (certificate: CertificateFacts, options: Partial<DomainInput> = {}, host: string | undefined = HOST) =>
    briefly(checkCertificate(input({ certificate, ...options }), host));

  test("of which nothing is known is not judged", () => {
    expect(found({})).toEqual([]);
    expect(found({}, { endpointType: "EDGE", region: "eu-central-1" })).toEqual([]);
  });

  test.each(["origin-ca", "imported", "issued"])("that is %s may be that of a regional domain", (source) => {
    expect(found({ source, hostnames: [HOST], region: "eu-central-1" }, { region: "eu-central-1" })).toEqual([]);
  });

  test("of the Origin CA is not that of an edge-optimized domain", () => {
    expect(found({ source: "origin-ca" }, { endpointType: "EDGE" })).toEqual([
      "domain/origin-ca-on-edge at certificate",
    ]);
    expect(found({ source: "imported" }, { endpointType: "EDGE" })).toEqual([]);
  });

  test.each([
    ["REGIONAL", "eu-central-1", "eu-central-1", true],
    ["REGIONAL", "us-east-1", "eu-central-1", false],
    ["REGIONAL", undefined, "eu-central-1", true],
    ["REGIONAL", "us-east-1", undefined, true],
    ["EDGE", "us-east-1", "eu-central-1", true],
    ["EDGE", "eu-central-1", "eu-central-1", false],
    ["EDGE", "eu-central-1", undefined, false],
  ])("of a %s domain in %s, where the domain is in %s: %s", (endpointType, mine, region, fine) => {
    expect(found({ region: mine }, { endpointType, region })).toEqual(
      fine ? [] : ["domain/certificate-region at certificate.certificateRegion"],
    );
  });

  test("covers the domain", () => {
    expect(found({ hostnames: ["*.example.com"] })).toEqual([]);
    expect(found({ hostnames: ["example.com"] })).toEqual(["certificate/does-not-cover-host at domainName"]);
    expect(briefly(checkCertificate(input({ certificate: { hostnames: ["example.com"] } }), undefined))).toEqual([]);
  });

  test("of a wildcard domain is issued by ACM", () => {
    const wildcard = "*.example.com";
    expect(found({ source: "imported" }, {}, wildcard)).toEqual(["domain/wildcard-certificate at certificate"]);
    expect(found({ source: "origin-ca" }, {}, wildcard)).toEqual(["domain/wildcard-certificate at certificate"]);
    expect(found({ source: "issued" }, {}, wildcard)).toEqual([]);
    expect(found({}, {}, wildcard)).toEqual([]);
  });
});

test.each([
  ["eu-central-1", "eu-central-1", []],
  ["us-east-1", "eu-central-1", ["domain/truststore-region at mutualTls.truststoreRegion"]],
  [undefined, "eu-central-1", []],
  ["us-east-1", undefined, []],
])("a trust store in %s, of a domain in %s", (truststoreRegion, region, expected) => {
  const mutualTls = { truststoreUri: "s3://bucket/ca.pem", truststoreRegion };
  expect(briefly(checkMutualTls(input({ mutualTls, region }), HOST, isUnknown))).toEqual(expected);
});

describe("mutual TLS", () => {
  const property = "mutualTls.ownershipVerificationCertificate";
  const found = (
    source: string | undefined,
    ownership: CertificateFacts | undefined,
    options: Partial<DomainInput> = {},
    truststoreUri: unknown = "s3://bucket/ca.pem",
  ) => {
    const given = input({ certificate: { source }, mutualTls: { truststoreUri, ownership }, ...options });
    return briefly(checkMutualTls(given, HOST, isUnknown));
  };

  test("that is not wanted is not judged", () => {
    expect(checkMutualTls(input({ endpointType: "EDGE" }), HOST, isUnknown)).toEqual([]);
  });

  test.each([
    ["issued", undefined, true],
    [undefined, undefined, true],
    ["imported", undefined, false],
    ["origin-ca", undefined, false],
    ["imported", { source: "issued" }, true],
    ["origin-ca", {}, true],
    ["origin-ca", { source: "imported" }, false],
    ["issued", { source: "origin-ca" }, false],
  ])("with a certificate that is %s, and %j to prove it: %s", (source, ownership, fine) => {
    expect(found(source, ownership)).toEqual(fine ? [] : [`domain/ownership-certificate at ${property}`]);
  });

  test("is proven for the name of the domain, in its region", () => {
    const options = { region: "eu-central-1" };
    expect(found("imported", { hostnames: [HOST], region: "eu-central-1" }, options)).toEqual([]);
    expect(found("imported", { hostnames: ["example.org"], region: "us-east-1" }, options)).toEqual([
      `certificate/does-not-cover-host at ${property}`,
      `domain/certificate-region at ${property}.certificateRegion`,
    ]);
  });

  test("is for regional domains", () => {
    expect(found("issued", undefined, { endpointType: "EDGE" })).toEqual(["domain/mutual-tls-on-edge at endpointType"]);
  });

  test.each([["s3://my-bucket/ca.pem"], ["s3://my.bucket/a/b/ca.pem"], ["?"]])("reads %s", (uri) => {
    expect(found("issued", undefined, {}, uri)).toEqual([]);
  });

  test.each([
    ["https://my-bucket.s3.amazonaws.com/ca.pem"],
    ["s3://my-bucket"],
    ["s3://my-bucket/"],
    ["s3:///ca.pem"],
    [""],
  ])("does not read %j", (uri) => {
    expect(found("issued", undefined, {}, uri)).toEqual(["domain/truststore-uri at mutualTls.truststoreUri"]);
  });
});

describe("the security policy", () => {
  const policy = "SecurityPolicy_TLS13_1_3_2025_09";
  const http = { mappings: [{ api: { type: "HTTP" } }] } as never as Partial<DomainInput>;
  const found = (options: Partial<DomainInput>, resource = V1) =>
    briefly(checkSecurityPolicy(input(options), resource, isUnknown));

  test("is TLS 1.2 for everything", () => {
    expect(found({})).toEqual([]);
    expect(found(http, V2)).toEqual([]);
    expect(found({ endpointType: "EDGE" })).toEqual([]);
  });

  test.each([["TLS_1_0"], ["TLS_1_3"], ["SecurityPolicy_TLS10_2018"], ["tls_1_2"], [""]])("is never %j", (given) => {
    expect(found({ securityPolicy: given, endpointAccessMode: "STRICT" })).toEqual([
      "domain/security-policy at securityPolicy",
    ]);
  });

  test("may be a later one for REST APIs, with an access mode", () => {
    expect(found({ securityPolicy: policy, endpointAccessMode: "STRICT" })).toEqual([]);
    expect(found({ securityPolicy: policy })).toEqual(["domain/security-policy at endpointAccessMode"]);
    expect(found({ securityPolicy: policy, endpointAccessMode: "strict" })).toEqual([
      "domain/security-policy at endpointAccessMode",
    ]);
    expect(found({ securityPolicy: policy, endpointAccessMode: "?" })).toEqual([]);
  });

  test.each([
    ["an HTTP API", http, V1],
    ["mutual TLS", { mutualTls: { truststoreUri: "s3://bucket/ca.pem" } }, V1],
    ["an edge-optimized domain", { endpointType: "EDGE" }, V1],
  ])("may not be a later one for %s", (_what, options, resource) => {
    expect(found({ securityPolicy: policy, endpointAccessMode: "BASIC", ...options }, resource)).toEqual([
      "domain/security-policy at securityPolicy",
    ]);
  });

  test("is made for the endpoint type", () => {
    const edge = { securityPolicy: "SecurityPolicy_TLS13_2025_EDGE", endpointAccessMode: "BASIC" };
    expect(found({ ...edge, endpointType: "EDGE" })).toEqual([]);
    expect(found(edge)).toEqual(["domain/security-policy at securityPolicy"]);
  });

  test("is not judged where only Terraform knows it", () => {
    expect(found({ securityPolicy: "?" }, V2)).toEqual([]);
  });

  test("has an access mode only where there is one", () => {
    expect(found({ endpointAccessMode: "BASIC" })).toEqual(["domain/security-policy at endpointAccessMode"]);
    expect(found({ securityPolicy: "?", endpointAccessMode: "BASIC" }, V2)).toHaveLength(1);
    expect(found({ securityPolicy: "?", endpointAccessMode: "BASIC" })).toEqual([]);
  });
});
