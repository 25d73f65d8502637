import { checkLayer, checkThrottling } from "../../../gateway/core/check-settings";
import { SettingsLayer } from "../../../gateway/core/settings";
import { unauthorizedStrategy } from "../../../gateway/core/unauthorized-strategy";
import { Finding } from "../../../rules/finding";
import { cachedByDefault } from "../../../rules/gateway/cached-by-default";
import { duplicateEndpoint } from "../../../rules/gateway/duplicate-endpoint";
import { httpApiCannotCache } from "../../../rules/gateway/http-api-cannot-cache";
import { stageName } from "../../../rules/gateway/stage-name";
import { ttlZero } from "../../../rules/gateway/ttl-zero";
import { unauthorizedStrategyUnknown } from "../../../rules/gateway/unauthorized-strategy";
import { Found, foundIn, renamed } from "../found";
import { Attributes } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { isUnset, knownFlag, knownNumber, knownText } from "../values";
import { MethodSetting, methodName, stageKey, stageNameOf } from "./method-setting";

/** What the options of a layer are called in Terraform. */
const NAMES: { readonly [option: string]: string } = {
  ttlSeconds: "settings.cache_ttl_in_seconds",
  loggingLevel: "settings.logging_level",
  throttlingRateLimit: "settings.throttling_rate_limit",
  throttlingBurstLimit: "settings.throttling_burst_limit",
  "perKeyInvalidation.requireAuthorization": "settings.require_authorization_for_cache_control",
};

/** What is wrong with the method settings, each by itself and together. */
export function checkSettings(settings: readonly MethodSetting[], references: References): Found[] {
  return [
    ...settings.flatMap((setting) => foundIn(setting.resource, checkSetting(setting, references))),
    ...checkDuplicates(settings),
  ];
}

function checkSetting(setting: MethodSetting, references: References): Finding[] {
  const { block, caching, isDefaults, resource } = setting;
  const ttl = knownNumber(block.cache_ttl_in_seconds);
  const isDeclaredCached = knownFlag(block.caching_enabled) === true;
  return [
    ...checkApi(setting, references),
    ...checkValues(block, resource.isCreated),
    ...(isDeclaredCached && ttl === 0 ? ttlZero("settings.cache_ttl_in_seconds", ttl) : []),
    ...(isDefaults && caching === "on" ? cachedByDefault("settings.caching_enabled") : []),
  ];
}

function checkApi(setting: MethodSetting, references: References): Finding[] {
  const target = references.target(setting.resource.attributes.rest_api_id);
  if (target?.resource.type.startsWith("aws_apigatewayv2_")) {
    return httpApiCannotCache("rest_api_id", target.resource.address);
  }
  const name = stageNameOf(setting);
  if (name === undefined) return [];
  return name === "$default" ? httpApiCannotCache("stage_name", name) : stageName("stage_name", name);
}

function checkValues(block: Attributes, isCreated: boolean): Finding[] {
  const layer = layerOf(block);
  const strategy = knownText(block.unauthorized_cache_control_header_strategy);
  const findings = [...checkLayer(layer, "", isUnknown), ...checkLimits(block, layer)];
  return [
    ...findings
      .map((finding) => renamed(finding, NAMES[finding.property] ?? finding.property))
      // Only a setting that is created is sent without a false.
      .filter(({ rule }) => isCreated || rule !== "gateway/false-needs-second-apply"),
    ...(strategy === undefined || unauthorizedStrategy(strategy) === strategy
      ? []
      : unauthorizedStrategyUnknown("settings.unauthorized_cache_control_header_strategy", strategy)),
  ];
}

/** One of two limits says something only if the other is known to be missing. */
function checkLimits(block: Attributes, layer: SettingsLayer): Finding[] {
  const given = [block.throttling_rate_limit, block.throttling_burst_limit];
  const limits = [layer.throttlingRateLimit, layer.throttlingBurstLimit];
  const areKnown = given.every((value, index) => isUnset(value) || limits[index] !== undefined);
  return areKnown ? checkThrottling(layer, "", isUnknown) : [];
}

function layerOf(block: Attributes): SettingsLayer {
  return {
    ttlSeconds: knownNumber(block.cache_ttl_in_seconds),
    loggingLevel: knownText(block.logging_level),
    throttlingRateLimit: knownNumber(block.throttling_rate_limit),
    throttlingBurstLimit: knownNumber(block.throttling_burst_limit),
    perKeyInvalidation: { requireAuthorization: knownFlag(block.require_authorization_for_cache_control) },
  };
}

/** API Gateway keeps one entry for a method: the later of two settings overwrites the earlier. */
function checkDuplicates(settings: readonly MethodSetting[]): Found[] {
  const first = new Map<string, MethodSetting>();
  return settings.flatMap((setting) => {
    const stage = stageKey(setting);
    const name = setting.isDefaults ? "*/*" : setting.method && methodName(setting.method);
    if (stage === undefined || name === undefined || setting.resource.isRepeated) return [];
    const key = `${stage} ${name}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, setting);
    return other === undefined
      ? []
      : foundIn(setting.resource, duplicateEndpoint("method_path", name, other.resource.address));
  });
}
