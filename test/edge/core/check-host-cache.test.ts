import { checkHostCache } from "../../../lib/edge/core/check-host-cache";
import { ZonePlan } from "../../../lib/edge/core/zone-plan";
import { EdgeCacheOptions, OriginTtl } from "../../../lib/edge/edge-cache-options";
import { briefly } from "../../support/plan";

const found = (options: EdgeCacheOptions, plan?: ZonePlan) =>
  briefly(checkHostCache(options, "cache.", { plan, isUnknown: () => false }));

test.each<[string, EdgeCacheOptions, string[]]>([
  ["nothing", {}, []],
  ["a path", { paths: [{ path: "/v1/*", ttlSeconds: 60 }] }, []],
  ["a path without a slash", { paths: [{ path: "v1" }] }, ["edge/path-syntax at cache.paths[0].path"]],
  ["a verb that is cached", { paths: [{ path: "/v1", method: "get" }] }, []],
  ["a POST", { paths: [{ path: "/v1", method: "POST" }] }, ["edge/method-never-cached at cache.paths[0].method"]],
  [
    "a TTL of a path",
    { paths: [{ path: "/v1", ttlSeconds: -1 }] },
    ["edge/refused-value at cache.paths[0].ttlSeconds"],
  ],
  ["what is off", { paths: [{ path: "/v1", enabled: false }] }, []],
  [
    "what is off and has a TTL",
    { paths: [{ path: "/v1", enabled: false, ttlSeconds: 60 }] },
    ["edge/contradicting-options at cache.paths[0].ttlSeconds"],
  ],
  ["a bypassed path", { bypass: { paths: ["v1"] } }, ["edge/path-syntax at cache.bypass.paths[0]"]],
  ["a cookie's value", { bypass: { cookieNames: ["a=b"] } }, ["edge/refused-value at cache.bypass.cookieNames[0]"]],
  ["a header's value", { bypass: { headers: ["a: b"] } }, ["edge/refused-value at cache.bypass.headers[0]"]],
])("%s", (_what, options, expected) => {
  expect(found(options)).toEqual(expected);
});

describe("credentials are given up", () => {
  const [cookies, authorization] = ["cookies", "authorization"].map(
    (name) => `edge/override-shares-credentials at cache.bypass.${name}`,
  );

  test.each<[string, EdgeCacheOptions, unknown[]]>([
    ["without a TTL", { bypass: { authorization: false, cookies: false } }, []],
    ["with a TTL", { ttlSeconds: 60, bypass: { authorization: false } }, [authorization]],
    ["both", { ttlSeconds: 60, bypass: { authorization: false, cookies: false } }, [cookies, authorization]],
    ["with a path's TTL", { paths: [{ path: "/a", ttlSeconds: 60 }], bypass: { cookies: false } }, [cookies]],
    ["with a status code's", { statusCodeTtls: [{ statusCode: 404, ttlSeconds: 9 }], bypass: { cookies: false } }, [cookies]], // prettier-ignore
    ["where a path inherits the TTL", { enabled: false, ttlSeconds: 60, paths: [{ path: "/a" }], bypass: { cookies: false } }, [cookies]], // prettier-ignore
    ["where the path asks the origin", { enabled: false, ttlSeconds: 60, paths: [{ path: "/a", originTtl: OriginTtl.BYPASS_BY_DEFAULT }], bypass: { cookies: false } }, []], // prettier-ignore
  ])("%s", (_what, options, expected) => {
    expect(found(options)).toEqual(expected);
  });
});

describe("a path that never decides", () => {
  test.each<[string, EdgeCacheOptions, string[]]>([
    ["the general first", { paths: [{ path: "/v1/*" }, { path: "/v1/cats" }] }, []],
    ["the general last", { paths: [{ path: "/v1/cats" }, { path: "/v1/*" }] }, ["cache.paths[0].path"]],
    ["twice", { paths: [{ path: "/v1" }, { path: "/v1" }] }, ["cache.paths[0].path"]],
    [
      "within what is off",
      { paths: [{ path: "/v1/*", enabled: false }, { path: "/v1/cats" }] },
      ["cache.paths[1].path"],
    ],
    ["with what is off inside", { paths: [{ path: "/v1/private", enabled: false }, { path: "/v1/*" }] }, []],
    [
      "within what is bypassed",
      { paths: [{ path: "/v1/cats" }], bypass: { paths: ["/v1/*"] } },
      ["cache.paths[0].path"],
    ],
    ["bypassed twice", { bypass: { paths: ["/v1/cats", "/v1/*"] } }, ["cache.bypass.paths[0]"]],
  ])("%s", (_what, options, expected) => {
    expect(found(options)).toEqual(expected.map((property) => `edge/shadowed-path at ${property}`));
  });
});
