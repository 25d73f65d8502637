import { TerraformProvider } from "cdktf";
import { IApiStage } from "./api-stage";

/** A REST API answers requests from Cloudflare's addresses only. */
export interface CloudflareIpRangesPolicyProps {
  /** The REST API: a `CachedRestApi`, or `ApiStage.rest(stage)`, of the same stack and without another policy. */
  readonly api: IApiStage;

  /**
   * Why a warning is meant to be so, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };

  /**
   * The AWS provider of the policy: that of the API.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;

  /**
   * The Cloudflare provider that the addresses are read with.
   *
   * @default - the stack's default Cloudflare provider
   */
  readonly cloudflareProvider?: TerraformProvider;
}
