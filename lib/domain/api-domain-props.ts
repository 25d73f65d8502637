import { TerraformProvider } from "cdktf";
import { IApiStage } from "./api-stage";
import { IDomainCertificate } from "./domain-certificate";

/** The two resources that Terraform has for the custom domain of an API. */
export enum DomainNameResource {
  /** `aws_api_gateway_domain_name`: regional or edge-optimized. */
  API_GATEWAY = "aws_api_gateway_domain_name",
  /** `aws_apigatewayv2_domain_name`: regional, TLS 1.2. */
  API_GATEWAY_V2 = "aws_apigatewayv2_domain_name",
}

/** One API under a domain. */
export interface ApiMapping {
  /** The stage that is served: a `CachedRestApi`, an `HttpApi`, or what the factories of `ApiStage` give. */
  readonly api: IApiStage;

  /**
   * The path below which it is served, without a slash at either end: `v1`, or `v1/orders` on a regional domain.
   * Requests go to the longest path that matches; the API sees what is left of theirs.
   *
   * @default - everything that no other mapping has
   */
  readonly path?: string;

  /**
   * A mapping that exists and is taken over, as `terraform import` names it: `api.example.com/v1` (`api.example.com/`
   * without a path) for an `aws_api_gateway_base_path_mapping`, `MAPPING_ID/api.example.com` for an
   * `aws_apigatewayv2_api_mapping`.
   *
   * @default - the mapping is new
   */
  readonly importId?: string;
}

/**
 * Clients have to show a certificate, as Cloudflare does with authenticated origin pulls.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export interface MutualTlsOptions {
  /** The trust store in S3, in the region of the domain, such as `s3://my-bucket/trust-store.pem`. */
  readonly truststoreUri: string;

  /**
   * The region of the trust store's bucket, which is compared with that of the domain.
   *
   * @default - not known at synth
   */
  readonly truststoreRegion?: string;

  /**
   * The version of the trust store's object. Without it a new trust store is not noticed.
   *
   * @default - the one that is current when the domain is created
   */
  readonly truststoreVersion?: string;

  /**
   * A certificate that ACM issued for the domain name, which shows that you own it. Needed where the domain's own
   * certificate was imported, as that of Cloudflare's Origin CA is.
   *
   * @default - none
   */
  readonly ownershipVerificationCertificate?: IDomainCertificate;
}

/** What a domain maps, whoever owns it. */
export interface ApiDomainMappingOptions {
  /**
   * The API that is served at every path that no mapping has.
   *
   * @default - none: only the mappings are served
   */
  readonly api?: IApiStage;

  /**
   * The APIs below paths of their own.
   *
   * @default - none
   */
  readonly mappings?: ApiMapping[];

  /**
   * Whether the addresses that AWS gives the mapped APIs are switched off, so that nobody gets around the domain.
   * Where an API says so itself, that stays. A REST API is deployed anew for it.
   *
   * @default true
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * Why a warning is meant to be so, by the id of its rule.
   *
   * @default - none
   */
  readonly acknowledgements?: { [rule: string]: string };

  /**
   * The AWS provider of every resource.
   *
   * @default - the stack's default AWS provider
   */
  readonly provider?: TerraformProvider;
}

/** A custom domain of REST and HTTP APIs. */
export interface ApiDomainProps extends ApiDomainMappingOptions {
  /** The name, such as `api.example.com`: the one that clients use, also behind Cloudflare. */
  readonly domainName: string;

  /** The certificate: in the region of the domain, for an edge-optimized one in `us-east-1`. */
  readonly certificate: IDomainCertificate;

  /**
   * `REGIONAL` or `EDGE`. An edge-optimized domain has Amazon's CloudFront before it and serves REST APIs only.
   *
   * @default "REGIONAL"
   */
  readonly endpointType?: string;

  /**
   * What TLS is spoken: `TLS_1_2`, or, for a domain that maps REST APIs only, a policy such as
   * `SecurityPolicy_TLS13_1_3_2025_09`.
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
   * The kind of resource. To change it replaces a live domain: set it before you map the first HTTP API on a domain
   * that has served REST APIs only.
   *
   * @default - `API_GATEWAY_V2` as soon as an HTTP API is mapped, otherwise `API_GATEWAY`
   */
  readonly domainNameResource?: DomainNameResource;

  /**
   * Clients have to show a certificate.
   *
   * @default - they need none
   */
  readonly mutualTls?: MutualTlsOptions;

  /**
   * Whether the domain exists and is taken over, by an `import` block. Its mappings have an `importId` each.
   *
   * @default false
   */
  readonly importExisting?: boolean;

  /**
   * Tags of the domain.
   *
   * @default - the provider's default tags
   */
  readonly tags?: { [name: string]: string };
}

/** A custom domain that another configuration owns; only its mappings are made here. */
export interface ExistingApiDomainProps extends ApiDomainMappingOptions {
  /** The name, such as `api.example.com`. */
  readonly domainName: string;

  /** The host that a DNS record of the domain points to, such as `d-a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com`. */
  readonly targetDomainName: string;

  /**
   * The id of the Route 53 zone that the target is in.
   *
   * @default - not known
   */
  readonly hostedZoneId?: string;

  /**
   * `REGIONAL` or `EDGE`.
   *
   * @default "REGIONAL"
   */
  readonly endpointType?: string;
}
