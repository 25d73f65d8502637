import { GetRestApisCommand } from "@aws-sdk/client-api-gateway";
import { X509Certificate } from "node:crypto";
import {
  apiGatewayClient,
  type Clouds,
  rewriteStack,
  type StackDirectory,
  startClouds,
  type Terraform,
  terraformIn,
  writtenStack,
} from "./harness";

const REGION = "eu-west-1";
const ZONE = "0123456789abcdef0123456789abcdef";

type Json = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Json>>>>;

function document(resource: Resources, data?: object) {
  return {
    terraform: {
      required_providers: {
        aws: { source: "hashicorp/aws", version: "6.0.0" },
        cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
        tls: { source: "hashicorp/tls", version: "4.1.0" },
      },
    },
    provider: { aws: [{ region: REGION }, { region: "us-east-1", alias: "edge" }], cloudflare: [{}] },
    resource: Object.fromEntries(Object.entries(resource).filter(([, named]) => Object.keys(named).length > 0)),
    data,
  };
}

/** Blocks of several kinds as one document. */
function merged(...parts: readonly Resources[]): Resources {
  const all: Record<string, Record<string, Json>> = {};
  for (const part of parts) {
    for (const [type, named] of Object.entries(part)) all[type] = { ...all[type], ...named };
  }
  return all;
}

interface CertificateOptions {
  readonly key?: string;
  readonly algorithm?: "RSA" | "ECDSA";
  readonly validity?: number;
  readonly chain?: string;
}

/** An Origin CA certificate in ACM. */
function originCa({ key = "key", algorithm = "RSA", validity = 5475, chain }: CertificateOptions = {}): Resources {
  return {
    tls_private_key: { [key]: algorithm === "RSA" ? { algorithm } : { algorithm, ecdsa_curve: "P256" } },
    tls_cert_request: {
      [key]: { private_key_pem: `\${tls_private_key.${key}.private_key_pem}`, subject: [{ common_name: "origin" }] },
    },
    cloudflare_origin_ca_certificate: {
      origin: {
        csr: `\${tls_cert_request.${key}.cert_request_pem}`,
        hostnames: ["*.example.com", "example.com"],
        request_type: algorithm === "RSA" ? "origin-rsa" : "origin-ecc",
        requested_validity: validity,
        lifecycle: { create_before_destroy: true },
      },
    },
    aws_acm_certificate: {
      origin: {
        certificate_body: "${cloudflare_origin_ca_certificate.origin.certificate}",
        private_key: `\${tls_private_key.${key}.private_key_pem}`,
        ...(chain === undefined ? {} : { certificate_chain: chain }),
        tags: { team: "api" },
        lifecycle: { create_before_destroy: true },
      },
    },
  };
}

/** A certificate of the other algorithm, which is not in ACM. */
function originCaKeys(algorithm: "ECDSA"): Resources {
  const { tls_private_key, tls_cert_request, cloudflare_origin_ca_certificate } = originCa({ key: "ecdsa", algorithm });
  const { origin } = cloudflare_origin_ca_certificate!;
  return {
    tls_private_key: tls_private_key!,
    tls_cert_request: tls_cert_request!,
    cloudflare_origin_ca_certificate: { ecdsa: origin! },
  };
}

/** A certificate of ACM's own, validated through Cloudflare. */
function issued(record: Json = {}): Resources {
  const option = (name: string) =>
    `\${trimsuffix(one([for o in aws_acm_certificate.issued.domain_validation_options : o.resource_record_${name} if o.domain_name == "example.com"]), ".")}`;
  return {
    aws_acm_certificate: {
      issued: {
        domain_name: "example.com",
        subject_alternative_names: ["*.example.com"],
        validation_method: "DNS",
        lifecycle: { create_before_destroy: true },
      },
    },
    cloudflare_dns_record: {
      issued: {
        zone_id: ZONE,
        type: "CNAME",
        ttl: 60,
        proxied: false,
        name: option("name"),
        content: option("value"),
        ...record,
      },
    },
    aws_acm_certificate_validation: {
      issued: {
        certificate_arn: "${aws_acm_certificate.issued.arn}",
        validation_record_fqdns: ["${cloudflare_dns_record.issued.name}"],
      },
    },
  };
}

const ISSUED_ARN = "${aws_acm_certificate_validation.issued.certificate_arn}";
const ORIGIN_ARN = "${aws_acm_certificate.origin.arn}";

function httpDomain(certificate = ORIGIN_ARN, configuration: Json = {}, options: Json = {}): Resources {
  const shape = {
    certificate_arn: certificate,
    endpoint_type: "REGIONAL",
    security_policy: "TLS_1_2",
    ...configuration,
  };
  const domain = {
    domain_name: "http.example.com",
    domain_name_configuration: [shape],
    tags: { team: "api" },
    ...options,
  };
  return { aws_apigatewayv2_domain_name: { http: domain } };
}

function restDomain(type: "REGIONAL" | "EDGE", certificate: string, options: Json = {}): Resources {
  const name = type.toLowerCase();
  const argument = type === "EDGE" ? "certificate_arn" : "regional_certificate_arn";
  const domain = {
    domain_name: `${name}.example.com`,
    security_policy: "TLS_1_2",
    [argument]: certificate,
    ...options,
  };
  return { aws_api_gateway_domain_name: { [name]: { ...domain, endpoint_configuration: [{ types: [type] }] } } };
}

const HTTP_API: Resources = {
  aws_apigatewayv2_api: {
    http: {
      name: "http",
      protocol_type: "HTTP",
      disable_execute_api_endpoint: true,
      cors_configuration: [{ allow_origins: ["https://example.com"], allow_methods: ["GET"] }],
    },
  },
  aws_apigatewayv2_integration: {
    http: {
      api_id: "${aws_apigatewayv2_api.http.id}",
      integration_type: "HTTP_PROXY",
      integration_method: "ANY",
      integration_uri: "https://backend.example.net",
    },
  },
  aws_apigatewayv2_route: {
    http: {
      api_id: "${aws_apigatewayv2_api.http.id}",
      route_key: "$default",
      target: "integrations/${aws_apigatewayv2_integration.http.id}",
    },
  },
  aws_apigatewayv2_stage: { http: { api_id: "${aws_apigatewayv2_api.http.id}", name: "$default", auto_deploy: true } },
};

const REST_API_ID = "${aws_api_gateway_rest_api.rest.id}";
const REST_METHOD = {
  rest_api_id: REST_API_ID,
  resource_id: "${aws_api_gateway_rest_api.rest.root_resource_id}",
  http_method: "GET",
};
const REST_API: Resources = {
  aws_api_gateway_rest_api: {
    rest: { name: "rest", disable_execute_api_endpoint: true, endpoint_configuration: [{ types: ["REGIONAL"] }] },
  },
  aws_api_gateway_rest_api_policy: {
    rest: {
      rest_api_id: REST_API_ID,
      policy:
        '${jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Deny", Principal = "*", Action = "execute-api:Invoke", Resource = "${aws_api_gateway_rest_api.rest.execution_arn}/*", Condition = { NotIpAddress = { "aws:SourceIp" = concat(data.cloudflare_ip_ranges.all.ipv4_cidrs, data.cloudflare_ip_ranges.all.ipv6_cidrs) } } }] })}',
    },
  },
  aws_api_gateway_method: { rest: { ...REST_METHOD, authorization: "NONE" } },
  aws_api_gateway_integration: { rest: { ...REST_METHOD, type: "MOCK", depends_on: ["aws_api_gateway_method.rest"] } },
  aws_api_gateway_deployment: {
    rest: {
      rest_api_id: REST_API_ID,
      depends_on: ["aws_api_gateway_integration.rest", "aws_api_gateway_rest_api_policy.rest"],
      lifecycle: { create_before_destroy: true },
    },
  },
  aws_api_gateway_stage: {
    rest: { rest_api_id: REST_API_ID, deployment_id: "${aws_api_gateway_deployment.rest.id}", stage_name: "prod" },
  },
};

const STAGE_OF_REST = "${aws_api_gateway_stage.rest.stage_name}";
const MAPPINGS: Resources = {
  aws_apigatewayv2_api_mapping: {
    http: {
      api_id: "${aws_apigatewayv2_api.http.id}",
      domain_name: "${aws_apigatewayv2_domain_name.http.id}",
      stage: "${aws_apigatewayv2_stage.http.id}",
    },
    rest: {
      api_id: REST_API_ID,
      domain_name: "${aws_apigatewayv2_domain_name.http.id}",
      stage: STAGE_OF_REST,
      api_mapping_key: "v1/cats",
    },
    nested: {
      api_id: REST_API_ID,
      domain_name: "${aws_api_gateway_domain_name.regional.domain_name}",
      stage: STAGE_OF_REST,
      api_mapping_key: "v1/dogs",
    },
  },
  aws_api_gateway_base_path_mapping: {
    regional: {
      api_id: REST_API_ID,
      domain_name: "${aws_api_gateway_domain_name.regional.domain_name}",
      stage_name: STAGE_OF_REST,
    },
    edge: {
      api_id: REST_API_ID,
      domain_name: "${aws_api_gateway_domain_name.edge.domain_name}",
      stage_name: STAGE_OF_REST,
      base_path: "cats",
    },
  },
};

const TRUSTSTORE: Resources = {
  aws_s3_bucket: { trust: { bucket_prefix: "trust-", force_destroy: true } },
  aws_s3_bucket_versioning: {
    trust: { bucket: "${aws_s3_bucket.trust.id}", versioning_configuration: [{ status: "Enabled" }] },
  },
  aws_s3_object: { trust: { bucket: "${aws_s3_bucket_versioning.trust.bucket}", key: "ca.pem", content: "PEM" } },
};
const MUTUAL_TLS = {
  mutual_tls_authentication: [
    {
      truststore_uri: "s3://${aws_s3_object.trust.bucket}/${aws_s3_object.trust.key}",
      truststore_version: "${aws_s3_object.trust.version_id}",
    },
  ],
};

/** A certificate of us-east-1, for an edge-optimized domain. */
const EDGE_CERTIFICATE: Resources = {
  aws_acm_certificate: {
    edge: { provider: "aws.edge", domain_name: "example.com", validation_method: "DNS" },
  },
  aws_acm_certificate_validation: {
    edge: {
      provider: "aws.edge",
      certificate_arn: "${aws_acm_certificate.edge.arn}",
      depends_on: ["cloudflare_dns_record.issued"],
    },
  },
};
const EDGE_ARN = "${aws_acm_certificate_validation.edge.certificate_arn}";

let clouds: Clouds;
const directories: StackDirectory[] = [];

beforeAll(async () => {
  clouds = await startClouds({ zones: { "example.com": ZONE } });
});
afterAll(async () => {
  await clouds.stop();
  directories.forEach((directory) => directory.remove());
});

interface Stack {
  readonly terraform: Terraform;
  replace(resource: Resources): void;
}

async function stackOf(resource: Resources, data?: object): Promise<Stack> {
  const directory = writtenStack(document(resource, data));
  directories.push(directory);
  const { emulator, environment } = clouds;
  const terraform = terraformIn(directory.directory, { endpoint: emulator.endpoint, region: REGION, environment });
  await terraform.init();
  return { terraform, replace: (next) => rewriteStack(directory, document(next, data)) };
}

async function refusal(command: Promise<unknown>): Promise<string> {
  return command.then(
    () => "accepted",
    (error: Error) => error.message.replace(/[\s│]+/g, " "),
  );
}

describe("a certificate in ACM", () => {
  test("is rotated in place, after the new one is issued and before the old one is revoked", async () => {
    const { emulator, cloudflare } = clouds;
    const { terraform, replace } = await stackOf(originCa());
    await terraform.apply();
    const held = await emulator.certificates();
    const [arn = ""] = Object.keys(held);
    expect(held[arn]).toMatchObject({
      type: "IMPORTED",
      keyAlgorithm: "RSA-2048",
      hostnames: ["*.example.com", "example.com"],
      tags: { team: "api" },
    });
    expect((await terraform.plan()).isEmpty).toBe(true);
    cloudflare.clear();
    await emulator.clearRequests();

    replace(originCa({ key: "key_2" }));
    await terraform.apply();

    const renewed = await emulator.certificates();
    expect(Object.keys(renewed)).toEqual([arn]);
    expect(renewed[arn]!.tags).toEqual({ team: "api" });
    const serial = (pem: string) => new X509Certificate(pem).serialNumber;
    expect(serial(renewed[arn]!.certificatePem)).not.toBe(serial(held[arn]!.certificatePem));
    const imports = (await emulator.requests()).filter(({ operation }) => operation === "ImportCertificate");
    const [issuing, revoking] = cloudflare.events();
    expect([issuing!.operation, imports.length, revoking!.operation]).toEqual(["create", 1, "delete"]);
    if (process.platform === "linux") {
      expect(issuing!.time).toBeLessThan(imports[0]!.time);
      expect(imports[0]!.time).toBeLessThan(revoking!.time);
    }
    expect((await terraform.plan()).isEmpty).toBe(true);

    replace(originCa({ key: "key_2", algorithm: "ECDSA" }));
    expect(await refusal(terraform.apply())).toContain("A reimport cannot change RSA-2048 to EC-secp256r1");
    await terraform.destroy();
    expect(await emulator.certificates()).toEqual({});
  });

  test("is taken with its own key, and with a chain of its algorithm", async () => {
    const resources = originCa();
    const right = resources["aws_acm_certificate"]!["origin"]!;
    const { terraform } = await stackOf(
      merged(resources, originCaKeys("ECDSA"), {
        tls_private_key: { other: { algorithm: "RSA" } },
        aws_acm_certificate: {
          foreign: { ...right, private_key: "${tls_private_key.other.private_key_pem}" },
          repeated: { ...right, certificate_chain: "${cloudflare_origin_ca_certificate.origin.certificate}" },
          mixed: { ...right, certificate_chain: "${cloudflare_origin_ca_certificate.ecdsa.certificate}" },
        },
      }),
    );
    const refused = await refusal(terraform.apply());
    expect(refused).toContain("The private key does not match the certificate");
    expect(refused).toContain("The certificate chain contains the certificate itself");
    expect(refused).toContain("The certificate is not signed with the algorithm of the certificate chain");
    expect(Object.keys(await clouds.emulator.certificates())).toHaveLength(1);
    await terraform.destroy();
  });
});

describe("a certificate that ACM issues", () => {
  test("is issued when its record is in the DNS, and no sooner", async () => {
    const { issued: certificate } = issued()["aws_acm_certificate"]!;
    const resources = { aws_acm_certificate: { issued: { ...certificate, key_algorithm: "EC_prime256v1" } } };
    const { terraform, replace } = await stackOf(resources);
    await terraform.apply();
    const status = async () => Object.values(await clouds.emulator.certificates()).map((held) => held.status);
    expect(await status()).toEqual(["PENDING_VALIDATION"]);
    expect((await terraform.plan()).isEmpty).toBe(true);
    replace({ ...issued(), ...resources, aws_acm_certificate_validation: {} });
    await terraform.apply();
    expect(await status()).toEqual(["ISSUED"]);
    await terraform.destroy();
  });
});

describe("custom domain names, mappings and what they need", () => {
  test("are applied once, read back as asked for, and leave nothing", async () => {
    const ownership = { ownership_verification_certificate_arn: ISSUED_ARN };
    const { terraform } = await stackOf(
      merged(
        originCa(),
        issued(),
        EDGE_CERTIFICATE,
        TRUSTSTORE,
        HTTP_API,
        REST_API,
        MAPPINGS,
        httpDomain(ORIGIN_ARN, ownership, MUTUAL_TLS),
        restDomain("REGIONAL", ORIGIN_ARN, { ...ownership, ...MUTUAL_TLS }),
        restDomain("EDGE", EDGE_ARN),
        {
          cloudflare_dns_record: {
            http: {
              zone_id: ZONE,
              name: "http.example.com",
              type: "CNAME",
              content: "${aws_apigatewayv2_domain_name.http.domain_name_configuration[0].target_domain_name}",
              proxied: true,
              ttl: 1,
            },
          },
        },
      ),
      { cloudflare_ip_ranges: { all: {} } },
    );
    await terraform.validate();
    await terraform.apply();
    expect((await terraform.plan()).text).toContain("No changes.");

    const domains = await clouds.emulator.customDomains();
    const certificates = await clouds.emulator.certificates();
    expect(Object.keys(domains).sort()).toEqual(["edge.example.com", "http.example.com", "regional.example.com"]);
    expect(domains["http.example.com"]).toMatchObject({
      region: REGION,
      endpointType: "REGIONAL",
      securityPolicy: "TLS_1_2",
      tags: { team: "api" },
      mutualTls: {
        truststoreUri: expect.stringMatching(/^s3:\/\/trust-\w+\/ca\.pem$/),
        truststoreVersion: expect.any(String),
      },
      mappings: {
        "": { type: "HTTP", api: "http", stage: "$default" },
        "v1/cats": { type: "REST", api: "rest", stage: "prod" },
      },
    });
    expect(domains["regional.example.com"]!.mappings).toEqual({
      "": { type: "REST", api: "rest", stage: "prod" },
      "v1/dogs": { type: "REST", api: "rest", stage: "prod" },
    });
    expect(domains["edge.example.com"]).toMatchObject({ endpointType: "EDGE", mappings: { cats: { api: "rest" } } });
    expect(certificates[domains["http.example.com"]!.certificateArn]!.type).toBe("IMPORTED");
    expect(certificates[domains["edge.example.com"]!.certificateArn]!.type).toBe("AMAZON_ISSUED");
    expect(certificates[domains["http.example.com"]!.ownershipVerificationCertificateArn!]!.type).toBe("AMAZON_ISSUED");
    const record = clouds.cloudflare.dump()["cloudflare_dns_record"]!.find(({ name }) => name === "http.example.com");
    expect(record).toMatchObject({ content: domains["http.example.com"]!.targetDomainName });
    expect(await clouds.emulator.httpApis()).toMatchObject({
      http: {
        disableExecuteApiEndpoint: true,
        routes: { $default: { type: "HTTP_PROXY", uri: "https://backend.example.net" } },
        stages: { $default: { autoDeploy: true } },
      },
    });
    const client = apiGatewayClient(clouds.emulator, REGION);
    const { items = [] } = await client.send(new GetRestApisCommand({}));
    client.destroy();
    expect(items.map(({ policy }) => policy)).toEqual([expect.stringContaining("103.21.244.0/22")]);

    await terraform.destroy();
    expect(await clouds.emulator.inventory()).toEqual({});
  });

  test("refuse certificates that do not serve, and mutual TLS without what it needs", async () => {
    const nowhere = { mutual_tls_authentication: [{ truststore_uri: "s3://nowhere/ca.pem" }] };
    const resources = originCa();
    const atEdge = { ...resources["aws_acm_certificate"]!["origin"]!, provider: "aws.edge" };
    const { aws_apigatewayv2_domain_name: named } = httpDomain(ORIGIN_ARN, {}, MUTUAL_TLS);
    const domain = (certificate: string, name: string, options: Json = {}): Json => ({
      ...httpDomain(certificate, {}, options)["aws_apigatewayv2_domain_name"]!["http"]!,
      domain_name: name,
    });
    const { terraform } = await stackOf(
      merged(resources, TRUSTSTORE, restDomain("EDGE", "${aws_acm_certificate.at_edge.arn}"), {
        aws_acm_certificate: {
          at_edge: atEdge,
          pending: { domain_name: "example.com", validation_method: "DNS" },
        },
        aws_apigatewayv2_domain_name: {
          ...named,
          nowhere: domain(ORIGIN_ARN, "nowhere.example.com", nowhere),
          pending: domain("${aws_acm_certificate.pending.arn}", "pending.example.com"),
        },
      }),
    );
    const refused = await refusal(terraform.apply());
    expect(refused).toContain("The certificate is not issued by a trusted Certificate Authority");
    expect(refused).toContain("Missing ownershipVerificationCertificate");
    expect(refused).toContain("The truststore s3://nowhere/ca.pem is missing");
    expect(refused).toContain("is PENDING_VALIDATION");
    expect(await clouds.emulator.customDomains()).toEqual({});
    await terraform.destroy();
  });
});
