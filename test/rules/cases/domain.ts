import { ApiGatewayRestApiPolicy } from "@cdktf/provider-aws/lib/api-gateway-rest-api-policy";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, TerraformVariable } from "cdktf";
import { ApiDomain } from "../../../lib/domain/api-domain";
import { ApiDomainProps, ApiMapping, DomainNameResource } from "../../../lib/domain/api-domain-props";
import { ApiStage, IApiStage } from "../../../lib/domain/api-stage";
import { AuthenticatedOriginPulls } from "../../../lib/domain/authenticated-origin-pulls";
import { AuthenticatedOriginPullsProps } from "../../../lib/domain/authenticated-origin-pulls-props";
import { CloudflareIpRangesPolicy } from "../../../lib/domain/cloudflare-ip-ranges-policy";
import { CertificateSource, IDomainCertificate } from "../../../lib/domain/domain-certificate";
import { HttpApi } from "../../../lib/domain/http-api";
import { RestAuthorizer } from "../../../lib/gateway/rest-authorizer";
import { apiKeyHeaderNeedsRestApi } from "../../../lib/rules/domain/api-key-header-needs-rest-api";
import { CHAIN, CLIENT_CERTIFICATES } from "../../support/client-certificates";
import { REGION, certificateOf } from "../../support/domain";
import { cachedEndpoint, endpoint, restApi } from "../../support/rest-api";
import { TestApi } from "../../support/test-api";
import { RuleCase, fires, silent, tells } from "./rule-case";

const { caAsClient, clientCa, clientCertificate, expiredClientCertificate, otherCa, weakClientCertificate } =
  CLIENT_CERTIFICATES;
const { IMPORTED, ISSUED, ORIGIN_CA } = CertificateSource;
const US = { certificateRegion: "us-east-1" };

function domain(stack: TerraformStack, props: Partial<ApiDomainProps>, id = "domain"): ApiDomain {
  return new ApiDomain(stack, id, { domainName: "api.example.com", certificate: certificateOf(), ...props });
}

/** A domain whose one API is that of the stage. */
const served = (api: TestApi, props: Partial<ApiDomainProps>) =>
  domain(api.stack, { api: ApiStage.rest(api.stage), ...props });
/** The same with another certificate. */
const certified = (api: TestApi, certificate: Partial<IDomainCertificate>, props: Partial<ApiDomainProps> = {}) =>
  served(api, { certificate: certificateOf(certificate), ...props });
/** A domain with the API of the stage at these paths. */
const mapped = (api: TestApi, ...paths: string[]) =>
  domain(api.stack, { mappings: paths.map((path): ApiMapping => ({ path, api: ApiStage.rest(api.stage) })) });

function http({ stack }: TestApi, corsOrigins?: string[]): HttpApi {
  return new HttpApi(stack, "http", { lambdaFunction: { functionName: "x", invokeArn: "arn:aws:x" }, corsOrigins });
}

/** An HTTP API in Ireland; the stack's own provider is elsewhere. */
function irish(stack: TerraformStack): HttpApi {
  new AwsProvider(stack, "aws", { region: REGION });
  const provider = new AwsProvider(stack, "ireland", { region: "eu-west-1", alias: "ireland" });
  return new HttpApi(stack, "http", { lambdaFunction: { functionName: "x", invokeArn: "arn:aws:x" }, provider });
}

const mutualTls = (
  truststoreUri = "s3://trust-store/ca.pem",
  ownershipVerificationCertificate?: IDomainCertificate,
) => ({
  mutualTls: { truststoreUri, ownershipVerificationCertificate },
});

/** A domain in {@link REGION} with a trust store in another one. */
function trusting(api: TestApi, truststoreRegion: string): void {
  new AwsProvider(api.stack, "aws", { region: REGION });
  served(api, { mutualTls: { truststoreUri: "s3://trust-store/ca.pem", truststoreRegion } });
}

function pulls({ stack }: TestApi, props: Partial<AuthenticatedOriginPullsProps> = {}, id = "pulls") {
  const zone = { zoneId: "0123456789abcdef0123456789abcdef", zoneName: "example.com" };
  new AuthenticatedOriginPulls(stack, id, { zone, ...props });
}

function ownPulls(api: TestApi, certificate: string, ca = clientCa): void {
  const clientPrivateKey = new TerraformVariable(api.stack, "key", { sensitive: true }).stringValue;
  pulls(api, { clientCertificate: certificate, clientPrivateKey, clientCa: ca });
}

const guardedByIam = endpoint({ path: "/me", authorizer: RestAuthorizer.iam() });

const ranges = ({ stack }: TestApi, api: IApiStage) => new CloudflareIpRangesPolicy(stack, "ranges", { api });

const MAPPING_CASES: readonly RuleCase[] = [
  fires("domain/no-mapping", "a domain without an API", "api", ({ stack }) => domain(stack, {})),
  silent("domain/no-mapping", "a domain with a mapping", (api) => mapped(api, "v1")),

  fires("domain/duplicate-mapping", "two APIs at one path", "mappings[1].path", (api) => mapped(api, "v1", "v1")),
  silent("domain/duplicate-mapping", "a path below another", (api) => mapped(api, "v1", "v1/orders")),

  fires("domain/stage-missing", "a stage without a name", "api.apiStageName", ({ stack }) =>
    domain(stack, { api: ApiStage.fromRestApiId("abc123", "") }),
  ),
  silent("domain/stage-missing", "the $default stage of an HTTP API", (api) => domain(api.stack, { api: http(api) })),

  fires("domain/mapping-key-syntax", "a slash before the path", "mappings[0].path", (api) => mapped(api, "/v1")),
  silent("domain/mapping-key-syntax", "a path of two levels", (api) => mapped(api, "v1/orders")),

  fires("domain/mapping-key-reserved", "the path ping", "mappings[0].path", (api) => mapped(api, "ping")),
  silent("domain/mapping-key-reserved", "a path that begins so", (api) => mapped(api, "pings")),

  fires("domain/reserved-path", "an API with /ping at the root", "api", (api) => {
    api.endpoint("GET", "/ping");
    served(api, {});
  }),
  silent("domain/reserved-path", "the same API at a path", (api) => {
    api.endpoint("GET", "/ping");
    mapped(api, "v1");
  }),

  fires("domain/mapping-keys-differ-by-case", "v1 and V1", "mappings[1].path", (api) => mapped(api, "v1", "V1")),
  silent("domain/mapping-keys-differ-by-case", "v1 and v2", (api) => mapped(api, "v1", "v2")),

  fires("domain/mapping-shadows-path", "a path that another API has", "mappings[1].path", (api) => {
    api.endpoint("GET", "/orders");
    mapped(api, "v1", "v1/orders");
  }),
  silent("domain/mapping-shadows-path", "a path that only a parameter would take", (api) => {
    api.endpoint("GET", "/{proxy+}");
    mapped(api, "v1", "v1/orders");
  }),

  fires("domain/too-many-mappings", "201 paths of two levels", "mappings", (api) =>
    mapped(api, ...Array.from({ length: 201 }, (_, index) => `a/${index}`)),
  ),
  silent("domain/too-many-mappings", "two paths of two levels", (api) => mapped(api, "a/1", "a/2")),

  fires("domain/http-api-on-edge", "an HTTP API", "api", (api) =>
    domain(api.stack, { endpointType: "EDGE", certificate: certificateOf(US), api: http(api) }),
  ),
  silent("domain/http-api-on-edge", "a REST API", (api) => certified(api, US, { endpointType: "EDGE" })),

  fires("domain/multi-level-key-on-edge", "a path of two levels", "mappings[0].path", (api) =>
    domain(api.stack, {
      endpointType: "EDGE",
      certificate: certificateOf(US),
      mappings: [{ path: "v1/orders", api: ApiStage.rest(api.stage) }],
    }),
  ),
  silent("domain/multi-level-key-on-edge", "a regional domain", (api) => mapped(api, "v1/orders")),

  fires("domain/websocket-api", "a WebSocket API", "api", ({ stack }) =>
    domain(stack, {
      api: ApiStage.httpApi(new Apigatewayv2Api(stack, "chat", { name: "chat", protocolType: "WEBSOCKET" })),
    }),
  ),
  silent("domain/websocket-api", "an HTTP API", (api) => domain(api.stack, { api: http(api) })),

  fires("domain/api-region", "an API of another region", "api", ({ stack }) => domain(stack, { api: irish(stack) })),
  silent("domain/api-region", "the region of the API", ({ stack }) => {
    const api = irish(stack);
    domain(stack, { api, certificate: certificateOf({ certificateRegion: undefined }), provider: api.api.provider });
  }),

  fires("domain/private-api", "a private API", "api", (api) => {
    api.restApi.putEndpointConfiguration({ types: ["PRIVATE"] });
    served(api, {});
  }),
  silent("domain/private-api", "a regional API", (api) => {
    api.restApi.putEndpointConfiguration({ types: ["REGIONAL"] });
    served(api, {});
  }),

  fires("domain/import-id", "the id of another path", "mappings[0].importId", (api) =>
    domain(api.stack, {
      mappings: [{ path: "v1", api: ApiStage.rest(api.stage), importId: "api.example.com/v2" }],
    }),
  ),
  silent("domain/import-id", "the id of the path", (api) =>
    domain(api.stack, {
      mappings: [{ path: "v1", api: ApiStage.rest(api.stage), importId: "api.example.com/v1" }],
    }),
  ),
];

const NAME_CASES: readonly RuleCase[] = [
  fires("domain/name-syntax", "an address", "domainName", (api) =>
    served(api, { domainName: "https://api.example.com" }),
  ),
  silent("domain/name-syntax", "a name in capitals", (api) => served(api, { domainName: "API.EXAMPLE.COM" })),

  fires("domain/declared-twice", "the same name again", "domainName", (api) => {
    served(api, {});
    domain(api.stack, { api: ApiStage.rest(api.stage) }, "second");
  }),
  silent("domain/declared-twice", "another name", (api) => {
    served(api, {});
    domain(api.stack, { api: ApiStage.rest(api.stage), domainName: "other.example.com" }, "second");
  }),

  fires("domain/endpoint-type", "a private domain", "endpointType", (api) => served(api, { endpointType: "PRIVATE" })),
  silent("domain/endpoint-type", "a regional domain", (api) => served(api, { endpointType: "REGIONAL" })),

  fires("domain/resource-kind", "an edge-optimized one of version 2", "domainNameResource", (api) =>
    certified(api, US, { endpointType: "EDGE", domainNameResource: DomainNameResource.API_GATEWAY_V2 }),
  ),
  silent("domain/resource-kind", "a regional one of version 2", (api) =>
    served(api, { domainNameResource: DomainNameResource.API_GATEWAY_V2 }),
  ),

  fires("domain/security-policy", "TLS 1.0", "securityPolicy", (api) => served(api, { securityPolicy: "TLS_1_0" })),
  silent("domain/security-policy", "TLS 1.3 for a REST API", (api) =>
    served(api, { securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09", endpointAccessMode: "STRICT" }),
  ),

  fires("domain/cors-origin", "an origin with a path", "corsOrigins[0]", (api) =>
    http(api, ["https://a.example.com/"]),
  ),
  silent("domain/cors-origin", "an origin with a port", (api) => http(api, ["http://localhost:3000"])),
];

const CERTIFICATE_CASES: readonly RuleCase[] = [
  fires("domain/origin-ca-on-edge", "a certificate of the Origin CA", "certificate", (api) =>
    certified(api, { ...US, certificateSource: ORIGIN_CA }, { endpointType: "EDGE" }),
  ),
  silent("domain/origin-ca-on-edge", "an issued one", (api) =>
    certified(api, { ...US, certificateSource: ISSUED }, { endpointType: "EDGE" }),
  ),
  silent("domain/origin-ca-on-edge", "a regional domain", (api) => certified(api, { certificateSource: ORIGIN_CA })),

  fires("domain/certificate-region", "an edge-optimized domain", "certificate.certificateRegion", (api) =>
    certified(api, {}, { endpointType: "EDGE" }),
  ),
  silent("domain/certificate-region", "a region that is not known", (api) =>
    certified(api, { certificateRegion: undefined }, { endpointType: "EDGE" }),
  ),

  fires("domain/wildcard-certificate", "an imported one", "certificate", (api) =>
    certified(api, { certificateSource: IMPORTED }, { domainName: "*.example.com" }),
  ),
  silent("domain/wildcard-certificate", "an issued one", (api) => certified(api, {}, { domainName: "*.example.com" })),

  fires("domain/mutual-tls-on-edge", "an edge-optimized domain", "endpointType", (api) =>
    certified(api, US, { endpointType: "EDGE", ...mutualTls() }),
  ),
  silent("domain/mutual-tls-on-edge", "a regional domain", (api) => served(api, mutualTls())),

  fires("domain/truststore-uri", "a web address", "mutualTls.truststoreUri", (api) =>
    served(api, mutualTls("https://trust-store.s3.amazonaws.com/ca.pem")),
  ),
  silent("domain/truststore-uri", "an address in S3", (api) => served(api, mutualTls("s3://trust-store/a/ca.pem"))),

  fires("domain/truststore-region", "one in another region", "mutualTls.truststoreRegion", (api) =>
    trusting(api, "us-east-1"),
  ),
  silent("domain/truststore-region", "one in the domain's region", (api) => trusting(api, REGION)),

  fires(
    "domain/ownership-certificate",
    "an imported certificate alone",
    "mutualTls.ownershipVerificationCertificate",
    (api) => certified(api, { certificateSource: IMPORTED }, mutualTls()),
  ),
  silent("domain/ownership-certificate", "an imported one beside an issued one", (api) =>
    certified(api, { certificateSource: ORIGIN_CA }, mutualTls(undefined, certificateOf())),
  ),
];

const LOCK_CASES: readonly RuleCase[] = [
  fires("domain/execute-api-endpoint-open", "an API of somebody else", "api", ({ stack }) =>
    domain(stack, { api: ApiStage.fromRestApiId("abc123", "prod") }),
  ),
  silent("domain/execute-api-endpoint-open", "an API of this app", (api) => served(api, {})),

  fires("domain/execute-api-endpoint-kept", "an API that says so", "api.disableExecuteApiEndpoint", (api) => {
    api.restApi.disableExecuteApiEndpoint = false;
    served(api, {});
  }),
  silent("domain/execute-api-endpoint-kept", "a domain that says so, too", (api) => {
    api.restApi.disableExecuteApiEndpoint = false;
    served(api, { disableExecuteApiEndpoint: false });
  }),

  fires("domain/lock-not-deployed", "a stage without a deployment", "api", ({ restApi: { id: restApiId }, stack }) => {
    const stage = new ApiGatewayStage(stack, "other", { restApiId, stageName: "other", deploymentId: "abc123" });
    domain(stack, { api: ApiStage.rest(stage) });
  }),
  silent("domain/lock-not-deployed", "a stage with its deployment", (api) => served(api, {})),

  fires("domain/shared-client-certificate", "no certificate of one's own", "clientCertificate", (api) => pulls(api)),
  silent("domain/shared-client-certificate", "one of one's own", (api) => ownPulls(api, clientCertificate)),

  fires("domain/client-certificate-parts", "a CA alone", "clientCertificate", (api) => pulls(api, { clientCa })),
  silent("domain/client-certificate-parts", "a CA alone in a second region", (api) =>
    pulls(api, { clientCa, manageZone: false }),
  ),

  fires("domain/client-certificate-is-ca", "a CA", "clientCertificate", (api) => ownPulls(api, caAsClient)),
  silent("domain/client-certificate-is-ca", "a client", (api) => ownPulls(api, clientCertificate)),

  fires("domain/client-certificate-key", "RSA of 1024 bits", "clientCertificate", (api) =>
    ownPulls(api, weakClientCertificate),
  ),
  silent("domain/client-certificate-key", "a key on a curve", (api) => ownPulls(api, clientCertificate)),

  fires("domain/client-certificate-chain", "another CA", "clientCa", (api) =>
    ownPulls(api, clientCertificate, otherCa),
  ),
  silent("domain/client-certificate-chain", "a chain of four", (api) => ownPulls(api, CHAIN.ofFour, CHAIN.cas)),

  fires("domain/client-certificate-expired", "one of 2024", "clientCertificate", (api) =>
    ownPulls(api, expiredClientCertificate),
  ),
  silent("domain/client-certificate-expired", "one of these days", (api) => ownPulls(api, clientCertificate)),

  fires("domain/origin-pulls-declared-twice", "the same zone again", "zone", (api) => {
    pulls(api);
    pulls(api, {}, "second");
  }),
  silent("domain/origin-pulls-declared-twice", "a second trust store", (api) => {
    pulls(api);
    pulls(api, { manageZone: false }, "second");
  }),

  fires("domain/http-api-without-resource-policy", "an HTTP API", "api", (api) => ranges(api, http(api))),
  silent("domain/http-api-without-resource-policy", "a REST API", (api) => ranges(api, ApiStage.rest(api.stage))),

  fires("domain/resource-policy-needs-declared-api", "an API of somebody else", "api", (api) =>
    ranges(api, ApiStage.fromRestApiId("abc123", "prod")),
  ),
  silent("domain/resource-policy-needs-declared-api", "a whole API", (api) =>
    ranges(api, restApi({}, api.stack, "mine")),
  ),

  fires("domain/policy-widens-iam", "an endpoint that IAM guards", "api", (api) =>
    ranges(api, restApi({ endpoints: [cachedEndpoint(), guardedByIam] }, api.stack, "mine")),
  ),
  silent("domain/policy-widens-iam", "an endpoint that an API key guards", (api) =>
    ranges(api, restApi({ endpoints: [cachedEndpoint({ apiKeyRequired: true })] }, api.stack, "mine")),
  ),

  fires("domain/resource-policy-set-twice", "an API with a policy", "api", (api) => {
    new ApiGatewayRestApiPolicy(api.stack, "first", { restApiId: api.restApi.id, policy: "{}" });
    ranges(api, ApiStage.rest(api.stage));
  }),
  silent("domain/resource-policy-set-twice", "an API without one", (api) => ranges(api, ApiStage.rest(api.stage))),

  tells("domain/api-key-header-needs-rest-api", "x-api-key before an HTTP API", "name", () =>
    apiKeyHeaderNeedsRestApi("name", "X-Api-Key", "HTTP"),
  ),
  tells("domain/api-key-header-needs-rest-api", "x-api-key before a REST API", undefined, () =>
    apiKeyHeaderNeedsRestApi("name", "x-api-key", "REST"),
  ),
  tells("domain/api-key-header-needs-rest-api", "another header", undefined, () =>
    apiKeyHeaderNeedsRestApi("name", "x-origin-secret", "HTTP"),
  ),
];

export const DOMAIN_CASES: readonly RuleCase[] = [...MAPPING_CASES, ...NAME_CASES, ...CERTIFICATE_CASES, ...LOCK_CASES];
