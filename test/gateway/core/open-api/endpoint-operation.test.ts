import {
  EndpointAccess,
  RestIntegrationDefinition,
  endpointOperation,
  integrationObject,
} from "../../../../lib/gateway/core/open-api/endpoint-operation";
import { parseResourcePath } from "../../../../lib/gateway/core/resource-path";
import { Part } from "../../../support/rest-api";

const V3 = { openapi: "3.0.1" };
const SWAGGER = { swagger: "2.0" };
const OPEN: EndpointAccess = { security: {}, requestParameters: {} };
const MOCK: RestIntegrationDefinition = { type: "MOCK" };
const text = { schema: { type: "string" } };

function operation(
  access: Partial<EndpointAccess> = {},
  { path = "/cats", integration = MOCK, document = V3 as object } = {},
): Part {
  const { path: parsed } = parseResourcePath(path);
  return endpointOperation({ ...document }, parsed!, integration, { ...OPEN, ...access });
}

describe("an operation", () => {
  test("of an endpoint that asks for nothing says nothing of it", () => {
    expect(Object.keys(operation()).sort()).toEqual(["responses", "x-amazon-apigateway-integration"]);
  });

  test("declares the parameters of its path, which are required", () => {
    expect(operation({}, { path: "/cats/{id}/{proxy+}" }).parameters).toEqual([
      { name: "id", in: "path", required: true, ...text },
      { name: "proxy", in: "path", required: true, ...text },
    ]);
  });

  test("declares what the user declares, once", () => {
    const requestParameters = {
      "method.request.querystring.page": true,
      "method.request.header.Accept": false,
      "method.request.path.id": false,
    };
    expect(operation({ requestParameters }, { path: "/cats/{id}" }).parameters).toEqual([
      { name: "id", in: "path", required: true, ...text },
      { name: "page", in: "query", required: true, ...text },
      { name: "Accept", in: "header", required: false, ...text },
    ]);
  });

  test("wants every one of its security schemes at once", () => {
    expect(operation({ security: { pool: ["cats/read"], api_key: [] } }).security).toEqual([
      { pool: ["cats/read"], api_key: [] },
    ]);
  });

  test("has a name and a validator where they are given", () => {
    const given = operation({ operationName: "listCats", requestValidator: "parameters" });
    expect(given).toMatchObject({
      operationId: "listCats",
      "x-amazon-apigateway-request-validator": "parameters",
    });
  });

  test.each([
    ["a proxy", { type: "AWS_PROXY" } as RestIntegrationDefinition],
    ["a mapped backend without answers of its own", MOCK],
  ])("of %s answers 200", (_name, integration) => {
    expect(operation({}, { integration }).responses).toEqual({ "200": { description: "Status 200" } });
  });

  test.each([
    [V3, text],
    [SWAGGER, { type: "string" }],
  ])("of %j declares the headers of all answers of a status", (document, type) => {
    const integration: RestIntegrationDefinition = {
      type: "HTTP",
      responses: [
        { statusCode: "200" },
        { statusCode: "404", selectionPattern: "404", responseParameters: { "method.response.header.A": "'a'" } },
        { statusCode: "404", selectionPattern: "410", responseParameters: { "method.response.header.B": "'b'" } },
      ],
    };
    expect(operation({}, { integration, document }).responses).toEqual({
      "200": { description: "Status 200" },
      "404": { description: "Status 404", headers: { A: type, B: type } },
    });
  });
});

describe("an integration", () => {
  test("is written in OpenAPI's words", () => {
    const integration: RestIntegrationDefinition = {
      type: "HTTP_PROXY",
      uri: "https://backend.example.com/{id}",
      httpMethod: "GET",
      credentials: "arn:aws:iam::123456789012:role/backend",
      requestParameters: { "integration.request.path.id": "method.request.path.id" },
      timeoutMilliseconds: 5000,
      contentHandling: "CONVERT_TO_TEXT",
      vpcLinkId: "link",
    };
    expect(integrationObject(integration)).toEqual({
      type: "http_proxy",
      uri: "https://backend.example.com/{id}",
      httpMethod: "GET",
      credentials: "arn:aws:iam::123456789012:role/backend",
      requestParameters: { "integration.request.path.id": "method.request.path.id" },
      timeoutInMillis: 5000,
      contentHandling: "CONVERT_TO_TEXT",
      connectionType: "VPC_LINK",
      connectionId: "link",
    });
  });

  test("holds nothing that was not given", () => {
    expect(integrationObject({ type: "AWS_PROXY", uri: "arn", credentials: undefined })).toEqual({
      type: "aws_proxy",
      uri: "arn",
    });
  });

  test("has its answers by the pattern that takes them", () => {
    const responses = [
      { statusCode: "200", responseTemplates: { "application/json": "$input.body" } },
      { statusCode: "500", selectionPattern: "5\\d{2}", responseParameters: { "method.response.header.A": "'a'" } },
    ];
    expect(integrationObject({ type: "HTTP", passthroughBehavior: "WHEN_NO_MATCH", responses })).toEqual({
      type: "http",
      passthroughBehavior: "when_no_match",
      responses: {
        default: { statusCode: "200", responseTemplates: { "application/json": "$input.body" } },
        "5\\d{2}": { statusCode: "500", responseParameters: { "method.response.header.A": "'a'" } },
      },
    });
  });

  test("without answers of its own has one, unless it is a proxy", () => {
    expect(integrationObject({ type: "AWS" }).responses).toEqual({ default: { statusCode: "200" } });
    expect(integrationObject({ type: "AWS_PROXY" })).not.toHaveProperty("responses");
    expect(integrationObject({ type: "HTTP_PROXY" })).not.toHaveProperty("responses");
  });
});
