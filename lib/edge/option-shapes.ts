import {
  OptionType,
  Shape,
  flag,
  listOf,
  literal,
  made,
  mapOf,
  number,
  objectOf,
  required,
  text,
} from "../rules/input/shape";
import {
  EdgeBypass,
  EdgeCacheOptions,
  EdgeCacheSettings,
  EdgePathCache,
  OriginTtl,
  StatusCodeTtl,
} from "./edge-cache-options";

/** One of the values of an enumeration. */
export function oneOf(values: { readonly [name: string]: string }): OptionType {
  const allowed = Object.values(values);
  return made(`one of ${allowed.join(", ")}`, (value) => allowed.includes(value as string));
}

/** Reasons by rule id; the reasons themselves are checked where they are used. */
export const acknowledgements: OptionType = literal(mapOf(literal(text)));

const STATUS_CODE_TTL: Shape<StatusCodeTtl> = {
  statusCode: number,
  fromStatusCode: number,
  toStatusCode: number,
  ttlSeconds: required(number),
};

const names = literal(listOf(literal(text)));

export const CACHE_SETTINGS: Shape<EdgeCacheSettings> = {
  originTtl: oneOf(OriginTtl),
  ttlSeconds: number,
  statusCodeTtls: literal(listOf(literal(objectOf(STATUS_CODE_TTL)))),
  browserTtlSeconds: number,
  ignoreQueryStrings: literal(flag),
  includeQueryStrings: names,
  excludeQueryStrings: names,
  ignoreQueryStringOrder: literal(flag),
  keyHeaders: names,
  cacheByDeviceType: literal(flag),
  cacheDeceptionArmor: literal(flag),
  serveStaleWhileRevalidating: literal(flag),
  respectStrongEtags: literal(flag),
  originErrorPassthrough: literal(flag),
};

const BYPASS: Shape<EdgeBypass> = {
  paths: names,
  cookies: literal(flag),
  cookieNames: names,
  headers: names,
  authorization: literal(flag),
};

export const bypassOptions: OptionType = literal(objectOf(BYPASS));

const PATH: Shape<EdgePathCache> = {
  ...CACHE_SETTINGS,
  path: required(literal(text)),
  method: literal(text),
  enabled: literal(flag),
};

export const EDGE_CACHE: Shape<EdgeCacheOptions> = {
  ...CACHE_SETTINGS,
  enabled: literal(flag),
  paths: literal(listOf(literal(objectOf(PATH)))),
  bypass: bypassOptions,
};
