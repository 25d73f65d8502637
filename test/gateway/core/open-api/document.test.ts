import {
  asList,
  asRecord,
  asText,
  isPath,
  isSwagger,
  operationName,
  operationsOf,
  resolveReference,
  securitySchemesOf,
} from "../../../../lib/gateway/core/open-api/document";

/** The verbs and paths of a document's operations. */
function namesOf(paths: unknown, rest: object = {}): string[] {
  return operationsOf({ paths, ...rest }).map(({ verb, path }) => `${verb} ${path}`);
}

describe("the operations of a document", () => {
  test("are those of every path, by verb", () => {
    const paths = { "/cats": { get: {}, post: {} }, "/cats/{id}": { put: {}, patch: {}, delete: {} } };
    expect(namesOf(paths)).toEqual([
      "GET /cats",
      "POST /cats",
      "PUT /cats/{id}",
      "PATCH /cats/{id}",
      "DELETE /cats/{id}",
    ]);
  });

  test("are found at every verb that a REST API has", () => {
    const verbs = ["delete", "get", "head", "options", "patch", "post", "put"];
    expect(namesOf({ "/": Object.fromEntries(verbs.map((verb) => [verb, {}])) })).toHaveLength(7);
  });

  test("hold ANY, which OpenAPI has no word for", () => {
    expect(namesOf({ "/{proxy+}": { "x-amazon-apigateway-any-method": {} } })).toEqual(["ANY /{proxy+}"]);
  });

  test("are not the other parts of a path", () => {
    expect(namesOf({ "/cats": { parameters: [], summary: "", servers: [], trace: {}, "x-mine": {} } })).toEqual([]);
  });

  test("are not below an extension of the paths", () => {
    expect(namesOf({ "x-templates": { get: {} }, "/cats": { get: {} } })).toEqual(["GET /cats"]);
  });

  test("are found where a path refers to another part of the document", () => {
    const rest = { components: { pathItems: { cats: { get: { operationId: "listCats" } } } } };
    const [found] = operationsOf({ paths: { "/cats": { $ref: "#/components/pathItems/cats" } }, ...rest });
    expect(found).toEqual({ path: "/cats", verb: "GET", operation: { operationId: "listCats" } });
  });

  test("are empty where the document holds no object", () => {
    expect(operationsOf({ paths: { "/cats": { get: null } } })).toEqual([
      { path: "/cats", verb: "GET", operation: {} },
    ]);
  });

  test.each([[undefined], [null], ["/cats"], [[]], [{ "/cats": null }], [{ "/cats": ["get"] }]])(
    "are none where the paths are %j",
    (paths) => {
      expect(operationsOf({ paths })).toEqual([]);
    },
  );
});

describe("a reference", () => {
  const document = {
    components: { parameters: { Page: { name: "page" }, Loop: { $ref: "#/components/parameters/Loop" } } },
    "x-~1": { name: "tilde and one" },
    paths: { "/cats/{id}": { get: { operationId: "getCat" } }, "~": { get: { operationId: "tilde" } } },
  };

  test("leads to a part of the document", () => {
    expect(resolveReference(document, { $ref: "#/components/parameters/Page" })).toEqual({ name: "page" });
  });

  test("may hold a slash and a tilde, each written as JSON pointers write them", () => {
    expect(resolveReference(document, { $ref: "#/paths/~1cats~1{id}/get" })).toEqual({ operationId: "getCat" });
    expect(resolveReference(document, { $ref: "#/paths/~0/get" })).toEqual({ operationId: "tilde" });
    expect(resolveReference(document, { $ref: "#/x-~01" })).toEqual({ name: "tilde and one" });
  });

  test.each([
    ["to another file", "parameters.json#/Page"],
    ["to another site", "https://example.com/parameters.json"],
    ["to nothing", "#/components/parameters/Missing"],
    ["through nothing", "#/nowhere/at/all"],
    ["through what every object has", "#/constructor/name"],
    ["to the whole document", "#"],
  ])("%s is an empty object", (_name, $ref) => {
    expect(resolveReference(document, { $ref })).toEqual({});
  });

  test("to itself is followed once", () => {
    const reference = { $ref: "#/components/parameters/Loop" };
    expect(resolveReference(document, reference)).toEqual(reference);
  });

  test.each([[{ name: "page" }], [{ $ref: 5 }], ["text"], [undefined], [[1]]])("is not %j, which stays", (value) => {
    expect(resolveReference(document, value)).toBe(value);
  });
});

test.each([
  ["ANY", "x-amazon-apigateway-any-method"],
  ["GET", "get"],
  ["DELETE", "delete"],
])("the operation of %s is kept under %s", (verb, name) => {
  expect(operationName(verb)).toBe(name);
});

test("a document says by one word which of the two formats it has", () => {
  expect(isSwagger({ swagger: "2.0" })).toBe(true);
  expect(isSwagger({ openapi: "3.0.1" })).toBe(false);
});

test("security schemes are where the format has them", () => {
  expect(securitySchemesOf({ securityDefinitions: { key: {} } })).toEqual({ key: {} });
  expect(securitySchemesOf({ components: { securitySchemes: { key: {} } } })).toEqual({ key: {} });
  expect(securitySchemesOf({ components: [] })).toEqual({});
});

test("an extension is no path", () => {
  expect([isPath("/x-cats"), isPath("cats"), isPath("x-cats")]).toEqual([true, true, false]);
});

test.each([[null], [undefined], [[]], [["a"]], ["text"], [5], [true]])("%j is no object", (value) => {
  expect(asRecord(value)).toEqual({});
});

test("only a list is a list, and only a text is a text", () => {
  expect([asList([1]), asList({ 0: 1 }), asList("a"), asList(null)]).toEqual([[1], [], [], []]);
  expect([asText(""), asText(5), asText(null)]).toEqual(["", undefined, undefined]);
});
