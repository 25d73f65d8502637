import { Shape, anyObject, flag, literal, objectOf, required, text } from "../rules/input/shape";
import {
  CacheRuleProps,
  CloudflareZoneProps,
  ExistingRulesets,
  RulesetOwnership,
  ZoneRuleProps,
} from "./cloudflare-zone-props";
import { RulesetPhase } from "./core/ruleset-phase";
import { ZonePlan } from "./core/zone-plan";
import { CACHE_SETTINGS, acknowledgements, bypassOptions, oneOf } from "./option-shapes";

const EXISTING_RULESETS: Shape<ExistingRulesets> = {
  cacheRulesetId: text,
  configRulesetId: text,
  redirectRulesetId: text,
  transformRulesetId: text,
};

export const CLOUDFLARE_ZONE_PROPS: Shape<CloudflareZoneProps> = {
  zoneName: required(text),
  zoneId: text,
  plan: oneOf(ZonePlan),
  strictTls: literal(flag),
  alwaysUseHttps: literal(flag),
  tieredCache: literal(flag),
  rulesets: oneOf(RulesetOwnership),
  existingRulesets: literal(objectOf(EXISTING_RULESETS)),
  cloudflareProvider: anyObject,
  acknowledgements,
};

export const CACHE_RULE_PROPS: Shape<CacheRuleProps> = {
  ...CACHE_SETTINGS,
  ref: required(literal(text)),
  expression: required(text),
  enabled: literal(flag),
  description: text,
  bypass: bypassOptions,
  acknowledgements,
};

export const PHASE = oneOf(RulesetPhase);

export const ZONE_RULE_PROPS: Shape<ZoneRuleProps> = {
  phase: required(PHASE),
  ref: required(literal(text)),
  expression: required(text),
  action: required(text),
  actionParameters: required(literal(anyObject)),
  description: text,
  acknowledgements,
};
