/** A certificate in ACM, by its ARN in `Emulator.certificates()`. */
export interface HeldCertificate {
  readonly type: "IMPORTED" | "AMAZON_ISSUED";
  readonly status: string;
  /** Such as `RSA-2048` or `EC-secp256r1`. */
  readonly keyAlgorithm: string;
  /** From the certificate itself, sorted. */
  readonly hostnames: readonly string[];
  readonly certificatePem: string;
  /** The chain as it was imported; empty without one. */
  readonly chainPem: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A custom domain name, of either API of API Gateway, by its name in `Emulator.customDomains()`. */
export interface HeldDomain {
  readonly region: string;
  readonly endpointType: "REGIONAL" | "EDGE";
  readonly securityPolicy: string;
  /** What the DNS record of the domain has to point to. */
  readonly targetDomainName: string;
  readonly certificateArn: string;
  readonly ownershipVerificationCertificateArn: string | null;
  readonly mutualTls: { readonly truststoreUri: string; readonly truststoreVersion?: string } | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Base path mappings and API mappings alike, by key; the empty key is the whole domain. */
  readonly mappings: Readonly<Record<string, HeldMapping>>;
}

export interface HeldMapping {
  readonly type: "REST" | "HTTP";
  /** The name of the API. */
  readonly api: string;
  readonly stage: string;
}

/** An HTTP API, by its name in `Emulator.httpApis()`. */
export interface HeldHttpApi {
  readonly apiId: string;
  readonly disableExecuteApiEndpoint: boolean;
  readonly cors: unknown;
  /** The integration of each route, by the route's key. */
  readonly routes: Readonly<Record<string, HeldIntegration | null>>;
  readonly stages: Readonly<Record<string, { readonly autoDeploy: boolean }>>;
}

export interface HeldIntegration {
  readonly type: string;
  readonly uri: string;
  readonly payloadFormatVersion: string;
}
