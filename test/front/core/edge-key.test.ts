import { WHOLE_REQUEST } from "../../../lib/gateway/core/guarded-endpoints";
import { GatewayEndpoint, checkEdgeKeys, checkGuardedEndpoints } from "../../../lib/front/core/edge-key";
import { EdgeCacheOptions } from "../../../lib/edge/edge-cache-options";

const header = (name: string) => `method.request.header.${name}`;
const query = (name: string) => `method.request.querystring.${name}`;

function ignored(
  edge: EdgeCacheOptions,
  keySources: string[],
  more: Partial<GatewayEndpoint> & { basePath?: string } = {},
) {
  const { basePath = "", ...endpoint } = more;
  const findings = checkEdgeKeys("cache", edge, basePath, [
    { path: "/cats/{id}", verbs: ["GET"], keySources, ...endpoint },
  ]);
  return findings.map(({ found }) => found);
}

const LANGUAGE = ["GET /cats/{id}: header Accept-Language"];

describe("a header of the gateway's key", () => {
  test.each<[string, EdgeCacheOptions, string[]]>([
    ["is unknown to the edge", {}, LANGUAGE],
    ["is unknown where another is in the key", { keyHeaders: ["X-Tenant"] }, LANGUAGE],
    ["is in the edge's key", { keyHeaders: ["accept-language"] }, []],
    ["passes requests on", { bypass: { headers: ["ACCEPT-LANGUAGE"] } }, []],
    ["does not matter where nothing is cached", { enabled: false }, []],
    ["matters on a path that is cached", { enabled: false, paths: [{ path: "/cats/*" }] }, LANGUAGE],
    ["does not matter on a path that is not", { paths: [{ path: "/cats/*", enabled: false }] }, []],
    ["does not matter on a path that is passed on", { bypass: { paths: ["/c*"] } }, []],
    ["matters where another path is passed on", { bypass: { paths: ["/dogs/*", "/cats", "/ca.s/*"] } }, LANGUAGE],
    ["is in the key of the path", { paths: [{ path: "/cats/*", keyHeaders: ["Accept-Language"] }] }, []],
    ["is in the key of another path", { paths: [{ path: "/dogs/*", keyHeaders: ["Accept-Language"] }] }, LANGUAGE],
    ["matters on one path of the endpoint that is cached", { enabled: false, paths: [{ path: "/cats/1" }] }, LANGUAGE],
    ["does not matter on a path that it never has", { enabled: false, paths: [{ path: "/dogs/*" }] }, []],
    ["matters on some of its paths", { paths: [{ path: "/cats/1", enabled: false }] }, LANGUAGE],
    [
      "matters where one of its paths only has it in the key",
      { paths: [{ path: "/cats/1", keyHeaders: ["Accept-Language"] }] },
      LANGUAGE,
    ],
    [
      "is taken out of the key again by a later path",
      {
        keyHeaders: ["Accept-Language"],
        paths: [
          { path: "/*", keyHeaders: undefined },
          { path: "/cats/*", keyHeaders: ["X-Tenant"] },
        ],
      },
      LANGUAGE,
    ],
  ])("%s", (_what, edge, expected) => {
    expect(ignored(edge, [header("Accept-Language")])).toEqual(expected);
  });

  test("is no matter where Cloudflare knows it itself", () => {
    expect(ignored({}, ["Origin", "accept-encoding", "Host"].map(header))).toEqual([]);
  });

  test.each<[string, EdgeCacheOptions, string[]]>([
    ["Authorization", {}, ["GET /cats/{id}: header Authorization"]],
    ["Authorization", { ttlSeconds: 60 }, []],
    ["Authorization", { paths: [{ path: "/cats/*", ttlSeconds: 60 }] }, []],
    ["Authorization", { bypass: { authorization: true } }, []],
    ["Authorization", { ttlSeconds: 60, bypass: { authorization: false } }, ["GET /cats/{id}: header Authorization"]],
    ["Authorization", { statusCodeTtls: [{ statusCode: 200, ttlSeconds: 60 }] }, []],
    ["Cookie", {}, ["GET /cats/{id}: header Cookie"]],
    ["Cookie", { ttlSeconds: 60 }, []],
    ["Cookie", { bypass: { cookies: true } }, []],
    ["Cookie", { ttlSeconds: 60, bypass: { cookies: false } }, ["GET /cats/{id}: header Cookie"]],
  ])("%s under %j", (name, edge, expected) => {
    expect(ignored(edge, [header(name)])).toEqual(expected);
  });
});

describe("a query string of the gateway's key", () => {
  const PAGE = ["GET /cats/{id}: query string page"];

  test.each<[EdgeCacheOptions, string[]]>([
    [{}, []],
    [{ ignoreQueryStrings: true }, PAGE],
    [{ includeQueryStrings: ["size"] }, PAGE],
    [{ includeQueryStrings: ["page"] }, []],
    [{ excludeQueryStrings: ["page"] }, PAGE],
    [{ excludeQueryStrings: ["utm_source"] }, []],
    [{ ignoreQueryStrings: true, paths: [{ path: "/cats/*", includeQueryStrings: ["page"] }] }, []],
    [{ includeQueryStrings: ["page"], paths: [{ path: "/cats/*", ignoreQueryStrings: true }] }, PAGE],
  ])("under %j", (edge, expected) => {
    expect(ignored(edge, [query("page")])).toEqual(expected);
  });
});

test.each([
  ["method.request.path.id", []],
  ["context.stage", []],
  ["context.authorizer.principalId", ["GET /cats/{id}: context.authorizer.principalId"]],
  ["context.identity.sourceIp", ["GET /cats/{id}: context.identity.sourceIp"]],
  ["method.request.body", ["GET /cats/{id}: body"]],
  ["method.request.body.cities[0]", ["GET /cats/{id}: body"]],
])("of %s is said %j", (source, expected) => {
  expect(ignored({}, [source])).toEqual(expected);
});

test("verbs that the edge never caches do not matter", () => {
  expect(ignored({}, [header("A")], { verbs: ["POST"] })).toEqual([]);
  expect(ignored({}, [header("A")], { verbs: ["POST", "HEAD"] })).toEqual(["HEAD /cats/{id}: header A"]);
});

test("patterns are those of the domain, under which the API has a path of its own", () => {
  const passed = { bypass: { paths: ["/v1/*"] } };
  expect(ignored(passed, [header("A")], { basePath: "v1" })).toEqual([]);
  expect(ignored(passed, [header("A")])).toEqual(["GET /cats/{id}: header A"]);
});

test("all that an endpoint loses is one finding", () => {
  const [finding] = checkEdgeKeys("cache", { ignoreQueryStrings: true }, "", [
    { path: "/cats", verbs: ["GET"], keySources: [header("A"), query("b")] },
  ]);
  expect(finding).toMatchObject({
    rule: "front/edge-key-ignores-gateway-key",
    property: "cache",
    found: "GET /cats: header A, query string b",
  });
});

describe("a guarded endpoint", () => {
  const guarded = (edge: EdgeCacheOptions, sources = [header("X-Token")], verb = "GET", basePath = "") =>
    checkGuardedEndpoints("cache", edge, basePath, [{ path: "/me", verb, sources }]).map(({ found }) => found);
  const TOKEN = ["GET /me: header X-Token"];

  test.each<[string, EdgeCacheOptions, string[]]>([
    ["is kept only as its answers say", {}, []],
    ["is kept for everybody", { ttlSeconds: 60 }, TOKEN],
    ["is kept by a status code", { statusCodeTtls: [{ statusCode: 200, ttlSeconds: 60 }] }, TOKEN],
    ["is kept by a path", { paths: [{ path: "/m*", ttlSeconds: 60 }] }, TOKEN],
    ["is not kept by another path", { paths: [{ path: "/cats", ttlSeconds: 60 }] }, []],
    ["is passed on by its path", { ttlSeconds: 60, bypass: { paths: ["/me"] } }, []],
    ["is passed on by its header", { ttlSeconds: 60, bypass: { headers: ["x-token"] } }, []],
    ["has its header in the key", { ttlSeconds: 60, keyHeaders: ["X-Token"] }, []],
    ["is not kept at all", { ttlSeconds: 60, enabled: false }, []],
  ])("%s", (_what, edge, expected) => {
    expect(guarded(edge)).toEqual(expected);
  });

  test("whose authorizer may read anything is guarded against every time of the edge", () => {
    const found = (edge: EdgeCacheOptions) => guarded(edge, [WHOLE_REQUEST]);
    expect(found({ ttlSeconds: 60 })).toEqual(["GET /me: any part of the request"]);
    expect(found({ ttlSeconds: 60, bypass: { authorization: true, headers: ["X-Token"] } })).toHaveLength(1);
    expect(found({ ttlSeconds: 60, bypass: { paths: ["/me"] } })).toEqual([]);
    expect(found({})).toEqual([]);
  });

  test("is guarded by each of its sources, once", () => {
    const edge = { ttlSeconds: 60, paths: [{ path: "/me*", ignoreQueryStrings: true }] };
    expect(guarded(edge, [header("X-Token"), header("X-Token"), query("key")])).toEqual([
      "GET /me: header X-Token, query string key",
    ]);
  });

  test("by Authorization is passed on by default", () => {
    expect(guarded({ ttlSeconds: 60 }, [header("Authorization")])).toEqual([]);
    expect(guarded({ ttlSeconds: 60, bypass: { authorization: false } }, [header("Authorization")])).toHaveLength(1);
  });

  test.each([
    ["ANY", 1],
    ["HEAD", 1],
    ["POST", 0],
    ["DELETE", 0],
  ])("of the verb %s: %d", (verb, count) => {
    expect(guarded({ ttlSeconds: 60 }, undefined, verb)).toHaveLength(count);
  });

  test("is where the domain maps it", () => {
    const edge = { paths: [{ path: "/v1/me", ttlSeconds: 60 }] };
    expect(guarded(edge, undefined, "GET", "v1")).toEqual(TOKEN);
    expect(guarded(edge)).toEqual([]);
  });
});
