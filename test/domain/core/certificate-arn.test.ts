import { regionOfCertificate } from "../../../lib/domain/core/certificate-arn";

const ID = "12345678-1234-1234-1234-123456789012";

test.each<[string, string | undefined]>([
  [`arn:aws:acm:eu-central-1:123456789012:certificate/${ID}`, "eu-central-1"],
  [`arn:aws:acm:ap-southeast-2:123456789012:certificate/${ID}`, "ap-southeast-2"],
  [`arn:aws-cn:acm:cn-north-1:123456789012:certificate/${ID}`, "cn-north-1"],
  [`arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/${ID}`, "us-gov-west-1"],
  ["arn:aws:iam::123456789012:server-certificate/api", undefined],
  [`arn:aws:acm-pca:eu-central-1:123456789012:certificate-authority/${ID}`, undefined],
  [`arn:aws:acm::123456789012:certificate/${ID}`, undefined],
  [`arn:aws:acm:eu-central-1:12345:certificate/${ID}`, undefined],
  ["arn:aws:acm:eu-central-1:123456789012:certificate/", undefined],
  [`arn:gcp:acm:eu-central-1:123456789012:certificate/${ID}`, undefined],
  [` arn:aws:acm:eu-central-1:123456789012:certificate/${ID}`, undefined],
  [ID, undefined],
  ["", undefined],
])("%s is in %s", (arn, region) => expect(regionOfCertificate(arn)).toBe(region));
