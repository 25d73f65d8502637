import { read, service, wrongWith } from "../support";

function refused(event: string, caching?: string) {
  const { findings } = read(service(event, caching));
  return findings.map(({ rule, property, change }) => ({ rule, property, change }));
}

const cached = (options: string, path = "/a") =>
  `http: { method: get, path: "${path}", caching: { enabled: true, ${options} } }`;
const AT = "functions.cats.events[0].http.caching";

test.each([
  ["ttlInSeconds: 3601", "/a", "gateway/ttl-out-of-range", `serverless.yml:6:82 ${AT}.ttlInSeconds`],
  ["ttlInSeconds: -1", "/a", "gateway/ttl-out-of-range", `serverless.yml:6:82 ${AT}.ttlInSeconds`],
  [
    "perKeyInvalidation: { handleUnauthorizedRequests: Ignor }",
    "/a",
    "gateway/unauthorized-strategy",
    `serverless.yml:6:118 ${AT}.perKeyInvalidation.handleUnauthorizedRequests`,
  ],
  ["", "/a/{id}", "gateway/unkeyed-path-parameter", `serverless.yml:6:56 ${AT}.cacheKeyParameters`],
  [
    "cacheKeyParameters: [{ name: request.path.id }, { name: request.path.id }]",
    "/a/{id}",
    "gateway/duplicate-key",
    `serverless.yml:6:121 ${AT}.cacheKeyParameters[1]`,
  ],
  [
    "cacheKeyParameters: [{ name: request.path.x }]",
    "/a",
    "gateway/key-path-parameter-unknown",
    `serverless.yml:6:89 ${AT}.cacheKeyParameters[0]`,
  ],
])("%s at %s breaks %s where it is written", (options, path, rule, property) => {
  expect(refused(cached(options, path))).toMatchObject([{ rule, property }]);
});

test("the stage's settings are checked too", () => {
  expect(refused("http: get /a", "{ enabled: true, ttlInSeconds: 4000, clusterSize: 1 }")).toMatchObject([
    { rule: "gateway/ttl-out-of-range", property: "serverless.yml:2:61 custom.apiGatewayCaching.ttlInSeconds" },
    { rule: "gateway/cluster-size", property: "serverless.yml:2:80 custom.apiGatewayCaching.clusterSize" },
  ]);
});

test("the size of a cluster that another service owns is not ours to check", () => {
  expect(refused("http: get /a", "{ enabled: true, apiGatewayIsShared: true, clusterSize: 1 }")).toEqual([]);
});

test("what to change is said in the words of the file", () => {
  expect(refused(cached("", "/a/{id}"))[0]?.change).toBe("Add name: request.path.id to cacheKeyParameters.");
});

test("the same endpoint twice is told of, with where it is first", () => {
  const caching = "{ enabled: true, additionalEndpoints: [{ method: GET, path: /a, caching: { enabled: true } }] }";
  expect(refused("http: get a/", caching)).toMatchObject([
    {
      rule: "gateway/duplicate-endpoint",
      property: expect.stringContaining("custom.apiGatewayCaching.additionalEndpoints[0]"),
      change: expect.stringContaining("serverless.yml:6:15 functions.cats.events[0].http"),
    },
  ]);
});

test("nothing more is said of an endpoint that is broken anyway", () => {
  const event = cached("cacheKeyParameters: [{ name: request.path }]", "/a/{id}");
  expect(refused(event).map(({ rule }) => rule)).toEqual(["gateway/key-syntax"]);
});

test("values that only the deployment knows are not judged", () => {
  expect(refused(cached("ttlInSeconds: '${ssm:/ttl}'"), "{ enabled: true, clusterSize: '${ssm:/size}' }")).toEqual([]);
});

test("warnings are left to the constructs", () => {
  expect(refused("http: { method: post, path: /a, caching: { enabled: true, ttlInSeconds: 0 } }")).toEqual([]);
});

test("what is not cached needs no keys", () => {
  expect(refused('http: { method: get, path: "/a/{id}", caching: { enabled: false } }')).toEqual([]);
  expect(refused(cached("", "/a/{id}"), "{ enabled: false }")).toEqual([]);
});

test.each([
  ["{ restApi: { level: WARN } }", "serverless.yml:1:50 provider.logs.restApi.level"],
  ["'${self:custom.logs}'", "serverless.yml:2:37 provider.logs.restApi.level"],
])("the level of the log is told of where it is written: %s", (logs, place) => {
  const text = `provider: { name: aws, logs: ${logs} }\ncustom: { logs: { restApi: { level: WARN } }, apiGatewayCaching: { enabled: true } }\n`;
  expect(wrongWith(text)).toEqual([`gateway/logging-level at ${place}`]);
});
