/** What is known of an API that a domain maps; a value that only Terraform knows is undefined. */
export interface MappedApiFacts {
  /** `REST` or `HTTP`. */
  readonly type: string;
  readonly paths?: readonly string[];
  /** `HTTP` or `WEBSOCKET`, of an HTTP API that is declared here. */
  readonly protocolType?: string;
  /** Of an API that is declared here. */
  readonly region?: string;
  /** Of a REST API that is declared here. */
  readonly endpointTypes?: readonly string[];
}

/** One mapping as the user wrote it. */
export interface MappingInput {
  /** The property of the API: `api` or `mappings[0].api`. */
  readonly property: string;
  /** The property of the path: `api` or `mappings[0].path`. */
  readonly pathProperty: string;
  readonly path: string;
  readonly stageName: unknown;
  readonly api: MappedApiFacts;
  readonly importId?: { readonly property: string; readonly value: string };
}

/** What is known of a certificate; `undefined` where it is not. */
export interface CertificateFacts {
  /** `origin-ca`, `imported` or `issued`. */
  readonly source?: string;
  readonly hostnames?: readonly string[];
  readonly region?: string;
}

/** What decides how a domain that exists is mapped. */
export interface ExistingDomainInput {
  readonly domainName: string;
  readonly endpointType: string;
  /** The region of the domain. */
  readonly region?: string;
  readonly mappings: readonly MappingInput[];
}

/** What decides how a domain is rendered. */
export interface DomainInput extends ExistingDomainInput {
  readonly securityPolicy: unknown;
  readonly endpointAccessMode?: unknown;
  /** `aws_api_gateway_domain_name` or `aws_apigatewayv2_domain_name`. */
  readonly resource?: string;
  readonly certificate: CertificateFacts;
  readonly mutualTls?: {
    readonly truststoreUri: unknown;
    readonly truststoreRegion?: string;
    readonly ownership?: CertificateFacts;
  };
}
