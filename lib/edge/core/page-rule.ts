import { Finding } from "../../rules/finding";
import { implicitEdgeTtl } from "../../rules/edge/implicit-edge-ttl";
import { overrideSharesCredentials } from "../../rules/edge/override-shares-credentials";
import { pageRuleCannot } from "../../rules/edge/page-rule-cannot";
import { EdgeCacheOptions, OriginTtl, StatusCodeTtl } from "../edge-cache-options";
import { notInPlan } from "../../rules/edge/not-in-plan";
import { refusedValue } from "../../rules/edge/refused-value";
import { overridesOrigin } from "./cache-parameters";
import { CacheContext } from "./check-cache";
import { ZonePlan, isBelow } from "./zone-plan";

type Actions = { readonly [name: string]: unknown };

/**
 * What the page rule of a host does. One page rule applies to a request, so TLS and cache are in one.
 *
 * Source: https://developers.cloudflare.com/rules/page-rules/reference/settings/
 */
export function pageRuleActions(mode: string, cache: EdgeCacheOptions, plan: ZonePlan | undefined): Actions {
  const { enabled = true, ttlSeconds, statusCodeTtls = [], browserTtlSeconds } = cache;
  if (!enabled) return { ssl: mode, cache_level: "bypass" };
  return present({
    ssl: mode,
    cache_level: "cache_everything",
    edge_cache_ttl: ttlSeconds,
    // 0 is to do what the origin says, which Cloudflare takes for an Enterprise zone only.
    browser_cache_ttl: browserTtlSeconds ?? (plan === ZonePlan.ENTERPRISE ? 0 : undefined),
    cache_ttl_by_status: statusCodeTtls.length === 0 ? undefined : Object.fromEntries(statusCodeTtls.map(statusTtl)),
    sort_query_string_for_cache: onOff(cache.ignoreQueryStringOrder),
    cache_by_device_type: onOff(cache.cacheByDeviceType),
    cache_deception_armor: onOff(cache.cacheDeceptionArmor),
    respect_strong_etag: onOff(cache.respectStrongEtags),
    origin_error_page_pass_thru: onOff(cache.originErrorPassthrough),
  });
}

/** What the page rule of a host is for: all its paths, over http and https. */
export function pageRuleTarget(host: string): string {
  return `${host}/*`;
}

/** Checks that a page rule can say how a host is cached. The options have been checked as those of any host. */
export function checkPageRuleCache(
  cache: EdgeCacheOptions,
  prefix: string,
  { plan, isUnknown }: CacheContext,
): Finding[] {
  const { enabled = true, bypass = {} } = cache;
  const cannot = [
    ...CANNOT.map((name) => [name, cache[name]] as const),
    ...CANNOT_BYPASS.map((name) => [`bypass.${name}`, bypass[name] === false ? undefined : bypass[name]] as const),
    ["originTtl", cache.originTtl === OriginTtl.BYPASS_BY_DEFAULT ? cache.originTtl : undefined] as const,
  ].filter(([, value]) => value !== undefined);
  return [
    ...cannot.flatMap(([name, value]) => pageRuleCannot(`${prefix}${name}`, value)),
    ...ENTERPRISE_ONLY.flatMap((name) =>
      cache[name] !== undefined && isBelow(plan, ZonePlan.ENTERPRISE)
        ? notInPlan(`${prefix}${name}`, cache[name], ZonePlan.ENTERPRISE, plan)
        : [],
    ),
    ...(cache.statusCodeTtls ?? []).flatMap((entry, index) =>
      Object.entries(entry).flatMap(([name, value]) =>
        isUnknown(value)
          ? refusedValue(`${prefix}statusCodeTtls[${index}].${name}`, "a reference", "a number, in a page rule")
          : [],
      ),
    ),
    ...((cache.ttlSeconds ?? 0) > LONGEST_TTL_SECONDS
      ? refusedValue(`${prefix}ttlSeconds`, cache.ttlSeconds, `at most ${LONGEST_TTL_SECONDS} in a page rule`)
      : []),
    ...(enabled ? checkDefaults(cache, prefix) : []),
  ];
}

/** A cache rule takes more. */
const LONGEST_TTL_SECONDS = 2_419_200;

/** What Cloudflare takes in a page rule of an Enterprise zone only. */
const ENTERPRISE_ONLY = [
  "statusCodeTtls",
  "ignoreQueryStringOrder",
  "cacheByDeviceType",
  "respectStrongEtags",
  "originErrorPassthrough",
] as const;

const CANNOT = [
  "paths",
  "ignoreQueryStrings",
  "includeQueryStrings",
  "excludeQueryStrings",
  "keyHeaders",
  "serveStaleWhileRevalidating",
] as const;

const CANNOT_BYPASS = ["paths", "cookies", "cookieNames", "headers", "authorization"] as const;

function checkDefaults(cache: EdgeCacheOptions, prefix: string): Finding[] {
  // A page rule passes no credentials on, so that nothing but a reason lets it replace the origin's TTL.
  if (overridesOrigin(cache)) {
    const [name, value] =
      cache.ttlSeconds === undefined ? ["statusCodeTtls", cache.statusCodeTtls] : ["ttlSeconds", cache.ttlSeconds];
    const { cookies, authorization } = cache.bypass ?? {};
    const isReported = cookies === false || authorization === false;
    return isReported ? [] : overrideSharesCredentials(`${prefix}${name}`, value);
  }
  return cache.originTtl === undefined ? implicitEdgeTtl(`${prefix}originTtl`, undefined) : [];
}

function statusTtl({ statusCode, fromStatusCode = 100, toStatusCode = 999, ttlSeconds }: StatusCodeTtl) {
  const codes = statusCode === undefined ? `${fromStatusCode}-${toStatusCode}` : `${statusCode}`;
  const words: { readonly [ttl: number]: string } = { [-1]: "no-store", 0: "no-cache" };
  return [codes, words[ttlSeconds] ?? `${ttlSeconds}`] as const;
}

function onOff(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "on" : "off";
}

function present(actions: Actions): Actions {
  return Object.fromEntries(Object.entries(actions).filter(([, value]) => value !== undefined));
}
