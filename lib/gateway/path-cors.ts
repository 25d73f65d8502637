import { Finding } from "../rules/finding";
import { duplicatePreflight } from "../rules/gateway/duplicate-preflight";
import { isUnknown } from "../stack/is-unknown";
import { CachedRestApiProps, CorsOptions, RestEndpoint } from "./cached-rest-api-props";
import { checkCors } from "./core/check-cors";
import { parseVerb } from "./core/http-verb";
import { operationKey } from "./core/operation-key";

/** What a page may send where nothing is said of headers. */
export const DEFAULT_CORS_HEADERS = [
  "Authorization",
  "Content-Type",
  "X-Amz-Date",
  "X-Amz-Security-Token",
  "X-Api-Key",
];

/** The preflight answer of a path: that of its endpoints, or else the API's. */
export function corsByPath({
  endpoints = [],
  cors: ofApi,
}: Pick<CachedRestApiProps, "endpoints" | "cors">): (path: string) => CorsOptions | undefined {
  const own = new Map(endpoints.flatMap(({ path, cors }) => (cors === undefined ? [] : [[preflightOf(path), cors]])));
  return own.size === 0 ? () => ofApi : (path) => own.get(preflightOf(path)) ?? ofApi;
}

/** The origins whose pages may use a verb. */
export function originsOf(cors: CorsOptions | undefined, method: string): readonly string[] | undefined {
  const verb = parseVerb(method) ?? method;
  const { allowMethods = [verb], allowOrigins } = cors ?? { allowOrigins: undefined };
  return ["*", verb].some((one) => allowMethods.includes(one)) ? allowOrigins : undefined;
}

/**
 * What is wrong with the preflight answers of endpoints, each by itself and with what else answers for its path.
 *
 * @param documented the operations of the API's document, such as `OPTIONS /cats`
 */
export function checkPathCors(endpoints: readonly RestEndpoint[], documented: Iterable<string>): Finding[] {
  if (endpoints.every(({ cors }) => cors === undefined)) return [];
  const methods = new Map([
    ...Array.from(documented, (key) => [key, `the document's ${key}`] as const),
    ...endpoints.map(
      ({ method, path }, index) => [operationKey(method, path), `the OPTIONS method of endpoints[${index}]`] as const,
    ),
  ]);
  const first = new Map<string, { readonly property: string; readonly answer: string | undefined }>();
  return endpoints.flatMap(({ path, cors }, index) => {
    if (cors === undefined) return [];
    const property = `endpoints[${index}].cors`;
    const preflight = preflightOf(path);
    const answer = canonical(cors);
    const other = first.get(preflight) ?? { property, answer };
    first.set(preflight, other);
    const differs = answer !== undefined && other.answer !== undefined && answer !== other.answer;
    const method = methods.get(preflight);
    return [
      ...checkCors(cors, property, isUnknown),
      ...(differs ? duplicatePreflight(property, cors, other.property) : []),
      ...(method === undefined ? [] : duplicatePreflight(property, cors, method)),
    ];
  });
}

/** The same text for the same answer; undefined where only Terraform knows it. */
function canonical(cors: CorsOptions): string | undefined {
  const { allowOrigins, allowMethods = [], allowHeaders = DEFAULT_CORS_HEADERS, exposeHeaders = [] } = cors;
  const { allowCredentials = false, maxAgeSeconds = null } = cors;
  const lists = [allowOrigins, allowMethods, allowHeaders, exposeHeaders];
  if ([...lists.flat(), maxAgeSeconds].some(isUnknown)) return undefined;
  return JSON.stringify([...lists.map((list) => [...list].sort()), allowCredentials, maxAgeSeconds]);
}

function preflightOf(path: string): string {
  return operationKey("OPTIONS", path);
}
