import { knownList, knownMap, readMethods } from "../../../../lib/check/core/gateway/read-methods";
import { CATS, Resources, changed, configurationOf, method, referencesOf, together } from "../../support/configuration";

function methodsOf(resource: Resources, rest: object = {}) {
  const document = { resource, ...rest };
  return readMethods(configurationOf(document), referencesOf(document));
}

test("a method is read with its integration", () => {
  expect(methodsOf(CATS)).toEqual([
    expect.objectContaining({
      path: expect.objectContaining({ text: "/cats/{id}" }),
      verb: "GET",
      keys: ["method.request.path.id"],
      mappings: {},
      declared: { "method.request.path.id": true },
      namespace: "${aws_api_gateway_resource.cat.id}",
      facts: {
        siblingVerbs: [],
        integrationType: "AWS_PROXY",
        authorization: "NONE",
        validatesParameters: false,
      },
      keysAt: {
        resource: expect.objectContaining({ type: "aws_api_gateway_integration" }),
        property: "cache_key_parameters",
      },
      declaredAt: {
        resource: expect.objectContaining({ type: "aws_api_gateway_method" }),
        property: "request_parameters",
      },
    }),
  ]);
});

test("keys that are not all known are none, and so are those of an integration that is not seen", () => {
  const unknown = changed(CATS, "aws_api_gateway_integration", "cat", { cache_key_parameters: ["${var.key}"] });
  expect(methodsOf(unknown)[0]!.keys).toBeUndefined();
  const { aws_api_gateway_integration: _, ...without } = CATS;
  expect(methodsOf(without)[0]).toMatchObject({ keys: undefined, mappings: undefined, namespace: undefined });
});

test("the authorizer says where it finds the caller, and the preflight answer which origins it lets in", () => {
  const resources = together(
    changed(CATS, "aws_api_gateway_method", "cat", {
      authorization: "CUSTOM",
      authorizer_id: "${aws_api_gateway_authorizer.a.id}",
      request_validator_id: "${var.validator}",
    }),
    method("cat", "OPTIONS"),
    {
      aws_api_gateway_authorizer: {
        a: { identity_source: "method.request.header.X-Token, context.identity.sourceIp" },
      },
      aws_api_gateway_integration_response: {
        cors: {
          resource_id: "${aws_api_gateway_resource.cat.id}",
          response_parameters: { "method.response.header.Access-Control-Allow-Origin": "'https://example.com'" },
        },
      },
    },
  );
  expect(methodsOf(resources)[0]!.facts).toEqual({
    siblingVerbs: ["OPTIONS"],
    corsOrigins: ["https://example.com"],
    integrationType: "AWS_PROXY",
    authorization: "CUSTOM",
    identitySources: ["method.request.header.X-Token", "context.identity.sourceIp"],
    validatesParameters: undefined,
  });
});

test("lists and maps are known as a whole, or not at all", () => {
  expect([null, [], ["a"], ["a", "${x}"], "${x}"].map(knownList)).toEqual([[], [], ["a"], undefined, undefined]);
  expect([null, {}, { a: "b" }, { "${x}": "b" }, "${x}"].map(knownMap)).toEqual([
    {},
    {},
    { a: "b" },
    undefined,
    undefined,
  ]);
});
