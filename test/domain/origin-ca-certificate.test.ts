import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Construct } from "constructs";
import { OriginCaCertificate } from "../../lib/domain/origin-ca-certificate";
import { OriginCaCertificateProps, OriginCaKeyAlgorithm } from "../../lib/domain/origin-ca-certificate-props";
import { writeOut } from "../../lib/stack/references";
import { ORIGIN_CA_ECC_ROOT, ORIGIN_CA_RSA_ROOT } from "../../lib/domain/origin-ca-roots";
import { CERTIFICATE_TEXTS } from "../support/certificate-texts";
import { annotations, refusal, refusedFor } from "../support/findings";
import { newStack } from "../support/rest-api";
import { resource, resources, synthesized } from "../support/terraform";

const { ECDSA_P256 } = OriginCaKeyAlgorithm;

let stack: TerraformStack;
beforeEach(() => (stack = newStack()));

function origin(options: Partial<OriginCaCertificateProps> = {}, scope: Construct = stack): OriginCaCertificate {
  return new OriginCaCertificate(scope, "origin", { hostnames: ["api.example.com"], ...options });
}

const inOneLine = (pem: string) => `\${trimspace(${JSON.stringify(pem)})}`;
const key = () => new TerraformVariable(stack, "key", { sensitive: true }).stringValue;

describe("an Origin CA certificate", () => {
  test("is a key, its request, a certificate for 15 years, and its import with the root that signed it", () => {
    origin();
    expect(synthesized(stack).resource).toEqual({
      tls_private_key: { origin_key: { algorithm: "RSA", rsa_bits: 2048 } },
      tls_cert_request: {
        origin_request: {
          private_key_pem: "${tls_private_key.origin_key.private_key_pem}",
          subject: [{ common_name: "cloudflare-origin" }],
        },
      },
      cloudflare_origin_ca_certificate: {
        origin: {
          csr: "${tls_cert_request.origin_request.cert_request_pem}",
          hostnames: ["api.example.com"],
          request_type: "origin-rsa",
          requested_validity: 5475,
          lifecycle: { create_before_destroy: true },
        },
      },
      aws_acm_certificate: {
        origin: {
          certificate_body: "${cloudflare_origin_ca_certificate.origin.certificate}",
          private_key: "${tls_private_key.origin_key.private_key_pem}",
          certificate_chain: inOneLine(ORIGIN_CA_RSA_ROOT),
          lifecycle: { create_before_destroy: true },
        },
      },
    });
  });

  test("has an elliptic key, request type and root, and an address of its own in ACM, where that is asked for", () => {
    origin({ keyAlgorithm: ECDSA_P256 });
    expect(resource(stack, "tls_private_key", "origin_key")).toEqual({ algorithm: "ECDSA", ecdsa_curve: "P256" });
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").request_type).toBe("origin-ecc");
    expect(Object.keys(resources(stack, "aws_acm_certificate"))).toEqual(["origin_ecdsa-p256"]);
    expect(resource(stack, "aws_acm_certificate", "origin_ecdsa-p256").certificate_chain).toBe(
      inOneLine(ORIGIN_CA_ECC_ROOT),
    );
  });

  test("has its names as Cloudflare returns them", () => {
    origin({ hostnames: ["b.example.com", "API.example.com", "münchen.de", "*.example.com", "api.example.com"] });
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").hostnames).toEqual([
      "*.example.com",
      "api.example.com",
      "b.example.com",
      "xn--mnchen-3ya.de",
    ]);
  });

  test("has no names in its request, so that a change of them keeps the key", () => {
    origin({ hostnames: ["a.example.com"] });
    const before = resources(stack, "tls_cert_request");
    stack = newStack();
    origin({ hostnames: ["b.example.com"] });
    expect(resources(stack, "tls_cert_request")).toEqual(before);
  });

  test("is valid for as long as is asked for", () => {
    origin({ validityDays: 90 });
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").requested_validity).toBe(90);
  });

  test.each([
    ["2026-05", "2026-05"],
    ["second key", "second-x20-key"],
    ["_", "-x5F-"],
    ["", ""],
  ])("has another key and request for the rotation %j, and the same certificates", (rotation, suffix) => {
    origin({ rotation });
    expect(Object.keys(resources(stack, "tls_private_key"))).toEqual([`origin_key_${suffix}`]);
    expect(Object.keys(resources(stack, "tls_cert_request"))).toEqual([`origin_request_${suffix}`]);
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").csr).toBe(
      `\${tls_cert_request.origin_request_${suffix}.cert_request_pem}`,
    );
    expect(resource(stack, "aws_acm_certificate", "origin").private_key).toBe(
      `\${tls_private_key.origin_key_${suffix}.private_key_pem}`,
    );
  });

  test("makes no key for a request of the user's", () => {
    const made = origin({ csr: CERTIFICATE_TEXTS.requestPem, privateKey: key() });
    expect(resources(stack, "tls_private_key")).toEqual({});
    expect(resources(stack, "tls_cert_request")).toEqual({});
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").csr).toBe(
      inOneLine(CERTIFICATE_TEXTS.requestPem.trim()),
    );
    expect(resource(stack, "aws_acm_certificate", "origin").private_key).toBe("${var.key}");
    expect([made.generatedKey, made.certificateRequest]).toEqual([undefined, undefined]);
  });

  test("takes a request and a root that only Terraform knows as they are", () => {
    origin({ csr: "${file(var.csr)}", privateKey: key(), originCaRoot: "${var.root}" });
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").csr).toBe("${file(var.csr)}");
    expect(resource(stack, "aws_acm_certificate", "origin").certificate_chain).toBe("${var.root}");
  });

  test("takes another root", () => {
    origin({ originCaRoot: CERTIFICATE_TEXTS.rootPem, keyAlgorithm: ECDSA_P256 });
    expect(resource(stack, "aws_acm_certificate", "origin_ecdsa-p256").certificate_chain).toBe(
      inOneLine(CERTIFICATE_TEXTS.rootPem.trim()),
    );
  });

  test("has its tags in ACM", () => {
    origin({ tags: { team: "cats" } });
    expect(resource(stack, "aws_acm_certificate", "origin").tags).toEqual({ team: "cats" });
  });

  test("gives each provider what is its own", () => {
    const aws = new AwsProvider(stack, "aws", { alias: "west", region: "us-west-2" });
    const cloudflare = new CloudflareProvider(stack, "cloudflare", { alias: "other" });
    const tls = new TlsProvider(stack, "tls", { alias: "keys" });
    const made = origin({ provider: aws, cloudflareProvider: cloudflare, tlsProvider: tls });
    expect(resource(stack, "aws_acm_certificate", "origin").provider).toBe("aws.west");
    expect(resource(stack, "cloudflare_origin_ca_certificate", "origin").provider).toBe("cloudflare.other");
    expect(resource(stack, "tls_private_key", "origin_key").provider).toBe("tls.keys");
    expect(resource(stack, "tls_cert_request", "origin_request").provider).toBe("tls.keys");
    expect(made.certificateRegion).toBe("us-west-2");
  });

  test("has addresses that read like its place in the stack", () => {
    origin({}, new Construct(stack, "api_front"));
    expect(Object.keys(resources(stack, "aws_acm_certificate"))).toEqual(["api__front_origin"]);
    expect(Object.keys(resources(stack, "tls_private_key"))).toEqual(["api__front_origin_key"]);
  });
});

test("a domain is told where the certificate is, what it covers and where it comes from", () => {
  new AwsProvider(stack, "aws", { region: "eu-central-1" });
  const made = origin({ hostnames: ["api.example.com", "*.Example.com"] });
  expect(writeOut(stack, made.certificateArn)).toBe("${aws_acm_certificate.origin.arn}");
  expect(made.certificateHostnames).toEqual(["*.example.com", "api.example.com"]);
  expect([made.certificateSource, made.certificateRegion]).toEqual(["origin-ca", "eu-central-1"]);
  expect(made.originCertificate.terraformResourceType).toBe("cloudflare_origin_ca_certificate");
  expect(made.generatedKey?.terraformResourceType).toBe("tls_private_key");
  expect(made.certificateRequest?.terraformResourceType).toBe("tls_cert_request");
});

test("in HCL it says the same, without text over several lines", () => {
  origin();
  const hcl = Testing.synthHcl(stack);
  expect(hcl).not.toContain("<<");
  expect(hcl).toContain(`certificate_chain = "${inOneLine(ORIGIN_CA_RSA_ROOT)}"`);
  expect(hcl).toContain("subject {\n");
  expect(hcl).not.toContain("replace_triggered_by");
});

describe("it is refused", () => {
  test("for everything at once", () => {
    const options = { hostnames: ["10.0.0.1"], validityDays: 1, keyAlgorithm: "RSA" as never, privateKey: "secret" };
    expect(refusedFor(() => origin(options))).toEqual([
      "certificate/hostname-syntax at hostnames[0]",
      "certificate/key-algorithm at keyAlgorithm",
      "certificate/validity-days at validityDays",
      "certificate/csr-and-key at csr",
      "certificate/private-key-in-text at privateKey",
    ]);
    expect(resources(stack, "aws_acm_certificate")).toEqual({});
  });

  test.each<[string, string, object]>([
    ["a misspelt option", "input/unknown-option at validity", { validity: 90 }],
    ["no names", "input/missing-option at hostnames", { hostnames: undefined }],
    ["one name", "input/wrong-type at hostnames", { hostnames: "api.example.com" }],
    ["a name that is none", "input/wrong-type at hostnames[0]", { hostnames: [5] }],
    ["a term in words", "input/wrong-type at validityDays", { validityDays: "365" }],
    ["a term that only Terraform knows", "input/wrong-type at validityDays", { validityDays: "${var.days}" }],
    ["a rotation that only Terraform knows", "input/wrong-type at rotation", { rotation: "${var.rotation}" }],
    ["a number as a key", "input/wrong-type at privateKey", { privateKey: 5 }],
    ["null", "input/wrong-type at csr", { csr: null }],
  ])("for %s", (_what, expected, options) => {
    expect(refusedFor(() => origin(options))).toEqual([expected]);
  });

  test("without a word of a key that is given in another form than text", () => {
    const [finding] = refusal(() => origin({ privateKey: ["MHcCAQEE"] as never }));
    expect(JSON.stringify(finding)).not.toContain("MHcCAQEE");
  });
});

test("a warning is shown, and kept quiet with a reason", () => {
  process.env.SOURCE_DATE_EPOCH = String(Date.parse("2029-08-01") / 1000);
  const reason = { acknowledgements: { "certificate/expires-soon": "a new root is on its way" } };
  try {
    expect(annotations(origin())).toEqual([expect.stringContaining("certificate/expires-soon: originCaRoot is")]);
    stack = newStack();
    expect(annotations(origin(reason))).toEqual([]);
  } finally {
    delete process.env.SOURCE_DATE_EPOCH;
  }
});
