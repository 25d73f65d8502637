import { readApis } from "../../../../lib/check/core/gateway/read-apis";
import { CATS, Resources, changed, configurationOf, referencesOf } from "../../support/configuration";

const API = "${aws_api_gateway_rest_api.api.id}";
const BODY = JSON.stringify({ openapi: "3.0.1", paths: { "/dogs": { get: {} } } });

function apisOf(resource: Resources, rest: object = {}) {
  const document = { resource, ...rest };
  return readApis(configurationOf(document), referencesOf(document));
}

test("an API has the methods of its resources and of its document", () => {
  expect(apisOf(CATS).apis.get(API)).toMatchObject({
    isWhole: true,
    operations: undefined,
    methods: [{ verb: "GET" }],
  });
  const both = changed(CATS, "aws_api_gateway_rest_api", "api", { body: BODY });
  expect(apisOf(both).apis.get(API)).toMatchObject({ isWhole: true, operations: undefined });
  expect(apisOf(both).methods.map(({ path }) => path!.text)).toEqual(["/cats/{id}", "/dogs"]);
});

test("the operations of a document are told if it is all there is", () => {
  const only = { aws_api_gateway_rest_api: { api: { body: BODY } } };
  expect(apisOf(only).apis.get(API)!.operations).toEqual(["GET /dogs"]);
  const put = { ...only, aws_api_gateway_rest_api_put: { put: { rest_api_id: API, body: BODY } } };
  expect(apisOf(put).apis.get(API)).toMatchObject({ operations: undefined, isWhole: true });
});

test("a document that is not known, and a module, leave an API unseen in part", () => {
  const unknown = changed(CATS, "aws_api_gateway_rest_api", "api", { body: '${file("x")}' });
  expect(apisOf(unknown).apis.get(API)!.isWhole).toBe(false);
  expect(apisOf(CATS, { module: { m: {} } }).apis.get(API)!.isWhole).toBe(false);
  const part = BODY.replace('{"get":{}}', '{"get":{}},"/cats":${jsonencode(local.cats)}');
  const partly = changed(CATS, "aws_api_gateway_rest_api", "api", { body: part });
  expect(apisOf(partly).apis.get(API)).toMatchObject({ isWhole: false, methods: [{}, { verb: "GET" }] });
});

test("what is wrong with a document is found in its API", () => {
  const { found } = apisOf({ aws_api_gateway_rest_api: { api: { body: "none" } } });
  expect(found).toEqual([
    {
      resource: expect.objectContaining({ address: "aws_api_gateway_rest_api.api" }),
      finding: expect.objectContaining({ property: "body" }),
    },
  ]);
});
