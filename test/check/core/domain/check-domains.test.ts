import { findingsIn, foundInResources, inOneLine, Resources, together } from "../../support/configuration";

const ISSUED = { aws_acm_certificate: { issued: { domain_name: "api.example.com", validation_method: "DNS" } } };
const ORIGIN: Resources = {
  cloudflare_origin_ca_certificate: {
    ca: { csr: "${var.csr}", hostnames: ["api.example.com"], request_type: "origin-rsa", requested_validity: 5475 },
  },
  aws_acm_certificate: {
    origin: { certificate_body: "${cloudflare_origin_ca_certificate.ca.certificate}", private_key: "${file(var.key)}" },
  },
};
const V1 = "aws_api_gateway_domain_name";
const V2 = "aws_apigatewayv2_domain_name";

const v1 = (over: object): Resources => ({
  [V1]: {
    d: {
      domain_name: "api.example.com",
      regional_certificate_arn: "${aws_acm_certificate.issued.arn}",
      endpoint_configuration: { types: ["REGIONAL"] },
      ...over,
    },
  },
});
const v2 = (block: object, over: object = {}): Resources => ({
  [V2]: {
    d: {
      domain_name: "api.example.com",
      domain_name_configuration: {
        certificate_arn: "${aws_acm_certificate.issued.arn}",
        endpoint_type: "REGIONAL",
        security_policy: "TLS_1_2",
        ...block,
      },
      ...over,
    },
  },
});
const found = (...all: Resources[]) => foundInResources(together(ISSUED, ORIGIN, ...all));

test("domains as they should be", () => {
  expect(found(v1({}))).toEqual([]);
  expect(found(v2({}))).toEqual([]);
  expect(found(v2({ certificate_arn: "${aws_acm_certificate.origin.arn}" }))).toEqual([]);
  expect(found(v2({ certificate_arn: "${var.arn}" }, { domain_name: "${var.name}" }))).toEqual([]);
});

const EDGE = { regional_certificate_arn: undefined, endpoint_configuration: { types: ["EDGE"] } };
const MUTUAL = { mutual_tls_authentication: { truststore_uri: "s3://bucket/key.pem" } };

test.each([
  [
    "Origin CA at the edge",
    v1({ ...EDGE, certificate_arn: "${aws_acm_certificate.origin.arn}" }),
    "domain/origin-ca-on-edge",
    `${V1}.d certificate_arn`,
  ],
  ["another host", v1({ domain_name: "www.example.com" }), "certificate/does-not-cover-host", `${V1}.d domain_name`],
  ["TLS 1.0", v1({ security_policy: "TLS_1_0" }), "domain/security-policy", `${V1}.d security_policy`],
  [
    "mutual TLS at the edge",
    v1({ ...EDGE, ...MUTUAL, certificate_arn: "${var.arn}" }),
    "domain/mutual-tls-on-edge",
    `${V1}.d endpoint_configuration.types`,
  ],
  [
    "mutual TLS with an imported certificate",
    v2({ certificate_arn: "${aws_acm_certificate.origin.arn}" }, MUTUAL),
    "domain/ownership-certificate",
    `${V2}.d domain_name_configuration.ownership_verification_certificate_arn`,
  ],
  [
    "a trust store that is none",
    v2({}, { mutual_tls_authentication: { truststore_uri: "https://x/y" } }),
    "domain/truststore-uri",
    `${V2}.d mutual_tls_authentication.truststore_uri`,
  ],
  [
    "a name that is none",
    v2({ certificate_arn: "x" }, { domain_name: "https://api.example.com" }),
    "domain/name-syntax",
    `${V2}.d domain_name`,
  ],
])("%s", (_what, resources, rule, at) => expect(found(resources)).toEqual([`${rule} ${at}`]));

test("mutual TLS with the certificate that it needs", () => {
  const block = {
    certificate_arn: "${aws_acm_certificate.origin.arn}",
    ownership_verification_certificate_arn: "${aws_acm_certificate.issued.arn}",
  };
  expect(found(v2(block, MUTUAL))).toEqual([]);
});

test("a certificate of another region", () => {
  const arn = "arn:aws:acm:us-east-1:123456789012:certificate/0123";
  const resources = v2({ certificate_arn: arn });
  const all = findingsIn({ provider: { aws: { region: "eu-central-1" } }, resource: resources }).map(inOneLine);
  expect(all).toEqual([`domain/certificate-region ${V2}.d domain_name_configuration.certificate_arn`]);
  expect(foundInResources(resources)).toEqual([]);
});

test("a domain that is declared twice, unless in another region", () => {
  const again = (over: object) => together(v1({}), { [V2]: { again: { ...v2({})[V2]!.d, ...over } } });
  expect(found(again({}))).toEqual([`domain/declared-twice ${V2}.again domain_name`]);
  expect(found(again({ provider: "aws.us" }))).toEqual([]);
});

describe("mappings", () => {
  const V1_MAPPING = "aws_api_gateway_base_path_mapping";
  const V2_MAPPING = "aws_apigatewayv2_api_mapping";
  const API = {
    aws_api_gateway_rest_api: { api: { name: "x" } },
    aws_apigatewayv2_api: {
      http: { name: "x", protocol_type: "HTTP" },
      socket: { name: "x", protocol_type: "WEBSOCKET" },
    },
  };
  const map = (key: string | undefined, over: object = {}) => ({
    api_id: "${aws_api_gateway_rest_api.api.id}",
    domain_name: `\${${V2}.d.id}`,
    stage: "prod",
    ...(key === undefined ? {} : { api_mapping_key: key }),
    ...over,
  });
  const mapped = (mappings: { readonly [name: string]: object }, domain = v2({})) =>
    found(domain, API, { [V2_MAPPING]: mappings } as Resources);

  test("of different paths", () => expect(mapped({ a: map(undefined), b: map("v1"), c: map("v1/cats") })).toEqual([]));

  test.each([
    ["a path twice", { a: map("v1"), b: map("v1") }, `domain/duplicate-mapping ${V2_MAPPING}.b api_mapping_key`],
    ["everything twice", { a: map(undefined), b: map("") }, `domain/duplicate-mapping ${V2_MAPPING}.b api_mapping_key`],
    [
      "another case",
      { a: map("v1"), b: map("V1") },
      `domain/mapping-keys-differ-by-case ${V2_MAPPING}.b api_mapping_key`,
    ],
    ["a slash at its end", { a: map("v1/") }, `domain/mapping-key-syntax ${V2_MAPPING}.a api_mapping_key`],
    ["a reserved path", { a: map("ping") }, `domain/mapping-key-reserved ${V2_MAPPING}.a api_mapping_key`],
    ["a stage that is none", { a: map("v1", { stage: "a b" }) }, `domain/stage-missing ${V2_MAPPING}.a stage`],
    [
      "a web socket",
      { a: map("v1", { api_id: "${aws_apigatewayv2_api.socket.id}" }) },
      `domain/websocket-api ${V2_MAPPING}.a api_id`,
    ],
  ])("%s", (_what, mappings, expected) => expect(mapped(mappings)).toEqual([expected]));

  test("say which other one they are", () => {
    const [located] = findingsIn({ resource: together(v2({}), API, { [V2_MAPPING]: { a: map("v1"), b: map("v1") } }) });
    expect(located!.finding.message).toBe(
      `domain/duplicate-mapping: api_mapping_key is "v1": the path of the domain is mapped already. Allowed: a path that ${V2_MAPPING}.a.api_mapping_key has not. Map one of the two to another path.`,
    );
  });

  test("of domains that are declared elsewhere are compared by their names", () => {
    const foreign = (name: string) => map("v1", { domain_name: name });
    expect(mapped({ a: foreign("a.example.com"), b: foreign("b.example.com") })).toEqual([]);
    expect(mapped({ a: foreign("a.example.com"), b: foreign("a.example.com") })).toHaveLength(1);
    expect(mapped({ a: foreign("${each.key}"), b: foreign("${each.key}") })).toEqual([]);
  });

  test("of version 1 have no slash", () => {
    const v1Mapping = {
      [V1_MAPPING]: {
        a: { api_id: "x", domain_name: `\${${V1}.d.domain_name}`, base_path: "v1/cats", stage_name: "prod" },
      },
    };
    expect(found(v1({}), v1Mapping)).toEqual([`domain/mapping-key-syntax ${V1_MAPPING}.a base_path`]);
  });

  test("of an edge-optimized domain are of REST APIs", () => {
    const edge = v1({ ...EDGE, certificate_arn: "${var.arn}" });
    const http = map("v1", { domain_name: `\${${V1}.d.id}`, api_id: "${aws_apigatewayv2_api.http.id}" });
    expect(mapped({ a: http }, edge)).toEqual([`domain/http-api-on-edge ${V2_MAPPING}.a api_id`]);
  });
});
