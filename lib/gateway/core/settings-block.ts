import { MonitoringSettings, ResolvedSettings } from "./settings";

/** The `settings` block of `aws_api_gateway_method_settings`. */
export interface SettingsBlock extends MonitoringSettings {
  readonly cachingEnabled?: boolean;
  readonly cacheTtlInSeconds?: number;
  readonly cacheDataEncrypted?: boolean;
  readonly requireAuthorizationForCacheControl?: boolean;
  readonly unauthorizedCacheControlHeaderStrategy?: string;
}

/** A method that is cached. */
export function cachedBlock(settings: ResolvedSettings): SettingsBlock {
  return {
    cachingEnabled: true,
    cacheTtlInSeconds: settings.ttlSeconds,
    ...cacheFields(settings),
    ...monitoringBlock(settings),
  };
}

/**
 * "Not cached" in the only form that reaches API Gateway when the entry is created: the provider does not send a
 * `false` then, and a new entry starts as a copy of the stage's defaults, which may cache; a TTL of 0 is sent.
 *
 * Source: https://github.com/hashicorp/terraform-provider-aws/issues/1550
 */
export function uncachedBlock(settings: MonitoringSettings): SettingsBlock {
  return { cacheTtlInSeconds: 0, ...monitoringBlock(settings) };
}

/**
 * The stage's defaults, with caching off.
 *
 * @param dataEncrypted what a new entry copies; it has to be false as soon as one endpoint wants it to be
 * @param stageIsNew whether this configuration creates the stage, so that its defaults cannot be caching already
 */
export function stageDefaultsBlock(
  settings: ResolvedSettings,
  dataEncrypted: boolean | undefined,
  stageIsNew: boolean,
): SettingsBlock {
  const off = stageIsNew ? { cachingEnabled: false, cacheTtlInSeconds: settings.ttlSeconds } : { cacheTtlInSeconds: 0 };
  return { ...off, ...cacheFields({ ...settings, dataEncrypted }), ...monitoringBlock(settings) };
}

/** CloudWatch and throttling alone. */
export function monitoringBlock(settings: MonitoringSettings): SettingsBlock {
  const { loggingLevel, dataTraceEnabled, metricsEnabled, throttlingRateLimit, throttlingBurstLimit } = settings;
  return { loggingLevel, dataTraceEnabled, metricsEnabled, throttlingRateLimit, throttlingBurstLimit };
}

function cacheFields(settings: ResolvedSettings): SettingsBlock {
  return {
    cacheDataEncrypted: settings.dataEncrypted,
    requireAuthorizationForCacheControl: settings.requireAuthorization,
    unauthorizedCacheControlHeaderStrategy: settings.unauthorizedStrategy,
  };
}
