import { ABSENT, adoptionOf, API, outcomeOf, stackWith, told, World } from "../support/adopted";

const stage = (attributes: object) => ({ aws_api_gateway_stage: { prod: { stage_name: "prod", ...attributes } } });
const ADDRESS = "aws_api_gateway_stage.prod";
const HERE: World = { restApi: { hasPolicy: false }, restStage: { settings: {} } };

describe("the API that something belongs to", () => {
  test.each<[string, object, World, object, string]>([
    ["written down", { rest_api_id: API }, HERE, {}, `import ${API}/prod`],
    ["said by an option", { rest_api_id: "${var.api}" }, HERE, { restApiIds: [{ value: API }] }, `import ${API}/prod`],
    ["not known", { rest_api_id: "${var.api}" }, HERE, {}, "unresolved: --rest-api-id ID"],
    ["not seen", { rest_api_id: API }, { ...HERE, restApi: ABSENT }, {}, "unresolved: --rest-api-id ID"],
    ["nowhere", {}, HERE, {}, "unresolved: --id 'aws_api_gateway_stage.prod=…' | --new aws_api_gateway_stage.prod"],
  ])("%s", (_name, attributes, world, given, expected) => {
    expect(told(outcomeOf(ADDRESS, { stack: stackWith(stage(attributes)), world, given }))).toBe(expected);
  });

  test("if it is new, so is what belongs to it", () => {
    const rest_api_id = "${aws_api_gateway_rest_api.cats.id}";
    const stack = stackWith({ aws_api_gateway_rest_api: { cats: {} }, ...stage({ rest_api_id }) });
    const outcome = outcomeOf(ADDRESS, { stack, given: { isNew: ["aws_api_gateway_rest_api.cats"] } });
    expect(outcome).toEqual({ kind: "new", reason: "its API is new" });
  });
});

test.each([
  ["of the resource's own is a part of the id", { region: "eu-west-1" }, `import ${API}/prod@eu-west-1`],
  ["of the provider is not", {}, `import ${API}/prod`],
])("a region %s", (_name, attributes, expected) => {
  const stack = stackWith(stage({ rest_api_id: API, ...attributes }));
  expect(told(outcomeOf(ADDRESS, { stack, world: HERE }))).toBe(expected);
});

describe("options for an id", () => {
  const api = "${aws_api_gateway_rest_api.cats.id}";
  const dogs = { dogs: { rest_api_id: "${var.dogs}", stage_name: "dev" } };

  test("name what they are for where there are several", () => {
    const one = stackWith({ aws_api_gateway_rest_api: { cats: {} }, ...stage({ rest_api_id: api }) });
    expect(told(outcomeOf(ADDRESS, { stack: one }))).toBe(
      "unresolved: --rest-api-id ID | --new aws_api_gateway_rest_api.cats",
    );
    const two = stackWith({
      aws_api_gateway_rest_api: { cats: {} },
      aws_api_gateway_stage: { ...stage({ rest_api_id: api }).aws_api_gateway_stage, ...dogs },
    });
    expect(told(outcomeOf(ADDRESS, { stack: two }))).toBe(
      "unresolved: --rest-api-id aws_api_gateway_rest_api.cats=ID | --new aws_api_gateway_rest_api.cats",
    );
    expect(told(outcomeOf("aws_api_gateway_stage.dogs", { stack: two }))).toBe("unresolved: --rest-api-id var.dogs=ID");
  });
});

test("an instance is new with all of its kind", () => {
  const rest_api_id = "${aws_api_gateway_rest_api.cats[0].id}";
  const stack = stackWith({ aws_api_gateway_rest_api: { cats: { count: 1 } }, ...stage({ rest_api_id }) });
  expect(told(outcomeOf(ADDRESS, { stack }))).toBe(
    "unresolved: --rest-api-id ID | --new aws_api_gateway_rest_api.cats",
  );
  expect(told(outcomeOf(ADDRESS, { stack, given: { isNew: ["aws_api_gateway_rest_api.cats"] } }))).toBe("new");
});

test("what is not seen in a region that nobody knows may be in another", () => {
  const provider = { aws: [{ region: "${var.region}" }] };
  const stack = stackWith(stage({ rest_api_id: API }), { provider });
  expect(outcomeOf(ADDRESS, { stack, world: { restApi: ABSENT } })).toHaveProperty(
    "reason",
    `these credentials see no REST API ${API} in the region of AWS_REGION or of the profile`,
  );
});

test("a region of its own that is written down elsewhere is asked, and one that is not is not that of the provider", () => {
  const asked: unknown[] = [];
  const regionOf = (region: string) => {
    const stack = stackWith(stage({ rest_api_id: API, region }), { locals: { here: "eu-west-1" } });
    asked.push(...adoptionOf({ stack }).open, stack.resources[0]!.region);
  };
  regionOf("${local.here}");
  regionOf("${var.region}");
  expect(asked).toEqual(["eu-west-1", undefined]);
});
