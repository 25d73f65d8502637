import { TerraformStack } from "cdktf";
import fc from "fast-check";
import { CacheKey, CachedRestApiProps, RestAuthorizer, RestIntegration, RuleCatalogue } from "../../lib";
import { OpenApiDocument } from "../../lib/gateway/core/open-api/document";
import { authorizersOf, planRestApi } from "../../lib/gateway/rest-api-plan";
import { anyDocument, anyText } from "../support/documents";
import { blocksOf, briefly } from "../support/plan";
import { Part, bodyOf, endpoint, newStack, readTemplate, restApi } from "../support/rest-api";
import { synthesized } from "../support/terraform";

const CATALOGUE = RuleCatalogue.rules().map(({ id }) => id);
const mock = RestIntegration.mock();

function plan(props: Partial<CachedRestApiProps>, document?: OpenApiDocument) {
  return planRestApi({ stageName: "prod", ...props }, "cats", document);
}

/** Builds, or is refused by rules of the catalogue; anything else fails. */
function worksOrIsRefused(build: () => void): void {
  try {
    build();
  } catch (thrown) {
    const findings = RuleCatalogue.findingsOf(thrown);
    if (findings.length === 0) throw thrown;
    for (const { rule } of findings) expect(CATALOGUE).toContain(rule);
  }
}

describe("the plan of an API", () => {
  test("has the cache of its endpoints and the definition that goes with it", () => {
    const cache = { ttlSeconds: 60, keys: [CacheKey.header("Accept")] };
    const { cache: planned, definition, findings } = plan({ endpoints: [endpoint({ cache })] });
    expect(findings).toEqual([]);
    expect(planned.cluster).toEqual({ enabled: true, size: "0.5" });
    expect(blocksOf(planned)["~1cats/GET"]).toMatchObject({ cacheTtlInSeconds: 60 });
    const { paths } = definition() as Part;
    expect(paths["/cats"].get["x-amazon-apigateway-integration"]).toMatchObject({
      cacheKeyParameters: ["method.request.header.Accept"],
      cacheNamespace: planned.keys[0]!.namespace,
    });
  });

  test("tells what is wrong and makes no definition of it", () => {
    const { findings } = plan({ endpoints: [endpoint({ method: "FETCH", path: "//" })] });
    expect(briefly(findings)).toContain("gateway/path-syntax at endpoints[0].path");
  });

  test("takes a document's preflight answers for what they say of origins", () => {
    const header = "method.response.header.Access-Control-Allow-Origin";
    const integration = { "x-amazon-apigateway-integration": { type: "mock" } };
    const options = (origin: string) => ({
      "x-amazon-apigateway-integration": {
        type: "mock",
        responses: { default: { responseParameters: { [header]: `'${origin}'` } } },
      },
    });
    const rules = (origin: string) => {
      const paths = { "/cats": { get: integration, options: options(origin) } };
      const endpoints = [{ method: "GET", path: "/cats", cache: {} }];
      return plan({ endpoints }, { openapi: "3.0.1", paths }).findings.map(({ rule }) => rule);
    };
    expect(rules("*")).toEqual([]);
    expect(rules("https://a.example.com")).toEqual(["gateway/origin-not-in-key"]);
  });

  test("names the file where the document came from one", () => {
    const paths = { "/{a}": { get: {} }, "/{b}": { get: { "x-amazon-apigateway-integration": {} } } };
    const { findings } = plan({ openApiFile: "api.yaml" }, { openapi: "3.0.1", paths });
    expect(briefly(findings)).toEqual([
      "gateway/no-cached-endpoint at cache.enabled",
      'gateway/integration-missing at openApiFile.paths["/{a}"].GET',
      "gateway/sibling-path-parameters at openApiFile.paths",
    ]);
  });

  test("has each authorizer once", () => {
    const pool = RestAuthorizer.cognito("pool", ["arn"]);
    expect(authorizersOf([endpoint({ authorizer: pool }), endpoint(), endpoint({ authorizer: pool })])).toEqual([pool]);
  });
});

describe("an API works or is refused by the catalogue", () => {
  /** An API that is right but for what two texts make of it. */
  const places: { [place: string]: (text: string, other: string) => Partial<CachedRestApiProps> } = {
    stageName: (stageName) => ({ stageName }),
    names: (apiName, description) => ({ apiName, description }),
    endpointType: (endpointType) => ({ endpointType }),
    policy: (policy) => ({ policy }),
    lists: (text, other) => ({ binaryMediaTypes: [text], stageVariables: { [text]: other }, tags: { [text]: other } }),
    accessLogs: (destinationArn, format) => ({ accessLogs: { destinationArn, format } }),
    origins: (text, other) => ({ cors: { allowOrigins: [text, other] } }),
    headers: (text, other) => ({ cors: { allowOrigins: ["*"], allowHeaders: [text], exposeHeaders: [other] } }),
    file: (openApiFile) => ({ openApiFile }),
    overrides: (text, other) => ({ definitionOverrides: { [text]: { [other]: text } } }),
    acknowledgements: (text, other) => ({ cache: { acknowledgements: { [text]: other } } }),
    method: (method) => ({ endpoints: [endpoint({ method })] }),
    path: (text, other) => ({ endpoints: [endpoint({ path: `/${text}` }), endpoint({ path: other })] }),
    operationName: (operationName) => ({ endpoints: [endpoint({ operationName })] }),
    parameter: (text) => ({
      endpoints: [endpoint({ requestParameters: { [`method.request.header.${text}`]: true } })],
    }),
    uri: (uri) => ({ endpoints: [endpoint({ integration: RestIntegration.httpProxy(uri, "GET") })] }),
    lambda: (functionName, qualifier) => ({
      endpoints: [
        endpoint({ integration: RestIntegration.lambdaProxy({ functionName, invokeArn: "arn" }, { qualifier }) }),
        endpoint({
          path: "/a",
          integration: RestIntegration.lambdaProxy({ functionName: qualifier, invokeArn: "arn" }),
        }),
      ],
    }),
    templates: (text, other) => ({
      endpoints: [endpoint({ integration: RestIntegration.mock({ requestTemplates: { [text]: other } }) })],
    }),
    answers: (text, other) => ({
      endpoints: [
        endpoint({
          integration: RestIntegration.mock({
            responses: [{ statusCode: text, selectionPattern: other, responseParameters: { [text]: other } }],
          }),
        }),
      ],
    }),
    mapping: (text, other) => ({
      endpoints: [
        endpoint({
          integration: RestIntegration.mock({ requestParameters: { [`integration.request.header.${text}`]: other } }),
        }),
      ],
    }),
    pool: (text, other) => ({ endpoints: [endpoint({ authorizer: RestAuthorizer.cognito(text, [other]) })] }),
    scopes: (text) => ({
      endpoints: [endpoint({ authorizer: RestAuthorizer.cognito("pool", ["arn"]), authorizationScopes: [text] })],
    }),
    checker: (name, other) => {
      const options = { identitySources: [`method.request.header.${other}`] };
      const target = { functionName: other, invokeArn: other };
      return { endpoints: [endpoint({ authorizer: RestAuthorizer.lambdaRequest(name, target, options), cache: {} })] };
    },
    keys: (text, other) => ({
      endpoints: [endpoint({ cache: { keys: [CacheKey.header(text), CacheKey.bodyJsonPath(other)] } })],
    }),
    parsedKey: (text, other) => ({ endpoints: [endpoint({ cache: { keys: [CacheKey.parse(text, other)] } })] }),
    namespace: (cacheNamespace) => ({ endpoints: [endpoint({ cache: { cacheNamespace } })] }),
    cachedMethods: (text) => ({ endpoints: [endpoint({ method: "ANY", cache: { cachedMethods: [text] } })] }),
    settings: (loggingLevel, text) => ({
      endpoints: [endpoint({ cache: { loggingLevel, perKeyInvalidation: { unauthorized: text as never } } })],
    }),
  };

  test.each(Object.keys(places))("whatever texts stand in it: %s", (place) => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        worksOrIsRefused(() => {
          const api = restApi(places[place]!(text, other));
          expect(readTemplate(bodyOf(api))).toHaveProperty("paths");
        });
      }),
      { numRuns: 8 },
    );
  });

  test("whatever one of its options is", () => {
    const names = ["stageName", "method", "path", "integration", "authorizer", "cache", "keys", "cors", "provider"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, value) => {
        const ofEndpoint = { method: "GET", path: "/cats", integration: mock, cache: { keys: [] } };
        const wrong = { [name]: name === "provider" && typeof value === "object" ? [value] : value };
        const inEndpoint = name in ofEndpoint;
        const cache = name === "keys" ? { keys: value } : (inEndpoint && wrong.cache) || {};
        const options = { ...(inEndpoint ? {} : name === "keys" ? {} : wrong) };
        const endpoints = [{ ...ofEndpoint, cache, ...(inEndpoint ? wrong : {}) }];
        worksOrIsRefused(() => restApi({ endpoints, ...options } as Partial<CachedRestApiProps>));
      }),
      { numRuns: 60 },
    );
  });

  test("whatever JSON its document holds", () => {
    fc.assert(
      fc.property(anyDocument, fc.boolean(), (openApiDocument, withCors) => {
        worksOrIsRefused(() => {
          const api = restApi({
            openApiDocument,
            endpoints: [{ method: "GET", path: "/cats/{id}", cache: { keys: [CacheKey.path("id")] } }],
            cors: withCors ? { allowOrigins: ["https://a.example.com"] } : undefined,
          });
          expect(readTemplate(bodyOf(api))).toHaveProperty("paths");
        });
      }),
      { numRuns: 60 },
    );
  });

  test("and leaves no resource behind where it is refused", () => {
    fc.assert(
      fc.property(anyText, (stageName) => {
        const stack: TerraformStack = newStack();
        try {
          restApi({ stageName }, stack);
        } catch {
          expect(synthesized(stack).resource ?? {}).toEqual({});
        }
      }),
      { numRuns: 20 },
    );
  });
});
