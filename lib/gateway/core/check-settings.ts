import { Finding } from "../../rules/finding";
import { falseNeedsSecondApply } from "../../rules/gateway/false-needs-second-apply";
import { loggingLevel } from "../../rules/gateway/logging-level";
import { throttling } from "../../rules/gateway/throttling";
import { ttlOutOfRange } from "../../rules/gateway/ttl-out-of-range";
import { unauthorizedStrategyUnknown } from "../../rules/gateway/unauthorized-strategy";
import { IsUnknown, whenKnown } from "../../rules/known";
import { MonitoringSettings, SettingsLayer } from "./settings";
import { unauthorizedStrategy } from "./unauthorized-strategy";

/** What is wrong with the values that one layer sets. */
export function checkLayer(layer: SettingsLayer, prefix: string, isUnknown: IsUnknown): Finding[] {
  return [
    ...whenKnown(layer.ttlSeconds, isUnknown, (ttl) => ttlOutOfRange(`${prefix}ttlSeconds`, ttl)),
    ...whenKnown(layer.perKeyInvalidation?.unauthorized, isUnknown, (strategy) =>
      unauthorizedStrategy(strategy) === undefined
        ? unauthorizedStrategyUnknown(`${prefix}perKeyInvalidation.unauthorized`, strategy)
        : [],
    ),
    ...whenKnown(layer.loggingLevel, isUnknown, (level) => loggingLevel(`${prefix}loggingLevel`, level)),
    ...checkNotSent(layer, prefix),
  ];
}

/** The two limits are only good together, whichever layer they come from. */
export function checkThrottling(settings: MonitoringSettings, prefix: string, isUnknown: IsUnknown): Finding[] {
  const { throttlingRateLimit, throttlingBurstLimit } = settings;
  if (isUnknown(throttlingRateLimit) || isUnknown(throttlingBurstLimit)) return [];
  return throttling(prefix, throttlingRateLimit, throttlingBurstLimit);
}

/** A `false` of the endpoint over a `true` of the stage: the new entry copies the stage's value and keeps it. */
export function checkNotSentOverStage(
  endpoint: MonitoringSettings,
  stage: MonitoringSettings,
  prefix: string,
): Finding[] {
  return (["dataTraceEnabled", "metricsEnabled"] as const)
    .filter((field) => endpoint[field] === false && stage[field] === true)
    .flatMap((field) => falseNeedsSecondApply(`${prefix}${field}`, false, "the stage's true"));
}

function checkNotSent(layer: SettingsLayer, prefix: string): Finding[] {
  const requireAuthorization = layer.perKeyInvalidation?.requireAuthorization;
  const limits = (["throttlingRateLimit", "throttlingBurstLimit"] as const).filter((field) => layer[field] === 0);
  return [
    ...(requireAuthorization === false
      ? falseNeedsSecondApply(`${prefix}perKeyInvalidation.requireAuthorization`, false, "true")
      : []),
    ...limits.flatMap((field) => falseNeedsSecondApply(`${prefix}${field}`, 0, "the stage's limit")),
  ];
}
