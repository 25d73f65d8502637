import { certificateFacts } from "../../../../lib/check/core/domain/read-certificate";
import { certificate } from "../../../support/certificates";
import { referencesOf } from "../../support/configuration";

const ARN = "arn:aws:acm:us-east-1:123456789012:certificate/0123";

const references = referencesOf({
  provider: { aws: { region: "eu-central-1" } },
  resource: {
    cloudflare_origin_ca_certificate: { ca: { hostnames: ["api.example.com"] } },
    aws_acm_certificate: {
      origin: { certificate_body: "${cloudflare_origin_ca_certificate.ca.certificate}", private_key: "${var.key}" },
      imported: { certificate_body: certificate({ hostnames: ["api.example.com"] }).pem, private_key: "${var.key}" },
      file: { certificate_body: '${file("cert.pem")}', private_key: "${var.key}" },
      issued: { domain_name: "api.example.com", subject_alternative_names: ["*.example.com"], region: "us-east-1" },
      unknown: { domain_name: "${var.name}" },
    },
    aws_acm_certificate_validation: { v: { certificate_arn: "${aws_acm_certificate.issued.arn}" } },
  },
  data: { aws_acm_certificate: { found: { domain: "api.example.com" } } },
});

const facts = (name: string) => certificateFacts(`\${${name}}`, references);

test.each([
  ["aws_acm_certificate.origin.arn", { source: "origin-ca", hostnames: ["api.example.com"], region: "eu-central-1" }],
  ["aws_acm_certificate.file.arn", { source: "imported", hostnames: undefined, region: "eu-central-1" }],
  [
    "aws_acm_certificate.issued.arn",
    { source: "issued", hostnames: ["api.example.com", "*.example.com"], region: "us-east-1" },
  ],
  [
    "aws_acm_certificate_validation.v.certificate_arn",
    { source: "issued", hostnames: ["api.example.com", "*.example.com"], region: "us-east-1" },
  ],
  ["aws_acm_certificate.unknown.arn", { source: "issued", hostnames: undefined, region: "eu-central-1" }],
  ["data.aws_acm_certificate.found.arn", { region: "eu-central-1" }],
  ["var.arn", { region: undefined }],
])("%s", (name, expected) => expect(facts(name)).toEqual(expected));

test("names are read from a certificate that is there as text", () => {
  expect(facts("aws_acm_certificate.imported.arn").hostnames).toEqual(["api.example.com"]);
});

test("of an ARN only the region is known", () => {
  expect(certificateFacts(ARN, references)).toEqual({ region: "us-east-1" });
});
