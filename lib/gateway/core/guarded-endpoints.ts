import { parseVerb } from "./http-verb";
import { parseResourcePath } from "./resource-path";

/** The source of an authorizer that names none. */
export const AUTHORIZATION_HEADER = "method.request.header.Authorization";

/** The source of an authorizer that is asked about every request, and may read any of it. */
export const WHOLE_REQUEST = "any part of the request";

const API_KEY_HEADER = "method.request.header.x-api-key";

/** What an endpoint says of who may call it. */
export interface GuardInput {
  readonly path: string;
  readonly method: string;
  readonly authorizer?: { readonly authorizationType: string; readonly identitySources: readonly string[] };
  readonly apiKeyRequired?: boolean;
}

/** An endpoint that does not answer everybody, by the path and the verb that API Gateway has. */
export interface GuardedEndpoint {
  readonly path: string;
  readonly verb: string;
  /** `method.request.header.X-Token`, or {@link WHOLE_REQUEST} */
  readonly sources: readonly string[];
  readonly isIam: boolean;
}

/** The endpoints that do not answer everybody. */
export function guardedEndpoints(endpoints: readonly GuardInput[]): GuardedEndpoint[] {
  return endpoints
    .map((endpoint) => ({
      path: parseResourcePath(endpoint.path).path?.text ?? endpoint.path,
      verb: parseVerb(endpoint.method) ?? endpoint.method,
      sources: sourcesOf(endpoint),
      isIam: endpoint.authorizer?.authorizationType === "AWS_IAM",
    }))
    .filter(({ sources }) => sources.length > 0);
}

/** An authorizer that names no source is IAM's, which reads the signature. */
function sourcesOf({ authorizer, apiKeyRequired }: GuardInput): string[] {
  const named = authorizer?.identitySources ?? [];
  const authorization = authorizer !== undefined && named.length === 0 ? [AUTHORIZATION_HEADER] : named;
  return [...authorization, ...(apiKeyRequired === true ? [API_KEY_HEADER] : [])];
}
