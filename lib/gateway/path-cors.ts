import { isDeepStrictEqual } from "node:util";
import { Finding } from "../rules/finding";
import { duplicatePreflight } from "../rules/gateway/duplicate-preflight";
import { isUnknown } from "../stack/is-unknown";
import { CachedRestApiProps, CorsOptions, RestEndpoint } from "./cached-rest-api-props";
import { checkCors } from "./core/check-cors";
import { operationKey } from "./core/operation-key";

/** The preflight answer of a path: that of its endpoints, or else the API's. */
export function corsByPath({
  endpoints = [],
  cors: ofApi,
}: Pick<CachedRestApiProps, "endpoints" | "cors">): (path: string) => CorsOptions | undefined {
  const own = new Map(endpoints.flatMap(({ path, cors }) => (cors === undefined ? [] : [[preflightOf(path), cors]])));
  return own.size === 0 ? () => ofApi : (path) => own.get(preflightOf(path)) ?? ofApi;
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
    ...endpoints.map(({ method, path }, index) => [operationKey(method, path), `endpoints[${index}]`] as const),
  ]);
  const first = new Map<string, { readonly property: string; readonly cors: CorsOptions }>();
  return endpoints.flatMap(({ path, cors }, index) => {
    if (cors === undefined) return [];
    const property = `endpoints[${index}].cors`;
    const preflight = preflightOf(path);
    const other = first.get(preflight) ?? { property, cors };
    first.set(preflight, other);
    const method = methods.get(preflight);
    return [
      ...checkCors(cors, property, isUnknown),
      ...(isDeepStrictEqual(other.cors, cors) ? [] : duplicatePreflight(property, cors, other.property)),
      ...(method === undefined ? [] : duplicatePreflight(property, cors, method)),
    ];
  });
}

function preflightOf(path: string): string {
  return operationKey("OPTIONS", path);
}
