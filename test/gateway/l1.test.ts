import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { DataAwsApiGatewayResource } from "@cdktf/provider-aws/lib/data-aws-api-gateway-resource";
import { DataAwsApiGatewayRestApi } from "@cdktf/provider-aws/lib/data-aws-api-gateway-rest-api";
import { TerraformVariable, Testing } from "cdktf";
import { ResourceIndex } from "../../lib/gateway/l1";
import { address, writeOut } from "../../lib/stack/references";
import { TestApi } from "../support/test-api";

const indexOf = (api: TestApi) => new ResourceIndex(api.stack);

describe("the path of a resource", () => {
  test.each([
    ["/cats", "/cats"],
    ["/cats/{id}/toys", "/cats/{id}/toys"],
    ["/{proxy+}", "/{proxy+}"],
  ])("%s is read along its parents up to the root", (path, text) => {
    const api = new TestApi();
    const id = api.resourceId(path);
    expect(indexOf(api).pathOfResource(id)).toEqual({ text, fromRoot: true });
  });

  test("of the root itself is empty", () => {
    const api = new TestApi();
    expect(indexOf(api).pathOfResource(api.restApi.rootResourceId)).toEqual({ text: "", fromRoot: true });
  });

  test("below the root of an API that is only looked up begins at the root too", () => {
    const api = new TestApi();
    const { rootResourceId } = new DataAwsApiGatewayRestApi(api.stack, "lookup", { name: "api" });
    const cats = new ApiGatewayResource(api.stack, "cats", {
      restApiId: "x",
      parentId: rootResourceId,
      pathPart: "cats",
    });
    expect(indexOf(api).pathOfResource(cats.id)).toEqual({ text: "/cats", fromRoot: true });
  });

  test.each<[string, (api: TestApi) => string]>([
    ["an id written as text", () => "abc123"],
    ["a variable", (api) => new TerraformVariable(api.stack, "parent", {}).stringValue],
    [
      "a resource that is looked up",
      (api) => new DataAwsApiGatewayResource(api.stack, "lookup", { restApiId: "x", path: "/animals" }).id,
    ],
    ["a resource of another stack", (api) => new TestApi({ scope: api.stack.node.root, stack: "b" }).resourceId("/a")],
  ])("below %s is known only from there on", (_what, parent) => {
    const api = new TestApi();
    const cats = new ApiGatewayResource(api.stack, "cats", { restApiId: "x", parentId: parent(api), pathPart: "cats" });
    expect(indexOf(api).pathOfResource(cats.id)).toEqual({ text: "/cats", fromRoot: false });
  });

  test("with a part that only Terraform knows is not known", () => {
    const api = new TestApi();
    const pathPart = new TerraformVariable(api.stack, "part", {}).stringValue;
    const { rootResourceId: parentId, id: restApiId } = api.restApi;
    const cats = new ApiGatewayResource(api.stack, "cats", { restApiId, parentId, pathPart });
    const toys = new ApiGatewayResource(api.stack, "toys", { restApiId, parentId: cats.id, pathPart: "toys" });
    expect(indexOf(api).pathOfResource(cats.id)).toBeUndefined();
    expect(indexOf(api).pathOfResource(toys.id)?.fromRoot ?? false).toBe(false);
  });

  test.each(["abc123", undefined, null])("of %p is not known", (id) => {
    expect(indexOf(new TestApi()).pathOfResource(id)).toBeUndefined();
  });

  test("is found under the name that the user gave the resource", () => {
    const api = new TestApi();
    api.resourceId("/cats");
    const cats = api.stack.node.findChild("resource_cats") as ApiGatewayResource;
    cats.overrideLogicalId("renamed");
    expect(indexOf(api).pathOfResource(cats.id)).toEqual({ text: "/cats", fromRoot: true });
  });
});

describe("the integration of a method", () => {
  test("has the same resource and the same verb", () => {
    const api = new TestApi();
    const get = api.endpoint("GET", "/cats");
    const post = api.endpoint("POST", "/cats");
    const dogs = api.endpoint("GET", "/dogs");
    const index = indexOf(api);
    expect(index.integrationOf(get.method)?.node.path).toBe(get.integration.node.path);
    expect(index.integrationOf(post.method)?.node.path).toBe(post.integration.node.path);
    expect(index.integrationOf(dogs.method)?.node.path).toBe(dogs.integration.node.path);
  });

  test("may name its verb by the method", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/cats");
    integration.httpMethod = method.httpMethod;
    expect(indexOf(api).integrationOf(method)?.node.path).toBe(integration.node.path);
  });

  test("may name its resource by the method", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/cats");
    integration.httpMethod = method.httpMethod;
    integration.resourceId = method.resourceId;
    expect(indexOf(api).integrationOf(method)?.node.path).toBe(integration.node.path);
  });

  test("may be that of the root", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/");
    expect(indexOf(api).integrationOf(method)?.node.path).toBe(integration.node.path);
  });

  test("is none of another verb, nor of another stack", () => {
    const api = new TestApi();
    const { method, integration } = api.endpoint("GET", "/cats");
    integration.httpMethod = "POST";
    expect(indexOf(api).integrationOf(method)).toBeUndefined();
    expect(indexOf(new TestApi()).integrationOf(method)).toBeUndefined();
  });
});

test("the sibling verbs of a method are those of the other methods of its resource", () => {
  const api = new TestApi();
  const any = api.endpoint("ANY", "/cats");
  api.endpoint("get", "/cats");
  api.endpoint("POST", "/cats");
  api.endpoint("PUT", "/dogs");
  expect(indexOf(api).siblingVerbs(any.method).sort()).toEqual(["GET", "POST"]);
});

test("the origins that a path lets in are read from its preflight answer", () => {
  const api = new TestApi();
  const { method } = api.endpoint("GET", "/cats");
  const dogs = api.endpoint("GET", "/dogs");
  api.preflight("/cats", "'https://a.example'");
  expect(indexOf(api).allowedOrigins(method)).toEqual(["https://a.example"]);
  expect(indexOf(api).allowedOrigins(dogs.method)).toBeUndefined();
});

describe("a resource", () => {
  test("is found by a reference to one of its attributes", () => {
    const api = new TestApi();
    const index = indexOf(api);
    expect(index.find("aws_api_gateway_deployment", "id", api.deployment.id)?.node.path).toBe("stack/deployment");
  });

  test.each<[string, (api: TestApi) => [type: string, attribute: string, reference: unknown]]>([
    ["of another type", (api) => ["aws_api_gateway_stage", "id", api.deployment.id]],
    ["by another attribute", (api) => ["aws_api_gateway_deployment", "arn", api.deployment.id]],
    ["by a text around the reference", (api) => ["aws_api_gateway_deployment", "id", `x${api.deployment.id}`]],
    ["that does not exist", () => ["aws_api_gateway_deployment", "id", "${aws_api_gateway_deployment.other.id}"]],
    ["by nothing", () => ["aws_api_gateway_deployment", "id", undefined]],
  ])("is not found %s", (_how, question) => {
    const api = new TestApi();
    expect(indexOf(api).find(...question(api))).toBeUndefined();
  });
});

test("an address is what depends_on takes", () => {
  const { stage } = new TestApi();
  expect(address(stage)).toBe("aws_api_gateway_stage.stage");
});

test("a value is written out with its references, and the stack is left as it is", () => {
  const api = new TestApi();
  const before = Testing.synth(api.stack);
  expect(writeOut(api.stack, [api.restApi.id, { a: `/${api.stage.stageName}` }, "text", 1, undefined])).toEqual([
    "${aws_api_gateway_rest_api.api.id}",
    { a: "/${aws_api_gateway_stage.stage.stage_name}" },
    "text",
    1,
  ]);
  expect(Testing.synth(api.stack)).toBe(before);
});

test("to find resources leaves their names to the user", () => {
  const api = new TestApi();
  const { method } = api.endpoint("GET", "/cats");
  indexOf(api);
  method.overrideLogicalId("legacy");
  expect(address(method)).toBe("aws_api_gateway_method.legacy");
});
