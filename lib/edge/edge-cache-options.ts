/** What the edge does with an answer for which nothing else is said. */
export enum OriginTtl {
  /** It is kept if the origin says for how long. */
  BYPASS_BY_DEFAULT = "bypass_by_default",
  /** It is kept for as long as the origin says; if it says nothing, for Cloudflare's own time, such as 2 hours for 200. */
  RESPECT_ORIGIN = "respect_origin",
}

/**
 * How long answers with certain status codes are kept, whatever the origin says.
 *
 * @see https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/
 */
export interface StatusCodeTtl {
  /**
   * One status code, such as 404.
   *
   * @default - a range is given
   */
  readonly statusCode?: number;

  /**
   * The first status code of a range.
   *
   * @default - every code up to `toStatusCode`
   */
  readonly fromStatusCode?: number;

  /**
   * The last status code of a range.
   *
   * @default - every code from `fromStatusCode`
   */
  readonly toStatusCode?: number;

  /** The time in seconds; 0 to ask the origin every time, -1 to keep nothing. */
  readonly ttlSeconds: number;
}

/** What is kept at the edge, for how long and under which key. */
export interface EdgeCacheSettings {
  /**
   * What happens to an answer whose time the origin does not say.
   *
   * @default OriginTtl.BYPASS_BY_DEFAULT
   */
  readonly originTtl?: OriginTtl;

  /**
   * The time in seconds that an answer is kept at the edge, whatever the origin says: 1 to 31536000, and not less than
   * the zone's plan allows. Requests with `Authorization` or a cookie are then not answered from the cache.
   *
   * @default - the origin says it
   */
  readonly ttlSeconds?: number;

  /**
   * Times for certain status codes.
   *
   * @default - none
   */
  readonly statusCodeTtls?: StatusCodeTtl[];

  /**
   * The time in seconds that browsers keep an answer, whatever the origin says: 1 to 31536000.
   *
   * @default - the origin says it
   */
  readonly browserTtlSeconds?: number;

  /**
   * Whether requests that differ in their query strings only share one answer.
   *
   * @default false
   */
  readonly ignoreQueryStrings?: boolean;

  /**
   * The only query strings that tell requests apart. Needs an Enterprise zone.
   *
   * @default - all of them
   */
  readonly includeQueryStrings?: string[];

  /**
   * The query strings that do not tell requests apart. Needs an Enterprise zone.
   *
   * @default - none
   */
  readonly excludeQueryStrings?: string[];

  /**
   * Whether the order of query strings does not tell requests apart.
   *
   * @default false
   */
  readonly ignoreQueryStringOrder?: boolean;

  /**
   * Request headers that tell requests apart. Needs an Enterprise zone.
   *
   * @default - `Origin` only
   */
  readonly keyHeaders?: string[];

  /**
   * Whether phones, tablets and other devices get answers of their own.
   *
   * @default false
   */
  readonly cacheByDeviceType?: boolean;

  /**
   * Whether an answer is kept only if its content type is that of the path's extension.
   *
   * @default false
   */
  readonly cacheDeceptionArmor?: boolean;

  /**
   * Whether an outdated answer is served while a new one is fetched.
   *
   * @default - Cloudflare's own behaviour, which is to serve it
   */
  readonly serveStaleWhileRevalidating?: boolean;

  /**
   * Whether the origin's strong ETags are kept strong.
   *
   * @default - Cloudflare makes them weak where it changes the answer
   */
  readonly respectStrongEtags?: boolean;

  /**
   * Whether the origin's own error pages are shown in place of Cloudflare's.
   *
   * @default - Cloudflare's are shown
   */
  readonly originErrorPassthrough?: boolean;
}

/** Which requests are always passed on to the origin. */
export interface EdgeBypass {
  /**
   * Paths, such as `/v1/private/*`.
   *
   * @default - none
   */
  readonly paths?: string[];

  /**
   * Whether requests with any cookie are passed on.
   *
   * @default - true where a TTL replaces the origin's, otherwise false
   */
  readonly cookies?: boolean;

  /**
   * Cookies with which a request is passed on, such as `session`.
   *
   * @default - none
   */
  readonly cookieNames?: string[];

  /**
   * Headers with which a request is passed on, such as `X-Api-Key`.
   *
   * @default - none
   */
  readonly headers?: string[];

  /**
   * Whether requests with an `Authorization` header are passed on.
   *
   * @default - true where a TTL replaces the origin's, otherwise false
   */
  readonly authorization?: boolean;
}

/** A part of a host that is cached in another way than the rest. What is not said is as for the host. */
export interface EdgePathCache extends EdgeCacheSettings {
  /** The path: `/v1/cats`, everything below it as `/v1/*`, or with `*` for any text in its middle. */
  readonly path: string;

  /**
   * The verb, for those who like to say it: only `GET` and `HEAD` are ever cached, and always both.
   *
   * @default - `GET` and `HEAD`
   */
  readonly method?: string;

  /**
   * Whether the path is cached. What is not cached wins over what is, in whatever order they are written.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/**
 * How one host is cached at the edge.
 *
 * @see https://developers.cloudflare.com/cache/how-to/cache-rules/settings/
 */
export interface EdgeCacheOptions extends EdgeCacheSettings {
  /**
   * Whether anything but the `paths` is cached.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Paths that are cached in another way. Where several match, the last one wins.
   *
   * @default - none
   */
  readonly paths?: EdgePathCache[];

  /**
   * Which requests are always passed on to the origin.
   *
   * @default - none; where a TTL replaces the origin's, those with `Authorization` or a cookie
   */
  readonly bypass?: EdgeBypass;
}
