import { TerraformProvider } from "cdktf";

/** A Cloudflare zone that records can be put into. */
export interface ICloudflareZone {
  /** The id, 32 hexadecimal digits. */
  readonly zoneId: string;

  /** The name, such as `example.com`. */
  readonly zoneName: string;

  /**
   * The Cloudflare provider of the zone's resources.
   *
   * @default - the stack's default Cloudflare provider
   */
  readonly cloudflareProvider?: TerraformProvider;
}
