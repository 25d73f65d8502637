import { Apigatewayv2Api } from "@cdktf/provider-aws/lib/apigatewayv2-api";
import { Apigatewayv2Route } from "@cdktf/provider-aws/lib/apigatewayv2-route";
import { pathsOfHttpApi, pathsOfRestApi } from "../../lib/domain/declared-paths";
import { awsStack } from "../support/domain";
import { TestApi } from "../support/test-api";

describe("the paths of a REST API", () => {
  test("are those of its methods, each once", () => {
    const api = new TestApi();
    for (const [verb, path] of [
      ["GET", "/"],
      ["GET", "/cats"],
      ["POST", "/cats"],
      ["GET", "/cats/{id}"],
    ] as const) {
      api.endpoint(verb, path);
    }
    expect(pathsOfRestApi(api.restApi)).toEqual(["/", "/cats", "/cats/{id}"]);
  });

  test("are those of its definition", () => {
    const api = new TestApi();
    api.restApi.body = JSON.stringify({ openapi: "3.0.1", paths: { "/dogs": {} } });
    expect(pathsOfRestApi(api.restApi)).toEqual(["/dogs"]);
  });

  test.each([["${var.x}"], ['{"paths": ${jsonencode(1)}}'], ["[]"], ['{"paths":[]}'], ["null"]])(
    "are unknown in %s",
    (body) => {
      const api = new TestApi();
      api.restApi.body = body;
      expect(pathsOfRestApi(api.restApi)).toEqual([]);
    },
  );
});

test("the paths of an HTTP API are those of its routes, not of another's", () => {
  const stack = awsStack();
  const [api, other] = ["api", "other"].map((id) => new Apigatewayv2Api(stack, id, { name: id, protocolType: "HTTP" }));
  const route = (id: string, apiId: string, routeKey: string) => new Apigatewayv2Route(stack, id, { apiId, routeKey });
  route("one", api!.id, "GET /cats/{id}");
  route("two", api!.id, "$default");
  route("three", other!.id, "ANY /dogs");
  expect(pathsOfHttpApi(api!)).toEqual(["/cats/{id}"]);
  expect(pathsOfHttpApi(other!)).toEqual(["/dogs"]);
});
