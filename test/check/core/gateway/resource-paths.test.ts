import { deriveResourcePath, pathOfResource } from "../../../../lib/check/core/gateway/resource-paths";
import { CATS, changed, configurationOf, referencesOf } from "../../support/configuration";

function pathOf(resources: object, id: unknown): string | undefined {
  return pathOfResource(id, referencesOf({ resource: resources }));
}

test("the path is read along the parents", () => {
  expect(pathOf(CATS, "${aws_api_gateway_resource.cat.id}")).toBe("/cats/{id}");
  expect(pathOf(CATS, "${aws_api_gateway_rest_api.api.root_resource_id}")).toBe("/");
});

test("a part that is not known leaves the path unknown", () => {
  const unknown = changed(CATS, "aws_api_gateway_resource", "cats", { path_part: "${var.part}" });
  expect(pathOf(unknown, "${aws_api_gateway_resource.cat.id}")).toBeUndefined();
  const elsewhere = changed(CATS, "aws_api_gateway_resource", "cats", { parent_id: "${var.parent}" });
  expect(pathOf(elsewhere, "${aws_api_gateway_resource.cat.id}")).toBeUndefined();
});

test("a circle ends", () => {
  const circle = changed(CATS, "aws_api_gateway_resource", "cats", { parent_id: "${aws_api_gateway_resource.cat.id}" });
  expect(pathOf(circle, "${aws_api_gateway_resource.cat.id}")).toBeUndefined();
});

test("ids that are known, as in a plan of what exists, lead there too", () => {
  const resources = {
    aws_api_gateway_rest_api: { api: { id: "api1", root_resource_id: "root1" } },
    aws_api_gateway_resource: {
      cats: { id: "res1", parent_id: "root1", path_part: "cats" },
      cat: { id: "res2", parent_id: "res1", path_part: "{id}" },
    },
  };
  expect(pathOf(resources, "res2")).toBe("/cats/{id}");
  expect(pathOf(resources, "root1")).toBe("/");
  expect(pathOf(resources, "res3")).toBeUndefined();
});

test("a data source says its path, and so does the root of an API that is looked up", () => {
  const references = referencesOf({
    data: {
      aws_api_gateway_resource: { cat: { path: "/cats/{id}" } },
      aws_api_gateway_rest_api: { api: { name: "x" } },
    },
  });
  expect(pathOfResource("${data.aws_api_gateway_resource.cat.id}", references)).toBe("/cats/{id}");
  expect(pathOfResource("${data.aws_api_gateway_rest_api.api.root_resource_id}", references)).toBe("/");
});

test("only the path of a resource is derived", () => {
  const { resources } = configurationOf({ resource: CATS });
  const references = referencesOf({ resource: CATS });
  const resource = resources.find(({ address }) => address === "aws_api_gateway_resource.cat")!;
  expect(deriveResourcePath({ resource, attribute: "path" }, references)).toBe("/cats/{id}");
  expect(deriveResourcePath({ resource, attribute: "id" }, references)).toBeUndefined();
});
