import { checkCacheSettings, checkHeaderName } from "../../../lib/edge/core/check-cache";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { EdgeCacheSettings, OriginTtl } from "../../../lib/edge/edge-cache-options";
import { briefly } from "../../support/plan";

const isUnknown = (value: unknown) => typeof value === "string" && value.includes("${");
const found = (settings: EdgeCacheSettings, plan?: ZonePlan) =>
  briefly(checkCacheSettings(settings, "cache.", { plan, isUnknown }));

const token = "${var.x}" as never;

test.each<[EdgeCacheSettings, ZonePlan | undefined, string[]]>([
  [{}, ZonePlan.FREE, []],
  [{ ttlSeconds: 1 }, undefined, []],
  [{ ttlSeconds: 0 }, undefined, ["edge/refused-value at cache.ttlSeconds"]],
  [{ ttlSeconds: 1.5 }, undefined, ["edge/refused-value at cache.ttlSeconds"]],
  [{ ttlSeconds: NaN }, undefined, ["edge/refused-value at cache.ttlSeconds"]],
  [{ ttlSeconds: 31536000 }, undefined, []],
  [{ ttlSeconds: 31536001 }, undefined, ["edge/refused-value at cache.ttlSeconds"]],
  [{ ttlSeconds: token }, ZonePlan.FREE, []],
  [{ ttlSeconds: 7199 }, ZonePlan.FREE, ["edge/ttl-below-plan at cache.ttlSeconds"]],
  [{ ttlSeconds: 7200 }, ZonePlan.FREE, []],
  [{ ttlSeconds: 3599 }, ZonePlan.PRO, ["edge/ttl-below-plan at cache.ttlSeconds"]],
  [{ ttlSeconds: 3600 }, ZonePlan.PRO, []],
  [{ ttlSeconds: 1 }, ZonePlan.BUSINESS, []],
  [
    { ttlSeconds: 9000, originTtl: OriginTtl.BYPASS_BY_DEFAULT },
    undefined,
    ["edge/contradicting-options at cache.originTtl"],
  ],
  [{ originTtl: OriginTtl.RESPECT_ORIGIN }, undefined, ["edge/implicit-edge-ttl at cache.originTtl"]],
  [{ browserTtlSeconds: 60 }, undefined, ["edge/browser-ttl-override at cache.browserTtlSeconds"]],
  [
    { browserTtlSeconds: -1 },
    undefined,
    ["edge/refused-value at cache.browserTtlSeconds", "edge/browser-ttl-override at cache.browserTtlSeconds"],
  ],
  [{ ignoreQueryStrings: true, includeQueryStrings: ["a"] }, undefined, ["edge/contradicting-options at cache.includeQueryStrings"]], // prettier-ignore
  [{ ignoreQueryStrings: false, includeQueryStrings: ["a"] }, undefined, []],
  [{ includeQueryStrings: ["a"] }, ZonePlan.BUSINESS, ["edge/not-in-plan at cache.includeQueryStrings"]],
  [{ includeQueryStrings: [] }, ZonePlan.FREE, []],
  [{ excludeQueryStrings: ["a"] }, ZonePlan.FREE, ["edge/not-in-plan at cache.excludeQueryStrings"]],
  [{ keyHeaders: ["X-Tenant"] }, ZonePlan.PRO, ["edge/not-in-plan at cache.keyHeaders"]],
  [{ keyHeaders: ["X-Tenant"], excludeQueryStrings: ["a"] }, ZonePlan.ENTERPRISE, []],
  [{ ignoreQueryStrings: true }, ZonePlan.FREE, []],
  [{ keyHeaders: ["Accept"] }, undefined, ["edge/refused-value at cache.keyHeaders[0]"]],
  [{ keyHeaders: ["accept-language"] }, undefined, ["edge/refused-value at cache.keyHeaders[0]"]],
  [{ keyHeaders: ["X-A", "bad header"] }, undefined, ["edge/refused-value at cache.keyHeaders[1]"]],
  [{ keyHeaders: ["X-Accept"] }, undefined, []],
  [{ ignoreQueryStringOrder: true }, ZonePlan.FREE, ["edge/maybe-not-in-plan at cache.ignoreQueryStringOrder"]],
  [{ ignoreQueryStringOrder: true }, ZonePlan.PRO, []],
  [{ ignoreQueryStringOrder: false }, ZonePlan.FREE, []],
])("%j on the plan %s: %j", (settings, plan, expected) => {
  expect(found(settings, plan)).toEqual(expected);
});

describe("a status code's TTL", () => {
  const at = "cache.statusCodeTtls[0]";

  test.each<[NonNullable<EdgeCacheSettings["statusCodeTtls"]>[0], string[]]>([
    [{ statusCode: 404, ttlSeconds: 60 }, []],
    [{ statusCode: 404, ttlSeconds: -1 }, []],
    [{ statusCode: 404, ttlSeconds: -2 }, [`edge/refused-value at ${at}.ttlSeconds`]],
    [{ statusCode: 99, ttlSeconds: 1 }, [`edge/refused-value at ${at}.statusCode`]],
    [{ statusCode: 1000, ttlSeconds: 1 }, [`edge/refused-value at ${at}.statusCode`]],
    [{ fromStatusCode: 200, toStatusCode: 299, ttlSeconds: 1 }, []],
    [{ fromStatusCode: 500, ttlSeconds: 0 }, []],
    [{ toStatusCode: 299, ttlSeconds: 0 }, []],
    [{ fromStatusCode: 299, toStatusCode: 200, ttlSeconds: 1 }, [`edge/refused-value at ${at}.toStatusCode`]],
    [{ statusCode: 200, toStatusCode: 299, ttlSeconds: 1 }, [`edge/contradicting-options at ${at}.statusCode`]],
    [{ ttlSeconds: 1 }, [`edge/refused-value at ${at}`]],
    [{ statusCode: token, ttlSeconds: token }, []],
  ])("%j: %j", (entry, expected) => {
    expect(found({ statusCodeTtls: [entry] })).toEqual(expected);
  });

  test("may need Enterprise", () => {
    const statusCodeTtls = [{ statusCode: 404, ttlSeconds: 60 }];
    expect(found({ statusCodeTtls }, ZonePlan.BUSINESS)).toEqual(["edge/maybe-not-in-plan at cache.statusCodeTtls"]);
    expect(found({ statusCodeTtls }, ZonePlan.ENTERPRISE)).toEqual([]);
    expect(found({ statusCodeTtls: [] }, ZonePlan.FREE)).toEqual([]);
  });
});

test.each([
  ["X-Api-Key", true],
  ["x_y", true],
  ["", false],
  ["X Key", false],
  ["X-Key:", false],
  ['"', false],
  ["Schlüssel", false],
])("%p is the name of a header: %p", (name, expected) => {
  expect(checkHeaderName("name", name).length === 0).toBe(expected);
});
