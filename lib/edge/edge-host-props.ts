import { TerraformProvider } from "cdktf";
import { CertificateSource } from "../domain/domain-certificate";
import { CloudflareZone } from "./cloudflare-zone";
import { EdgeCertificate, StrictTls } from "./core/strict-tls";
import { EdgeCacheOptions } from "./edge-cache-options";

/** A header that tells the origin that a request came through this zone. */
export interface OriginSecretHeader {
  /** The name of the header, such as `X-Origin-Secret`. */
  readonly name: string;

  /** The value: a sensitive variable or an attribute of a resource, never the text itself. */
  readonly value: string;
}

/** One public host name at Cloudflare. */
export interface EdgeHostProps {
  /** The host name, such as `api.example.com`. */
  readonly host: string;

  /** The zone that it is in. */
  readonly zone: CloudflareZone;

  /** The name that API Gateway gives the custom domain (`ApiDomain.targetDomainName`), not that of the API. */
  readonly target: string;

  /**
   * Whether requests go through Cloudflare. Nothing is cached or redirected without.
   *
   * @default true
   */
  readonly proxied?: boolean;

  /**
   * How long resolvers keep an unproxied record, in seconds; 1 for Cloudflare's choice.
   *
   * @default 1
   */
  readonly ttlSeconds?: number;

  /**
   * A comment on the record.
   *
   * @default - none
   */
  readonly comment?: string;

  /**
   * Tags of the record, such as `team:cats`.
   *
   * @default - none
   */
  readonly recordTags?: string[];

  /**
   * How the connection to the origin gets its TLS mode.
   *
   * @default - ZONE where the zone has `strictTls`, otherwise HOST
   */
  readonly strictTls?: StrictTls;

  /**
   * The TLS mode: `strict`, `full` (any certificate is accepted), or `origin_pull` (Enterprise).
   *
   * @default "strict"
   */
  readonly sslMode?: string;

  /**
   * Whether http is redirected to https. API Gateway does not answer http.
   *
   * @default true
   */
  readonly httpsRedirect?: boolean;

  /**
   * The certificate that visitors see.
   *
   * @default EdgeCertificate.UNIVERSAL
   */
  readonly edgeCertificate?: EdgeCertificate;

  /**
   * How the host is cached.
   *
   * @default - answers are kept if and for as long as the origin says
   */
  readonly cache?: EdgeCacheOptions;

  /**
   * A header with a secret that every request to the origin carries.
   *
   * @default - none
   */
  readonly originSecretHeader?: OriginSecretHeader;

  /**
   * Where the origin's certificate comes from.
   *
   * @default - not known
   */
  readonly certificateSource?: CertificateSource;

  /**
   * The priority of the host's page rule; the higher one wins.
   *
   * @default - 1 for the first host of the zone with a page rule, 2 for the second
   */
  readonly pageRulePriority?: number;

  /**
   * The Cloudflare provider of the record.
   *
   * @default - the zone's, or the stack's default where the zone is of another stack
   */
  readonly cloudflareProvider?: TerraformProvider;

  /**
   * Reasons why a warning may be raised, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}
