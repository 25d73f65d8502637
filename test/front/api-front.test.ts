import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ApiFront,
  ApiFrontProps,
  ApiStage,
  CacheKey,
  CachedRestApi,
  CertificateSource,
  CloudflareZone,
  DomainCertificate,
  HttpApi,
  IssuedCertificate,
  OriginCaKeyAlgorithm,
  RestAuthorizer,
  RestEndpoint,
  RestIntegration,
} from "../../lib";
import { refusedFor, warnings } from "../support/findings";

const ZONE_ID = "0123456789abcdef0123456789abcdef";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Terraform JSON
type Resources = { readonly [type: string]: { readonly [name: string]: any } };

class TestFront {
  readonly stack = new TerraformStack(Testing.app(), "stack");
  readonly zone: CloudflareZone;
  private readonly lambdaFunction: DataAwsLambdaFunction;

  constructor() {
    new AwsProvider(this.stack, "aws", { region: "eu-central-1" });
    this.zone = new CloudflareZone(this.stack, "zone", { zoneName: "example.com", zoneId: ZONE_ID });
    this.lambdaFunction = new DataAwsLambdaFunction(this.stack, "function", { functionName: "cats" });
  }

  httpApi(id = "api"): HttpApi {
    return new HttpApi(this.stack, id, { lambdaFunction: this.lambdaFunction });
  }

  restApi(id = "rest", keys: CacheKey[] = [], me?: Partial<RestEndpoint>): CachedRestApi {
    const integration = RestIntegration.lambdaProxy(this.lambdaFunction);
    const cats = { method: "GET", path: "/cats", integration, cache: { keys } };
    const endpoints = me === undefined ? [cats] : [cats, { method: "GET", path: "/me", integration, ...me }];
    return new CachedRestApi(this.stack, id, { stageName: "prod", endpoints });
  }

  /** A Lambda authorizer that looks at one header. */
  authorizer(header: string): RestAuthorizer {
    const identitySources = [`method.request.header.${header}`];
    return RestAuthorizer.lambdaRequest("guard", this.lambdaFunction, { identitySources });
  }

  front(props: Partial<ApiFrontProps> = {}, id = "front"): ApiFront {
    const api = props.api ?? (props.mappings === undefined ? this.httpApi() : undefined);
    return new ApiFront(this.stack, id, { host: "api.example.com", zone: this.zone, api, ...props });
  }

  get resources(): Resources {
    return JSON.parse(Testing.synth(this.stack)).resource;
  }
}

const addresses = (resources: Resources) =>
  Object.entries(resources)
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`))
    .filter((address) => !/\.(api|rest|function)(_|$)/.test(address))
    .sort();

describe("a front of an HTTP API", () => {
  test("is a certificate, a domain, its mapping, a record and the rules of the host", () => {
    const test = new TestFront();
    test.front();
    expect(addresses(test.resources)).toEqual([
      "aws_acm_certificate.front_certificate",
      "aws_apigatewayv2_api_mapping.front_api__example__com_domain_mapping",
      "aws_apigatewayv2_domain_name.front_api__example__com_domain",
      "cloudflare_dns_record.front_api__example__com_edge",
      "cloudflare_origin_ca_certificate.front_certificate",
      "cloudflare_ruleset.zone_cache",
      "cloudflare_ruleset.zone_config",
      "cloudflare_ruleset.zone_redirect",
      "tls_cert_request.front_certificate_request",
      "tls_private_key.front_certificate_key",
    ]);
  });

  test("has a record that points to the domain, and waits for its mapping", () => {
    const test = new TestFront();
    test.front();
    expect(test.resources.cloudflare_dns_record!.front_api__example__com_edge).toMatchObject({
      content:
        "${aws_apigatewayv2_domain_name.front_api__example__com_domain.domain_name_configuration[0].target_domain_name}",
      name: "api.example.com",
      depends_on: expect.arrayContaining([
        "aws_apigatewayv2_api_mapping.front_api__example__com_domain_mapping",
        "cloudflare_ruleset.zone_config",
      ]),
    });
  });

  test("has a certificate for its host", () => {
    const test = new TestFront();
    const { certificate, urls } = test.front({ host: "API.example.com" });
    expect(certificate.certificateHostnames).toEqual(["api.example.com"]);
    expect(urls).toEqual(["https://api.example.com"]);
  });

  test("switches the API's own address off, unless told", () => {
    const [one, other] = [new TestFront(), new TestFront()];
    one.front();
    other.front({ disableExecuteApiEndpoint: false });
    expect(one.resources.aws_apigatewayv2_api!.api.disable_execute_api_endpoint).toBe(true);
    expect(other.resources.aws_apigatewayv2_api!.api).not.toHaveProperty("disable_execute_api_endpoint");
  });

  test("hands the certificate's options on", () => {
    const test = new TestFront();
    const keyAlgorithm = OriginCaKeyAlgorithm.ECDSA_P256;
    test.front({ certificateOptions: { keyAlgorithm, validityDays: 90, rotation: "2" } });
    const { cloudflare_origin_ca_certificate: certificates, tls_private_key: keys } = test.resources;
    expect(certificates!.front_certificate).toMatchObject({ request_type: "origin-ecc", requested_validity: 90 });
    expect(Object.keys(keys!)).toEqual(["front_certificate_key_2"]);
  });

  test("hands an enhanced security policy on", () => {
    const test = new TestFront();
    const options = { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09", endpointAccessMode: "STRICT" };
    test.front({ api: test.restApi(), ...options });
    expect(test.resources.aws_api_gateway_domain_name!.front_api__example__com_domain).toMatchObject({
      security_policy: options.securityPolicy,
      endpoint_access_mode: "STRICT",
    });
  });

  test("takes a certificate, and then makes none", () => {
    const test = new TestFront();
    const arn = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
    test.front({ certificate: DomainCertificate.fromArn(arn, { source: CertificateSource.ISSUED }) });
    const resources = test.resources;
    expect(resources).not.toHaveProperty("tls_private_key");
    expect(
      resources.aws_apigatewayv2_domain_name!.front_api__example__com_domain.domain_name_configuration.certificate_arn,
    ).toBe(arn);
  });
});

describe("a front of several hosts", () => {
  const build = (additionalHosts: string[]) => {
    const test = new TestFront();
    const front = test.front({ additionalHosts });
    return { test, front };
  };

  test("has a domain and a record for each, and one certificate", () => {
    const { test, front } = build(["other.example.com"]);
    const resources = test.resources;
    expect(Object.keys(resources.aws_apigatewayv2_domain_name!)).toEqual([
      "front_api__example__com_domain",
      "front_other__example__com_domain",
    ]);
    expect(Object.values(resources.cloudflare_dns_record!).map(({ name }) => name)).toEqual([
      "api.example.com",
      "other.example.com",
    ]);
    expect(resources.cloudflare_origin_ca_certificate!.front_certificate.hostnames).toEqual([
      "api.example.com",
      "other.example.com",
    ]);
    expect([front.domains.length, front.edgeHosts.length]).toEqual([2, 2]);
  });

  test("keeps every address when another host is added", () => {
    const before = addresses(build([]).test.resources);
    const after = addresses(build(["other.example.com"]).test.resources);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

describe("a front of several APIs", () => {
  test("maps each of them, and locks each of them", () => {
    const test = new TestFront();
    test.front({
      mappings: [
        { api: test.httpApi(), path: "v2" },
        { api: test.restApi(), path: "v1/old" },
      ],
    });
    const { aws_apigatewayv2_api_mapping: mappings, ...resources } = test.resources;
    expect(
      Object.values(mappings!)
        .map(({ api_mapping_key }) => api_mapping_key)
        .sort(),
    ).toEqual(["v1/old", "v2"]);
    expect(resources.aws_apigatewayv2_api!.api.disable_execute_api_endpoint).toBe(true);
    expect(resources.aws_api_gateway_rest_api!.rest.disable_execute_api_endpoint).toBe(true);
  });
});

describe("the lockdown", () => {
  test("to Cloudflare's addresses is one policy for each REST API", () => {
    const test = new TestFront();
    const [one, other] = [test.restApi(), test.restApi("rest2")];
    const mappings = [
      { api: one, path: "a" },
      { api: one, path: "b" },
      { api: other, path: "c/d" },
    ];
    test.front({ mappings, cloudflareIpRangesOnly: true });
    const { aws_api_gateway_rest_api_policy: policies } = test.resources;
    expect(Object.values(policies!).map(({ rest_api_id }) => rest_api_id)).toEqual([
      "${aws_api_gateway_rest_api.rest.id}",
      "${aws_api_gateway_rest_api.rest2.id}",
    ]);
  });

  test("to Cloudflare's addresses has one address for each API, wherever it is mapped", () => {
    const addressOf = (mapped: (api: CachedRestApi) => Partial<ApiFrontProps>) => {
      const test = new TestFront();
      test.front({ cloudflareIpRangesOnly: true, ...mapped(test.restApi()) });
      return Object.keys(test.resources.aws_api_gateway_rest_api_policy!);
    };
    const first = addressOf((api) => ({ api }));
    expect(first).toHaveLength(1);
    expect(addressOf((api) => ({ mappings: [{ api, path: "v1" }] }))).toEqual(first);
    const paths = ["v2", "v1"];
    expect(addressOf((api) => ({ mappings: paths.map((path) => ({ api, path })) }))).toEqual(first);
  });

  test("to Cloudflare's addresses does not work for an HTTP API", () => {
    const test = new TestFront();
    const mappings = [
      { api: test.restApi(), path: "a" },
      { api: test.httpApi(), path: "b" },
    ];
    expect(refusedFor(() => test.front({ mappings, cloudflareIpRangesOnly: true }))).toEqual([
      "domain/http-api-without-resource-policy at mappings[1].api",
    ]);
  });

  test("by an API key does not work for an HTTP API", () => {
    const test = new TestFront();
    const value = new TerraformVariable(test.stack, "secret", { sensitive: true }).stringValue;
    const originSecretHeader = { name: "X-Api-Key", value };
    expect(refusedFor(() => test.front({ originSecretHeader }))).toEqual([
      "domain/api-key-header-needs-rest-api at originSecretHeader.name",
    ]);
    expect(() => new TestFront().front({ api: ApiStage.fromRestApiId("a1b2c3d4e5", "prod") })).not.toThrow();
  });

  test("by a secret header is a rule of the zone", () => {
    const test = new TestFront();
    const value = new TerraformVariable(test.stack, "secret", { sensitive: true }).stringValue;
    test.front({ originSecretHeader: { name: "X-Origin-Secret", value } });
    expect(test.resources.cloudflare_ruleset!.zone_transform.rules[0].action_parameters).toEqual({
      headers: { "x-origin-secret": { operation: "set", value: "${var.secret}" } },
    });
  });
});

describe("both caches", () => {
  const language = [CacheKey.header("Accept-Language")];

  test("a header that only the gateway's key has is a warning", () => {
    const test = new TestFront();
    test.front({ api: test.restApi("rest", language) });
    expect(warnings(test.stack)).toEqual([expect.stringContaining("GET /cats: header Accept-Language")]);
  });

  test("a path that the edge passes on is none, as the domain maps it", () => {
    const test = new TestFront();
    const mappings = [{ api: test.restApi("rest", language), path: "v1" }];
    test.front({ mappings, cache: { bypass: { paths: ["/v1/cats"] } } });
    expect(warnings(test.stack)).toEqual([]);
  });

  test("a stage that was cached by a StageCache of its own is found too", () => {
    const test = new TestFront();
    const { stage } = test.restApi("rest", language);
    test.front({ api: ApiStage.rest(stage) });
    expect(warnings(test.stack)).toHaveLength(1);
  });

  test("the warning can be acknowledged", () => {
    const test = new TestFront();
    const acknowledgements = { "front/edge-key-ignores-gateway-key": "those answers are private" };
    test.front({ api: test.restApi("rest", language), acknowledgements });
    expect(warnings(test.stack)).toEqual([]);
  });
});

describe("an edge TTL over an endpoint that does not answer everybody", () => {
  const guards: [string, (test: TestFront) => Partial<RestEndpoint>][] = [
    ["a header for its authorizer", (test) => ({ authorizer: test.authorizer("X-Token") })],
    ["an API key", () => ({ apiKeyRequired: true })],
    ["an API key, by a verb in lower case", () => ({ method: "get", apiKeyRequired: true })],
    ["an API key, by a path without its slash", () => ({ path: "me", apiKeyRequired: true })],
  ];
  const refused = ["front/override-skips-authorizer at cache"];

  test.each(guards)("is refused where it wants %s", (_what, guard) => {
    const test = new TestFront();
    const api = test.restApi("rest", [], guard(test));
    expect(refusedFor(() => test.front({ api, cache: { ttlSeconds: 7200 } }))).toEqual(refused);
  });

  test.each(guards)("is fine where such requests are passed on: it wants %s", (_what, guard) => {
    const test = new TestFront();
    const api = test.restApi("rest", [], guard(test));
    expect(() => test.front({ api, cache: { ttlSeconds: 7200, bypass: { paths: ["/me"] } } })).not.toThrow();
  });

  test("is refused beneath the mapping that serves it", () => {
    const test = new TestFront();
    const mappings = [{ api: test.restApi("rest", [], { path: "me", apiKeyRequired: true }), path: "v1" }];
    const build = (path: string, id: string) => () =>
      test.front({ mappings, host: `${id}.example.com`, cache: { paths: [{ path, ttlSeconds: 7200 }] } }, id);
    expect(refusedFor(build("/v1/me", "under"))).toEqual(refused);
    expect(build("/v1/cats", "beside")).not.toThrow();
  });

  test("is fine where the origin says how long", () => {
    const test = new TestFront();
    expect(() => test.front({ api: test.restApi("rest", [], { apiKeyRequired: true }) })).not.toThrow();
  });

  test("is passed on by default where IAM or a token in Authorization guards it", () => {
    const test = new TestFront();
    const api = test.restApi("rest", [], { authorizer: RestAuthorizer.iam() });
    expect(() => test.front({ api, cache: { ttlSeconds: 7200 } })).not.toThrow();
    const cache = { ttlSeconds: 7200, bypass: { authorization: false } };
    const acknowledgements = { "edge/override-shares-credentials": "no answer is anybody's own" };
    const build = () => test.front({ api, host: "other.example.com", cache, acknowledgements }, "other");
    expect(refusedFor(build)).toEqual(refused);
  });

  test("may be meant, with a reason", () => {
    const test = new TestFront();
    const api = test.restApi("rest", [], { apiKeyRequired: true });
    const acknowledgements = { "front/override-skips-authorizer": "the key only counts" };
    expect(() => test.front({ api, cache: { ttlSeconds: 7200 }, acknowledgements })).not.toThrow();
  });
});

describe("a certificate that is given", () => {
  const covered = (hostnames: string[], additionalHosts?: string[]) => {
    const test = new TestFront();
    const certificate = new IssuedCertificate(test.stack, "issued", { hostnames, zone: test.zone });
    return () => test.front({ certificate, additionalHosts });
  };

  test("covers every host, in the words of the front", () => {
    expect(refusedFor(covered(["other.example.com"], ["b.example.com", "other.example.com"]))).toEqual([
      "certificate/does-not-cover-host at host",
      "certificate/does-not-cover-host at additionalHosts[0]",
    ]);
    expect(covered(["*.example.com"], ["b.example.com"])).not.toThrow();
  });

  test("is not judged where only Terraform knows its names", () => {
    const test = new TestFront();
    const certificateHostnames = [new TerraformVariable(test.stack, "name", {}).stringValue];
    expect(() => test.front({ certificate: { certificateArn: "arn:x", certificateHostnames } })).not.toThrow();
  });
});

describe("reasons", () => {
  test("reach the part that needs them, whichever it is", () => {
    const test = new TestFront();
    test.front({
      api: ApiStage.fromRestApiId("a1b2c3d4e5", "prod"),
      additionalHosts: ["other.example.com"],
      httpsRedirect: false,
      acknowledgements: {
        "domain/execute-api-endpoint-open": "its owner closes it",
        "edge/no-https-redirect": "there are no visitors but machines",
      },
    });
    expect(warnings(test.stack)).toEqual([]);
  });

  test("that no part needs are a warning, once", () => {
    const test = new TestFront();
    const acknowledgements = { "edge/no-https-redirect": "there are no visitors but machines" };
    test.front({ additionalHosts: ["other.example.com"], acknowledgements });
    expect(warnings(test.stack)).toEqual([
      expect.stringMatching(/^input\/unused-acknowledgement: acknowledgements\["edge\/no-https-redirect"\]/),
    ]);
  });

  test("that are none are an error", () => {
    const acknowledgements = { "edge/no-redirect": "there are no visitors but machines" };
    expect(refusedFor(() => new TestFront().front({ acknowledgements }))).toEqual([
      'input/invalid-acknowledgement at acknowledgements["edge/no-redirect"]',
    ]);
  });
});

describe("bad input", () => {
  const arn = "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

  test.each<[string, Partial<ApiFrontProps>, string[]]>([
    ["a misspelt option", { hosts: ["a.example.com"] } as never, ["input/unknown-option at hosts"]],
    ["a host of another zone", { host: "api.example.org" }, ["edge/host-outside-zone at host"]],
    ["a host twice", { additionalHosts: ["Api.example.com"] }, ["front/duplicate-host at additionalHosts[0]"]],
    ["a zone that is none", { zone: { zoneName: "example.com" } as never }, ["input/wrong-type at zone"]],
    ["an API that is none", { api: {} as never }, ["input/wrong-type at api"]],
    ["no API", { mappings: [] }, ["domain/no-mapping at api"]],
    [
      "a certificate of another region",
      { certificate: DomainCertificate.fromArn(arn) },
      ["domain/certificate-region at certificate.certificateRegion"],
    ],
    [
      "a certificate and options for one",
      { certificate: DomainCertificate.fromArn(arn), certificateOptions: { rotation: "1" } },
      ["front/certificate-given at certificateOptions"],
    ],
    ["a deep host", { host: "a.b.example.com" }, ["edge/host-too-deep at host"]],
  ])("%s", (_what, props, expected) => {
    expect(refusedFor(() => new TestFront().front(props))).toEqual(expected);
  });

  test("the same host in a second front, which would be a second region's", () => {
    const test = new TestFront();
    test.front();
    const provider = new AwsProvider(test.stack, "aws2", { region: "us-east-1", alias: "us" });
    const fromArn = (id: string) => ApiStage.fromHttpApiId(id);
    expect(refusedFor(() => test.front({ api: fromArn("a1b2c3d4e5"), provider }, "front2"))).toEqual([
      "edge/duplicate-host at host",
    ]);
  });
});
