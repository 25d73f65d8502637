import { readDomains, readMappings } from "../../../../lib/check/core/domain/read-domains";
import { readApis } from "../../../../lib/check/core/gateway/read-apis";
import { CATS, Resources, configurationOf, referencesOf } from "../../support/configuration";

function domainsOf(resource: Resources) {
  return readDomains(configurationOf({ resource }), referencesOf({ resource }));
}

function mappingsOf(resource: Resources) {
  const [configuration, references] = [configurationOf({ resource }), referencesOf({ resource })];
  return readMappings(configuration, references, readApis(configuration, references).apis);
}

const V1 = (over: object) => ({ aws_api_gateway_domain_name: { d: { domain_name: "api.example.com", ...over } } });

test.each([
  [{ regional_certificate_arn: "x" }, "REGIONAL"],
  [{ certificate_arn: "x" }, "EDGE"],
  [{ certificate_arn: "x", endpoint_configuration: [] }, "EDGE"],
  [{ certificate_arn: "x", endpoint_configuration: { types: ["REGIONAL"] } }, "REGIONAL"],
  [{ certificate_arn: "x", endpoint_configuration: [{ types: ["PRIVATE"] }] }, undefined],
  [{ certificate_arn: "x", endpoint_configuration: [{ types: ["${var.type}"] }] }, undefined],
])("a domain with %j is %s", (over, endpointType) => {
  expect(domainsOf(V1(over))[0]!.input?.endpointType).toBe(endpointType);
});

test("a domain of version 2 is read from its blocks", () => {
  const [domain] = domainsOf({
    aws_apigatewayv2_domain_name: {
      d: {
        domain_name: "api.example.com",
        domain_name_configuration: {
          certificate_arn: "x",
          security_policy: "TLS_1_2",
          ownership_verification_certificate_arn: "y",
        },
        mutual_tls_authentication: [{ truststore_uri: "s3://bucket/key" }],
      },
    },
  });
  expect(domain).toMatchObject({
    identity: "api.example.com",
    input: {
      domainName: "api.example.com",
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
      mutualTls: { truststoreUri: "s3://bucket/key", ownership: {} },
    },
  });
});

const mapping = (over: object) => ({
  ...CATS,
  aws_apigatewayv2_api_mapping: {
    m: { api_id: "${aws_api_gateway_rest_api.api.id}", domain_name: "api.example.com", stage: "prod", ...over },
  },
});

test("a mapping knows its API, and its paths if all are seen", () => {
  expect(mappingsOf(mapping({ api_mapping_key: "v1" }))[0]).toMatchObject({
    domain: "api.example.com",
    api: { address: "aws_api_gateway_rest_api.api" },
    input: { path: "v1", stageName: "prod", api: { type: "REST", paths: ["/cats/{id}"] } },
  });
  expect(mappingsOf(mapping({ api_id: "abc" }))[0]!.input!.api).toEqual({ type: "unknown" });
  expect(mappingsOf(mapping({ api_id: "abc", stage: "$default" }))[0]!.input!.api).toEqual({ type: "HTTP" });
});

test("no path, and (none), are everything; a path that is not known is none", () => {
  expect(mappingsOf(mapping({}))[0]!.input!.path).toBe("");
  expect(mappingsOf(mapping({ api_mapping_key: "(none)" }))[0]!.input!.path).toBe("");
  expect(mappingsOf(mapping({ api_mapping_key: "${var.key}" }))[0]!.input).toBeUndefined();
});
