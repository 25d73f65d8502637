import { TerraformProvider } from "cdktf";

/** The keys that Cloudflare's Origin CA certifies. */
export enum OriginCaKeyAlgorithm {
  /** RSA with 2048 bits. */
  RSA_2048 = "RSA-2048",
  /** ECDSA on the curve P-256. */
  ECDSA_P256 = "ECDSA-P256",
}

/** A certificate of Cloudflare's Origin CA, imported into ACM. */
export interface OriginCaCertificateProps {
  /**
   * The names that it covers, 1 to 200, such as `api.example.com` and `*.example.com`, each in a zone of the account.
   * They have to be known at synth, because their order matters to Terraform; here it does not.
   */
  readonly hostnames: string[];

  /**
   * The type of the key. A change makes a new certificate in ACM, with another ARN, because ACM does not import
   * a key of another type over a present one.
   *
   * @default OriginCaKeyAlgorithm.RSA_2048
   */
  readonly keyAlgorithm?: OriginCaKeyAlgorithm;

  /**
   * For how many days it is valid: 7, 30, 90, 365, 730, 1095 or 5475. Nobody renews it: change `rotation` in time.
   *
   * @default 5475
   */
  readonly validityDays?: number;

  /**
   * Any text, such as `2026-05`. Changed, it gives a new key and a new certificate; the ARN in ACM stays, and the old
   * certificate is revoked after the new one is in its place.
   *
   * @default - the first key is kept
   */
  readonly rotation?: string;

  /**
   * A certificate signing request of your own, as PEM, so that no key is generated into Terraform's state. Needs
   * `privateKey`, and a `keyAlgorithm` of the same type.
   *
   * @default - a key and a request are made with the `tls` provider
   */
  readonly csr?: string;

  /**
   * The private key of `csr`: the value of a sensitive variable, or an attribute of a resource. Never its text.
   *
   * @default - the key that is made
   */
  readonly privateKey?: string;

  /**
   * The root certificate of the Origin CA that goes to ACM as the chain, as PEM.
   *
   * @default - the root for this type of key, which ends on 2029-08-15
   */
  readonly originCaRoot?: string;

  /**
   * Tags of the certificate in ACM.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * The AWS provider, in the region of the API.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;

  /**
   * The Cloudflare provider. Its token needs the permission to edit SSL and certificates of the zones.
   *
   * @default - the stack's default Cloudflare provider
   */
  readonly cloudflareProvider?: TerraformProvider;

  /**
   * The `tls` provider, which makes the key.
   *
   * @default - the stack's default `tls` provider
   */
  readonly tlsProvider?: TerraformProvider;

  /**
   * Warnings that are intended, each with the reason.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}
