/** Where the certificate of a domain comes from, which decides where it can be used. */
export enum CertificateSource {
  /** Cloudflare's Origin CA: trusted by Cloudflare only. Regional domains, behind a proxied record. */
  ORIGIN_CA = "origin-ca",
  /** Imported into ACM as PEM. */
  IMPORTED = "imported",
  /** Issued by ACM, which renews it. */
  ISSUED = "issued",
}

/** A certificate in AWS Certificate Manager that a custom domain can use. */
export interface IDomainCertificate {
  /** The ARN in ACM. */
  readonly certificateArn: string;

  /**
   * Where it comes from.
   *
   * @default - not known
   */
  readonly certificateSource?: CertificateSource;

  /**
   * The names that it covers, such as `api.example.com` and `*.example.com`.
   *
   * @default - not known, so that nothing is said of a host that it does not cover
   */
  readonly certificateHostnames?: string[];

  /**
   * The AWS region that it is in.
   *
   * @default - not known at synth
   */
  readonly certificateRegion?: string;
}
