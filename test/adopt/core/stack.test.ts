import { hasInstances, readStack, sourceOf, textOf } from "../../../lib/adopt/core/stack";
import { stackWith } from "../support/adopted";

const stack = stackWith(
  {
    aws_api_gateway_stage: { prod: { stage_name: "prod", rest_api_id: "${data.aws_api_gateway_rest_api.cats.id}" } },
    aws_api_gateway_resource: { cats: { path_part: "cats" } },
  },
  {
    data: {
      aws_api_gateway_rest_api: { cats: { name: "cats" } },
      terraform_remote_state: { s: {} },
      cloudflare_zones: { z: {} },
    },
    import: [{ to: "${aws_x.y}", id: "z" }],
  },
);

test("has what Terraform manages, by address, and no data source", () => {
  expect(stack.resources.map(({ address }) => address)).toEqual([
    "aws_api_gateway_resource.cats",
    "aws_api_gateway_stage.prod",
  ]);
});

test.each([
  ["a list", [{ to: "aws_x.y", id: "z" }]],
  ["one block", { to: "aws_x.y", id: "z" }],
  ["an expression", [{ to: "${ aws_x.y }", id: "z" }]],
])("reads its own import blocks from %s", (_name, blocks) => {
  expect([...stackWith({}, { import: blocks }).imported]).toEqual([["aws_x.y", "z"]]);
});

test.each([
  ["prod", "prod", "prod"],
  ["${aws_api_gateway_stage.prod.stage_name}", "prod", "prod"],
  ["${aws_api_gateway_stage.prod.rest_api_id}", undefined, "data.aws_api_gateway_rest_api.cats"],
  ["${aws_api_gateway_resource.cats.id}", undefined, "aws_api_gateway_resource.cats"],
  ["${var.api_id}", undefined, "var.api_id"],
  ["${data.terraform_remote_state.s.outputs.a}", undefined, "data.terraform_remote_state.s.outputs.a"],
  ["${data.cloudflare_zones.z.result[1].id}", undefined, "data.cloudflare_zones.z.result[1].id"],
  ["${aws_api_gateway_resource.cats[0].id}", undefined, "aws_api_gateway_resource.cats[0]"],
  ['${aws_api_gateway_resource.cats["a"].id}', undefined, 'aws_api_gateway_resource.cats["a"]'],
  ["", undefined, undefined],
  [undefined, undefined, undefined],
])("%j is the text %j and comes from %j", (value, text, source) => {
  expect(textOf(stack, value)).toBe(text);
  expect(sourceOf(stack, value)).toBe(source);
});

test("what Terraform would refuse is a problem", () => {
  const value = { resource: { aws_x: { y: {} } } };
  const { problem } = readStack([
    { file: "a.tf.json", value },
    { file: "b.tf.json", value },
  ]);
  expect(problem).toContain("aws_x.y");
});

test("an import id may be written down elsewhere, or nowhere", () => {
  const imports = [
    { to: "aws_x.a", id: "${local.id}" },
    { to: "aws_x.b", id: "${var.id}" },
  ];
  expect([...stackWith({}, { locals: { id: "z" }, import: imports }).imported]).toEqual([
    ["aws_x.a", "z"],
    ["aws_x.b", undefined],
  ]);
});

test.each([[{ api: {}, "//": "a comment", web: [{}] }], [[{ api: {} }, { web: {} }]]])(
  "the modules of %j",
  (module) => {
    expect(stackWith({}, { module }).modules).toEqual(["module.api", "module.web"]);
  },
);

test.each([
  [{ for_each: "${var.x}" }, true],
  [{ count: 0 }, true],
  [{ count: null }, false],
  [{}, false],
])("%j has instances: %s", (attributes, expected) => {
  expect(hasInstances(stackWith({ aws_x: { y: attributes } }).resources[0]!)).toBe(expected);
});
