import { TerraformProvider } from "cdktf";
import { ICloudflareZone } from "../edge/zone-reference";

/** A certificate that ACM issues and renews, validated through records in a Cloudflare zone. */
export interface IssuedCertificateProps {
  /** The names, such as `api.example.com` and `*.api.example.com`, all in the zone. The first has 64 characters at most. */
  readonly hostnames: string[];

  /** The zone that the validation records go to. */
  readonly zone: ICloudflareZone;

  /**
   * The type of the key in ACM's words: `RSA_2048`, `EC_prime256v1` or `EC_secp384r1`.
   *
   * @default - RSA_2048, which ACM takes by itself
   */
  readonly keyAlgorithm?: string;

  /**
   * Tags of the certificate.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * The AWS provider: in the region of the API, or in us-east-1 for an edge-optimized domain.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Warnings that are intended, each with the reason.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}
