import { CacheKeyParameter, keyParameterName, methodParameter } from "./cache-key-parameter";

/** Where the cache keys of one method have to be written for API Gateway to take them. */
export interface KeyPlacement {
  /** `method.request.path.id` and whether the request must have it. */
  readonly methodRequestParameters: { readonly [name: string]: boolean };
  /** `integration.request.header.x` and what it is mapped from. */
  readonly integrationRequestParameters: { readonly [name: string]: string };
  readonly cacheKeyParameters: readonly string[];
}

/**
 * Places cache keys by the type of the integration. For `AWS_PROXY` a plain key is not mapped into the integration
 * request: `Authorization`, and headers equal but for their case, would fail the request.
 *
 * Source: https://github.com/DianaIonita/serverless-api-gateway-caching/issues/109
 */
export function placeKeys(keys: readonly CacheKeyParameter[], integrationType: string): KeyPlacement {
  const methodRequestParameters: { [name: string]: boolean } = {};
  const integrationRequestParameters: { [name: string]: string } = {};
  for (const key of keys) {
    const parameter = methodParameter(key);
    if (parameter !== undefined) {
      const name = `method.request.${parameter.location}.${parameter.name}`;
      methodRequestParameters[name] = key.required || (methodRequestParameters[name] ?? false);
    }
    if (key.kind === "mapped") {
      integrationRequestParameters[key.integrationParameter] = key.mappedFrom;
    } else if (integrationType !== "AWS_PROXY") {
      integrationRequestParameters[`integration.request.${key.location}.${key.name}`] = keyParameterName(key);
    }
  }
  const cacheKeyParameters = [...new Set(keys.map(keyParameterName))].sort();
  return { methodRequestParameters, integrationRequestParameters, cacheKeyParameters };
}

/** What the user declared and what the keys need, together: a `true` is never lowered. */
export function mergeRequired(
  declared: { readonly [name: string]: boolean },
  needed: { readonly [name: string]: boolean },
): { [name: string]: boolean } {
  const merged: { [name: string]: boolean } = { ...declared };
  for (const [name, required] of Object.entries(needed)) merged[name] = required || (merged[name] ?? false);
  return merged;
}
