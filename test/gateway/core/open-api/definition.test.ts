import fc from "fast-check";
import {
  Definition,
  DefinitionEndpoint,
  PARAMETERS_VALIDATOR,
  buildDefinition,
} from "../../../../lib/gateway/core/open-api/definition";
import { MethodVerb } from "../../../../lib/gateway/core/http-verb";
import { parseResourcePath } from "../../../../lib/gateway/core/resource-path";
import { httpVerb, resourcePath } from "../../../support/arbitraries";
import { key } from "../../../support/plan";
import { Part } from "../../../support/rest-api";

const INTEGRATION = "x-amazon-apigateway-integration";
const VALIDATORS = "x-amazon-apigateway-request-validators";

function endpoint(verb: MethodVerb, path: string, options: Partial<DefinitionEndpoint> = {}): DefinitionEndpoint {
  return {
    path: parseResourcePath(path).path!,
    verb,
    integration: { type: "MOCK" },
    access: { security: {}, requestParameters: {} },
    ...options,
  };
}

function built(options: Partial<Definition> = {}): Part {
  return buildDefinition({ title: "cats", endpoints: [], securitySchemes: {}, ...options });
}

const GET = endpoint("GET", "/cats");
const POST = endpoint("POST", "/cats");
const ITEM = endpoint("GET", "/cats/{id}");

describe("the definition of endpoints", () => {
  test("is an OpenAPI 3.0 document with their operations", () => {
    expect(built({ endpoints: [GET, POST, ITEM] })).toMatchObject({
      openapi: "3.0.1",
      info: { title: "cats", version: "1.0" },
      paths: { "/cats": { get: {}, post: {} }, "/cats/{id}": { get: {} } },
    });
  });

  test("has ANY under API Gateway's own word", () => {
    const { paths } = built({ endpoints: [endpoint("ANY", "/{proxy+}")] });
    expect(Object.keys(paths["/{proxy+}"])).toEqual(["x-amazon-apigateway-any-method"]);
  });

  test("has the keys of those that are cached", () => {
    const keys = { keys: [key("request.path.id")], namespace: "GET_cats_by-id" };
    const { paths } = built({ endpoints: [{ ...ITEM, keys }, GET] });
    expect(paths["/cats/{id}"].get[INTEGRATION]).toMatchObject({
      cacheKeyParameters: ["method.request.path.id"],
      cacheNamespace: "GET_cats_by-id",
    });
    expect(paths["/cats/{id}"].get.parameters).toHaveLength(1);
    expect(paths["/cats"].get[INTEGRATION]).not.toHaveProperty("cacheNamespace");
  });

  test("is the same text whatever the order of the endpoints is", () => {
    const distinct = fc.uniqueArray(fc.tuple(httpVerb, resourcePath), {
      selector: ([verb, path]) => `${verb} ${path}`,
      maxLength: 6,
    });
    fc.assert(
      fc.property(distinct, fc.integer({ min: 1, max: 5 }), (given, turn) => {
        const endpoints = given.map(([verb, path]) => endpoint(verb, path));
        const turned = [...endpoints.slice(turn), ...endpoints.slice(0, turn)];
        const cors = { allowOrigins: ["*"], allowHeaders: [] };
        const text = (list: DefinitionEndpoint[]) => JSON.stringify(built({ endpoints: list, cors }));
        expect(text(turned)).toBe(text(endpoints));
      }),
      { numRuns: 50 },
    );
  });

  test("is the same text whatever the order of the security schemes is", () => {
    const text = (schemes: object) => JSON.stringify(built({ endpoints: [GET], securitySchemes: { ...schemes } }));
    expect(text({ a: { type: "apiKey" }, b: {} })).toBe(text({ b: {}, a: { type: "apiKey" } }));
  });
});

describe("the definition of a user's document", () => {
  const document = {
    openapi: "3.0.3",
    info: { title: "Mine", version: "7" },
    "x-amazon-apigateway-policy": { Version: "2012-10-17" },
    components: { schemas: { Cat: { type: "object" } }, securitySchemes: { mine: { type: "apiKey" } } },
    paths: {
      "x-templates": { get: {} },
      "/dogs/": {
        summary: "Dogs",
        get: { operationId: "listDogs", [INTEGRATION]: { type: "http", uri: "https://d" } },
      },
      "/cats": { $ref: "#/components/x-cats" },
    },
  };
  const withCats = {
    ...document,
    components: { ...document.components, "x-cats": { get: { operationId: "listCats", [INTEGRATION]: {} } } },
  };

  test("keeps everything that it says", () => {
    const { paths, ...rest } = built({ document });
    const { paths: _paths, ...before } = document;
    expect(rest).toEqual(before);
    expect(paths["/dogs"]).toEqual(document.paths["/dogs/"]);
    expect(paths["x-templates"]).toEqual({ get: {} });
  });

  test("leaves the document as it was", () => {
    const before = structuredClone(withCats);
    const keys = { keys: [key("request.header.Accept")], namespace: "n" };
    built({
      document: withCats,
      endpoints: [{ ...GET, integration: undefined, keys }, endpoint("GET", "/new")],
      cors: { allowOrigins: ["*"], allowHeaders: [] },
      securitySchemes: { more: {} },
      overrides: { components: { schemas: null } },
    });
    expect(withCats).toEqual(before);
  });

  test("has the keys of its operations that are cached, those behind a reference too", () => {
    const keys = { keys: [key("request.header.Accept")], namespace: "n" };
    const { paths } = built({ document: withCats, endpoints: [{ ...GET, integration: undefined, keys }] });
    expect(paths["/cats"].get).toMatchObject({
      operationId: "listCats",
      [INTEGRATION]: { cacheKeyParameters: ["method.request.header.Accept"], cacheNamespace: "n" },
    });
  });

  test("has another integration where the endpoint has one, and keeps all else of the operation", () => {
    const integration = { type: "HTTP_PROXY", uri: "https://new" } as const;
    const { paths } = built({ document, endpoints: [{ ...endpoint("GET", "/dogs"), integration }] });
    expect(paths["/dogs"].get).toEqual({
      operationId: "listDogs",
      [INTEGRATION]: { type: "http_proxy", uri: "https://new" },
    });
  });

  test("has endpoints beside its own operations", () => {
    const { paths } = built({ document, endpoints: [endpoint("POST", "/dogs"), endpoint("GET", "/new")] });
    expect(Object.keys(paths["/dogs"]).sort()).toEqual(["get", "post", "summary"]);
    expect(Object.keys(paths)).toContain("/new");
  });

  test("loses no operation of a path that is there with and without a slash at its end", () => {
    const paths = { "/cats": { get: {} }, "/cats/": { post: {} } };
    expect(built({ document: { openapi: "3.0.1", paths } }).paths).toEqual({ "/cats": { get: {}, post: {} } });
  });
});

describe("security schemes", () => {
  const securitySchemes = { token: { type: "apiKey" } };

  test("are among the components of OpenAPI 3, beside those that are there", () => {
    const document = { openapi: "3.0.1", components: { schemas: {}, securitySchemes: { mine: {} } } };
    expect(built({ document, securitySchemes }).components).toEqual({
      schemas: {},
      securitySchemes: { mine: {}, token: { type: "apiKey" } },
    });
  });

  test("are among the definitions of Swagger, beside those that are there", () => {
    const document = { swagger: "2.0", securityDefinitions: { mine: {} } };
    const definition = built({ document, securitySchemes });
    expect(definition.securityDefinitions).toEqual({ mine: {}, token: { type: "apiKey" } });
    expect(definition).not.toHaveProperty("components");
  });

  test("are not mentioned where there are none", () => {
    expect(built({ endpoints: [GET] })).not.toHaveProperty("components");
  });
});

describe("a request validator", () => {
  const validating = { ...GET, access: { ...GET.access, requestValidator: PARAMETERS_VALIDATOR } };

  test("is defined where an endpoint has it", () => {
    expect(built({ endpoints: [validating] })[VALIDATORS]).toEqual({
      [PARAMETERS_VALIDATOR]: { validateRequestParameters: true, validateRequestBody: false },
    });
    expect(built({ endpoints: [GET] })).not.toHaveProperty(VALIDATORS);
  });

  test("is beside the document's own, which win", () => {
    const own = { all: { validateRequestBody: true } };
    const document = { openapi: "3.0.1", [VALIDATORS]: own };
    const validators = built({ document, endpoints: [validating] })[VALIDATORS];
    expect(Object.keys(validators).sort()).toEqual(["all", PARAMETERS_VALIDATOR].sort());
  });
});

describe("preflight answers", () => {
  const cors = { allowOrigins: ["*"], allowHeaders: ["X-A"] };
  const methods = (item: Part) =>
    item.options[INTEGRATION].responses.default.responseParameters[
      "method.response.header.Access-Control-Allow-Methods"
    ];

  test("are on every path, of the verbs that the path has", () => {
    const { paths } = built({ endpoints: [GET, POST, ITEM], cors });
    expect(methods(paths["/cats"])).toBe("'GET,OPTIONS,POST'");
    expect(methods(paths["/cats/{id}"])).toBe("'GET,OPTIONS'");
  });

  test("are of every verb where the path has ANY", () => {
    const { paths } = built({ endpoints: [endpoint("ANY", "/cats")], cors });
    expect(methods(paths["/cats"])).toBe("'DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT'");
  });

  test("are of the verbs that the user names", () => {
    const { paths } = built({ endpoints: [GET], cors: { ...cors, allowMethods: ["PUT"] } });
    expect(methods(paths["/cats"])).toBe("'PUT'");
  });

  test("do not replace an OPTIONS of the user's", () => {
    const { paths } = built({ endpoints: [endpoint("OPTIONS", "/cats")], cors });
    expect(paths["/cats"].options.responses).toHaveProperty("200");
  });

  test("are on the paths of a document, and on no extension of it", () => {
    const document = { swagger: "2.0", paths: { "/cats": { get: {} }, "x-cats": {} } };
    const { paths } = built({ document, cors });
    expect(paths["/cats"].options.responses["204"].headers["Access-Control-Allow-Origin"]).toEqual({ type: "string" });
    expect(paths["x-cats"]).toEqual({});
  });

  test("are those of a path's own, where one of its endpoints has one", () => {
    const own = { allowOrigins: ["https://a.example.com"], allowHeaders: [] };
    const origin = (item: Part) =>
      item.options[INTEGRATION].responses.default.responseParameters[
        "method.response.header.Access-Control-Allow-Origin"
      ];
    const { paths } = built({ endpoints: [GET, { ...POST, cors: own }, ITEM], cors });
    expect([origin(paths["/cats"]), origin(paths["/cats/{id}"])]).toEqual(["'https://a.example.com'", "'*'"]);
    expect(methods(paths["/cats"])).toBe("'GET,OPTIONS,POST'");
    const alone = built({ endpoints: [{ ...GET, cors: own }, ITEM] });
    expect(origin(alone.paths["/cats"])).toBe("'https://a.example.com'");
    expect(alone.paths["/cats/{id}"]).not.toHaveProperty("options");
  });

  test("are nowhere without CORS", () => {
    expect(built({ endpoints: [GET] }).paths["/cats"]).not.toHaveProperty("options");
  });
});

describe("overrides", () => {
  test("are laid over the finished definition, deeply", () => {
    const overrides = { info: { version: "2" }, paths: { "/cats": { get: { summary: "All cats" } } } };
    const definition = built({ endpoints: [GET], overrides });
    expect(definition.info).toEqual({ title: "cats", version: "2" });
    expect(definition.paths["/cats"].get).toMatchObject({ summary: "All cats", [INTEGRATION]: { type: "mock" } });
  });

  test("remove with null", () => {
    const overrides = { paths: { "/cats": { get: { responses: null } } } };
    expect(built({ endpoints: [GET], overrides }).paths["/cats"].get).not.toHaveProperty("responses");
  });
});
