import { Finding } from "../../../rules/finding";
import { settingWithoutOrder } from "../../../rules/gateway/setting-without-order";
import { settingWithoutThrottle } from "../../../rules/gateway/setting-without-throttle";
import { Found, foundIn } from "../found";
import { Ordering } from "../ordering";
import { isUnset, knownFlag, knownNumber, knownText } from "../values";
import { MethodSetting, stageKey } from "./method-setting";

const LIMITS = ["throttling_rate_limit", "throttling_burst_limit"] as const;

/** What API Gateway has where nothing is said, other than false. */
const DEFAULT_LOGGING = "OFF";
const DEFAULT_TTL_SECONDS = 300;
const DEFAULT_STRATEGY = "SUCCEED_WITH_RESPONSE_HEADER";

/** Whether a known value is sent when the setting is created, and is not what API Gateway has anyway. */
const MONITORING: { readonly [attribute: string]: (value: unknown) => boolean } = {
  metrics_enabled: isOn,
  data_trace_enabled: isOn,
  logging_level: (value) => ![undefined, DEFAULT_LOGGING].includes(knownText(value)),
};

/** The same of what matters only where something is cached. */
const CACHING: { readonly [attribute: string]: (value: unknown) => boolean } = {
  caching_enabled: isOn,
  cache_ttl_in_seconds: (value) => ![undefined, DEFAULT_TTL_SECONDS].includes(knownNumber(value)),
  cache_data_encrypted: isOn,
  unauthorized_cache_control_header_strategy: (value) => ![undefined, DEFAULT_STRATEGY].includes(knownText(value)),
};

/**
 * What the settings of methods leave to that of their stage. A new one starts as a copy of it, but for the throttle:
 * the provider always sends one.
 */
export function checkInheritance(settings: readonly MethodSetting[], follows: Ordering): Found[] {
  const defaults = new Map(settings.filter(({ isDefaults }) => isDefaults).flatMap(keyed));
  return settings.flatMap((setting) => {
    const stage = defaults.get(stageKey(setting) ?? "");
    if (setting.method === undefined || stage === undefined || !isSeen(setting)) return [];
    return foundIn(setting.resource, [...checkThrottle(setting, stage), ...checkOrder(setting, stage, follows)]);
  });
}

function keyed(setting: MethodSetting): (readonly [string, MethodSetting])[] {
  const key = stageKey(setting);
  return key === undefined || !isSeen(setting) ? [] : [[key, setting]];
}

/** Whether the setting will be there, once, and says no more than what is seen. */
function isSeen({ resource, isWritten }: MethodSetting): boolean {
  return !resource.isRepeated && isWritten;
}

function checkThrottle({ block }: MethodSetting, defaults: MethodSetting): Finding[] {
  if (!LIMITS.every((name) => isUnset(block[name]))) return [];
  const limits = LIMITS.filter((name) => !isUnset(defaults.block[name])).map((name) => {
    return { name, value: knownNumber(defaults.block[name]) };
  });
  const areKnown = limits.every(({ value }) => value !== undefined);
  if (!areKnown || !limits.some(({ value }) => value! >= 0)) return [];
  const written = limits.map(({ name, value }) => `${name} ${value}`).join(", ");
  return settingWithoutThrottle(`settings.${LIMITS[0]}`, defaults.resource.address, written);
}

/** Only if both are created at once is it open which of them is first. */
function checkOrder(setting: MethodSetting, defaults: MethodSetting, follows: Ordering): Finding[] {
  const [address, first] = [setting.resource.address, defaults.resource.address];
  if (!setting.resource.isCreated || !defaults.resource.isCreated) return [];
  const left = leftToStage(setting, defaults);
  if (left.length === 0 || follows(address, first) || follows(first, address)) return [];
  return settingWithoutOrder("settings", left, first);
}

function leftToStage(setting: MethodSetting, defaults: MethodSetting): string[] {
  const isCaching = (setting.caching === "unset" ? defaults : setting).caching === "on";
  return Object.entries({ ...MONITORING, ...(isCaching ? CACHING : {}) })
    .filter(([name, differs]) => isUnset(setting.block[name]) && differs(defaults.block[name]))
    .map(([name]) => name);
}

function isOn(value: unknown): boolean {
  return knownFlag(value) === true;
}
