import fc from "fast-check";
import { BYPASS_PARAMETERS, cacheParameters, inherit, overridesOrigin } from "../../../lib/edge/core/cache-parameters";
import { EdgeCacheSettings, OriginTtl } from "../../../lib/edge/edge-cache-options";

const SAFE = { cache: true, edge_ttl: { mode: "bypass_by_default" }, browser_ttl: { mode: "respect_origin" } };

test("without options only what the origin allows is kept, and browsers do what it says", () => {
  expect(cacheParameters({})).toEqual(SAFE);
  expect(BYPASS_PARAMETERS).toEqual({ cache: false });
});

test.each<[EdgeCacheSettings, object]>([
  [{ originTtl: OriginTtl.RESPECT_ORIGIN }, { edge_ttl: { mode: "respect_origin" } }],
  [{ ttlSeconds: 7200 }, { edge_ttl: { mode: "override_origin", default: 7200 } }],
  [{ browserTtlSeconds: 60 }, { browser_ttl: { mode: "override_origin", default: 60 } }],
  [
    { statusCodeTtls: [{ statusCode: 404, ttlSeconds: -1 }, { fromStatusCode: 500, ttlSeconds: 0 }] }, // prettier-ignore
    {
      edge_ttl: {
        mode: "bypass_by_default",
        status_code_ttl: [
          { status_code: 404, value: -1 },
          { status_code_range: { from: 500 }, value: 0 },
        ],
      },
    },
  ],
  [
    { statusCodeTtls: [{ fromStatusCode: 200, toStatusCode: 299, ttlSeconds: 60 }] },
    {
      edge_ttl: {
        mode: "bypass_by_default",
        status_code_ttl: [{ status_code_range: { from: 200, to: 299 }, value: 60 }],
      },
    },
  ],
  [{ ignoreQueryStrings: true }, { cache_key: { custom_key: { query_string: { exclude: { all: true } } } } }],
  [{ includeQueryStrings: ["page"] }, { cache_key: { custom_key: { query_string: { include: { list: ["page"] } } } } }],
  [{ includeQueryStrings: [] }, { cache_key: { custom_key: { query_string: { exclude: { all: true } } } } }],
  [{ excludeQueryStrings: ["utm"] }, { cache_key: { custom_key: { query_string: { exclude: { list: ["utm"] } } } } }],
  [{ keyHeaders: ["X-Tenant"] }, { cache_key: { custom_key: { header: { include: ["x-tenant"] } } } }],
  [{ ignoreQueryStringOrder: true }, { cache_key: { ignore_query_strings_order: true } }],
  [{ cacheByDeviceType: true }, { cache_key: { cache_by_device_type: true } }],
  [{ cacheDeceptionArmor: false }, { cache_key: { cache_deception_armor: false } }],
  [{ serveStaleWhileRevalidating: true }, { serve_stale: { disable_stale_while_updating: false } }],
  [{ serveStaleWhileRevalidating: false }, { serve_stale: { disable_stale_while_updating: true } }],
  [{ respectStrongEtags: true }, { respect_strong_etags: true }],
  [{ originErrorPassthrough: true }, { origin_error_page_passthru: true }],
  [{ ignoreQueryStrings: false, excludeQueryStrings: [], keyHeaders: [], statusCodeTtls: [] }, {}],
])("%j", (settings, expected) => {
  expect(cacheParameters(settings)).toEqual({ ...SAFE, ...expected });
});

const settings = fc.record<EdgeCacheSettings>(
  {
    originTtl: fc.constantFrom(...Object.values(OriginTtl)),
    ttlSeconds: fc.nat(),
    statusCodeTtls: fc.array(fc.record({ statusCode: fc.nat(), ttlSeconds: fc.integer() }), { maxLength: 2 }),
    browserTtlSeconds: fc.nat(),
    ignoreQueryStrings: fc.boolean(),
    includeQueryStrings: fc.array(fc.string(), { maxLength: 2 }),
    excludeQueryStrings: fc.array(fc.string(), { maxLength: 2 }),
    ignoreQueryStringOrder: fc.boolean(),
    keyHeaders: fc.array(fc.string(), { maxLength: 2 }),
    serveStaleWhileRevalidating: fc.boolean(),
  },
  { requiredKeys: [] },
);

test("nothing is ever null, unset or empty, which would show a difference in every plan", () => {
  const everything = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(everything)] : [value];
  fc.assert(
    fc.property(settings, (given) => {
      for (const value of everything(cacheParameters(given))) {
        expect(value ?? null).not.toBeNull();
        if (typeof value === "object") expect(Object.keys(value!)).not.toEqual([]);
      }
    }),
  );
});

test.each<[EdgeCacheSettings, EdgeCacheSettings, EdgeCacheSettings]>([
  [{ respectStrongEtags: true }, { ttlSeconds: 1 }, { respectStrongEtags: true, ttlSeconds: 1 }],
  [{ ttlSeconds: 1 }, {}, { ttlSeconds: 1 }],
  [{ ttlSeconds: 1 }, { ttlSeconds: undefined }, { ttlSeconds: 1 }],
  [{ ttlSeconds: 1 }, { originTtl: OriginTtl.RESPECT_ORIGIN }, { originTtl: OriginTtl.RESPECT_ORIGIN }],
  [{ originTtl: OriginTtl.RESPECT_ORIGIN }, { ttlSeconds: 1 }, { ttlSeconds: 1 }],
  [{ ignoreQueryStrings: true }, { includeQueryStrings: ["a"] }, { includeQueryStrings: ["a"] }],
  [{ includeQueryStrings: ["a"] }, { ignoreQueryStrings: false }, { ignoreQueryStrings: false }],
  [{ cacheByDeviceType: true }, { cacheByDeviceType: false }, { cacheByDeviceType: false }],
])("a part of %j with %j has %j", (host, part, expected) => {
  expect({ ...JSON.parse(JSON.stringify(inherit(host, part))) }).toEqual(expected);
});

test("a part changes nothing of its host", () => {
  const host = { ttlSeconds: 1 };
  inherit(host, { originTtl: OriginTtl.RESPECT_ORIGIN });
  expect(host).toEqual({ ttlSeconds: 1 });
});

test.each<[EdgeCacheSettings, boolean]>([
  [{}, false],
  [{ originTtl: OriginTtl.RESPECT_ORIGIN }, false],
  [{ browserTtlSeconds: 60 }, false],
  [{ ttlSeconds: 60 }, true],
  [{ statusCodeTtls: [{ statusCode: 404, ttlSeconds: 60 }] }, true],
  [{ statusCodeTtls: [{ statusCode: 404, ttlSeconds: 0 }, { statusCode: 500, ttlSeconds: -1 }] }, false], // prettier-ignore
  [{ statusCodeTtls: [{ statusCode: 404, ttlSeconds: "${var.ttl}" as never }] }, true],
])("%j is kept against the origin's word: %p", (given, expected) => {
  expect(overridesOrigin(given)).toBe(expected);
});
