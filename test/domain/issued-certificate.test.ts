import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TerraformStack, Testing } from "cdktf";
import { IssuedCertificate } from "../../lib/domain/issued-certificate";
import { IssuedCertificateProps } from "../../lib/domain/issued-certificate-props";
import { writeOut } from "../../lib/stack/references";
import { refusedFor } from "../support/findings";
import { newStack } from "../support/rest-api";
import { resource, resources, synthesized } from "../support/terraform";

const zone = { zoneId: "0123456789abcdef0123456789abcdef", zoneName: "example.com" };

let stack: TerraformStack;
beforeEach(() => (stack = newStack()));

function issued(options: Partial<IssuedCertificateProps> = {}): IssuedCertificate {
  return new IssuedCertificate(stack, "issued", { hostnames: ["api.example.com"], zone, ...options });
}

function option(attribute: string, domainName: string): string {
  const options = "aws_acm_certificate.issued.domain_validation_options";
  return `\${trimsuffix(one([for o in ${options} : o.${attribute} if o.domain_name == "${domainName}"]), ".")}`;
}

describe("an issued certificate", () => {
  test("is asked for, validated by a record that is not proxied, and waited for", () => {
    issued();
    expect(synthesized(stack).resource).toEqual({
      aws_acm_certificate: {
        issued: {
          domain_name: "api.example.com",
          validation_method: "DNS",
          lifecycle: { create_before_destroy: true },
        },
      },
      cloudflare_dns_record: {
        issued_validation_api_example_com: {
          zone_id: zone.zoneId,
          name: option("resource_record_name", "api.example.com"),
          type: "CNAME",
          content: option("resource_record_value", "api.example.com"),
          proxied: false,
          ttl: 1,
        },
      },
      aws_acm_certificate_validation: {
        issued: {
          certificate_arn: "${aws_acm_certificate.issued.arn}",
          validation_record_fqdns: ["${cloudflare_dns_record.issued_validation_api_example_com.name}"],
        },
      },
    });
  });

  test("has its first name first, and the others once each", () => {
    issued({ hostnames: ["WWW.example.com", "b.example.com", "*.example.com", "www.example.com", "a.example.com"] });
    expect(resource(stack, "aws_acm_certificate", "issued")).toMatchObject({
      domain_name: "www.example.com",
      subject_alternative_names: ["*.example.com", "a.example.com", "b.example.com"],
    });
  });

  test("has one record for a name and its wildcard, in either order", () => {
    for (const hostnames of [
      ["example.com", "*.example.com"],
      ["*.example.com", "example.com"],
    ]) {
      stack = newStack();
      const made = issued({ hostnames });
      expect(resources(stack, "cloudflare_dns_record")).toEqual({
        issued_validation_example_com: expect.objectContaining({ name: option("resource_record_name", hostnames[0]!) }),
      });
      expect(made.validationRecords).toHaveLength(1);
      expect(resource(stack, "aws_acm_certificate_validation", "issued").validation_record_fqdns).toHaveLength(1);
    }
  });

  test("keeps the address of a record when names are added and put in another order", () => {
    issued({ hostnames: ["a.example.com", "b-c.example.com"] });
    const before = Object.keys(resources(stack, "cloudflare_dns_record"));
    stack = newStack();
    issued({ hostnames: ["b-c.example.com", "b.c.example.com", "a.example.com"] });
    const after = Object.keys(resources(stack, "cloudflare_dns_record"));
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(3);
  });

  test("has the key, the tags and the providers that are asked for", () => {
    const provider = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1" });
    const cloudflareProvider = new CloudflareProvider(stack, "cloudflare", { alias: "other" });
    issued({ keyAlgorithm: "EC_prime256v1", tags: { a: "b" }, provider, zone: { ...zone, cloudflareProvider } });
    expect(resource(stack, "aws_acm_certificate", "issued")).toMatchObject({
      key_algorithm: "EC_prime256v1",
      tags: { a: "b" },
      provider: "aws.edge",
    });
    expect(resource(stack, "aws_acm_certificate_validation", "issued").provider).toBe("aws.edge");
    const record = resource(stack, "cloudflare_dns_record", "issued_validation_api_example_com");
    expect(record.provider).toBe("cloudflare.other");
  });

  test("goes to a zone that only Terraform knows", () => {
    issued({ zone: { zoneId: "${data.cloudflare_zone.x.zone_id}", zoneName: "${var.zone}" } });
    const record = resource(stack, "cloudflare_dns_record", "issued_validation_api_example_com");
    expect(record.zone_id).toBe("${data.cloudflare_zone.x.zone_id}");
  });

  test("says the same in HCL", () => {
    issued();
    expect(Testing.synthHcl(stack)).toContain(`name = "${option("resource_record_name", "api.example.com")}"`);
  });
});

test("a provider of the zone's stack is none of another stack's", () => {
  const dns = new TerraformStack(stack.node.root, "dns");
  const cloudflareProvider = new CloudflareProvider(dns, "cloudflare", { alias: "dns" });
  issued({ zone: { ...zone, cloudflareProvider } });
  expect(resource(stack, "cloudflare_dns_record", "issued_validation_api_example_com")).not.toHaveProperty("provider");
});

test("a domain is told of the certificate only once it is issued", () => {
  new AwsProvider(stack, "aws", { region: "eu-central-1" });
  const made = issued({ hostnames: ["api.example.com", "*.API.example.com"] });
  expect(writeOut(stack, made.certificateArn)).toBe("${aws_acm_certificate_validation.issued.certificate_arn}");
  expect(made.certificateHostnames).toEqual(["api.example.com", "*.api.example.com"]);
  expect([made.certificateSource, made.certificateRegion]).toEqual(["issued", "eu-central-1"]);
  expect(made.acmCertificate.terraformResourceType).toBe("aws_acm_certificate");
  expect(made.certificateValidation.terraformResourceType).toBe("aws_acm_certificate_validation");
  expect(made.validationRecords.map((record) => record.terraformResourceType)).toEqual(["cloudflare_dns_record"]);
});

describe("it is refused", () => {
  test("for everything at once", () => {
    const hostnames = ["api.other.com", "10.0.0.1"];
    expect(refusedFor(() => issued({ hostnames, keyAlgorithm: "RSA-2048" }))).toEqual([
      "certificate/hostname-syntax at hostnames[1]",
      "certificate/host-outside-zone at hostnames[0]",
      "certificate/key-algorithm at keyAlgorithm",
    ]);
  });

  test("for a record that another one makes, unless there is a reason", () => {
    issued({ hostnames: ["*.api.example.com", "example.com"] });
    const second = (acknowledgements?: { [rule: string]: string }) =>
      new IssuedCertificate(stack, acknowledgements === undefined ? "second" : "meant", {
        hostnames: ["b.example.com", "API.example.com"],
        zone,
        acknowledgements,
      });
    expect(refusedFor(second)).toEqual(["certificate/validation-record-twice at hostnames[1]"]);
    expect(() => second({ "certificate/validation-record-twice": "it is of another account" })).not.toThrow();
  });

  test.each<[string, string, object]>([
    ["a name that only Terraform knows", "input/wrong-type at hostnames[0]", { hostnames: ["${var.host}"] }],
    ["no zone", "input/missing-option at zone", { zone: undefined }],
    ["the name of a zone", "input/wrong-type at zone", { zone: "example.com" }],
    ["a zone without its name", "input/wrong-type at zone", { zone: { zoneId: zone.zoneId } }],
    ["a zone without its id", "input/wrong-type at zone", { zone: { zoneName: "example.com" } }],
    ["a misspelt option", "input/unknown-option at hostname", { hostname: "api.example.com" }],
  ])("for %s", (_what, expected, options) => {
    expect(refusedFor(() => issued(options))).toEqual([expected]);
  });

  test("for a reason that nothing needs, with a warning", () => {
    const { node } = issued({ acknowledgements: { "certificate/expires-soon": "never" } });
    expect(node.metadata.map(({ data }) => data)).toEqual([expect.stringContaining("input/unused-acknowledgement")]);
  });
});
