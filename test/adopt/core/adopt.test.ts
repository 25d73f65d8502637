import { adopt } from "../../../lib/adopt/core/adopt";
import { NOTHING_GIVEN } from "../../../lib/adopt/core/given";
import { adoptionOf, API, outcomeOf, stackWith, told } from "../support/adopted";

const SETTINGS = "aws_api_gateway_method_settings.cats";
const STACK = stackWith({
  aws_api_gateway_method_settings: { cats: { rest_api_id: API, stage_name: "prod", method_path: "~1cats/GET" } },
  aws_lambda_function: { cats: {} },
  tls_private_key: { key: {} },
  aws_sqs_queue: { many: { for_each: "${var.queues}" }, some: { count: 2 } },
});

test.each([
  ["tls_private_key.key", "new"],
  ["aws_lambda_function.cats", "unresolved: --id aws_lambda_function.cats=… | --new aws_lambda_function.cats"],
  ["aws_sqs_queue.some", "unresolved: --id 'aws_sqs_queue.some[0]=…' | --new aws_sqs_queue.some"],
  ["aws_sqs_queue.many", "unresolved: --id 'aws_sqs_queue.many[\"KEY\"]=…' | --new aws_sqs_queue.many"],
])("%s: %s", (address, expected) => {
  expect(told(outcomeOf(address, { stack: STACK }))).toBe(expected);
});

test("an id that is given is taken before all else", () => {
  const given = { ids: new Map([["aws_lambda_function.cats", "cats"]]), isNew: ["*"] };
  expect(told(outcomeOf("aws_lambda_function.cats", { stack: STACK, given }))).toBe("import cats");
});

test("an instance has a block of its own", () => {
  const ids = new Map([
    ['aws_sqs_queue.many["a"]', "1"],
    ['aws_sqs_queue.many["b"]', "2"],
  ]);
  const { decisions } = adoptionOf({ stack: STACK, given: { ids } });
  const blocks = decisions.filter(({ outcome }) => outcome.kind === "import").map(({ address }) => address);
  expect(blocks).toEqual([...ids.keys()]);
  expect(decisions.map(({ address }) => address)).not.toContain("aws_sqs_queue.many");
});

test("what is said to be new is", () => {
  expect(told(outcomeOf(SETTINGS, { stack: STACK, given: { isNew: ["aws_api_gateway_*"] } }))).toBe("new");
});

test("what the stack imports itself is left to it", () => {
  const stack = stackWith(
    { aws_lambda_function: { cats: {} } },
    { import: { to: "aws_lambda_function.cats", id: "x" } },
  );
  expect(adoptionOf({ stack })).toMatchObject({ decisions: [], alreadyImported: ["aws_lambda_function.cats"] });
});

test("says what would have to be read", () => {
  const { adoption } = adopt(STACK, NOTHING_GIVEN, new Map());
  const about = { region: "eu-central-1", about: [API, "prod"] };
  expect(adoption!.open).toContainEqual({ kind: "restStage", ...about });
});

test.each([
  [{ isNew: ["nothing"] }, "--new nothing"],
  [{ restApiIds: [{ value: "zzzzzzzzzz" }] }, "--rest-api-id zzzzzzzzzz"],
])("what is wrong with %j is a problem", (given, expected) => {
  expect(adopt(STACK, { ...NOTHING_GIVEN, ...given }, new Map()).problem).toContain(expected);
});

describe("a module", () => {
  const stack = stackWith({}, { module: { api: { source: "./api" } } });

  test("is not seen into", () => {
    expect(told(outcomeOf("module.api", { stack }))).toBe(
      "unresolved: --id 'module.api.TYPE.NAME=ID' | --new module.api",
    );
  });

  test("may be said to be new, or what is in it to exist", () => {
    expect(told(outcomeOf("module.api", { stack, given: { isNew: ["module.*"] } }))).toBe("new");
    const ids = new Map([['module.api.aws_x.y["a"]', "1"]]);
    expect(adoptionOf({ stack, given: { ids } }).decisions).toEqual([
      { address: 'module.api.aws_x.y["a"]', outcome: { kind: "import", id: "1" } },
    ]);
  });

  test("has no id of its own", () => {
    const given = { ...NOTHING_GIVEN, ids: new Map([["module.api", "1"]]) };
    expect(adopt(stack, given, new Map()).problem).toBe(
      "--id module.api=…: a module has no id. Name a resource in it: --id 'module.api.TYPE.NAME=…'.",
    );
  });
});
