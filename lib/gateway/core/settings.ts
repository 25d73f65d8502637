import { inherit } from "./inherit";
import { unauthorizedStrategy } from "./unauthorized-strategy";

/** What a method setting says about CloudWatch and throttling; what is not set is left as the stage has it. */
export interface MonitoringSettings {
  readonly loggingLevel?: string;
  readonly dataTraceEnabled?: boolean;
  readonly metricsEnabled?: boolean;
  readonly throttlingRateLimit?: number;
  readonly throttlingBurstLimit?: number;
}

export interface InvalidationSettings {
  readonly requireAuthorization?: boolean;
  readonly unauthorized?: string;
}

export interface CacheSettings {
  readonly ttlSeconds?: number;
  readonly dataEncrypted?: boolean;
  readonly perKeyInvalidation?: InvalidationSettings;
}

/** What the user says for the whole stage or for one endpoint. */
export type SettingsLayer = CacheSettings & MonitoringSettings;

/** Everything decided. */
export interface ResolvedSettings extends MonitoringSettings {
  readonly ttlSeconds: number;
  /** Undefined where it is left as the stage has it. */
  readonly dataEncrypted?: boolean;
  readonly requireAuthorization: boolean;
  /** API Gateway's own name. */
  readonly unauthorizedStrategy: string;
}

/** The maximum, and the Serverless plugin's default; API Gateway's own default is 300. */
export const DEFAULT_TTL_SECONDS = 3600;

const LIBRARY_DEFAULTS = { ttlSeconds: DEFAULT_TTL_SECONDS, dataEncrypted: false };
const INVALIDATION_DEFAULTS = { requireAuthorization: true, unauthorized: "warn" };

/** What API Gateway does where neither the stage nor the method says anything. */
const API_GATEWAY_MONITORING: MonitoringSettings = {
  loggingLevel: "OFF",
  dataTraceEnabled: false,
  metricsEnabled: false,
};

/** The stage's own settings: the library's defaults with what the user says on top, field by field. */
export function resolveStageSettings(stage: SettingsLayer): ResolvedSettings {
  return resolve([LIBRARY_DEFAULTS, stage]);
}

/**
 * The settings of one endpoint: library, stage, endpoint, field by field.
 *
 * A method setting takes nothing from the stage once it exists, so the stage's CloudWatch and throttling values are
 * copied; without `inheritMonitoring` the endpoint starts from API Gateway's own defaults instead.
 */
export function resolveEndpointSettings(
  stage: SettingsLayer,
  endpoint: SettingsLayer,
  inheritMonitoring: boolean,
): ResolvedSettings {
  const { ttlSeconds, dataEncrypted, perKeyInvalidation, ...monitoring } = stage;
  const base = inheritMonitoring ? monitoring : API_GATEWAY_MONITORING;
  return resolve([LIBRARY_DEFAULTS, { ttlSeconds, dataEncrypted, perKeyInvalidation, ...base }, endpoint]);
}

/**
 * The settings with the encryption left as it is, unless a layer says something of it. An entry that exists may be
 * encrypted, and the provider does not send a `false` when it creates one: saying it would only make a difference that
 * the first apply cannot mend.
 */
export function withoutDefaultEncryption(
  settings: ResolvedSettings,
  ...layers: readonly SettingsLayer[]
): ResolvedSettings {
  const isSaid = layers.some(({ dataEncrypted }) => dataEncrypted !== undefined);
  return isSaid ? settings : { ...settings, dataEncrypted: undefined };
}

function resolve(layers: readonly SettingsLayer[]): ResolvedSettings {
  const { perKeyInvalidation: _, ...fields } = inherit<SettingsLayer>(...layers);
  const invalidation = inherit<InvalidationSettings>(
    INVALIDATION_DEFAULTS,
    ...layers.map((layer) => layer.perKeyInvalidation),
  );
  const { requireAuthorization, unauthorized } = invalidation as Required<InvalidationSettings>;
  return {
    ...(fields as Required<Pick<CacheSettings, "ttlSeconds">> & MonitoringSettings),
    requireAuthorization,
    unauthorizedStrategy: unauthorizedStrategy(unauthorized) ?? unauthorized,
  };
}

const MONITORING_FIELDS: readonly (keyof MonitoringSettings)[] = [
  "loggingLevel",
  "dataTraceEnabled",
  "metricsEnabled",
  "throttlingRateLimit",
  "throttlingBurstLimit",
];

/** Tells whether a layer says anything about CloudWatch or throttling. */
export function saysMonitoring(layer: SettingsLayer): boolean {
  return MONITORING_FIELDS.some((field) => layer[field] !== undefined);
}
