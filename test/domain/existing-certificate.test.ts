import { CertificateSource } from "../../lib/domain/domain-certificate";
import { DomainCertificate } from "../../lib/domain/existing-certificate";
import { refusedFor } from "../support/findings";

const ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

test("a certificate is known by its ARN, and its region with it", () => {
  expect(DomainCertificate.fromArn(ARN)).toEqual({ certificateArn: ARN, certificateRegion: "eu-central-1" });
});

test("what else is known of it is told to the domain", () => {
  const options = { source: CertificateSource.ISSUED, hostnames: ["*.Example.com", "münchen.de"] };
  expect(DomainCertificate.fromArn(ARN, options)).toEqual({
    certificateArn: ARN,
    certificateRegion: "eu-central-1",
    certificateSource: "issued",
    certificateHostnames: ["*.example.com", "xn--mnchen-3ya.de"],
  });
});

test("an ARN that only Terraform knows is not judged", () => {
  expect(DomainCertificate.fromArn("${data.aws_acm_certificate.x.arn}")).toEqual({
    certificateArn: "${data.aws_acm_certificate.x.arn}",
  });
});

test.each<[string, string, unknown, object | undefined]>([
  [
    "a certificate of IAM",
    "certificate/arn-syntax at certificateArn",
    "arn:aws:iam::1:server-certificate/x",
    undefined,
  ],
  ["an id", "certificate/arn-syntax at certificateArn", "12345678-1234-1234-1234-123456789012", undefined],
  ["nothing", "certificate/arn-syntax at certificateArn", "", undefined],
  ["no names", "certificate/hostname-count at options.hostnames", ARN, { hostnames: [] }],
  ["an address", "certificate/hostname-syntax at options.hostnames[0]", ARN, { hostnames: ["10.0.0.1"] }],
  ["another source", "input/wrong-type at options.source", ARN, { source: "letsencrypt" }],
  ["a misspelt option", "input/unknown-option at options.hosts", ARN, { hosts: [] }],
  ["a token as a name", "input/wrong-type at options.hostnames[0]", ARN, { hostnames: ["${var.host}"] }],
  ["no ARN", "input/missing-option at certificateArn", undefined, undefined],
  ["a number", "input/wrong-type at certificateArn", 5, undefined],
])("%s is refused", (_what, expected, arn, options) => {
  expect(refusedFor(() => DomainCertificate.fromArn(arn as string, options))).toEqual([expected]);
});
