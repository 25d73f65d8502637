import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Apigatewayv2Stage } from "@cdktf/provider-aws/lib/apigatewayv2-stage";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ApiDomain } from "../../lib/domain/api-domain";
import { ApiDomainProps, DomainNameResource } from "../../lib/domain/api-domain-props";
import { ApiStage } from "../../lib/domain/api-stage";
import { HttpApi } from "../../lib/domain/http-api";
import { CertificateSource } from "../../lib/domain/domain-certificate";
import { EdgeHost } from "../../lib/edge/edge-host";
import { CloudflareZone } from "../../lib/edge/cloudflare-zone";
import { apiDomain, awsStack, certificateOf, httpApi } from "../support/domain";
import { refusedFor, warnings } from "../support/findings";
import { restApi } from "../support/rest-api";
import { resource, resources, synthesized } from "../support/terraform";

const ARN = certificateOf().certificateArn;
let stack: TerraformStack;
beforeEach(() => (stack = awsStack()));

const outputOf = (value: string | undefined) => {
  new TerraformOutput(stack, "out", { value });
  return (synthesized(stack).output as { out: { value: string } }).out.value;
};

describe("a regional domain of a REST API", () => {
  test("is an aws_api_gateway_domain_name with a base path mapping", () => {
    const domain = apiDomain(stack, { api: restApi({}, stack) });
    expect(resource(stack, "aws_api_gateway_domain_name", "domain")).toEqual({
      domain_name: "api.example.com",
      regional_certificate_arn: ARN,
      security_policy: "TLS_1_2",
      endpoint_configuration: { types: ["REGIONAL"] },
    });
    expect(resources(stack, "aws_api_gateway_base_path_mapping")).toEqual({
      domain_mapping: {
        api_id: "${aws_api_gateway_rest_api.api.id}",
        stage_name: "${aws_api_gateway_stage.api.stage_name}",
        domain_name: "${aws_api_gateway_domain_name.domain.domain_name}",
      },
    });
    expect(domain.restDomain).toBeDefined();
    expect(domain.httpDomain).toBeUndefined();
    expect(outputOf(domain.targetDomainName)).toBe("${aws_api_gateway_domain_name.domain.regional_domain_name}");
  });

  test("says where it is", () => {
    const domain = apiDomain(stack, { api: restApi({}, stack), domainName: "API.Example.com" });
    expect([domain.domainName, domain.endpointType]).toEqual(["api.example.com", "REGIONAL"]);
    expect(domain.certificate?.certificateArn).toBe(ARN);
    expect(outputOf(domain.hostedZoneId)).toBe("${aws_api_gateway_domain_name.domain.regional_zone_id}");
  });
});

test("an edge-optimized domain has its certificate where CloudFront looks for it", () => {
  const certificate = certificateOf({ certificateRegion: "us-east-1" });
  const domain = apiDomain(stack, { api: restApi({}, stack), endpointType: "EDGE", certificate });
  expect(resource(stack, "aws_api_gateway_domain_name", "domain")).toEqual({
    domain_name: "api.example.com",
    certificate_arn: ARN,
    security_policy: "TLS_1_2",
    endpoint_configuration: { types: ["EDGE"] },
  });
  expect(outputOf(domain.targetDomainName)).toBe("${aws_api_gateway_domain_name.domain.cloudfront_domain_name}");
});

test("an edge-optimized domain is in CloudFront's own zone", () => {
  const certificate = certificateOf({ certificateRegion: "us-east-1" });
  const domain = apiDomain(stack, { api: restApi({}, stack), endpointType: "EDGE", certificate });
  expect(outputOf(domain.hostedZoneId)).toBe("${aws_api_gateway_domain_name.domain.cloudfront_zone_id}");
});

describe("a domain of an HTTP API", () => {
  test("is an aws_apigatewayv2_domain_name with a mapping of version 2", () => {
    const domain = apiDomain(stack, { api: httpApi(stack) });
    expect(resource(stack, "aws_apigatewayv2_domain_name", "domain")).toEqual({
      domain_name: "api.example.com",
      domain_name_configuration: { certificate_arn: ARN, endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
    });
    expect(resources(stack, "aws_apigatewayv2_api_mapping")).toEqual({
      domain_mapping: {
        api_id: "${aws_apigatewayv2_api.cats.id}",
        stage: "${aws_apigatewayv2_stage.cats.name}",
        domain_name: "${aws_apigatewayv2_domain_name.domain.domain_name}",
      },
    });
    expect(domain.httpDomain).toBeDefined();
    const configuration = "${aws_apigatewayv2_domain_name.domain.domain_name_configuration[0]";
    expect(outputOf(domain.targetDomainName)).toBe(`${configuration}.target_domain_name}`);
  });

  test("maps a REST API beside it", () => {
    const domain = apiDomain(stack, {
      api: httpApi(stack),
      mappings: [{ path: "v1/orders", api: restApi({}, stack) }],
    });
    expect(resources(stack, "aws_api_gateway_base_path_mapping")).toEqual({});
    expect(resource(stack, "aws_apigatewayv2_api_mapping", "domain_mapping_v1_orders")).toEqual({
      api_id: "${aws_api_gateway_rest_api.api.id}",
      stage: "${aws_api_gateway_stage.api.stage_name}",
      domain_name: "${aws_apigatewayv2_domain_name.domain.domain_name}",
      api_mapping_key: "v1/orders",
    });
    expect(domain.mappingResources.map(({ friendlyUniqueId }) => friendlyUniqueId)).toEqual([
      "domain_mapping",
      "domain_mapping_v1_orders",
    ]);
  });

  test("can be the other resource, pinned before the HTTP API came", () => {
    apiDomain(stack, {
      api: restApi({}, stack),
      mappings: [{ path: "cats", api: httpApi(stack) }],
      domainNameResource: DomainNameResource.API_GATEWAY,
    });
    expect(Object.keys(resources(stack, "aws_api_gateway_base_path_mapping"))).toEqual(["domain_mapping"]);
    expect(resource(stack, "aws_apigatewayv2_api_mapping", "domain_mapping_cats")).toMatchObject({
      domain_name: "${aws_api_gateway_domain_name.domain.domain_name}",
    });
    expect(resources(stack, "aws_apigatewayv2_domain_name")).toEqual({});
  });
});

test("a further mapping renames none that is there", () => {
  const before = awsStack();
  apiDomain(before, { mappings: [{ path: "v1", api: ApiStage.fromRestApiId("a", "prod") }] });
  const after = awsStack();
  apiDomain(after, {
    mappings: [
      { path: "v0", api: ApiStage.fromRestApiId("b", "prod") },
      { path: "v1", api: ApiStage.fromRestApiId("a", "prod") },
    ],
  });
  expect(resources(after, "aws_api_gateway_base_path_mapping")).toMatchObject(
    resources(before, "aws_api_gateway_base_path_mapping"),
  );
});

test("mutual TLS, tags and the provider reach either resource", () => {
  const provider = new AwsProvider(stack, "other", { region: "eu-central-1", alias: "other" });
  const props: Partial<ApiDomainProps> = {
    mutualTls: {
      truststoreUri: "s3://trust-store/ca.pem",
      truststoreVersion: "1",
      ownershipVerificationCertificate: certificateOf({ certificateArn: "arn:owner" }),
    },
    certificate: certificateOf({ certificateSource: CertificateSource.ORIGIN_CA }),
    tags: { team: "cats" },
    provider,
  };
  apiDomain(stack, { ...props, api: restApi({}, stack) });
  apiDomain(stack, { ...props, domainName: "http.example.com", api: httpApi(stack) }, "http");
  const common = {
    mutual_tls_authentication: { truststore_uri: "s3://trust-store/ca.pem", truststore_version: "1" },
    tags: { team: "cats" },
    provider: "aws.other",
  };
  expect(resource(stack, "aws_api_gateway_domain_name", "domain")).toMatchObject({
    ...common,
    ownership_verification_certificate_arn: "arn:owner",
  });
  expect(resource(stack, "aws_apigatewayv2_domain_name", "http")).toMatchObject({
    ...common,
    domain_name_configuration: { ownership_verification_certificate_arn: "arn:owner" },
  });
  expect(resource(stack, "aws_api_gateway_base_path_mapping", "domain_mapping").provider).toBe("aws.other");
  expect(resource(stack, "aws_apigatewayv2_api_mapping", "http_mapping").provider).toBe("aws.other");
});

test("a later security policy comes with its access mode", () => {
  const securityPolicy = "SecurityPolicy_TLS13_1_3_2025_09";
  apiDomain(stack, { api: restApi({}, stack), securityPolicy, endpointAccessMode: "STRICT" });
  expect(resource(stack, "aws_api_gateway_domain_name", "domain")).toMatchObject({
    security_policy: securityPolicy,
    endpoint_access_mode: "STRICT",
  });
});

describe("a domain that exists", () => {
  const target = { domainName: "API.example.com", targetDomainName: "d-1.example.net" };

  test("gets mappings and nothing else", () => {
    const domain = ApiDomain.fromDomainName(stack, "domain", {
      ...target,
      hostedZoneId: "Z1",
      mappings: [{ path: "v1", api: restApi({}, stack) }],
    });
    expect(resources(stack, "aws_api_gateway_domain_name")).toEqual({});
    expect(resources(stack, "aws_apigatewayv2_domain_name")).toEqual({});
    expect(resources(stack, "aws_apigatewayv2_api_mapping")).toEqual({
      domain_mapping_v1: {
        api_id: "${aws_api_gateway_rest_api.api.id}",
        stage: "${aws_api_gateway_stage.api.stage_name}",
        domain_name: "api.example.com",
        api_mapping_key: "v1",
      },
    });
    expect(domain).toMatchObject({
      domainName: "api.example.com",
      targetDomainName: "d-1.example.net",
      hostedZoneId: "Z1",
      endpointType: "REGIONAL",
      certificate: undefined,
      restDomain: undefined,
      httpDomain: undefined,
    });
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBe(true);
  });

  test("takes no certificate, and no unknown option", () => {
    const props = { ...target, api: restApi({}, stack), certificate: certificateOf() };
    expect(refusedFor(() => ApiDomain.fromDomainName(stack, "domain", props as never))).toEqual([
      "input/unknown-option at certificate",
    ]);
  });

  test("can be taken over, with a mapping", () => {
    apiDomain(stack, {
      importExisting: true,
      mappings: [
        { path: "v1", api: restApi({}, stack), importId: "api.example.com/v1" },
        { path: "v2", api: restApi({}, stack, "new") },
      ],
    });
    expect(synthesized(stack).import).toEqual([
      { to: "aws_api_gateway_domain_name.domain", id: "api.example.com" },
      { to: "aws_api_gateway_base_path_mapping.domain_mapping_v1", id: "api.example.com/v1" },
    ]);
  });

  test("is not taken over by itself", () => {
    apiDomain(stack, { api: restApi({}, stack) });
    expect(synthesized(stack).import).toBeUndefined();
  });
});

describe("what is wrong", () => {
  test("is told all at once, in the user's words", () => {
    const api = restApi({}, stack);
    expect(
      refusedFor(() =>
        apiDomain(stack, {
          domainName: "api.example.org",
          endpointType: "EDGE",
          certificate: certificateOf({ certificateSource: CertificateSource.ORIGIN_CA }),
          mappings: [
            { path: "v1/orders", api },
            { path: "/v2", api },
          ],
        }),
      ),
    ).toEqual([
      "domain/multi-level-key-on-edge at mappings[0].path",
      "domain/mapping-key-syntax at mappings[1].path",
      "domain/origin-ca-on-edge at certificate",
      "domain/certificate-region at certificate.certificateRegion",
      "certificate/does-not-cover-host at domainName",
    ]);
    expect(resources(stack, "aws_api_gateway_domain_name")).toEqual({});
    expect(resource(stack, "aws_api_gateway_rest_api", "api").disable_execute_api_endpoint).toBeUndefined();
  });

  test.each([
    ["an L1 stage", { api: { restApiId: "x" } }, "input/wrong-type at api"],
    ["an L1 certificate", { certificate: { arn: "x" } }, "input/wrong-type at certificate"],
    ["a mapping that is a text", { mappings: ["v1"] }, "input/wrong-type at mappings[0]"],
    ["a mapping without its API", { mappings: [{ path: "v1" }] }, "input/missing-option at mappings[0].api"],
    ["a misspelt option", { mapping: [] }, "input/unknown-option at mapping"],
    ["no name", { domainName: undefined }, "input/missing-option at domainName"],
    ["a flag that is a text", { disableExecuteApiEndpoint: "no" }, "input/wrong-type at disableExecuteApiEndpoint"],
    ["no API", {}, "domain/no-mapping at api"],
    ["both at the root", { mappings: [{ api: "API" }] }, "domain/duplicate-mapping at mappings[0].path"],
  ])("is %s", (_what, props, finding) => {
    const api = restApi({}, stack);
    const text = JSON.stringify(props);
    const given =
      text === '{"mappings":[{"api":"API"}]}' ? { api, mappings: [{ api }] } : (props as Partial<ApiDomainProps>);
    expect(refusedFor(() => apiDomain(stack, given))).toEqual([finding]);
  });

  test("is a path that only Terraform knows: it is part of the mapping's name", () => {
    const path = new TerraformVariable(stack, "path", {}).stringValue;
    expect(refusedFor(() => apiDomain(stack, { mappings: [{ path, api: restApi({}, stack) }] }))).toEqual([
      "input/wrong-type at mappings[0].path",
    ]);
  });

  test("is an API of another region", () => {
    const provider = new AwsProvider(stack, "ireland", { region: "eu-west-1", alias: "ireland" });
    const lambdaFunction = { functionName: "cats", invokeArn: "arn:aws:apigateway:cats" };
    const api = new HttpApi(stack, "irish", { lambdaFunction, provider });
    const certificate = certificateOf({ certificateRegion: undefined });
    expect(refusedFor(() => apiDomain(stack, { api, certificate }))).toEqual(["domain/api-region at api"]);
    const existing = { domainName: "api.example.com", targetDomainName: "d-1.example.net" };
    expect(
      refusedFor(() => ApiDomain.fromDomainName(stack, "existing", { ...existing, mappings: [{ api, path: "v1" }] })),
    ).toEqual(["domain/api-region at mappings[0].api"]);
    expect(() => apiDomain(stack, { api, certificate, provider }, "irish_domain")).not.toThrow();
  });

  test("is an API whose own region is another one", () => {
    const certificate = certificateOf({ certificateHostnames: ["*.example.com"] });
    const build = (region: string, id: string, restApiId: string) => () => {
      const stage = { deploymentId: "d", restApiId, stageName: "prod", region };
      const api = ApiStage.rest(new ApiGatewayStage(stack, `${id}_stage`, stage));
      return apiDomain(stack, { api, domainName: `${id}.example.com`, certificate }, id);
    };
    const { id } = new ApiGatewayRestApi(stack, "rest", { name: "cats", region: "eu-west-1" });
    expect(refusedFor(build("eu-west-1", "ireland", id))).toEqual(["domain/api-region at api"]);
    expect(refusedFor(build("eu-west-1", "by-id", "abc123"))).toEqual(["domain/api-region at api"]);
    const region = new TerraformVariable(stack, "region", {}).stringValue;
    expect(build(region, "somewhere", new ApiGatewayRestApi(stack, "any", { name: "dogs", region }).id)).not.toThrow();
    expect(build(region, "somewhere-by-id", "abc123")).not.toThrow();
    const http = new Apigatewayv2Stage(stack, "http", { apiId: "abc123", name: "prod", region: "eu-west-1" });
    expect(refusedFor(() => apiDomain(stack, { api: ApiStage.http(http) }, "of_http"))).toEqual([
      "domain/api-region at api",
    ]);
  });

  test.each([undefined, null])("is %s", (props) => {
    expect(refusedFor(() => new ApiDomain(stack, "domain", props as never))).toEqual(["input/wrong-type at props"]);
  });

  test("is not a name, a certificate or a stage that only Terraform knows", () => {
    const unknown = (id: string) => new TerraformVariable(stack, id, {}).stringValue;
    apiDomain(stack, {
      domainName: unknown("name"),
      certificate: {
        certificateArn: unknown("arn"),
        certificateRegion: unknown("region"),
        certificateHostnames: [unknown("host")],
      },
      api: ApiStage.fromRestApiId(unknown("api"), unknown("stage")),
      acknowledgements: { "domain/execute-api-endpoint-open": "closed by its own team" },
    });
    expect(resource(stack, "aws_api_gateway_domain_name", "domain").domain_name).toBe("${var.name}");
    expect(warnings(stack)).toEqual([]);
  });

  test("may be meant, with a reason", () => {
    const props = {
      domainName: "*.example.com",
      certificate: certificateOf({ certificateSource: CertificateSource.IMPORTED, certificateHostnames: undefined }),
      api: httpApi(stack),
    };
    apiDomain(stack, props, "warned");
    expect(warnings(stack)).toEqual([expect.stringMatching(/^domain\/wildcard-certificate: certificate is /)]);
    const other = awsStack();
    const acknowledgements = { "domain/wildcard-certificate": "AWS support confirmed it" };
    apiDomain(other, { ...props, api: httpApi(other), acknowledgements }, "fine");
    expect(warnings(other)).toEqual([]);
  });
});

test("a record that leads to a domain with an Origin CA certificate is proxied", () => {
  const certificate = certificateOf({ certificateSource: CertificateSource.ORIGIN_CA });
  const { targetDomainName: target } = apiDomain(stack, { certificate, api: httpApi(stack) });
  const zone = new CloudflareZone(stack, "zone", { zoneName: "example.com" });
  const props = { host: "api.example.com", zone, target, proxied: false };
  expect(refusedFor(() => new EdgeHost(stack, "edge", props))).toContain("edge/unproxied-origin-ca at proxied");
});

test("an API and its domain may be in two stacks", () => {
  const app = Testing.app();
  const [apis, edge] = [awsStack("apis", app), awsStack("edge", app)];
  apiDomain(edge, { api: httpApi(apis) });
  edge.prepareStack();
  const mapping = resource(edge, "aws_apigatewayv2_api_mapping", "domain_mapping");
  expect(mapping.api_id).toMatch(/^\$\{data\.terraform_remote_state\..*\}$/);
  expect(resource(apis, "aws_apigatewayv2_api", "cats").disable_execute_api_endpoint).toBe(true);
});

test("HCL says the same", () => {
  apiDomain(stack, { api: httpApi(stack), mappings: [{ path: "v1/orders", api: restApi({}, stack) }] });
  const hcl = Testing.synthHcl(stack);
  expect(hcl).toContain('resource "aws_apigatewayv2_domain_name" "domain" {');
  expect(hcl).toContain("domain_name_configuration {");
  expect(hcl).toContain('api_mapping_key = "v1/orders"');
});
