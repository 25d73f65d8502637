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
  });
  expect(integration.requestTemplates).toEqual({ "application/json": LAMBDA_REQUEST, "text/plain": "$input.body" });
  expect(err).toContain("a mapping of this program's own");
});

test.each([
  ["{ application/json: '$input.body' }", { "application/json": "$input.body" }],
  ["{ application/json: null, text/plain: a }", { "text/plain": "a" }],
  ["{ application/json: null }", undefined],
])("the template %s takes the place of the default one, or removes it", async (template, expected) => {
  const { integration, err } = await backendOf(`integration: lambda, request: { template: ${template} }`);
  expect(integration.requestTemplates).toEqual(expected);
  expect(err).toBe("");
});

test.each(["lambda", "http", "mock"])("%s: contentHandling", async (type) => {
  const request = "request: { uri: 'https://x.example.com', contentHandling: CONVERT_TO_TEXT }";
  expect((await backendOf(`integration: ${type}, ${request}`)).integration.contentHandling).toBe("CONVERT_TO_TEXT");
});

test("contentHandling that API Gateway has not is refused", async () => {
  await expect(backendOf("integration: lambda, request: { contentHandling: TEXT }")).rejects.toThrow(
    /serverless\/wrong-type: serverless\.yml:8:\d+ \S+\.request\.contentHandling/,
  );
});

const PARAMETERS =
  "parameters: { headers: { X-A: true, X-B: { required: false, mappedValue: \"'b'\" } }, querystrings: { q: { required: false, mappedValue: context.stage }, r: { required: false, mappedValue: '' } }, paths: { id: true } }";
const MAPPED = {
  "integration.request.header.X-A": "method.request.header.X-A",
  "integration.request.header.X-B": "'b'",
  "integration.request.querystring.q": "context.stage",
  "integration.request.querystring.r": "method.request.querystring.r",
  "integration.request.path.id": "method.request.path.id",
};

test.each(["lambda", "http", "http-proxy"])("%s: declared parameters are mapped", async (type) => {
  const { integration, err } = await backendOf(
    `integration: ${type}, request: { uri: 'https://x.example.com/{id}', ${PARAMETERS} }`,
    "/a/{id}",
  );
  expect(integration.requestParameters).toEqual(MAPPED);
  expect(err).not.toContain("mappedValue");
});

test.each(["lambda-proxy", "mock"])("%s: declared parameters are not mapped, and that is said", async (type) => {
  const { integration, err } = await backendOf(`integration: ${type}, request: { ${PARAMETERS} }`, "/a/{id}");
  expect(integration).not.toHaveProperty("requestParameters");
  expect(err.match(/\.(headers\.X-B|querystrings\.[qr])\.mappedValue is not carried over/g)).toHaveLength(3);
});

test("a mapped header makes a call that nobody waits for", async () => {
  const parameters = "headers: { X-Amz-Invocation-Type: { required: false, mappedValue: \"'Event'\" } }";
  const { integration } = await backendOf(`integration: lambda, request: { parameters: { ${parameters} } }`);
  expect(integration.requestParameters).toEqual({ "integration.request.header.X-Amz-Invocation-Type": "'Event'" });
});

test("a source that only a deployment knows is a variable", async () => {
  const parameters = "headers: { X-A: { required: false, mappedValue: !Ref Kind } }";
  const { integration } = await backendOf(`integration: lambda, request: { parameters: { ${parameters} } }`);
  expect(integration.requestParameters).toEqual({ "integration.request.header.X-A": "${var.Ref_Kind}" });
});

test("async: the function is called without waiting for it", async () => {
  const { integration } = await backendOf("async: true");
  expect(integration).toMatchObject({
    type: "aws",
    requestParameters: { "integration.request.header.X-Amz-Invocation-Type": "'Event'" },
  });
  expect(Object.keys(integration.responses)).toEqual(["default"]);
});

const CORS = "method.response.header.Access-Control-Allow-";

test("cors: the answers of a mapped function have the one origin there is, all of them", async () => {
  const headers = { [`${CORS}Origin`]: "'https://a.example.com'" };
  const one = await backendOf("integration: lambda, cors: { origins: ['https://a.example.com'] }");
  for (const answer of Object.values(one.integration.responses as Block)) {
    expect((answer as Block).responseParameters).toEqual(headers);
  }
  expect(one.err).not.toContain("origin");
  const two = await backendOf("integration: lambda, cors: { origins: ['https://a.example.com', 'https://b.example.com'] }"); // prettier-ignore
  expect(two.integration.responses.default).not.toHaveProperty("responseParameters");
  const subdomains = await backendOf("integration: lambda, cors: { origins: ['https://*.example.com'] }");
  expect(subdomains.integration.responses.default).not.toHaveProperty("responseParameters");
  expect(subdomains.err).toContain("the function's answers name no");
  expect(two.err).toMatch(
    /serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.cors: the function's answers name no/,
  );
});

test("cors: credentials", async () => {
  const { integration } = await backendOf(
    "integration: lambda, cors: { origin: 'https://a.example.com', allowCredentials: true }",
  );
  expect(integration.responses["default"].responseParameters).toEqual({
    [`${CORS}Origin`]: "'https://a.example.com'",
    [`${CORS}Credentials`]: "'true'",
  });
});

test("cors: each event answers for itself, also where its path has one preflight answer", async () => {
  const document = await documentOf(
    serviceWith(
      [
        "      - http: { path: /a, method: get, integration: lambda, cors: { origin: 'https://a.example.com', allowCredentials: true } }",
        "      - http: { path: /a, method: post, integration: lambda, cors: { origin: 'https://b.example.com' } }",
        "      - http: { path: /a, method: put, integration: lambda }",
        "      - http: { path: /b, method: get, integration: lambda, cors: true }",
      ].join("\n"),
    ),
  );
  const { paths } = definitionOf(document);
  const headersOf = (path: string, verb: string) =>
    paths[path][verb]["x-amazon-apigateway-integration"].responses.default.responseParameters as Block;
  expect(headersOf("/a", "get")).toEqual({
    [`${CORS}Origin`]: "'https://a.example.com'",
    [`${CORS}Credentials`]: "'true'",
  });
  expect(headersOf("/a", "post")).toEqual({ [`${CORS}Origin`]: "'https://b.example.com'" });
  expect(headersOf("/a", "put")).toBeUndefined();
  expect(headersOf("/b", "get")).toEqual({ [`${CORS}Origin`]: "'*'" });
  expect(document.ran.err).not.toContain("name no origin");
});

test("a function with provisioned concurrency is called by its alias, with a permission for it", async () => {
  const provisioned = serviceWith("      - http: { path: /b, method: get, integration: lambda }").replace(
    "handler: cats.list",
    "provisionedConcurrency: 2",
  );
  const mapped = await documentOf(provisioned);
  expect(mapped.data).toEqual({
    aws_lambda_alias: { "list-function": { function_name: "cats-prod-list", name: "provisioned" } },
  });
  expect(integrationOf(mapped, "GET", "/b").uri).toBe("data.aws_lambda_alias.list-function.invoke_arn");
  const { aws_lambda_permission: permissions } = mapped.resource;
  expect(permissions["list-function-permission"]).toMatchObject({ qualifier: "provisioned" });
  const proxy = await documentOf(provisioned.replace("integration: lambda", "private: false"));
  expect(proxy.resource.aws_lambda_permission["api_invoke_list-function_provisioned"]).toMatchObject({
    qualifier: "provisioned",
  });
  const none = await documentOf(provisioned.replace("provisionedConcurrency: 2", "provisionedConcurrency: 0"));
  expect(none.data).toHaveProperty("aws_lambda_function");
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
  const { integration, document } = await backendOf(
    "integration: http, connectionType: vpc-link, connectionId: !Ref Link",
  );
  expect(integration).toMatchObject({
    type: "http",
    uri: "${var.backend_GET_a}",
    httpMethod: "GET",
    connectionType: "VPC_LINK",
    connectionId: "${var.Ref_Link}",
  });
  expect(document.variable.backend_GET_a.description).toBe("the address of the backend of GET /a, in serverless.yml");
});

test("a VPC link needs its id", async () => {
  await expect(backendOf("integration: http-proxy, connectionType: VPC_LINK")).rejects.toThrow(
    /serverless\/missing-key: serverless\.yml:8:15 functions\.list\.events\[0\]\.http\.connectionId/,
  );
  await expect(backendOf("integration: http-proxy, connectionType: vpc, connectionId: a")).rejects.toThrow(
    /serverless\/wrong-type: serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.connectionType/,
  );
});

test.each([
  ["integration: http-proxy, connectionId: abc", /http\.connectionId is not carried over: without connectionType/],
  ["connectionType: vpc-link, connectionId: abc", /http\.connectionId is not carried over: only an HTTP backend/],
])("%s: a link that the framework ignores is none", async (event, message) => {
  const { integration, err } = await backendOf(event);
  expect(integration).not.toHaveProperty("connectionId");
  expect(integration).not.toHaveProperty("connectionType");
  expect(err).toMatch(message);
});

test("integration: mock", async () => {
  const { integration } = await backendOf("integration: mock, request: { template: { application/json: '{}' } }");
  expect(integration).toMatchObject({ type: "mock", requestTemplates: { "application/json": "{}" } });
});

test.each([
  "integration: lambda, response: { headers: { X-A: \"'1'\" } }",
  "integration: lambda, request: { schemas: { application/json: {} } }",
  "operationId: list",
  "request: { template: { text/plain: a } }",
  "request: { passThrough: NEVER }",
  "integration: http-proxy, request: { uri: 'https://x.example.com', contentHandling: CONVERT_TO_TEXT }",
])("%s is not carried over, and that is said", async (event) => {
  const { err } = await backendOf(event);
  expect(err).toMatch(/serverless\.yml:8:\d+ functions\.list\.events\[0\]\.http\.\S+ is not carried over: /);
});
