/** A domain with these options beside its name and its certificate. */
function domain(options: string, certificate = "certificate", name = "api.example.com"): string {
  return `new ApiDomain(this, "domain", { domainName: "${name}", certificate: ${certificate}, ${options} });`;
}

/** A domain with these mappings. */
function mappings(...lines: string[]): string {
  return `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate,
  mappings: [
${lines.map((line) => `    ${line},`).join("\n")}
  ],
});`;
}

/** Origin pulls with a client certificate of one's own. */
function pulls(clientCertificate: string, clientCa = "clientCa"): string {
  return `new AuthenticatedOriginPulls(this, "pulls", {
  zone,
  clientCertificate: ${clientCertificate},
  clientPrivateKey: clientKey.stringValue,
  clientCa${clientCa === "clientCa" ? "" : `: ${clientCa}`},
});`;
}

const TRUST_STORE = `mutualTls: { truststoreUri: "s3://my-trust-store/ca.pem" }`;

export const DOMAIN_EXAMPLES: { readonly [rule: string]: string } = {
  "domain/api-key-header-needs-rest-api": `new ApiFront(this, "front", {
  host: "api.example.com",
  zone,
  api: httpApi,
  originSecretHeader: { name: "x-api-key", value: originSecret.stringValue },
});`,

  "domain/api-region": `const us = new AwsProvider(this, "us", { region: "us-east-1", alias: "us" });
const usApi = new HttpApi(this, "us-api", { lambdaFunction: catsFunction, provider: us });
${domain("api: usApi")}`,

  "domain/certificate-region": domain(`api: catsApi`, "certificateOfVirginia"),

  "domain/client-certificate-chain": pulls("clientCertificate", "otherCa"),

  "domain/client-certificate-expired": pulls("expiredClientCertificate"),

  "domain/client-certificate-is-ca": pulls("caAsClient"),

  "domain/client-certificate-key": pulls("weakClientCertificate"),

  "domain/client-certificate-parts": `new AuthenticatedOriginPulls(this, "pulls", { zone, clientCa });`,

  "domain/cors-origin": `new HttpApi(this, "cats", { lambdaFunction: catsFunction, corsOrigins: ["https://www.example.com/"] });`,

  "domain/declared-twice": `${domain("api: catsApi")}
new ApiDomain(this, "second", {
  domainName: "api.example.com",
  certificate,
  mappings: [{ path: "http", api: httpApi }],
});`,

  "domain/duplicate-mapping": mappings(`{ path: "v1", api: catsApi }`, `{ path: "v1", api: httpApi }`),

  "domain/endpoint-type": domain(`api: catsApi, endpointType: "PRIVATE"`),

  "domain/execute-api-endpoint-kept": `const openApi = new HttpApi(this, "open", { lambdaFunction: catsFunction, disableExecuteApiEndpoint: false });
${domain("api: openApi")}`,

  "domain/execute-api-endpoint-open": domain(`api: ApiStage.fromRestApiId("a1b2c3d4e5", "prod")`),

  "domain/http-api-on-edge": domain(`api: httpApi, endpointType: "EDGE"`, "certificateOfVirginia"),

  "domain/http-api-without-resource-policy": `new CloudflareIpRangesPolicy(this, "cloudflare-only", { api: httpApi });`,

  "domain/import-id": mappings(`{ path: "v1", api: catsApi, importId: "api.example.com/v2" }`),

  "domain/lock-not-deployed": `const beta = new ApiGatewayStage(this, "beta", {
  restApiId: restApi.id,
  deploymentId: "a1b2c3",
  stageName: "beta",
});
${domain("api: ApiStage.rest(beta)")}`,

  "domain/mapping-key-reserved": mappings(`{ path: "ping", api: catsApi }`),

  "domain/mapping-key-syntax": mappings(`{ path: "/v1", api: catsApi }`),

  "domain/mapping-keys-differ-by-case": mappings(`{ path: "v1", api: catsApi }`, `{ path: "V1", api: httpApi }`),

  "domain/mapping-shadows-path": mappings(`{ path: "v1", api: catsApi }`, `{ path: "v1/cats", api: httpApi }`),

  "domain/multi-level-key-on-edge": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: certificateOfVirginia,
  endpointType: "EDGE",
  mappings: [{ path: "v1/cats", api: catsApi }],
});`,

  "domain/mutual-tls-on-edge": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: certificateOfVirginia,
  endpointType: "EDGE",
  api: catsApi,
  ${TRUST_STORE},
});`,

  "domain/name-syntax": domain("api: catsApi", "certificate", "https://api.example.com"),

  "domain/no-mapping": `new ApiDomain(this, "domain", { domainName: "api.example.com", certificate });`,

  "domain/origin-ca-on-edge": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: DomainCertificate.fromArn(virginiaArn, { source: CertificateSource.ORIGIN_CA }),
  endpointType: "EDGE",
  api: catsApi,
});`,

  "domain/origin-pulls-declared-twice": `new AuthenticatedOriginPulls(this, "pulls", {
  zone,
  clientCertificate,
  clientPrivateKey: clientKey.stringValue,
  clientCa,
});
new AuthenticatedOriginPulls(this, "second", {
  zone,
  clientCertificate,
  clientPrivateKey: clientKey.stringValue,
  clientCa,
});`,

  "domain/ownership-certificate": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: DomainCertificate.fromArn(certificateArn, { source: CertificateSource.ORIGIN_CA }),
  api: catsApi,
  ${TRUST_STORE},
});`,

  "domain/policy-widens-iam": `const signed = new CachedRestApi(this, "signed", {
  stageName: "prod",
  endpoints: [
    { method: "GET", path: "/cats", integration: cats, cache: {} },
    { method: "GET", path: "/me", integration: cats, authorizer: RestAuthorizer.iam() },
  ],
});
new CloudflareIpRangesPolicy(this, "cloudflare-only", { api: signed });`,

  "domain/private-api": `const inside = new CachedRestApi(this, "inside", {
  stageName: "prod",
  endpointType: "PRIVATE",
  endpoints: [{ method: "GET", path: "/cats", integration: cats, cache: {} }],
});
${domain("api: inside")}`,

  "domain/reserved-path": `const monitored = new CachedRestApi(this, "monitored", {
  stageName: "prod",
  endpoints: [
    { method: "GET", path: "/cats", integration: cats, cache: {} },
    { method: "GET", path: "/ping", integration: cats },
  ],
});
${domain("api: monitored")}`,

  "domain/resource-kind": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: certificateOfVirginia,
  endpointType: "EDGE",
  domainNameResource: DomainNameResource.API_GATEWAY_V2,
  api: catsApi,
});`,

  "domain/resource-policy-needs-declared-api": `new CloudflareIpRangesPolicy(this, "cloudflare-only", {
  api: ApiStage.fromRestApiId("a1b2c3d4e5", "prod"),
});`,

  "domain/resource-policy-set-twice": `new CloudflareIpRangesPolicy(this, "cloudflare-only", { api: catsApi });
new CloudflareIpRangesPolicy(this, "once-more", { api: catsApi });`,

  "domain/security-policy": domain(`api: catsApi, securityPolicy: "TLS_1_0"`),

  "domain/shared-client-certificate": `new AuthenticatedOriginPulls(this, "pulls", { zone });`,

  "domain/stage-missing": mappings(`{ path: "v1", api: ApiStage.fromHttpApiId("a1b2c3d4e5", "") }`),

  "domain/too-many-mappings": `new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate,
  mappings: Array.from({ length: 201 }, (_, index) => ({ path: \`teams/\${index}\`, api: httpApi })),
});`,

  "domain/truststore-region": `const us = new AwsProvider(this, "us", { region: "us-east-1", alias: "us" });
const usPulls = new AuthenticatedOriginPulls(this, "us-pulls", { zone, clientCa, manageZone: false, provider: us });
new ApiDomain(this, "domain", {
  domainName: "api.example.com",
  certificate: issued,
  api: catsApi,
  mutualTls: usPulls.mutualTls(),
});`,

  "domain/truststore-uri": domain(
    `api: catsApi, mutualTls: { truststoreUri: "https://my-trust-store.example.com/ca.pem" }`,
    "issued",
  ),

  "domain/websocket-api": `const chat = new Apigatewayv2Api(this, "chat", { name: "chat", protocolType: "WEBSOCKET" });
${domain("api: ApiStage.httpApi(chat)")}`,

  "domain/wildcard-certificate": domain(
    "api: catsApi",
    "DomainCertificate.fromArn(certificateArn, { source: CertificateSource.IMPORTED })",
    "*.example.com",
  ),
};
