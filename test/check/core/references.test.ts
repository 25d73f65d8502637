import { CATS, referencesOf } from "../support/configuration";

const references = referencesOf({
  locals: {
    name: "prod",
    copy: "${local.name}",
    cats: { stage: "${local.copy}" },
    one: "${local.two}",
    two: "${local.one}",
    x: "${local.y}a",
    y: "${local.x}b",
  },
  data: { cloudflare_zone: { zone: { filter: { name: "example.com" } } } },
  resource: {
    ...CATS,
    aws_apigatewayv2_domain_name: {
      d: { domain_name: "api.example.com", domain_name_configuration: [{ certificate_arn: "c" }] },
    },
  },
});

test("a reference is followed to the value that is written down", () => {
  expect(references.resolve("${local.copy}")).toBe("prod");
  expect(references.resolve("${aws_api_gateway_method.cat.http_method}")).toBe("GET");
  expect(references.resolve("${aws_api_gateway_integration.cat.resource_id}")).toBe(
    "${aws_api_gateway_resource.cat.id}",
  );
  expect(references.resolve("${aws_apigatewayv2_domain_name.d.domain_name_configuration[0].certificate_arn}")).toBe(
    "c",
  );
  expect(references.resolve("${var.x}")).toBe("${var.x}");
  expect(references.resolve(5)).toBe(5);
});

test("the end of a reference names the resource and the attribute", () => {
  const target = references.target("${aws_api_gateway_method.cat.rest_api_id}");
  expect(target).toMatchObject({ resource: { address: "aws_api_gateway_rest_api.api" }, attribute: "id" });
  expect(references.target("${data.cloudflare_zone.zone.id}")).toMatchObject({ attribute: "zone_id" });
  expect(references.target("prod")).toBeUndefined();
  expect(references.target("a-${local.name}")).toBeUndefined();
});

test("two ways to one value have one identity, and what cannot be compared has none", () => {
  const one = references.identity("${aws_api_gateway_stage.prod.rest_api_id}");
  expect(one).toBe(references.identity("${aws_api_gateway_rest_api.api.id}"));
  expect(references.identity("${aws_apigatewayv2_domain_name.d.id}")).toBe("api.example.com");
  for (const value of ["${each.value}", undefined, null, true, {}]) expect(references.identity(value)).toBeUndefined();
});

test.each([
  ["~1${local.name}/${aws_api_gateway_method.cat.http_method}", "~1prod/GET"],
  ['~1${trimprefix(aws_api_gateway_resource.cat.path, "/")}/GET', "~1cats/{id}/GET"],
  ['${replace(aws_api_gateway_resource.cat.path, "/", "~1")}/GET', "~1cats~1{id}/GET"],
  ['${trim(aws_api_gateway_resource.cats.path, "/")}', "cats"],
  ["${upper(local.name)}${lower(aws_api_gateway_method.cat.http_method)}", "PRODget"],
  ["$${local.name}", "${local.name}"],
  ["${aws_api_gateway_resource.cat.path_part}", "{id}"],
  ["~1${local.cats.stage}/GET", "~1prod/GET"],
  ["plain", "plain"],
  [5, "5"],
])("%s is %s", (value, text) => expect(references.text(value)).toBe(text));

test.each([
  ["${var.x}/GET"],
  ["${each.key}/GET"],
  ['${format("%s/GET", local.name)}'],
  ['${replace(local.name, "/p/", "x")}'],
  ["%{if true}x%{endif}"],
  ["${local.one}"],
  ["${local.x}"],
  ["${toString(local.name)}"],
  [{}],
])("%j is not known", (value) => expect(references.text(value)).toBeUndefined());

test("a resource is found by what one of its attributes is", () => {
  const own = referencesOf({ resource: { aws_x: { a: { id: "1" }, b: { id: "2" } }, aws_y: { c: { id: "2" } } } });
  expect(own.resource("aws_x", "id", "2")?.address).toBe("aws_x.b");
  expect(own.resource("aws_x", "id", "3")).toBeUndefined();
  expect(own.resource("aws_x", "id", undefined)).toBeUndefined();
});
