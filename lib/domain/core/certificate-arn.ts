const ACM_CERTIFICATE =
  /^arn:aws(?:-cn|-us-gov)?:acm:([a-z]{2}(?:-[a-z]+)+-\d+):\d{12}:certificate\/[A-Za-z0-9-]{1,64}$/;

/** The region of a certificate in ACM; undefined where this is not the ARN of one. */
export function regionOfCertificate(arn: string): string | undefined {
  return ACM_CERTIFICATE.exec(arn)?.[1];
}
