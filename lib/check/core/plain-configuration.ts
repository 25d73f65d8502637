import { Ordering } from "./ordering";

/** The arguments of a resource as Terraform's JSON has them. */
export interface Attributes {
  readonly [name: string]: unknown;
}

/** A resource or a data source, whatever wrote it down. What is not known is text with `${…}` in it. */
export interface CheckedResource {
  /** `aws_api_gateway_stage.cats`, `module.api["v1"].aws_api_gateway_stage.cats`, `data.cloudflare_zone.zone`. */
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  readonly attributes: Attributes;
  /** The file that declares it, as the user named it. */
  readonly file: string;
  /** Undefined where it is not known. */
  readonly region?: string;
  /** What tells its provider from others of the same type. */
  readonly provider: string;
  /** Whether it may stand for none, or for several, which are not told apart before Terraform runs. */
  readonly isRepeated: boolean;
  /** What a plan has values for and its configuration no expressions: what the provider chooses, and dynamic blocks. */
  readonly unwritten?: ReadonlySet<string>;
  /** Whether the next apply would create it; true where no plan says otherwise. */
  readonly isCreated: boolean;
}

/** Something in which a private key could be written down, and whose file it is. */
export interface WrittenText {
  readonly file: string;
  readonly value: unknown;
}

/** What one run of Terraform would read: a directory of JSON, or a plan. */
export interface PlainConfiguration {
  readonly resources: readonly CheckedResource[];
  /** Local values by name; a plan has none, because it has replaced them by their values. */
  readonly locals: ReadonlyMap<string, unknown>;
  /** The variables that are not sensitive. */
  readonly openVariables: ReadonlySet<string>;
  /** What is written down, as opposed to what Terraform makes of it. */
  readonly written: readonly WrittenText[];
  /** The versions of the Cloudflare provider that are asked for, as they are written. */
  readonly cloudflareVersions: string | undefined;
  /** Whether the first of two resources, by their addresses, waits for the second, or may. */
  readonly follows: Ordering;
  /** Whether all of it is seen: no module, and no file in HCL beside it. */
  readonly isWhole: boolean;
}
