import fc from "fast-check";
import {
  injectKeys,
  openApiParameter,
  splitRequestParameter,
  textType,
} from "../../../../lib/gateway/core/open-api/inject-keys";
import { httpVerb, parameterName } from "../../../support/arbitraries";
import { key } from "../../../support/plan";
import { Part } from "../../../support/rest-api";

const INTEGRATION = "x-amazon-apigateway-integration";
const NAMESPACE = "GET_cats";
const V3 = { openapi: "3.0.1" };

interface Given {
  readonly document?: object;
  readonly item?: object;
  readonly operation?: object;
  readonly integration?: object;
}

/** An operation after these keys were put into it. */
function keyed(
  names: readonly (readonly [name: string, mappedFrom?: string, required?: boolean])[],
  { document = V3, item = {}, operation = {}, integration = { type: "aws_proxy" } }: Given = {},
): Part {
  const keys = names.map(([name, mappedFrom, required]) => key(name, mappedFrom, required));
  const before = { [INTEGRATION]: integration, ...operation };
  return injectKeys({ ...document }, { ...item }, before, { keys, namespace: NAMESPACE });
}

describe("a plain key", () => {
  test("of a Lambda proxy is declared, and not mapped", () => {
    expect(keyed([["request.querystring.page"]])).toEqual({
      parameters: [{ name: "page", in: "query", required: false, schema: { type: "string" } }],
      [INTEGRATION]: {
        type: "aws_proxy",
        cacheKeyParameters: ["method.request.querystring.page"],
        cacheNamespace: NAMESPACE,
      },
    });
  });

  test.each(["aws", "http", "http_proxy", "mock", "HTTP"])("of the type %s is mapped too", (type) => {
    const { [INTEGRATION]: integration } = keyed([["request.header.Accept"]], { integration: { type } });
    expect(integration).toMatchObject({
      type,
      cacheKeyParameters: ["method.request.header.Accept"],
      requestParameters: { "integration.request.header.Accept": "method.request.header.Accept" },
    });
  });

  test("of the path is required, as OpenAPI wants it", () => {
    expect(keyed([["request.path.id"]]).parameters).toEqual([
      { name: "id", in: "path", required: true, schema: { type: "string" } },
    ]);
  });

  test("of a Swagger document is declared in Swagger's words", () => {
    expect(keyed([["request.header.Accept"]], { document: { swagger: "2.0" } }).parameters).toEqual([
      { name: "Accept", in: "header", required: false, type: "string" },
    ]);
  });
});

describe("a mapped key", () => {
  test.each(["aws_proxy", "http"])("of the body is mapped and declared nowhere, for %s", (type) => {
    const names = [["integration.request.header.Body", "method.request.body.kind"]] as const;
    expect(keyed(names, { integration: { type } })).toEqual({
      [INTEGRATION]: {
        type,
        cacheKeyParameters: ["integration.request.header.Body"],
        cacheNamespace: NAMESPACE,
        requestParameters: { "integration.request.header.Body": "method.request.body.kind" },
      },
    });
  });

  test("of a request parameter declares what it is mapped from", () => {
    const operation = keyed([["integration.request.header.Page", "method.request.querystring.page"]]);
    expect(operation.parameters).toEqual([{ name: "page", in: "query", required: false, schema: { type: "string" } }]);
    expect(operation[INTEGRATION]).toMatchObject({
      cacheKeyParameters: ["integration.request.header.Page"],
      requestParameters: { "integration.request.header.Page": "method.request.querystring.page" },
    });
  });
});

describe("a parameter that the document declares", () => {
  const page = { name: "page", in: "query", schema: { type: "integer" }, description: "from 1" };
  const components = { components: { parameters: { Page: page } } };
  const reference = { $ref: "#/components/parameters/Page" };
  const places: [string, Given][] = [
    ["at the operation", { operation: { parameters: [page] } }],
    ["at the operation, by reference", { document: { ...V3, ...components }, operation: { parameters: [reference] } }],
    ["at the path", { item: { parameters: [page] } }],
    ["at the path, by reference", { document: { ...V3, ...components }, item: { parameters: [reference] } }],
  ];

  test.each(places)("%s stays as it is", (_name, given) => {
    const before = given.operation as Part | undefined;
    expect(keyed([["request.querystring.page"]], given).parameters).toEqual(before?.parameters);
  });

  test.each(places)("%s becomes required, and keeps all else, where the key is", (_name, given) => {
    const { parameters } = keyed([["request.querystring.page", undefined, true]], given);
    expect(parameters).toEqual([{ ...page, required: true }]);
  });

  test("stays required where the key is not", () => {
    const parameters = [{ ...page, required: true }];
    expect(keyed([["request.querystring.page"]], { operation: { parameters } }).parameters).toEqual(parameters);
  });

  test("is another one where it has the name and not the place", () => {
    const { parameters } = keyed([["request.header.page"]], { operation: { parameters: [page] } });
    expect(parameters).toEqual([page, { name: "page", in: "header", required: false, schema: { type: "string" } }]);
  });

  test("leaves the others where they are", () => {
    const other = { name: "size", in: "query" };
    const { parameters } = keyed([["request.querystring.page", undefined, true]], {
      operation: { parameters: [page, other] },
    });
    expect(parameters).toEqual([other, { ...page, required: true }]);
  });

  test("is not changed in the user's own document", () => {
    const operation = { parameters: [page], [INTEGRATION]: { type: "http", requestParameters: {} } };
    const before = structuredClone(operation);
    keyed([["request.querystring.page", undefined, true]], { operation });
    expect(operation).toEqual(before);
  });
});

describe("an integration that has keys of its own", () => {
  const integration = {
    type: "http",
    uri: "https://backend.example.com",
    cacheKeyParameters: ["method.request.header.Accept", "integration.request.header.Mine"],
    requestParameters: { "integration.request.header.Mine": "method.request.body" },
    cacheNamespace: "mine",
  };

  test("keeps them, and what they are mapped from", () => {
    const { [INTEGRATION]: after } = keyed([["request.querystring.page"]], { integration });
    expect(after.uri).toBe("https://backend.example.com");
    expect([...after.cacheKeyParameters].sort()).toEqual([
      "integration.request.header.Mine",
      "method.request.header.Accept",
      "method.request.querystring.page",
    ]);
    expect(after.requestParameters).toEqual({
      "integration.request.header.Mine": "method.request.body",
      "integration.request.querystring.page": "method.request.querystring.page",
    });
  });

  test("has each of them once", () => {
    const { [INTEGRATION]: after } = keyed([["request.header.Accept"]], { integration });
    expect(new Set(after.cacheKeyParameters).size).toBe(after.cacheKeyParameters.length);
  });

  test("keeps its own mapping of a parameter", () => {
    const own = { "integration.request.header.Accept": "'application/json'" };
    const { [INTEGRATION]: after } = keyed([["request.header.Accept"]], {
      integration: { type: "http", requestParameters: own },
    });
    expect(after.requestParameters).toEqual(own);
  });

  test("takes the namespace that was decided", () => {
    expect(keyed([], { integration })[INTEGRATION].cacheNamespace).toBe(NAMESPACE);
  });

  test("may be referred to, and is written out", () => {
    const document = { ...V3, components: { "x-amazon-apigateway-integrations": { cats: { type: "aws_proxy" } } } };
    const reference = { $ref: "#/components/x-amazon-apigateway-integrations/cats" };
    expect(keyed([["request.header.A"]], { document, integration: reference })[INTEGRATION]).toEqual({
      type: "aws_proxy",
      cacheKeyParameters: ["method.request.header.A"],
      cacheNamespace: NAMESPACE,
    });
  });
});

test("the order of the keys does not change the list that API Gateway gets", () => {
  const names = [["request.querystring.b"], ["request.querystring.a"]] as const;
  const forwards = keyed(names)[INTEGRATION].cacheKeyParameters;
  expect(keyed([...names].reverse())[INTEGRATION].cacheKeyParameters).toEqual(forwards);
});

test("without keys nothing but the namespace is added", () => {
  expect(keyed([])).toEqual({ [INTEGRATION]: { type: "aws_proxy", cacheNamespace: NAMESPACE } });
});

test("keys on top of keys change nothing", () => {
  const location = fc.constantFrom("path", "querystring", "header");
  const type = fc.constantFrom("aws_proxy", "http", "aws", "mock", "http_proxy");
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(location, parameterName)), type, httpVerb, (names, type, namespace) => {
      const keys = names.map(([location, name]) => key(`request.${location}.${name}`));
      const once = injectKeys(V3, {}, { [INTEGRATION]: { type } }, { keys, namespace });
      expect(injectKeys(V3, {}, once, { keys, namespace })).toEqual(once);
    }),
    { numRuns: 50 },
  );
});

test("what a parameter is called in OpenAPI reads back as what it is called in API Gateway", () => {
  fc.assert(
    fc.property(fc.constantFrom("path", "querystring", "header"), parameterName, (location, name) => {
      const split = splitRequestParameter(`method.request.${location}.${name}`);
      expect(split).toEqual({ location: location === "querystring" ? "query" : location, name });
    }),
  );
});

test("a parameter is text, in the words of the document's format", () => {
  expect(openApiParameter(V3, "query", "a", true)).toEqual({ name: "a", in: "query", required: true, ...textType(V3) });
  expect(textType(V3)).toEqual({ schema: { type: "string" } });
  expect(textType({ swagger: "2.0" })).toEqual({ type: "string" });
});
