import { readApiDocument } from "../../../../lib/check/core/gateway/read-open-api";
import { configurationOf } from "../../support/configuration";

const { resources } = configurationOf({ resource: { aws_api_gateway_rest_api: { api: {} } } });
const [API] = resources;

const DOCUMENT = {
  openapi: "3.0.1",
  paths: {
    "/cats/{id}": {
      parameters: [{ name: "id", in: "path", required: true }],
      get: {
        parameters: [{ $ref: "#/components/parameters/Lang" }],
        security: [{ token: [] }],
        "x-amazon-apigateway-integration": {
          type: "aws_proxy",
          uri: "arn:x",
          cacheKeyParameters: ["method.request.path.id"],
          requestParameters: { "integration.request.header.x": "method.request.body" },
        },
      },
      options: {
        "x-amazon-apigateway-integration": {
          type: "mock",
          responses: {
            default: {
              responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'https://a.example'" },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: { Lang: { name: "Accept-Language", in: "header" } },
    securitySchemes: {
      token: { type: "apiKey", name: "X-Token", in: "header", "x-amazon-apigateway-authtype": "custom" },
    },
  },
};

const read = (body: unknown) => readApiDocument(API!, "api1", body);

test("operations become methods, each with its place in the document", () => {
  const [get] = read(JSON.stringify(DOCUMENT))!.methods;
  expect(get).toMatchObject({
    api: "api1",
    path: { text: "/cats/{id}" },
    verb: "GET",
    keys: ["method.request.path.id"],
    mappings: { "integration.request.header.x": "method.request.body" },
    declared: { "method.request.path.id": true, "method.request.header.Accept-Language": false },
    namespace: "api1 /cats/{id}",
    facts: {
      authorization: "CUSTOM",
      identitySources: ["method.request.header.X-Token"],
      corsOrigins: ["https://a.example"],
      siblingVerbs: ["OPTIONS"],
      validatesParameters: false,
    },
    keysAt: { property: 'body.paths["/cats/{id}"].get.x-amazon-apigateway-integration.cacheKeyParameters' },
    declaredAt: { property: 'body.paths["/cats/{id}"].get.parameters' },
  });
  expect(read(JSON.stringify(DOCUMENT))!.operations).toEqual(["GET /cats/{id}", "OPTIONS /cats/{id}"]);
});

test("expressions in the document leave the rest of it known", () => {
  const template = JSON.stringify(DOCUMENT).replace('"arn:x"', "${jsonencode(aws_lambda_function.f.invoke_arn)}");
  expect(read(template)!.methods[0]!.keys).toEqual(["method.request.path.id"]);
});

test("a base path that is put before the paths belongs to them, and not to where they stand in the document", () => {
  const withParameters = (basepath: string) => {
    const [resource] = configurationOf({
      resource: { aws_api_gateway_rest_api: { api: { parameters: { basepath } } } },
    }).resources;
    const paths = { ...DOCUMENT.paths, "/": { get: {} } };
    return readApiDocument(
      resource!,
      "api1",
      JSON.stringify({ ...DOCUMENT, paths, servers: [{ url: "https://x/v1" }] }),
    )!;
  };
  const known = withParameters("prepend");
  expect(known.operations).toEqual(["GET /v1/cats/{id}", "OPTIONS /v1/cats/{id}", "GET /v1"]);
  expect(known.methods.map(({ path }) => path!.text)).toEqual(["/v1/cats/{id}", "/v1/cats/{id}", "/v1"]);
  expect(known.methods[0]!.declaredAt.property).toBe('body.paths["/cats/{id}"].get.parameters');
  expect(known.isWhole).toBe(true);
  const unknown = withParameters("${var.mode}");
  expect(unknown).toMatchObject({ isWhole: false, operations: [] });
  expect(unknown.methods.map(({ path }) => path)).toEqual([undefined, undefined, undefined]);
});

test("YAML is read as well", () => {
  const yaml = 'swagger: "2.0"\npaths:\n  /cats:\n    x-amazon-apigateway-any-method:\n      responses: {}\n';
  expect(read(yaml)!.methods).toEqual([expect.objectContaining({ verb: "ANY", keys: undefined })]);
});

test("what is not known says nothing", () => {
  for (const body of ['${file("openapi.json")}', "${jsonencode({ openapi = 1 })}", 5, undefined]) {
    expect(read(body)).toBeUndefined();
  }
});

test("what cannot be imported is an error that does not repeat the document", () => {
  expect(read("no document")!.findings).toEqual([
    expect.objectContaining({ rule: "gateway/document-invalid", property: "body", found: "a text" }),
  ]);
  expect(read(JSON.stringify({ ...DOCUMENT, openapi: "3.1.0" }))!.findings).toHaveLength(1);
});

describe("YAML in which expressions stand", () => {
  const yaml = (path: string, over = "") =>
    [
      'openapi: "3.0.1"',
      "paths:",
      `  ${path}:`,
      "    get:",
      "      x-amazon-apigateway-integration:",
      "        type: aws_proxy",
      '        uri: ${lookup(var.arns, "a")}',
      '        credentials: "${join(":", ["a", "b"])}"',
      "        cacheKeyParameters: [method.request.path.id]",
      over,
    ].join("\n");

  test("is known beside them", () => {
    const { methods, isWhole } = read(yaml("/cats/{id}"))!;
    expect(isWhole).toBe(true);
    expect(methods[0]).toMatchObject({ path: { text: "/cats/{id}" }, keys: ["method.request.path.id"] });
  });

  test("keeps an expression that is a name, or a part of one", () => {
    const { methods, isWhole, operations } = read(yaml('"/${var.v}/cats"'))!;
    expect([isWhole, methods[0]!.path, operations]).toEqual([false, undefined, ["GET /${var.v}/cats"]]);
    expect(read(yaml("/cats", "        cacheNamespace: ${var.x}"))!.methods[0]!.namespace).toBeUndefined();
  });

  test("is known where what looks like one is text", () => {
    const escaped = "openapi: '3.0.1'\ninfo: {title: '$${var.x}'}\npaths:\n  /cats:\n    get: {}\n";
    expect(read(escaped)).toMatchObject({ isWhole: true, operations: ["GET /cats"] });
  });

  test("is not known where it is no YAML without them", () => {
    expect(read(yaml("/cats", "  ${indent(2, local.paths)}\n  x"))).toBeUndefined();
    expect(read(yaml("/cats", "%{ if var.x }\n%{ endif }"))).toBeUndefined();
  });
});

test.each([
  ['{"openapi":"3.0.1","paths":{"/a":{"get":{}}}}', true],
  ['{"openapi":"3.0.1","paths":{"/a":{"get":${jsonencode(local.get)}}}}', true],
  ['{"openapi":"3.0.1","paths":{"/a":{"get":{}},"/b":${jsonencode(local.b)}}}', false],
  ['{"openapi":"3.0.1","paths":{"/a":{"get":{}},"/${var.b}":{"get":{}}}}', false],
  ['{"openapi":"3.0.1","paths":{"/a":{"get":{}},"x-b":1}}', true],
  ['{"openapi":"3.0.1","info":${jsonencode(local.info)}}', false],
  ['{"openapi":"3.0.1","info":${jsonencode(local.info)},"paths":${jsonencode(local.paths)}}', false],
])("whether all operations of %s are known: %s", (body, isWhole) => expect(read(body)!.isWhole).toBe(isWhole));
