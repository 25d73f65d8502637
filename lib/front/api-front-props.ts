import { TerraformProvider } from "cdktf";
import { ApiMapping, DomainNameResource, MutualTlsOptions } from "../domain/api-domain-props";
import { IApiStage } from "../domain/api-stage";
import { IDomainCertificate } from "../domain/domain-certificate";
import { OriginCaKeyAlgorithm } from "../domain/origin-ca-certificate-props";
import { CloudflareZone } from "../edge/cloudflare-zone";
import { EdgeCacheOptions } from "../edge/edge-cache-options";
import { EdgeCertificate, StrictTls } from "../edge/core/strict-tls";
import { OriginSecretHeader } from "../edge/edge-host-props";

/** The Origin CA certificate that a front makes. */
export interface FrontCertificateOptions {
  /**
   * The algorithm of its key.
   *
   * @default OriginCaKeyAlgorithm.RSA_2048
   */
  readonly keyAlgorithm?: OriginCaKeyAlgorithm;

  /**
   * For how many days it is valid: 7, 30, 90, 365, 730, 1095 or 5475. Nothing renews it.
   *
   * @default 5475
   */
  readonly validityDays?: number;

  /**
   * Any text, such as `2027-03`. Change it for a new key and certificate, which are in place before the old one is
   * revoked.
   *
   * @default - none
   */
  readonly rotation?: string;
}

/** An API behind Cloudflare. */
export interface ApiFrontProps {
  /** The public host name, such as `api.example.com`. */
  readonly host: string;

  /**
   * More names of the same API. Each gets a custom domain and a record of its own; the certificate covers all.
   *
   * @default - none
   */
  readonly additionalHosts?: string[];

  /** The Cloudflare zone of the hosts. */
  readonly zone: CloudflareZone;

  /**
   * The API: a `CachedRestApi`, an `HttpApi`, or what the factories of `ApiStage` give. It is served at every path that
   * no mapping has.
   *
   * @default - none: only the mappings are served
   */
  readonly api?: IApiStage;

  /**
   * APIs below paths of their own.
   *
   * @default - none
   */
  readonly mappings?: ApiMapping[];

  /**
   * The certificate of the custom domains.
   *
   * @default - an `OriginCaCertificate` for all hosts
   */
  readonly certificate?: IDomainCertificate;

  /**
   * What is said of the certificate that is made. Not together with `certificate`.
   *
   * @default - RSA 2048, 5475 days
   */
  readonly certificateOptions?: FrontCertificateOptions;

  /**
   * How the edge caches.
   *
   * @default - answers are kept if and for as long as the origin says
   */
  readonly cache?: EdgeCacheOptions;

  /**
   * How the connection to the origin gets its TLS mode, Full (strict).
   *
   * @default - ZONE where the zone has `strictTls`, otherwise HOST
   */
  readonly strictTls?: StrictTls;

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
   * Whether the addresses that AWS gives the APIs are switched off, so that nobody gets around Cloudflare.
   *
   * @default true
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * API Gateway takes connections only from who shows a certificate: `AuthenticatedOriginPulls.mutualTls()`.
   *
   * @default - it takes all
   */
  readonly mutualTls?: MutualTlsOptions;

  /**
   * A header with a secret that Cloudflare adds to every request, for the API's authorizer to look at.
   *
   * @default - none
   */
  readonly originSecretHeader?: OriginSecretHeader;

  /**
   * Whether a resource policy lets only Cloudflare's addresses in. REST APIs of this stack only.
   *
   * @default false
   */
  readonly cloudflareIpRangesOnly?: boolean;

  /**
   * What TLS the custom domains speak.
   *
   * @default "TLS_1_2"
   */
  readonly securityPolicy?: string;

  /**
   * `BASIC` or `STRICT`; a `SecurityPolicy_…` needs it. The AWS provider has to be a version that knows
   * `endpoint_access_mode`.
   *
   * @default - none
   */
  readonly endpointAccessMode?: string;

  /**
   * The kind of resource of the custom domains. To change it replaces a live domain: set it before you map the first
   * HTTP API on a domain that has served REST APIs only.
   *
   * @default - `API_GATEWAY_V2` as soon as an HTTP API is mapped, otherwise `API_GATEWAY`
   */
  readonly domainNameResource?: DomainNameResource;

  /**
   * Tags of the AWS resources.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };

  /**
   * The AWS provider of every resource: that of the API's region.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;

  /**
   * Why a warning is meant to be so, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };
}
