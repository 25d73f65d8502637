import { CacheKeyParameter } from "./cache-key-parameter";
import { endpointId } from "./endpoint-id";
import { HttpVerb, MethodVerb } from "./http-verb";
import { EndpointInput, StageOwnership } from "./plan-input";
import { ResourcePath } from "./resource-path";
import { ResolvedSettings, saysMonitoring } from "./settings";
import { SettingsBlock, cachedBlock, monitoringBlock, uncachedBlock } from "./settings-block";

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
}

/**
 * An endpoint that is not cached needs a setting only where the stage's defaults, which are not ours, may cache it,
 * or where it has CloudWatch or throttling values of its own.
 */
export function planBlock(
  { input, cached, settings }: Endpoint,
  on: boolean,
  ownership: StageOwnership,
): SettingsBlock | undefined {
  if (input.cache === undefined) return undefined;
  if (cached) return cachedBlock(settings);
  if (ownership === "shared") return uncachedBlock(settings);
  if (!saysMonitoring(input.cache)) return undefined;
  return on ? uncachedBlock(settings) : monitoringBlock(settings);
}

/** Keys stay on an endpoint that is switched off, so that its caching is off before they go. */
export function planKeys({ index, input, path, verb }: Endpoint): PlannedKeys[] {
  if (input.cache === undefined) return [];
  const namespace = input.cache.cacheNamespace ?? input.method.declaredNamespace ?? endpointId(path, verb);
  return [{ endpoint: index, keys: input.cache.keys ?? [], namespace }];
}
