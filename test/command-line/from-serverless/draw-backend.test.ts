import { LAMBDA_REQUEST, lambdaResponses } from "../../../lib/command-line/from-serverless/core/lambda-mapping";
import { Block, definitionOf, documentOf, integrationOf, serviceWith } from "./support/run";

async function backendOf(event: string, path = "/a"): Promise<{ integration: Block; document: Block; err: string }> {
  const document = await documentOf(serviceWith(`      - http: { path: "${path}", method: get, ${event} }`));
  // That nothing is cached is none of a backend's business.
  const err = document.ran.err.replace(/^warning: gateway\/no-cached-endpoint.*\n/m, "");
  return { integration: integrationOf(document, "GET", path), document, err };
}

test.each(["integration: lambda-proxy", "integration: AWS_PROXY", "private: false"])(
  "%s: the function gets the whole request",
  async (event) => {
    const { integration, err } = await backendOf(event);
    expect(integration).toEqual({
      type: "aws_proxy",
      httpMethod: "POST",
      uri: "data.aws_lambda_function.list-function.invoke_arn",
    });
    expect(err).toBe("");
  },
);

test("integration: lambda has the framework's default mapping, and a permission", async () => {
  const { integration, document, err } = await backendOf("integration: lambda");
  expect(integration).toMatchObject({
    type: "aws",
    httpMethod: "POST",
    uri: "data.aws_lambda_function.list-function.invoke_arn",
    passthroughBehavior: "never",
    requestTemplates: { "application/json": LAMBDA_REQUEST },
  });
  expect(Object.keys(integration.responses)).toHaveLength(lambdaResponses(undefined).length);
  expect(document.resource.aws_lambda_permission).toEqual({
    "list-function-permission": {
      action: "lambda:InvokeFunction",
      function_name: "${data.aws_lambda_function.list-function.function_name}",
      principal: "apigateway.amazonaws.com",
      source_arn: "${aws_api_gateway_rest_api.api.execution_arn}/*/*",
    },
  });
  expect(err).toContain("the function gets its event from a mapping of this program's own");
});

test("templates of its own are taken as they are", async () => {
  const { integration, err } = await backendOf(
    "integration: aws, request: { passThrough: WHEN_NO_TEMPLATES, template: { text/plain: '$input.body' } }",
  );
  expect(integration).toMatchObject({
    passthroughBehavior: "when_no_templates",
    requestTemplates: { "text/plain": "$input.body" },
  });
  expect(err).toBe("");
});

test("async: the function is called without waiting for it", async () => {
  const { integration } = await backendOf("async: true");
  expect(integration).toMatchObject({
    type: "aws",
    requestParameters: { "integration.request.header.X-Amz-Invocation-Type": "'Event'" },
  });
  expect(Object.keys(integration.responses)).toEqual(["default"]);
});

test("cors: the answers of a mapped function have the one origin there is", async () => {
  const header = { "method.response.header.Access-Control-Allow-Origin": "'https://a.example.com'" };
  const one = await backendOf("integration: lambda, cors: { origins: ['https://a.example.com'] }");
  expect(one.integration.responses.default).toMatchObject({ responseParameters: header });
  const two = await backendOf("integration: lambda, cors: { origins: ['https://a.example.com', 'https://b.example.com'] }"); // prettier-ignore
  expect(two.integration.responses.default).not.toHaveProperty("responseParameters");
});

test("cors: of a path of its own", async () => {
  const document = await documentOf(
    serviceWith(
      [
        "      - http: { path: /a, method: get, integration: lambda, cors: { origin: 'https://a.example.com' } }",
        "      - http: { path: /b, method: get, integration: lambda, cors: true }",
        "      - http: { path: /c, method: get, integration: lambda }",
      ].join("\n"),
    ),
  );
  const { paths } = definitionOf(document);
  const HEADER = "method.response.header.Access-Control-Allow-Origin";
  const headersOf = (path: string) =>
    ["get", "options"].map(
      (verb) => paths[path][verb]?.["x-amazon-apigateway-integration"].responses.default.responseParameters?.[HEADER],
    );
  expect(headersOf("/a")).toEqual(["'https://a.example.com'", "'https://a.example.com'"]);
  expect(headersOf("/b")).toEqual(["'*'", "'*'"]);
  expect(headersOf("/c")).toEqual([undefined, undefined]);
});

test("one function with a proxy and without has one permission", async () => {
  const document = await documentOf(
    serviceWith("      - http: GET /a\n      - http: { path: /b, method: get, integration: lambda }"),
  );
  expect(Object.keys(document.resource.aws_lambda_permission)).toEqual(["api_invoke_list-function"]);
});

test("an HTTP backend gets the declared parameters and those of its path", async () => {
  const { integration, document } = await backendOf(
    "integration: http-proxy, request: { uri: 'https://x.example.com/{id}', method: put, parameters: { headers: { X-A: true } } }",
    "/a/{id}",
  );
  expect(integration).toEqual({
    type: "http_proxy",
    uri: "https://x.example.com/{id}",
    httpMethod: "PUT",
    requestParameters: {
      "integration.request.path.id": "method.request.path.id",
      "integration.request.header.X-A": "method.request.header.X-A",
    },
  });
  expect(document.data).toBeUndefined();
});

test("an HTTP backend without an address, behind a VPC link", async () => {
  const { integration, document } = await backendOf("integration: http, connectionId: !Ref Link");
  expect(integration).toMatchObject({
    type: "http",
    uri: "${var.backend_GET_a}",
    httpMethod: "GET",
    connectionType: "VPC_LINK",
    connectionId: "${var.Ref_Link}",
  });
  expect(document.variable.backend_GET_a.description).toBe("the address of the backend of GET /a, in serverless.yml");
});

test("integration: mock", async () => {
  const { integration } = await backendOf("integration: mock, request: { template: { application/json: '{}' } }");
  expect(integration).toMatchObject({ type: "mock", requestTemplates: { "application/json": "{}" } });
});

test.each(["response: { headers: { X-A: \"'1'\" } }", "request: { schemas: { application/json: {} } }"])(
  "%s is not carried over, and that is said",
  async (event) => {
    const { err } = await backendOf(`integration: lambda, ${event}`);
    expect(err).toMatch(/serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.\S+ is not carried over: /);
  },
);

describe("the mapping of a function", () => {
  test("has as many #if, #foreach and #define as #end", () => {
    expect(LAMBDA_REQUEST.match(/#(if|foreach|define)\b/g)).toHaveLength(LAMBDA_REQUEST.match(/#end/g)!.length);
  });

  test("is JSON where its maps are objects", () => {
    const rendered = LAMBDA_REQUEST.replace(/#define.*?\}#end/, "")
      .replace(/#set\(\$map = [^)]*\)?[^"]*\)(?=")|#set\([^"]*\)(?=")/g, "")
      .replace(/\$pairs/g, "{}")
      .replace('$input.json("$")', "null");
    expect(Object.keys(JSON.parse(rendered) as object)).toEqual(
      expect.arrayContaining(["body", "method", "headers", "query", "path", "identity", "stageVariables"]),
    );
  });

  test("takes the status from the error's message", () => {
    const byStatus = Object.fromEntries(
      lambdaResponses(undefined).map(({ statusCode, selectionPattern = "" }) => [statusCode, selectionPattern]),
    );
    const matches = (status: string, message: string) => new RegExp(`^(?:${byStatus[status]})$`).test(message);
    expect(matches("404", "[404] no such\ncat")).toBe(true);
    expect(matches("404", "[403] no")).toBe(false);
    expect(matches("504", "2026-01-01T00:00 Task timed out after 6.01 seconds")).toBe(true);
    expect(matches("500", "Process exited before completing request")).toBe(true);
    expect(byStatus["200"]).toBe("");
  });
});
