import { RestEndpoint } from "../gateway/cached-rest-api-props";
import { parseResourcePath } from "../gateway/core/resource-path";
import { AdditionalEndpoint } from "../gateway/stage-cache-props";
import { RestAuthorizer } from "../gateway/rest-authorizer";
import { RestIntegration } from "../gateway/rest-integration";
import { throwOnErrors } from "../rules/configuration-error";
import { Finding } from "../rules/finding";
import { unknownOption } from "../rules/input/unknown-option";
import { authorizerNotGiven } from "../rules/serverless/authorizer-not-given";
import { integrationNotGiven } from "../rules/serverless/integration-not-given";
import { compact } from "./core/read-caching";
import { ServerlessEndpoint, ServerlessRestEndpointsOptions } from "./serverless-props";

/** The endpoints as a `CachedRestApi` takes them. Throws where a backend or an authorizer is missing. */
export function toRestEndpoints(
  endpoints: readonly ServerlessEndpoint[],
  { integrations = {}, authorizers = {} }: ServerlessRestEndpointsOptions,
): RestEndpoint[] {
  const byEndpoint = new Map(Object.entries(integrations).map(([name, value]) => [normalize(name), value]));
  const iam = RestAuthorizer.iam();
  const findings: Finding[] = [];
  const rendered = endpoints.map((endpoint): RestEndpoint => {
    const { httpMethod: method, path, cache, authorizationScopes, apiKeyRequired, cors } = endpoint;
    const { requestParameters, validateRequestParameters } = endpoint;
    const integration = integrationOf(endpoint, byEndpoint);
    if (integration === undefined) findings.push(...integrationNotGiven(endpoint.writtenAt, nameOf(endpoint)));
    const authorizer = authorizerOf(endpoint, authorizers, iam);
    if (authorizer === undefined && endpoint.authorizer !== undefined) {
      findings.push(...authorizerNotGiven(`${endpoint.writtenAt}.authorizer`, endpoint.authorizer));
    }
    const access = { authorizer, authorizationScopes, apiKeyRequired };
    const request = { requestParameters, validateRequestParameters };
    return compact<RestEndpoint>({ method, path, integration, cache, ...access, ...request, cors });
  });
  const names = endpoints.flatMap((endpoint) => [endpoint.functionName ?? [], endpointName(endpoint)].flat());
  const authorizerNames = endpoints.flatMap(({ authorizer }) => authorizer ?? []).filter((name) => name !== "AWS_IAM");
  throwOnErrors([
    ...findings,
    ...Object.keys(integrations).flatMap((name) => unused("integrations", name, normalize(name), names)),
    ...Object.keys(authorizers).flatMap((name) => unused("authorizers", name, name, authorizerNames)),
  ]);
  return rendered;
}

/** An endpoint as `StageCache.shared` takes it; its keys are where its method is. */
export function toAdditionalEndpoint({ httpMethod, path, cache }: ServerlessEndpoint): AdditionalEndpoint {
  if (cache === undefined) return { httpMethod, path, enabled: false };
  const { keys, cacheNamespace: _, ...settings } = cache;
  return compact<AdditionalEndpoint>({ httpMethod, path, ...settings, keysDeclaredElsewhere: keys });
}

function integrationOf(
  endpoint: ServerlessEndpoint,
  integrations: ReadonlyMap<string, RestIntegration>,
): RestIntegration | undefined {
  const ofFunction = endpoint.functionName === undefined ? undefined : integrations.get(endpoint.functionName);
  return integrations.get(endpointName(endpoint)) ?? ofFunction;
}

function authorizerOf(
  { authorizer }: ServerlessEndpoint,
  authorizers: { readonly [name: string]: RestAuthorizer },
  iam: RestAuthorizer,
): RestAuthorizer | undefined {
  if (authorizer === undefined || authorizer === "AWS_IAM") return authorizer && iam;
  return Object.prototype.hasOwnProperty.call(authorizers, authorizer) ? authorizers[authorizer] : undefined;
}

function nameOf(endpoint: ServerlessEndpoint): string {
  return endpoint.functionName ?? endpointName(endpoint);
}

function endpointName({ httpMethod, path }: ServerlessEndpoint): string {
  return `${httpMethod} ${path}`;
}

/** `GET /cats` for `get cats/`; the name of a function, which has no space, stays. */
function normalize(name: string): string {
  const [, verb, path] = /^(\S+) +(\S+)$/.exec(name) ?? [];
  if (verb === undefined || path === undefined) return name;
  return `${verb.toUpperCase()} ${parseResourcePath(path).path?.text ?? path}`;
}

function unused(option: string, name: string, normal: string, names: readonly string[]): Finding[] {
  if (names.includes(normal)) return [];
  return [unknownOption(`options.${option}`, name, name, [...new Set(names)])];
}
