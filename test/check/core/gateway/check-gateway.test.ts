import { cachesSomething, checkGateway } from "../../../../lib/check/core/gateway/check-gateway";
import { CATS, changed, configurationOf, foundIn, referencesOf } from "../../support/configuration";

const body = (over: object = {}) =>
  JSON.stringify({
    openapi: "3.0.1",
    paths: {
      "/cats/{id}": {
        get: {
          parameters: [{ name: "id", in: "path", required: true }],
          "x-amazon-apigateway-integration": {
            type: "http_proxy",
            cacheKeyParameters: ["method.request.path.id"],
            ...over,
          },
        },
      },
    },
  });

const documented = (text: string) => ({
  resource: {
    ...CATS,
    aws_api_gateway_rest_api: { api: { name: "cats", body: text } },
    aws_api_gateway_resource: {},
    aws_api_gateway_method: {},
    aws_api_gateway_integration: {},
  },
});
const AT = 'body.paths["/cats/{id}"].get.x-amazon-apigateway-integration';

test("methods of an OpenAPI document are checked as those of resources", () => {
  expect(foundIn(documented(body()))).toEqual([]);
  expect(foundIn(documented(body({ cacheKeyParameters: [] })))).toEqual([
    `gateway/unkeyed-path-parameter aws_api_gateway_rest_api.api ${AT}.cacheKeyParameters`,
  ]);
  const keys = ["method.request.path.id", "method.request.header.X"];
  expect(foundIn(documented(body({ cacheKeyParameters: keys })))).toEqual([
    `gateway/key-not-declared aws_api_gateway_rest_api.api ${AT}.cacheKeyParameters`,
  ]);
});

test("findings keep their resources", () => {
  const document = { resource: changed(CATS, "aws_api_gateway_integration", "cat", { cache_key_parameters: [] }) };
  const found = checkGateway(configurationOf(document), referencesOf(document), false);
  expect(found.map(({ resource }) => resource.address)).toEqual(["aws_api_gateway_integration.cat"]);
});

test("a configuration caches something, or may", () => {
  const caching = (value: unknown) =>
    cachesSomething(
      configurationOf({
        resource: changed(CATS, "aws_api_gateway_method_settings", "cat", { settings: { caching_enabled: value } }),
      }),
    );
  expect([true, false, "${var.x}", undefined].map(caching)).toEqual([true, false, true, false]);
});
