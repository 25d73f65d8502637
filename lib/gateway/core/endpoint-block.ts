import { CacheKeyParameter } from "./cache-key-parameter";
import { endpointId } from "./endpoint-id";
import { HttpVerb, MethodVerb } from "./http-verb";
import { EndpointInput, StageOwnership } from "./plan-input";
import { ResourcePath } from "./resource-path";
import { ResolvedSettings, saysMonitoring } from "./settings";
import { SettingsBlock, cachedBlock, uncachedBlock } from "./settings-block";

/** An endpoint with everything decided about it. */
export interface Endpoint {
  readonly index: number;
  readonly input: EndpointInput;
  readonly path: ResourcePath;
  readonly verb: MethodVerb;
  /** The verbs that the endpoint decides about. */
  readonly verbs: readonly HttpVerb[];
  readonly cached: boolean;
  readonly settings: ResolvedSettings;
}

/** The cache keys of one method. */
export interface PlannedKeys {
  /** Which of the endpoints that were given. */
  readonly endpoint: number;
  readonly keys: readonly CacheKeyParameter[];
  readonly namespace: string;
  /** Whether the parameters are declared and mapped, and tell no cached answers apart. @default false */
  readonly parametersOnly?: boolean;
}

/**
 * An endpoint that is not cached needs a setting only where the stage's defaults, which are not ours, may cache it,
 * or where it has CloudWatch or throttling values of its own.
 */
export function planBlock({ input, cached, settings }: Endpoint, ownership: StageOwnership): SettingsBlock | undefined {
  if (input.cache === undefined) return undefined;
  if (cached) return cachedBlock(settings);
  if (ownership === "shared") return uncachedBlock(settings);
  return saysMonitoring(input.cache) ? uncachedBlock(settings) : undefined;
}

/**
 * Keys stay on an endpoint that is switched off, so that its caching is off before they go. With the whole cache off
 * they go, but where a setting stays; in an API of our own the parameters that they declare and map stay as well,
 * because a backend may read them.
 */
export function planKeys(
  { index, input, path, verb }: Endpoint,
  on: boolean,
  ownership: StageOwnership,
): PlannedKeys[] {
  if (input.cache === undefined) return [];
  const { keys = [], cacheNamespace } = input.cache;
  const namespace = cacheNamespace ?? input.method.declaredNamespace ?? endpointId(path, verb);
  const planned = { endpoint: index, keys, namespace };
  if (on || ownership === "shared" || saysMonitoring(input.cache)) return [planned];
  const plain = keys.filter(({ kind }) => kind === "plain");
  return ownership === "new" && plain.length > 0 ? [{ ...planned, keys: plain, parametersOnly: true }] : [];
}
