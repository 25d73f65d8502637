import { TerraformProvider } from "cdktf";
import { ICloudflareZone } from "../edge/zone-reference";

/** Cloudflare shows a client certificate to the origins of a zone, and a trust store lets API Gateway check it. */
export interface AuthenticatedOriginPullsProps {
  /** The zone whose requests carry the certificate: all of them, to every origin of the zone. */
  readonly zone: ICloudflareZone;

  /**
   * A client certificate of your own as PEM, which no other zone has. It is no CA's.
   *
   * @default - the one that all zones of Cloudflare share: it shows that a request comes from Cloudflare, not from whom
   */
  readonly clientCertificate?: string;

  /**
   * The private key of the client certificate: the value of a sensitive variable or of a resource. It is kept in
   * Terraform's state.
   *
   * @default - none: the shared certificate is used
   */
  readonly clientPrivateKey?: string;

  /**
   * The CA that signed the client certificate as PEM, with the CAs above it.
   *
   * @default - the CA of the certificate that all zones share
   */
  readonly clientCa?: string;

  /**
   * Whether the zone is set here; `false` for the trust store of a second region, and where somebody else sets it.
   *
   * @default true
   */
  readonly manageZone?: boolean;

  /**
   * A bucket that exists, with versioning on, in the region of the domain.
   *
   * @default - a new bucket, private and with versioning on
   */
  readonly bucketName?: string;

  /**
   * The key of the trust store's object.
   *
   * @default "origin-pulls-ca.pem"
   */
  readonly trustStoreKey?: string;

  /**
   * Tags of the bucket and of the object.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * Why a warning is meant to be so, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };

  /**
   * The AWS provider of the bucket: that of the domain.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;
}
