import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack, TerraformVariable } from "cdktf";
import { CacheKey, RestAuthorizer, RestIntegration } from "../../lib";
import { refusal, refusedFor, warnings } from "../support/findings";
import {
  Part,
  Props,
  bodyOf,
  definitionOf,
  integrationOf,
  newStack,
  operationOf,
  restApi,
  triggersOf,
} from "../support/rest-api";
import { methodSettings } from "../support/terraform";

const INTEGRATION = "x-amazon-apigateway-integration";

const backend = (type: string, more: object = {}) => ({ [INTEGRATION]: { type, uri: "https://cats", ...more } });

const DOCUMENT = {
  openapi: "3.0.1",
  info: { title: "Cats", version: "7" },
  paths: {
    "/cats": { get: { operationId: "listCats", ...backend("aws_proxy") }, post: backend("http") },
    "/cats/{id}": { get: backend("http_proxy"), parameters: [{ name: "id", in: "path", required: true }] },
    "/files/{proxy+}": { "x-amazon-apigateway-any-method": backend("http_proxy") },
  },
};

const directory = mkdtempSync(join(tmpdir(), "cdktf-api-caching-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A file of that text. */
function file(text: string, name = "api.yaml"): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const json = (document: object = DOCUMENT) => file(JSON.stringify(document), "api.json");
const cacheByPath = (...names: string[]) => ({ keys: names.map((name) => CacheKey.path(name)) });

describe("an API from a document", () => {
  test("is what the document says, when nothing is cached", () => {
    expect(definitionOf(restApi({ openApiDocument: DOCUMENT, cache: { enabled: false } }))).toEqual(DOCUMENT);
  });

  test("is the same from an object, from JSON and from YAML", () => {
    const yaml = `openapi: 3.0.1
info: { title: Cats, version: "7" }
paths:
  /cats: &cats
    get: { operationId: listCats, ${INTEGRATION}: { type: aws_proxy, uri: "https://cats" } }
`;
    const document = { ...DOCUMENT, paths: { "/cats": { get: DOCUMENT.paths["/cats"].get } } };
    const fromObject = definitionOf(restApi({ openApiDocument: document }));
    expect(definitionOf(restApi({ openApiFile: json(document) }))).toEqual(fromObject);
    expect(definitionOf(restApi({ openApiFile: file(yaml) }))).toEqual(fromObject);
  });

  test("needs no endpoints, and says that its cluster caches nothing", () => {
    const api = restApi({ openApiDocument: DOCUMENT });
    expect(warnings(api)).toEqual([expect.stringContaining("gateway/no-cached-endpoint: cache.enabled")]);
  });

  test("has the name of its construct, and the title of the document", () => {
    const api = restApi({ openApiDocument: DOCUMENT });
    expect(api.restApi.nameInput).toBe("api");
    expect(definitionOf(api).info.title).toBe("Cats");
  });

  test("makes a new deployment whenever the document changes", () => {
    const changed = { ...DOCUMENT, info: { title: "Cats", version: "8" } };
    const trigger = (openApiDocument: Part) => triggersOf(restApi({ openApiDocument })).definition;
    expect(trigger(changed)).not.toBe(trigger(DOCUMENT));
    expect(trigger(structuredClone(DOCUMENT))).toBe(trigger(DOCUMENT));
  });
});

describe("an endpoint of the document", () => {
  const endpoints = [
    { method: "GET", path: "/cats", cache: { keys: [CacheKey.query("page")] } },
    { method: "get", path: "cats/{id}/", cache: cacheByPath("id") },
    { method: "ANY", path: "/files/{proxy+}", cache: { ...cacheByPath("proxy"), cachedMethods: ["GET", "HEAD"] } },
  ];

  test("is found by verb and path, in any spelling of them", () => {
    const api = restApi({ openApiDocument: DOCUMENT, endpoints });
    expect(Object.keys(methodSettings(TerraformStack.of(api))).sort()).toEqual([
      "*/*",
      "~1cats/GET",
      "~1cats~1{id}/GET",
      "~1files~1{proxy+}/GET",
      "~1files~1{proxy+}/HEAD",
    ]);
  });

  test("has its keys where its integration wants them, and keeps all else", () => {
    const api = restApi({ openApiDocument: DOCUMENT, endpoints });
    expect(operationOf(api, "GET", "/cats")).toEqual({
      operationId: "listCats",
      parameters: [{ name: "page", in: "query", required: false, schema: { type: "string" } }],
      [INTEGRATION]: {
        type: "aws_proxy",
        uri: "https://cats",
        cacheKeyParameters: ["method.request.querystring.page"],
        cacheNamespace: "GET_cats",
      },
    });
    expect(integrationOf(api, "GET", "/cats/{id}")).toMatchObject({
      cacheKeyParameters: ["method.request.path.id"],
      requestParameters: { "integration.request.path.id": "method.request.path.id" },
    });
    expect(operationOf(api, "GET", "/cats/{id}")).not.toHaveProperty("parameters");
    expect(integrationOf(api, "POST", "/cats")).toEqual({ type: "http", uri: "https://cats" });
  });

  test("counts the keys that the document has for it", () => {
    const own = { cacheKeyParameters: ["method.request.path.id"], cacheNamespace: "mine" };
    const paths = { "/cats/{id}": { get: backend("aws_proxy", own) } };
    const api = restApi({
      openApiDocument: { ...DOCUMENT, paths },
      endpoints: [{ method: "GET", path: "/cats/{id}", cache: {} }],
    });
    expect(warnings(api)).toEqual([]);
    expect(integrationOf(api, "GET", "/cats/{id}")).toMatchObject(own);
  });

  test("gets another backend, and its keys are placed for that one", () => {
    const integration = RestIntegration.httpProxy("https://new", "GET");
    const cache = { keys: [CacheKey.header("Accept")] };
    const api = restApi({
      openApiDocument: DOCUMENT,
      endpoints: [{ method: "GET", path: "/cats", integration, cache }],
    });
    expect(operationOf(api, "GET", "/cats")).toMatchObject({
      operationId: "listCats",
      [INTEGRATION]: {
        type: "http_proxy",
        uri: "https://new",
        requestParameters: { "integration.request.header.Accept": "method.request.header.Accept" },
      },
    });
  });

  test("beats ANY of the same path, which caches other verbs than it", () => {
    const paths = { "/cats": { get: backend("http"), "x-amazon-apigateway-any-method": backend("http") } };
    const any = { method: "ANY", path: "/cats", cache: { cachedMethods: ["GET", "HEAD"] } };
    const api = restApi({ openApiDocument: { ...DOCUMENT, paths }, endpoints: [any] });
    expect(Object.keys(methodSettings(TerraformStack.of(api))).sort()).toEqual(["*/*", "~1cats/HEAD"]);
  });

  test("is warned of by what the document says of its callers", () => {
    const scheme = { type: "apiKey", name: "X-Token", in: "header", "x-amazon-apigateway-authtype": "mine" };
    const secured = { ...DOCUMENT, security: [{ token: [] }], components: { securitySchemes: { token: scheme } } };
    const warned = (keys: CacheKey[]) =>
      warnings(
        restApi({ openApiDocument: secured, endpoints: [{ method: "GET", path: "/cats", cache: { keys } }] }),
      ).map((line) => line.split(":")[0]);
    expect(warned([])).toEqual(["gateway/identity-not-in-key"]);
    expect(warned([CacheKey.header("x-token")])).toEqual([]);
  });

  test("says nothing of itself but its backend and its caching", () => {
    const said = {
      requestParameters: { "method.request.querystring.page": true },
      validateRequestParameters: true,
      authorizer: RestAuthorizer.cognito("pool", ["arn:pool"]),
      authorizationScopes: ["a"],
      apiKeyRequired: false,
      operationName: "list",
    };
    const endpoints = [{ method: "GET", path: "/cats", ...said }];
    expect(refusedFor(() => restApi({ openApiDocument: DOCUMENT, endpoints }))).toEqual(
      Object.keys(said).map((name) => `gateway/document-has-operation at endpoints[0].${name}`),
    );
  });
});

describe("an endpoint beside the document", () => {
  const beside = {
    method: "POST",
    path: "/cats/{id}/paws",
    integration: RestIntegration.mock(),
    authorizer: RestAuthorizer.cognito("pool", ["arn:pool"]),
    validateRequestParameters: true,
    requestParameters: { "method.request.header.X-A": true },
  };

  test("has its operation, its security scheme and its validator added to the document", () => {
    const definition = definitionOf(restApi({ openApiDocument: DOCUMENT, endpoints: [beside] }));
    expect(Object.keys(definition.paths)).toHaveLength(4);
    expect(definition.paths["/cats/{id}/paws"].post.security).toEqual([{ pool: [] }]);
    expect(definition.components.securitySchemes).toHaveProperty("pool");
    const validator = definition.paths["/cats/{id}/paws"].post["x-amazon-apigateway-request-validator"];
    expect(definition["x-amazon-apigateway-request-validators"]).toHaveProperty(validator);
  });

  test("is written in Swagger's words beside a Swagger document", () => {
    const openApiDocument = { swagger: "2.0", info: DOCUMENT.info, paths: DOCUMENT.paths };
    const definition = definitionOf(restApi({ openApiDocument, endpoints: [beside], cors: { allowOrigins: ["*"] } }));
    expect(definition.securityDefinitions).toHaveProperty("pool");
    expect(definition.paths["/cats/{id}/paws"].post.parameters).toContainEqual({
      name: "X-A",
      in: "header",
      required: true,
      type: "string",
    });
    expect(JSON.stringify(definition)).not.toContain('"schema"');
  });

  test.each<[string, string, object]>([
    ["no such path", "GET /dogs", { method: "GET", path: "/dogs" }],
    ["another verb of the path", "DELETE /cats", { method: "DELETE", path: "/cats" }],
    ["a verb of a path that has ANY", "GET /files/{proxy+}", { method: "GET", path: "/files/{proxy+}" }],
  ])("needs a backend where the document has %s", (_name, found, endpoint) => {
    const build = () => restApi({ openApiDocument: DOCUMENT, endpoints: [endpoint] } as Props);
    const [finding] = refusal(build);
    expect(finding).toMatchObject({ rule: "gateway/endpoint-not-in-document", property: "endpoints[0]", found });
    expect(finding?.allowed).toBe("GET /cats, POST /cats, GET /cats/{id}, ANY /files/{proxy+}");
  });

  test("cannot name a path parameter otherwise than the document", () => {
    const endpoints = [{ ...beside, path: "/cats/{name}/paws" }];
    const rule = "gateway/sibling-path-parameters at endpoints[0].path";
    expect(refusedFor(() => restApi({ openApiDocument: DOCUMENT, endpoints }))).toEqual([rule]);
  });

  test("cannot replace a security scheme of the document", () => {
    const open = { type: "apiKey", name: "X-Token", in: "header", "x-amazon-apigateway-authtype": "custom" };
    const openApiDocument = { ...DOCUMENT, components: { securitySchemes: { pool: open, api_key: open } } };
    const endpoints = [beside, { ...beside, method: "PUT", apiKeyRequired: true }];
    expect(refusedFor(() => restApi({ openApiDocument, endpoints }))).toEqual([
      "gateway/duplicate-authorizer at endpoints[0].authorizer",
      "gateway/duplicate-authorizer at endpoints[1].apiKeyRequired",
    ]);
  });

  test("may use a security scheme that the document describes in the same words", () => {
    const sigv4 = { in: "header", name: "Authorization", type: "apiKey", "x-amazon-apigateway-authtype": "awsSigv4" };
    const key = { type: "apiKey", name: "X-API-Key", in: "header" };
    const openApiDocument = { ...DOCUMENT, components: { securitySchemes: { sigv4, api_key: key } } };
    const endpoints = [{ ...beside, authorizer: RestAuthorizer.iam(), apiKeyRequired: true }];
    expect(operationOf(restApi({ openApiDocument, endpoints }), "POST", "/cats/{id}/paws").security).toEqual([
      { sigv4: [], api_key: [] },
    ]);
  });
});

describe("an expression", () => {
  test("in an object is Terraform's, but for API Gateway's own variables", () => {
    const stack = newStack();
    const host = new TerraformVariable(stack, "host", {}).stringValue;
    const uri = `https://${host}/\${stageVariables.path}/\${var.other}`;
    const paths = { "/cats": { get: backend("http", { uri }) } };
    const body = bodyOf(restApi({ openApiDocument: { ...DOCUMENT, paths } }, stack));
    expect(body).toContain('"https://${var.host}/$${stageVariables.path}/${var.other}"');
  });

  test("in a file is text", () => {
    const paths = { "/cats": { get: backend("http", { uri: "https://${var.host}/%{x}/${stageVariables.path}" }) } };
    const api = restApi({ openApiFile: json({ ...DOCUMENT, paths }) });
    expect(bodyOf(api)).toContain('"https://$${var.host}/%%{x}/$${stageVariables.path}"');
    expect(Object.keys(triggersOf(api))).toEqual(["definition"]);
  });
});
