import { EdgeCacheSettings, OriginTtl, StatusCodeTtl } from "../edge-cache-options";

type Json = { readonly [name: string]: unknown };

/** What `set_cache_settings` is told for requests that are cached; nothing in it is null, unset or empty. */
export function cacheParameters(settings: EdgeCacheSettings): Json {
  return present({
    cache: true,
    edge_ttl: edgeTtl(settings),
    browser_ttl: browserTtl(settings),
    cache_key: unlessEmpty(cacheKey(settings)),
    serve_stale: serveStale(settings),
    respect_strong_etags: settings.respectStrongEtags,
    origin_error_page_passthru: settings.originErrorPassthrough,
  });
}

/** What `set_cache_settings` is told for requests that are passed on. */
export const BYPASS_PARAMETERS: Json = { cache: false };

/** The settings of a part of a host: its own, and those of the host that they do not replace. */
export function inherit<T extends EdgeCacheSettings>(host: EdgeCacheSettings, part: T): T & EdgeCacheSettings {
  const kept: { -readonly [name in keyof EdgeCacheSettings]: EdgeCacheSettings[name] } = { ...host };
  if (part.originTtl !== undefined) delete kept.ttlSeconds;
  if (part.ttlSeconds !== undefined) delete kept.originTtl;
  if (QUERY_OPTIONS.some((name) => part[name] !== undefined)) for (const name of QUERY_OPTIONS) delete kept[name];
  return { ...kept, ...(present(part as unknown as Json) as unknown as T), ...undo(host, part) };
}

/** Rules add up: what the rule of the host says of the key stays in force unless the part says the opposite. */
function undo(host: EdgeCacheSettings, part: EdgeCacheSettings): Undo {
  const isGiven = QUERY_OPTIONS.some((name) => part[name] !== undefined);
  const [ofHost, ofPart] = [unlessEmpty(queryString(host)), unlessEmpty(queryString(part))];
  return {
    ...(isGiven && ofHost && !ofPart ? { [ALL_QUERY_STRINGS]: true } : {}),
    ...(host.keyHeaders?.length && part.keyHeaders?.length === 0 ? { [NO_HEADERS]: true } : {}),
  };
}

const ALL_QUERY_STRINGS = Symbol("all query strings");
const NO_HEADERS = Symbol("no headers");

interface Undo {
  readonly [ALL_QUERY_STRINGS]?: boolean;
  readonly [NO_HEADERS]?: boolean;
}

/** The options that say which query strings tell requests apart; one of them at most. */
export const QUERY_OPTIONS = ["ignoreQueryStrings", "includeQueryStrings", "excludeQueryStrings"] as const;

/** Whether answers are kept against the origin's word. A number that only Terraform knows is a negative one here. */
export function overridesOrigin({ ttlSeconds, statusCodeTtls }: EdgeCacheSettings): boolean {
  return ttlSeconds !== undefined || (statusCodeTtls ?? []).some(({ ttlSeconds: ttl }) => ttl !== 0 && ttl !== -1);
}

function edgeTtl({ originTtl, ttlSeconds, statusCodeTtls }: EdgeCacheSettings): Json {
  return present({
    mode: ttlSeconds === undefined ? (originTtl ?? OriginTtl.BYPASS_BY_DEFAULT) : "override_origin",
    default: ttlSeconds,
    status_code_ttl: unlessEmpty((statusCodeTtls ?? []).map(statusCodeTtl)),
  });
}

function statusCodeTtl({ statusCode, fromStatusCode, toStatusCode, ttlSeconds }: StatusCodeTtl): Json {
  const range = present({ from: fromStatusCode, to: toStatusCode });
  return present({ status_code: statusCode, status_code_range: unlessEmpty(range), value: ttlSeconds });
}

function browserTtl({ browserTtlSeconds }: EdgeCacheSettings): Json {
  return browserTtlSeconds === undefined
    ? { mode: "respect_origin" }
    : { mode: "override_origin", default: browserTtlSeconds };
}

function cacheKey(settings: EdgeCacheSettings & Undo): Json {
  const headers = settings.keyHeaders?.map((name) => name.toLowerCase());
  const custom = present({
    query_string: settings[ALL_QUERY_STRINGS] ? { include: { all: true } } : unlessEmpty(queryString(settings)),
    header: headers?.length ? { include: headers } : settings[NO_HEADERS] ? { exclude_origin: false } : undefined,
  });
  return present({
    cache_by_device_type: settings.cacheByDeviceType,
    cache_deception_armor: settings.cacheDeceptionArmor,
    ignore_query_strings_order: settings.ignoreQueryStringOrder,
    custom_key: unlessEmpty(custom),
  });
}

function queryString({ ignoreQueryStrings, includeQueryStrings, excludeQueryStrings }: EdgeCacheSettings): Json {
  // To take none of them in is to leave all of them out.
  if (ignoreQueryStrings === true || includeQueryStrings?.length === 0) return { exclude: { all: true } };
  if (includeQueryStrings !== undefined) return { include: { list: includeQueryStrings } };
  return excludeQueryStrings?.length ? { exclude: { list: excludeQueryStrings } } : {};
}

function serveStale({ serveStaleWhileRevalidating }: EdgeCacheSettings): Json | undefined {
  if (serveStaleWhileRevalidating === undefined) return undefined;
  return { disable_stale_while_updating: !serveStaleWhileRevalidating };
}

function present(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined));
}

function unlessEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
