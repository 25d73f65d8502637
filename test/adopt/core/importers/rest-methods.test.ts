import { API, outcomeOf, stackWith, told, World } from "../../support/adopted";

const REST = "${aws_api_gateway_rest_api.api.id}";
const ROOT = "${aws_api_gateway_rest_api.api.root_resource_id}";
const LIVE: World = {
  restResources: [
    { id: "root00", path: "/", methods: {} },
    { id: "cats00", path: "/cats", methods: { GET: { hasIntegration: true, responses: ["200"], integrationResponses: [] } } }, // prettier-ignore
    { id: "cat000", path: "/cats/{id}", methods: { ANY: { hasIntegration: false, responses: [], integrationResponses: [] } } }, // prettier-ignore
  ],
};
const given = { restApiIds: [{ value: API }] };

const resources = {
  aws_api_gateway_rest_api: { api: {} },
  aws_api_gateway_resource: {
    cats: { rest_api_id: REST, parent_id: ROOT, path_part: "cats" },
    cat: { rest_api_id: REST, parent_id: "${aws_api_gateway_resource.cats.id}", path_part: "{id}" },
    dogs: { rest_api_id: REST, parent_id: ROOT, path_part: "dogs" },
    below: { rest_api_id: REST, parent_id: "${data.aws_api_gateway_resource.cats.id}", path_part: "{id}" },
    lost: { rest_api_id: REST, parent_id: "${var.parent}", path_part: "x" },
    loop: { rest_api_id: REST, parent_id: "${aws_api_gateway_resource.loop.id}", path_part: "x" },
  },
};
const data = { aws_api_gateway_resource: { cats: { rest_api_id: REST, path: "/cats" } } };
const method = (name: string, verb = "GET", rest: object = {}) => ({
  rest_api_id: REST,
  resource_id: `\${aws_api_gateway_resource.${name}.id}`,
  http_method: verb,
  ...rest,
});

const outcome = (type: string, attributes: object, world: World = LIVE) =>
  told(
    outcomeOf(`${type}.x`, { stack: stackWith({ ...resources, [type]: { x: attributes } }, { data }), given, world }),
  );

test.each([
  ["cats", `import ${API}/cats00`],
  ["cat", `import ${API}/cat000`],
  ["dogs", "new"],
  ["below", `import ${API}/cat000`],
  ["lost", "unresolved: --id 'aws_api_gateway_resource.lost=API_ID/RESOURCE_ID' | --new aws_api_gateway_resource.lost"],
  ["loop", "unresolved: --id 'aws_api_gateway_resource.loop=API_ID/RESOURCE_ID' | --new aws_api_gateway_resource.loop"],
])("the resource %s: %s", (name, expected) => {
  const stack = stackWith(resources, { data });
  expect(told(outcomeOf(`aws_api_gateway_resource.${name}`, { stack, given, world: LIVE }))).toBe(expected);
});

test.each<[string, object, string]>([
  ["aws_api_gateway_method", method("cats"), `import ${API}/cats00/GET`],
  ["aws_api_gateway_method", method("cats", "POST"), "new"],
  ["aws_api_gateway_method", method("dogs"), "new"],
  ["aws_api_gateway_method", method("cat", "ANY"), `import ${API}/cat000/ANY`],
  ["aws_api_gateway_method", { ...method("cats"), resource_id: ROOT }, "new"],
  ["aws_api_gateway_method", { ...method("cats"), resource_id: "cats00" }, `import ${API}/cats00/GET`],
  ["aws_api_gateway_method", { ...method("cats"), resource_id: "${data.aws_api_gateway_resource.cats.id}" }, `import ${API}/cats00/GET`], // prettier-ignore
  ["aws_api_gateway_method", { ...method("cats"), resource_id: "${var.r}" }, `unresolved: --id aws_api_gateway_method.x=${API}/RESOURCE_ID/GET | --new aws_api_gateway_method.x`], // prettier-ignore
  ["aws_api_gateway_method", { ...method("cats"), http_method: "${var.verb}" }, "unresolved: --id 'aws_api_gateway_method.x=…' | --new aws_api_gateway_method.x"], // prettier-ignore
  ["aws_api_gateway_integration", method("cats"), `import ${API}/cats00/GET`],
  ["aws_api_gateway_integration", method("cat", "ANY"), "new"],
  ["aws_api_gateway_method_response", method("cats", "GET", { status_code: "200" }), `import ${API}/cats00/GET/200`],
  ["aws_api_gateway_method_response", method("cats", "GET", { status_code: "404" }), "new"],
  ["aws_api_gateway_integration_response", method("cats", "GET", { status_code: "200" }), "new"],
])("%s %j: %s", (type, attributes, expected) => {
  expect(outcome(type, attributes)).toBe(expected);
});

test("the verb may be that of another resource", () => {
  const integration = { ...method("cats"), http_method: "${aws_api_gateway_method.m.http_method}" };
  const stack = stackWith({
    ...resources,
    aws_api_gateway_method: { m: method("cats") },
    aws_api_gateway_integration: { x: integration },
  });
  expect(told(outcomeOf("aws_api_gateway_integration.x", { stack, given, world: LIVE }))).toBe(
    `import ${API}/cats00/GET`,
  );
});

test("without a read the options have what is known of the id", () => {
  expect(outcome("aws_api_gateway_method", method("cats"), {})).toContain(`=${API}/RESOURCE_ID/GET |`);
  expect(outcome("aws_api_gateway_method", { ...method("cats"), resource_id: "cats00" }, {})).toContain(
    `=${API}/cats00/GET |`,
  );
});
