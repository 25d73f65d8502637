import { planCacheRules } from "../../../lib/edge/core/cache-rules";
import { ExpressionWriter } from "../../../lib/edge/core/expression";
import { RuleRank } from "../../../lib/edge/core/planned-rule";
import { EdgeCacheOptions } from "../../../lib/edge/edge-cache-options";

const write = new ExpressionWriter(() => false);
const AUTHORIZATION = 'len(http.request.headers["authorization"]) > 0';
const COOKIE = "len(http.cookie) > 0";

const planned = (options: EdgeCacheOptions) =>
  planCacheRules(write, options).map(({ role, rank, condition, parameters }) => ({
    role,
    rank,
    condition,
    edge: (parameters.edge_ttl as { default?: number } | undefined)?.default ?? parameters.cache,
  }));

test("a host has one rule, for everything", () => {
  expect(planCacheRules(write, {})).toEqual([
    {
      phase: "http_request_cache_settings",
      role: "cache",
      rank: RuleRank.GENERAL,
      description: "Keeps answers",
      action: "set_cache_settings",
      parameters: { cache: true, edge_ttl: { mode: "bypass_by_default" }, browser_ttl: { mode: "respect_origin" } },
      condition: undefined,
    },
  ]);
});

test("what is switched off is passed on, since Cloudflare keeps some extensions by itself", () => {
  expect(planned({ enabled: false })).toEqual([{ role: "cache", rank: RuleRank.GENERAL, edge: false }]);
});

describe("requests with credentials", () => {
  test("are passed on as soon as a TTL replaces the origin's", () => {
    expect(planned({ ttlSeconds: 60 })).toEqual([
      { role: "cache", rank: RuleRank.GENERAL, edge: 60 },
      {
        role: "bypass_credentials",
        rank: RuleRank.BYPASS,
        condition: `(${AUTHORIZATION} or ${COOKIE})`,
        edge: false,
      },
    ]);
  });

  test("are passed on where a path replaces it, and only there", () => {
    const [, , credentials] = planned({ paths: [{ path: "/v1/*", ttlSeconds: 60 }] });
    expect(credentials).toMatchObject({
      role: "bypass_credentials",
      condition: `(starts_with(http.request.uri.path, "/v1/") and (${AUTHORIZATION} or ${COOKIE}))`,
    });
  });

  test("are passed on for status codes too", () => {
    const roles = planned({ statusCodeTtls: [{ statusCode: 404, ttlSeconds: 60 }] }).map(({ role }) => role);
    expect(roles).toContain("bypass_credentials");
  });

  test("are not where nothing is replaced", () => {
    const options = { enabled: false, ttlSeconds: 60, paths: [{ path: "/v1/*", enabled: false }] };
    expect(planned(options).map(({ role }) => role)).not.toContain("bypass_credentials");
    expect(planned({}).map(({ role }) => role)).not.toContain("bypass_credentials");
  });

  test("keep the half that was not given up", () => {
    const [, half] = planned({ ttlSeconds: 60, bypass: { authorization: false } });
    expect(half).toMatchObject({ role: "bypass_credentials", condition: COOKIE });
    expect(planned({ ttlSeconds: 60, bypass: { authorization: false, cookies: false } })).toHaveLength(1);
  });
});

test("what the user names is passed on in one rule", () => {
  const bypass = {
    paths: ["/private/*"],
    cookies: true,
    cookieNames: ["session"],
    headers: ["X-Api-Key"],
    authorization: true,
  };
  expect(planned({ bypass })[1]).toEqual({
    role: "bypass",
    rank: RuleRank.BYPASS,
    condition: `(starts_with(http.request.uri.path, "/private/") or ${COOKIE} or http.cookie contains "session=" or len(http.request.headers["x-api-key"]) > 0 or ${AUTHORIZATION})`,
    edge: false,
  });
});

test("paths come after the host, in their order; what is not kept comes last", () => {
  const paths = [
    { path: "/secret/*", enabled: false },
    { path: "/v1/*", ttlSeconds: 1 },
    { path: "/v1/cats", ttlSeconds: 2, method: "GET" },
  ];
  const rules = planned({ paths });
  expect(rules.map(({ role, rank, edge }) => [role, rank, edge])).toEqual([
    ["cache", RuleRank.GENERAL, true],
    ["bypass_below__secret", RuleRank.BYPASS, false],
    ["cache_below__v1", RuleRank.SPECIFIC, 1],
    ["cache_at__v1_cats", RuleRank.SPECIFIC, 2],
    ["bypass_credentials", RuleRank.BYPASS, false],
  ]);
});

test("a path says all of its settings, its host's too", () => {
  const [, path] = planCacheRules(write, {
    enabled: false,
    respectStrongEtags: true,
    paths: [{ path: "/v1/*", browserTtlSeconds: 5 }],
  });
  expect(path!.parameters).toEqual({
    cache: true,
    edge_ttl: { mode: "bypass_by_default" },
    browser_ttl: { mode: "override_origin", default: 5 },
    respect_strong_etags: true,
  });
});
