import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { browserTtlOverride } from "../../rules/edge/browser-ttl-override";
import { contradictingOptions } from "../../rules/edge/contradicting-options";
import { implicitEdgeTtl } from "../../rules/edge/implicit-edge-ttl";
import { maybeNotInPlan } from "../../rules/edge/maybe-not-in-plan";
import { notInPlan } from "../../rules/edge/not-in-plan";
import { refusedValue } from "../../rules/edge/refused-value";
import { ttlBelowPlan } from "../../rules/edge/ttl-below-plan";
import { EdgeCacheSettings, OriginTtl, StatusCodeTtl } from "../edge-cache-options";
import { QUERY_OPTIONS } from "./cache-parameters";
import { ZonePlan, isBelow, limitsOf } from "./zone-plan";

/** What the checks go by. */
export interface CacheContext {
  readonly plan: ZonePlan | undefined;
  readonly isUnknown: IsUnknown;
}

const LONGEST_TTL = 31_536_000;

/** Cloudflare takes these into the key only by what they contain. */
const REFUSED_KEY_HEADERS =
  /^(accept(-.*)?|referer|user-agent|connection|content-length|cache-control|if-(none-)?match|if-(un)?modified-since|range|upgrade|cookie|host|origin|cf-.*)$/i;

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Checks what is kept at the edge, for how long and under which key.
 *
 * @param prefix what the options' names begin with, such as `cache.`
 */
export function checkCacheSettings(settings: EdgeCacheSettings, prefix: string, context: CacheContext): Finding[] {
  return [
    ...checkEdgeTtl(settings, prefix, context),
    ...checkBrowserTtl(settings, `${prefix}browserTtlSeconds`, context),
    ...(settings.statusCodeTtls ?? []).flatMap((entry, index) =>
      checkStatusCodeTtl(entry, `${prefix}statusCodeTtls[${index}]`, context),
    ),
    ...checkStatusCodePlan(settings, `${prefix}statusCodeTtls`, context),
    ...checkKey(settings, prefix, context),
  ];
}

function checkEdgeTtl({ ttlSeconds, originTtl }: EdgeCacheSettings, prefix: string, context: CacheContext): Finding[] {
  const limits = limitsOf(context.plan);
  return [
    ...whenKnown(ttlSeconds, context.isUnknown, (ttl) => [
      ...checkRange(`${prefix}ttlSeconds`, ttl),
      ...(limits === undefined || ttl < 1
        ? []
        : ttlBelowPlan(`${prefix}ttlSeconds`, ttl, limits.minimumEdgeTtlSeconds, context.plan!)),
    ]),
    ...(ttlSeconds !== undefined && originTtl !== undefined
      ? contradictingOptions(`${prefix}originTtl`, originTtl, `${prefix}ttlSeconds`)
      : []),
    ...(originTtl === OriginTtl.RESPECT_ORIGIN ? implicitEdgeTtl(`${prefix}originTtl`, originTtl) : []),
  ];
}

function checkBrowserTtl({ browserTtlSeconds }: EdgeCacheSettings, property: string, context: CacheContext): Finding[] {
  if (browserTtlSeconds === undefined) return [];
  return [
    ...whenKnown(browserTtlSeconds, context.isUnknown, (ttl) => checkRange(property, ttl)),
    ...browserTtlOverride(property, browserTtlSeconds),
  ];
}

function checkRange(property: string, ttl: number): Finding[] {
  if (Number.isInteger(ttl) && ttl >= 1 && ttl <= LONGEST_TTL) return [];
  return refusedValue(property, ttl, `a whole number of seconds from 1 to ${LONGEST_TTL}`);
}

function checkStatusCodeTtl(entry: StatusCodeTtl, property: string, { isUnknown }: CacheContext): Finding[] {
  const { statusCode, fromStatusCode, toStatusCode, ttlSeconds } = entry;
  const isRange = fromStatusCode !== undefined || toStatusCode !== undefined;
  return [
    ...(["statusCode", "fromStatusCode", "toStatusCode"] as const).flatMap((name) =>
      whenKnown(entry[name], isUnknown, (code) => checkStatusCode(`${property}.${name}`, code)),
    ),
    ...(statusCode !== undefined && isRange
      ? contradictingOptions(`${property}.statusCode`, statusCode, "fromStatusCode and toStatusCode")
      : []),
    ...(statusCode === undefined && !isRange ? refusedValue(property, entry, "a statusCode, or a range of them") : []),
    ...whenKnown(fromStatusCode, isUnknown, (from) =>
      whenKnown(toStatusCode, isUnknown, (to) =>
        from < to ? [] : refusedValue(`${property}.toStatusCode`, to, `a status code above ${from}`),
      ),
    ),
    ...whenKnown(ttlSeconds, isUnknown, (ttl) =>
      Number.isInteger(ttl) && ttl >= -1 && ttl <= LONGEST_TTL
        ? []
        : refusedValue(`${property}.ttlSeconds`, ttl, `a whole number of seconds from -1 to ${LONGEST_TTL}`),
    ),
  ];
}

function checkStatusCode(property: string, code: number): Finding[] {
  return Number.isInteger(code) && code >= 100 && code <= 999 ? [] : refusedValue(property, code, "100 to 999");
}

function checkStatusCodePlan({ statusCodeTtls = [] }: EdgeCacheSettings, property: string, context: CacheContext) {
  return statusCodeTtls.length > 0 && isBelow(context.plan, ZonePlan.ENTERPRISE)
    ? maybeNotInPlan(property, statusCodeTtls, ZonePlan.ENTERPRISE, context.plan)
    : [];
}

function checkKey(settings: EdgeCacheSettings, prefix: string, { plan }: CacheContext): Finding[] {
  const given = QUERY_OPTIONS.filter((name) => settings[name] !== undefined && settings[name] !== false);
  const enterprise = (["includeQueryStrings", "excludeQueryStrings", "keyHeaders"] as const).filter(
    (name) => settings[name]?.length,
  );
  return [
    ...given
      .slice(1)
      .flatMap((name) => contradictingOptions(`${prefix}${name}`, settings[name], `${prefix}${given[0]}`)),
    ...enterprise.flatMap((name) =>
      isBelow(plan, ZonePlan.ENTERPRISE)
        ? notInPlan(`${prefix}${name}`, settings[name], ZonePlan.ENTERPRISE, plan)
        : [],
    ),
    ...(settings.ignoreQueryStringOrder === true && plan === ZonePlan.FREE
      ? maybeNotInPlan(`${prefix}ignoreQueryStringOrder`, true, ZonePlan.PRO, plan)
      : []),
    ...(settings.keyHeaders ?? []).flatMap((name, index) => checkKeyHeader(`${prefix}keyHeaders[${index}]`, name)),
  ];
}

function checkKeyHeader(property: string, name: string): Finding[] {
  if (REFUSED_KEY_HEADERS.test(name)) {
    return refusedValue(
      property,
      name,
      "a header that Cloudflare takes into a key: not Accept, Accept-..., Referer, User-Agent, Cookie, Host, Origin, CF-..., nor one about connections and caches",
    );
  }
  return checkHeaderName(property, name);
}

/** Checks the name of a header. */
export function checkHeaderName(property: string, name: string): Finding[] {
  return HEADER_NAME.test(name) ? [] : refusedValue(property, name, "the name of a header, such as X-Api-Key");
}

/** Finds options that say nothing where nothing is kept. */
export function checkDisabled(settings: object, prefix: string): Finding[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : contradictingOptions(`${prefix}${name}`, value, `${prefix}enabled: false`),
  );
}
