import { checkPageRuleCache, pageRuleActions, pageRuleTarget } from "../../../lib/edge/core/page-rule";
import { EdgeCacheOptions, OriginTtl } from "../../../lib/edge/edge-cache-options";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { briefly } from "../../support/plan";

const BASIC = { ssl: "strict", cache_level: "cache_everything" };
const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");

test("a page rule carries TLS and the cache together", () => {
  expect(pageRuleActions("strict", {}, undefined)).toEqual(BASIC);
  expect(pageRuleActions("strict", { enabled: false }, undefined)).toEqual({ ssl: "strict", cache_level: "bypass" });
  expect(pageRuleTarget("api.example.com")).toBe("api.example.com/*");
});

test("browsers keep to the origin where the zone's plan lets a page rule say so", () => {
  expect(pageRuleActions("strict", {}, ZonePlan.ENTERPRISE)).toEqual({ ...BASIC, browser_cache_ttl: 0 });
  expect(pageRuleActions("strict", {}, ZonePlan.BUSINESS)).toEqual(BASIC);
});

test.each<[EdgeCacheOptions, object]>([
  [{ ttlSeconds: 7200 }, { edge_cache_ttl: 7200 }],
  [{ browserTtlSeconds: 60 }, { browser_cache_ttl: 60 }],
  [{ ignoreQueryStringOrder: true }, { sort_query_string_for_cache: "on" }],
  [{ cacheByDeviceType: false }, { cache_by_device_type: "off" }],
  [{ cacheDeceptionArmor: true }, { cache_deception_armor: "on" }],
  [{ respectStrongEtags: true }, { respect_strong_etag: "on" }],
  [{ originErrorPassthrough: true }, { origin_error_page_pass_thru: "on" }],
  [
    {
      statusCodeTtls: [
        { statusCode: 404, ttlSeconds: 60 },
        { fromStatusCode: 500, ttlSeconds: -1 },
        { fromStatusCode: 300, toStatusCode: 399, ttlSeconds: 0 },
      ],
    },
    { cache_ttl_by_status: { "404": "60", "500-999": "no-store", "300-399": "no-cache" } },
  ],
  [{ statusCodeTtls: [] }, {}],
])("%j", (cache, expected) => {
  expect(pageRuleActions("strict", cache, undefined)).toEqual({ ...BASIC, ...expected });
});

const found = (cache: EdgeCacheOptions) => briefly(checkPageRuleCache(cache, "cache.", { plan: undefined, isUnknown }));
const respected = { originTtl: OriginTtl.RESPECT_ORIGIN };

test.each<[EdgeCacheOptions, string[]]>([
  [{}, ["edge/implicit-edge-ttl at cache.originTtl"]],
  [{ enabled: false }, []],
  [respected, []],
  [{ originTtl: OriginTtl.BYPASS_BY_DEFAULT }, ["edge/page-rule-cannot at cache.originTtl"]],
  [{ ...respected, paths: [] }, ["edge/page-rule-cannot at cache.paths"]],
  [{ ...respected, ignoreQueryStrings: true }, ["edge/page-rule-cannot at cache.ignoreQueryStrings"]],
  [{ ...respected, includeQueryStrings: ["a"] }, ["edge/page-rule-cannot at cache.includeQueryStrings"]],
  [{ ...respected, excludeQueryStrings: ["a"] }, ["edge/page-rule-cannot at cache.excludeQueryStrings"]],
  [{ ...respected, keyHeaders: ["a"] }, ["edge/page-rule-cannot at cache.keyHeaders"]],
  [{ ...respected, serveStaleWhileRevalidating: true }, ["edge/page-rule-cannot at cache.serveStaleWhileRevalidating"]],
  [{ ...respected, bypass: { paths: ["/a"] } }, ["edge/page-rule-cannot at cache.bypass.paths"]],
  [{ ...respected, bypass: { headers: ["a"] } }, ["edge/page-rule-cannot at cache.bypass.headers"]],
  [{ ...respected, bypass: { cookieNames: ["a"] } }, ["edge/page-rule-cannot at cache.bypass.cookieNames"]],
  [{ ...respected, bypass: { authorization: true } }, ["edge/page-rule-cannot at cache.bypass.authorization"]],
  [{ ...respected, bypass: { cookies: true } }, ["edge/page-rule-cannot at cache.bypass.cookies"]],
  [{ ...respected, bypass: { cookies: false } }, []],
  [{ ttlSeconds: 7200 }, ["edge/override-shares-credentials at cache.ttlSeconds"]],
  [
    { ttlSeconds: 2_419_201 },
    ["edge/refused-value at cache.ttlSeconds", "edge/override-shares-credentials at cache.ttlSeconds"],
  ],
  [{ ttlSeconds: 2_419_200 }, ["edge/override-shares-credentials at cache.ttlSeconds"]],
  [{ ...respected, statusCodeTtls: [{ statusCode: 404, ttlSeconds: 9 }] }, ["edge/override-shares-credentials at cache.statusCodeTtls"]], // prettier-ignore
])("%j: %j", (cache, expected) => {
  expect(found(cache)).toEqual(expected);
});

test("credentials that are given up are told of once, where they are", () => {
  expect(found({ ttlSeconds: 7200, bypass: { authorization: false } })).toEqual([]);
});
