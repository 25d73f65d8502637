import { compact, readEndpointCache, readStageSettings } from "../../../lib/serverless/core/read-caching";
import { open } from "../support";

const paths = (reader: ReturnType<typeof open>["reader"]) =>
  reader.findings.map(({ rule, property }) => `${rule} at ${property}`);

function stage(yaml: string) {
  const { root, reader } = open(yaml);
  return { found: readStageSettings(reader, { node: root, path: "s" }), wrong: paths(reader) };
}

function endpoint(yaml: string, inherit = true) {
  const { root, reader } = open(`caching: ${yaml}`);
  const value = reader.get({ node: root, path: "" }, "caching");
  return { found: readEndpointCache(reader, value, inherit), wrong: paths(reader) };
}

test("every key of the stage", () => {
  const text = `
enabled: true
clusterSize: 1.6
ttlInSeconds: 0
dataEncrypted: false
perKeyInvalidation: { requireAuthorization: false, handleUnauthorizedRequests: Fail }
apiGatewayIsShared: true
restApiId: x
basePath: /y
endpointsInheritCloudWatchSettingsFromStage: false
additionalEndpoints: []
`;
  expect(stage(text)).toEqual({
    found: {
      enabled: true,
      clusterSize: "1.6",
      ttlSeconds: 0,
      dataEncrypted: false,
      perKeyInvalidation: { requireAuthorization: false, unauthorized: "Fail" },
    },
    wrong: [],
  });
});

test("every key of an endpoint", () => {
  const text =
    "{ enabled: false, ttlInSeconds: 45, dataEncrypted: true, perKeyInvalidation: { requireAuthorization: true }, " +
    "cacheKeyParameters: [{ name: request.path.id }], inheritCloudWatchSettingsFromStage: false }";
  expect(endpoint(text)).toEqual({
    found: {
      enabled: false,
      ttlSeconds: 45,
      dataEncrypted: true,
      perKeyInvalidation: { requireAuthorization: true },
      keys: [{ name: "request.path.id" }],
      inheritStageSettings: false,
    },
    wrong: [],
  });
});

test("what is not said is not handed on", () => {
  expect(endpoint("{ enabled: true }").found).toEqual({ enabled: true });
  expect(endpoint("{ enabled: true, ttlInSeconds: null, cacheKeyParameters: [] }").found).toEqual({ enabled: true });
});

test("no caching is none", () => {
  expect(endpoint("")).toEqual({ found: undefined, wrong: [] });
});

test.each([
  [true, "{ enabled: true }", undefined],
  [false, "{ enabled: true }", false],
  [false, "{ enabled: true, inheritCloudWatchSettingsFromStage: true }", undefined],
  [true, "{ enabled: true, inheritCloudWatchSettingsFromStage: false }", false],
])("with the default %s, %s inherits the stage's monitoring: %s", (inherit, yaml, expected) => {
  expect(endpoint(yaml, inherit).found?.inheritStageSettings).toBe(expected);
});

test.each([
  ["{}", "serverless/enabled-not-set at serverless.yml:1:10 caching.enabled"],
  ["{ enabled: null }", "serverless/enabled-not-set at serverless.yml:1:10 caching.enabled"],
  ["{ enabled: true, clusterSize: '0.5' }", "serverless/unknown-key at serverless.yml:1:27 caching.clusterSize"],
  ["{ enabled: true, ttlinseconds: 5 }", "serverless/unknown-key at serverless.yml:1:27 caching.ttlinseconds"],
  ["{ enabled: true, dataEncryption: true }", "serverless/unknown-key at serverless.yml:1:27 caching.dataEncryption"],
  ["true", "serverless/wrong-type at serverless.yml:1:10 caching"],
  ["{ enabled: 'yes' }", "serverless/wrong-type at serverless.yml:1:21 caching.enabled"],
  ["{ enabled: true, ttlInSeconds: 5 minutes }", "serverless/wrong-type at serverless.yml:1:41 caching.ttlInSeconds"],
  [
    "{ enabled: true, perKeyInvalidation: Fail }",
    "serverless/wrong-type at serverless.yml:1:47 caching.perKeyInvalidation",
  ],
  [
    "{ enabled: true, perKeyInvalidation: { requireAuthorisation: true } }",
    "serverless/unknown-key at serverless.yml:1:49 caching.perKeyInvalidation.requireAuthorisation",
  ],
])("%s breaks %s", (yaml, problem) => {
  expect(endpoint(yaml).wrong).toEqual([problem]);
});

test("a key of an endpoint does not belong to the stage", () => {
  expect(stage("enabled: true\ncacheKeyParameters: []").wrong).toEqual([
    "serverless/unknown-key at serverless.yml:2:1 s.cacheKeyParameters",
  ]);
});

test("an enabled that failed to resolve is no enabled that is not set", () => {
  expect(stage("enabled: ${env:NO}").wrong).toEqual(["serverless/variable-not-found at serverless.yml:1:10 s.enabled"]);
});

test("compact keeps false, zero and empty texts", () => {
  expect(compact({ a: undefined, b: false, c: 0, d: "" })).toEqual({ b: false, c: 0, d: "" });
});
