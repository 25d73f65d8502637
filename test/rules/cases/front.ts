import { DataAwsLambdaFunction } from "@cdktf/provider-aws/lib/data-aws-lambda-function";
import { HttpApi } from "../../../lib/domain/http-api";
import { OriginCaCertificate } from "../../../lib/domain/origin-ca-certificate";
import { CloudflareZone } from "../../../lib/edge/cloudflare-zone";
import { ApiFront } from "../../../lib/front/api-front";
import { ApiFrontProps } from "../../../lib/front/api-front-props";
import { CacheKey } from "../../../lib/gateway/cache-key";
import { CachedRestApi } from "../../../lib/gateway/cached-rest-api";
import { RestEndpoint } from "../../../lib/gateway/cached-rest-api-props";
import { RestIntegration } from "../../../lib/gateway/rest-integration";
import { TestApi } from "../../support/test-api";
import { Build, RuleCase, fires, silent } from "./rule-case";

const HOST = "api.example.com";
const OPTIONS = { rotation: "2027-03" };

/** A front of an HTTP API, unless said otherwise. */
function front(options: Partial<ApiFrontProps> = {}): Build {
  return ({ stack }) => {
    const zone = new CloudflareZone(stack, "zone", { zoneName: "example.com" });
    const lambdaFunction = new DataAwsLambdaFunction(stack, "cats", { functionName: "cats" });
    const api = options.api ?? new HttpApi(stack, "http-api", { lambdaFunction });
    return new ApiFront(stack, "front", { host: HOST, zone, ...options, api });
  };
}

/** The same with a certificate that is given. */
function certified(options: Partial<ApiFrontProps> = {}): Build {
  return (api) => {
    const certificate = new OriginCaCertificate(api.stack, "certificate", { hostnames: [HOST] });
    return front({ certificate, ...options })(api);
  };
}

/** A front of a REST API with one endpoint, which is cached under its keys. */
function keyed(keys: CacheKey[], options: Partial<ApiFrontProps> = {}, endpoint: Partial<RestEndpoint> = {}): Build {
  return (test: TestApi) => {
    const integration = RestIntegration.http("https://backend.example.com", "GET");
    const endpoints = [{ method: "GET", path: "/cats", integration, cache: { keys }, ...endpoint }];
    const api = new CachedRestApi(test.stack, "cats-api", { stageName: "prod", endpoints });
    const { mappings, ...others } = options;
    if (mappings === undefined) return front({ api, ...others })(test);
    const zone = new CloudflareZone(test.stack, "zone", { zoneName: "example.com" });
    const moved = mappings.map(({ path }) => ({ api, path }));
    return new ApiFront(test.stack, "front", { host: HOST, zone, mappings: moved, ...others });
  };
}

const LANGUAGE = CacheKey.header("Accept-Language");
const PAGE = CacheKey.query("page");
const BELOW_V1 = [{ api: undefined as never, path: "v1" }];

const CERTIFICATE_GIVEN = "front/certificate-given";
const DUPLICATE_HOST = "front/duplicate-host";
const OVERRIDE = "front/override-skips-authorizer";
const EDGE_KEY = "front/edge-key-ignores-gateway-key";

export const FRONT_CASES: readonly RuleCase[] = [
  fires(
    CERTIFICATE_GIVEN,
    "options beside a certificate",
    "certificateOptions",
    certified({ certificateOptions: OPTIONS }),
  ),
  silent(CERTIFICATE_GIVEN, "options alone", front({ certificateOptions: OPTIONS })),
  silent(CERTIFICATE_GIVEN, "a certificate alone", certified()),

  fires(DUPLICATE_HOST, "the host once more", "additionalHosts[0]", front({ additionalHosts: [HOST] })),
  fires(
    DUPLICATE_HOST,
    "another spelling of a further host",
    "additionalHosts[1]",
    front({ additionalHosts: ["www.example.com", "WWW.example.com"] }),
  ),
  silent(DUPLICATE_HOST, "two hosts", front({ additionalHosts: ["www.example.com"] })),

  fires(EDGE_KEY, "a header that the edge does not look at", "cache", keyed([LANGUAGE])),
  fires(
    EDGE_KEY,
    "a query string that the edge ignores",
    "cache",
    keyed([PAGE], { cache: { ignoreQueryStrings: true } }),
  ),
  fires(
    EDGE_KEY,
    "a path that is passed on only as it would be without its mapping",
    "cache",
    keyed([LANGUAGE], { mappings: BELOW_V1, cache: { bypass: { paths: ["/cats"] } } }),
  ),
  silent(EDGE_KEY, "the path and the query string", keyed([PAGE])),
  silent(
    EDGE_KEY,
    "a header whose requests are passed on",
    keyed([LANGUAGE], { cache: { bypass: { headers: ["accept-language"] } } }),
  ),
  silent(EDGE_KEY, "an edge that keeps nothing", keyed([LANGUAGE], { cache: { enabled: false } })),
  silent(EDGE_KEY, "a verb that the edge never keeps", keyed([CacheKey.body()], {}, { method: "POST" })),
  silent(
    EDGE_KEY,
    "a path that is passed on below its mapping",
    keyed([LANGUAGE], { mappings: BELOW_V1, cache: { bypass: { paths: ["/v1/cats"] } } }),
  ),
  silent(EDGE_KEY, "an API with no cache", front()),

  fires(
    OVERRIDE,
    "an endpoint that wants an API key",
    "cache",
    keyed([], { cache: { ttlSeconds: 7200 } }, { apiKeyRequired: true }),
  ),
  silent(OVERRIDE, "the origin's own time", keyed([], {}, { apiKeyRequired: true })),
  silent(
    OVERRIDE,
    "requests that are passed on",
    keyed([], { cache: { ttlSeconds: 7200, bypass: { headers: ["x-api-key"] } } }, { apiKeyRequired: true }),
  ),
  silent(OVERRIDE, "an endpoint that answers everybody", keyed([], { cache: { ttlSeconds: 7200 } })),
];
