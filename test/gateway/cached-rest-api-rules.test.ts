import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { CacheKey, RestAuthorizer, RestIntegration } from "../../lib";
import { refusal, refusedFor, warnings } from "../support/findings";
import { Props, cachedEndpoint, endpoint, newStack, restApi } from "../support/rest-api";
import { synthesized } from "../support/terraform";

const DOCUMENT = { openapi: "3.0.1", paths: { "/cats": { get: { "x-amazon-apigateway-integration": {} } } } };
const mock = RestIntegration.mock();

/** One endpoint with these options, among which the caching. */
const cats = (options: object = {}): Props => ({ endpoints: [endpoint(options)] });
const cached = (cache: object = {}, options: object = {}): Props => ({ endpoints: [endpoint({ cache, ...options })] });

describe("an API is refused", () => {
  test.each<[string, string, Props]>([
    ["without endpoints", "input/missing-option at endpoints", { endpoints: undefined }],
    ["with an empty list of endpoints", "input/missing-option at endpoints", { endpoints: [] }],
    [
      "with an endpoint that has no backend",
      "gateway/integration-missing at endpoints[0].integration",
      { endpoints: [{ method: "GET", path: "/cats" }] },
    ],
    ["with no verb", "gateway/verb-syntax at endpoints[0].method", cats({ method: "FETCH" })],
    ["with no path", "gateway/path-syntax at endpoints[0].path", cats({ path: "/cats//paws" })],
    ["with a path of an expression", "gateway/path-not-literal at endpoints[0].path", cats({ path: "/${var.x}" })],
    [
      "with one endpoint twice",
      "gateway/duplicate-endpoint at endpoints[1]",
      { endpoints: [endpoint(), endpoint({ method: "get", path: "cats/" })] },
    ],
    [
      "with two names for one place of a path",
      "gateway/sibling-path-parameters at endpoints[1].path",
      { endpoints: [endpoint({ path: "/cats/{id}" }), endpoint({ path: "/cats/{name}", method: "POST" })] },
    ],
    [
      "with a path parameter that is not in the key",
      "gateway/unkeyed-path-parameter at endpoints[0].cache.keys",
      cached({}, { path: "/cats/{id}" }),
    ],
    [
      "with a key of another path's parameter",
      "gateway/key-path-parameter-unknown at endpoints[0].cache.keys[0]",
      cached({ keys: [CacheKey.path("id")] }),
    ],
    [
      "with one key twice",
      "gateway/duplicate-key at endpoints[0].cache.keys[1]",
      cached({ keys: [CacheKey.query("a"), CacheKey.query("a")] }),
    ],
    [
      "with a TTL of more than an hour",
      "gateway/ttl-out-of-range at endpoints[0].cache.ttlSeconds",
      cached({ ttlSeconds: 3601 }),
    ],
    ["with such a TTL for all", "gateway/ttl-out-of-range at cache.ttlSeconds", { cache: { ttlSeconds: -1 } }],
    ["with a size that no cluster has", "gateway/cluster-size at cache.clusterSize", { cache: { clusterSize: "1" } }],
    [
      "with chosen verbs of what is not ANY",
      "gateway/cached-methods-without-any at endpoints[0].cache.cachedMethods",
      cached({ cachedMethods: ["GET"] }),
    ],
    ["with a dot in the stage's name", "gateway/stage-name at stageName", { stageName: "v1.0" }],
    ["with no name of the stage", "gateway/stage-name at stageName", { stageName: "" }],
    ["with the stage of an HTTP API", "gateway/stage-name at stageName", { stageName: "$default" }],
    ["with another type of endpoint", "gateway/refused-value at endpointType", { endpointType: "regional" }],
    [
      "with a negative size to compress from",
      "gateway/refused-value at minimumCompressionSize",
      { minimumCompressionSize: -1 },
    ],
    [
      "with too large a size to compress from",
      "gateway/refused-value at minimumCompressionSize",
      { minimumCompressionSize: 10_485_761 },
    ],
    [
      "with a request parameter that is none",
      "gateway/request-parameter-syntax at endpoints[0].requestParameters",
      cats({ requestParameters: { "method.request.body": true } }),
    ],
    [
      "with a request parameter of the integration",
      "gateway/request-parameter-syntax at endpoints[0].requestParameters",
      cats({ requestParameters: { "integration.request.header.A": true } }),
    ],
    [
      "with a path parameter that the path has not",
      "gateway/key-path-parameter-unknown at endpoints[0].requestParameters",
      cats({ requestParameters: { "method.request.path.id": true } }),
    ],
    [
      "with scopes and nobody who knows them",
      "gateway/refused-value at endpoints[0].authorizationScopes",
      cats({ authorizationScopes: ["cats/read"] }),
    ],
    ["with no origin", "gateway/cors-value at cors.allowOrigins", { cors: { allowOrigins: [] } }],
    [
      "with an origin that has a path",
      "gateway/cors-value at cors.allowOrigins[0]",
      { cors: { allowOrigins: ["https://a.b/"] } },
    ],
    [
      "with credentials for every origin",
      "gateway/cors-credentials at cors.allowOrigins",
      { cors: { allowOrigins: ["*"], allowCredentials: true } },
    ],
    [
      "with an origin of an endpoint that has a path",
      "gateway/cors-value at endpoints[0].cors.allowOrigins[0]",
      cats({ cors: { allowOrigins: ["https://a.b/"] } }),
    ],
    [
      "with a document and a file",
      "gateway/document-invalid at openApiFile",
      { openApiDocument: DOCUMENT, openApiFile: "api.yaml" },
    ],
    ["with a file that is not there", "gateway/document-invalid at openApiFile", { openApiFile: "missing.yaml" }],
    ["with a file that is a directory", "gateway/document-invalid at openApiFile", { openApiFile: __dirname }],
    ["with a file that is no document", "gateway/document-invalid at openApiFile", { openApiFile: __filename }],
    ["with a name that no file has", "gateway/document-invalid at openApiFile", { openApiFile: "a\0b" }],
    [
      "with a document of another format",
      "gateway/document-invalid at openApiDocument",
      { openApiDocument: { ...DOCUMENT, openapi: "3.1.0" } },
    ],
    [
      "with a document without operations",
      "gateway/document-invalid at openApiDocument",
      { openApiDocument: { openapi: "3.0.1", paths: {} } },
    ],
    [
      "with a document whose operation has no backend",
      'gateway/integration-missing at openApiDocument.paths["/cats"].GET',
      { openApiDocument: { openapi: "3.0.1", paths: { "/cats": { get: {} } } } },
    ],
    [
      "with an acknowledged error",
      'input/invalid-acknowledgement at cache.acknowledgements["gateway/stage-name"]',
      { cache: { acknowledgements: { "gateway/stage-name": "because" } } },
    ],
    [
      "with an acknowledgement without a reason",
      'input/invalid-acknowledgement at endpoints[0].cache.acknowledgements["gateway/body-not-in-key"]',
      cached({ acknowledgements: { "gateway/body-not-in-key": " " } }),
    ],
  ])("%s", (_name, expected, props) => {
    expect(refusedFor(() => restApi(props))).toEqual([expected]);
  });

  test("unless a document whose operation has no backend gets one", () => {
    const paths = { "/cats": { get: {} } };
    const openApiDocument = { openapi: "3.0.1", paths };
    const integration = { "x-amazon-apigateway-integration": { type: "mock" } };
    expect(() => restApi({ openApiDocument, ...cats() })).not.toThrow();
    const definitionOverrides = { paths: { "/cats": { get: integration } } };
    expect(() => restApi({ openApiDocument, definitionOverrides })).not.toThrow();
  });
});

describe("an API is warned of", () => {
  test.each<[string, string, Props]>([
    [
      "CORS for named origins without them in the key",
      "gateway/origin-not-in-key: endpoints[0].cache.keys",
      { cors: { allowOrigins: ["https://a.example.com"] } },
    ],
    [
      "the same, for every verb",
      "gateway/origin-not-in-key: endpoints[0].cache.keys",
      { cors: { allowOrigins: ["https://a.example.com"], allowMethods: ["*"] }, ...cached({}) },
    ],
    [
      "the same, of the path of an endpoint",
      "gateway/origin-not-in-key: endpoints[0].cache.keys",
      { cors: { allowOrigins: ["*"] }, ...cached({}, { cors: { allowOrigins: ["https://a.example.com"] } }) },
    ],
    [
      "a caller who is not in the key",
      "gateway/identity-not-in-key: endpoints[0].cache.keys",
      cached({}, { authorizer: RestAuthorizer.iam() }),
    ],
    [
      "a body that is not in the key",
      "gateway/body-not-in-key: endpoints[0].cache.keys",
      cached({}, { method: "POST" }),
    ],
    ["a TTL of nothing", "gateway/ttl-zero: endpoints[0].cache.ttlSeconds", cached({ ttlSeconds: 0 })],
    ["a cluster for nothing", "gateway/no-cached-endpoint: cache.enabled", cats()],
    [
      "a required key that nobody checks",
      "gateway/required-not-validated: endpoints[0].cache.keys[0]",
      cached({ keys: [CacheKey.query("a", { required: true })] }),
    ],
    [
      "two endpoints that share their entries",
      "gateway/shared-cache-namespace: endpoints[1]",
      {
        endpoints: ["/cats", "/dogs"].map((path) => cachedEndpoint({ path, cache: { cacheNamespace: "animals" } })),
      },
    ],
  ])("%s", (_name, expected, props) => {
    expect(warnings(restApi(props))).toEqual([expect.stringContaining(expected)]);
  });

  test.each<[string, Props]>([
    ["CORS for everybody", { cors: { allowOrigins: ["*"] } }],
    [
      "CORS for other verbs",
      { cors: { allowOrigins: ["https://a.example.com"], allowMethods: ["POST"] }, ...cached({}) },
    ],
    [
      "CORS for everybody of the path of an endpoint",
      { cors: { allowOrigins: ["https://a.example.com"] }, ...cached({}, { cors: { allowOrigins: ["*"] } }) },
    ],
    [
      "CORS with the origin in the key",
      { cors: { allowOrigins: ["https://a.b"] }, ...cached({ keys: [CacheKey.header("origin")] }) },
    ],
    [
      "a required key that is checked",
      cached({ keys: [CacheKey.query("a", { required: true })] }, { validateRequestParameters: true }),
    ],
    ["a cluster that is off", { cache: { enabled: false }, ...cats() }],
    [
      "an endpoint for signed callers that is not cached",
      { endpoints: [cachedEndpoint(), endpoint({ path: "/own", authorizer: RestAuthorizer.iam() })] },
    ],
  ])("nothing in %s", (_name, props) => {
    expect(warnings(restApi(props))).toEqual([]);
  });
});

describe("a refusal", () => {
  const wrong = (): Props => ({
    stageName: "v1.0",
    cors: { allowOrigins: ["x"] },
    endpoints: [
      { method: "GET", path: "/cats/{id}", cache: { ttlSeconds: 9999 } },
      { method: "FETCH", path: "//", integration: mock },
    ],
  });

  test("tells everything that is wrong at once", () => {
    expect(refusedFor(() => restApi(wrong()))).toEqual([
      "gateway/stage-name at stageName",
      "gateway/cors-value at cors.allowOrigins[0]",
      "gateway/ttl-out-of-range at endpoints[0].cache.ttlSeconds",
      "gateway/unkeyed-path-parameter at endpoints[0].cache.keys",
      "gateway/verb-syntax at endpoints[1].method",
      "gateway/path-syntax at endpoints[1].path",
      "gateway/integration-missing at endpoints[0].integration",
    ]);
  });

  test("leaves nothing of the API in the stack", () => {
    const stack = newStack();
    refusal(() => restApi(wrong(), stack));
    expect(synthesized(stack).resource ?? {}).toEqual({});
  });

  test("comes before anything is written: what an earlier synthesis wrote stays", () => {
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
    const synthesize = (props: Props) => {
      const app = new App({ outdir });
      const stack = new TerraformStack(app, "stack");
      new AwsProvider(stack, "aws", { region: "eu-west-1" });
      restApi(props, stack);
      app.synth();
    };
    synthesize({});
    const before = files(outdir);
    expect(before).toHaveProperty(["stacks/stack/cdk.tf.json"]);
    refusal(() => synthesize(wrong()));
    expect(files(outdir)).toEqual(before);
    rmSync(outdir, { recursive: true });
  });
});

function files(directory: string): { [name: string]: string } {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((name) => [relative(directory, name), readFileSync(name, "utf8")]));
}
