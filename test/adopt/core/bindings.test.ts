import { bindingsOf } from "../../../lib/adopt/core/bindings";
import { Given, NOTHING_GIVEN } from "../../../lib/adopt/core/given";
import { API, stackWith, ZONE } from "../support/adopted";

const bound = (stack: ReturnType<typeof stackWith>, given: Partial<Given>) =>
  bindingsOf(stack, { ...NOTHING_GIVEN, ...given });

const ONE = stackWith({
  aws_api_gateway_rest_api: { cats: {} },
  aws_api_gateway_stage: { cats: { rest_api_id: "${aws_api_gateway_rest_api.cats.id}", stage_name: "prod" } },
});
const TWO = stackWith({
  aws_api_gateway_rest_api: { cats: {} },
  aws_api_gateway_stage: { dogs: { rest_api_id: "${var.dogs}", stage_name: "prod" } },
});
const WRITTEN = stackWith({ aws_api_gateway_stage: { cats: { rest_api_id: API } } });
const BOTH = stackWith({
  aws_api_gateway_rest_api: { cats: {} },
  aws_api_gateway_stage: { cats: { rest_api_id: API } },
});
const ZONES = stackWith(
  { cloudflare_ruleset: { a: { zone_id: "${data.cloudflare_zone.a.zone_id}" } } },
  {
    data: { cloudflare_zone: { a: {} } },
  },
);

test.each([
  ["the only API", ONE, [{ value: API }], [["aws_api_gateway_rest_api.cats", API]]],
  ["the one that is named", TWO, [{ address: "var.dogs", value: API }], [["var.dogs", API]]],
  [
    "the only API, also where it is written down elsewhere",
    BOTH,
    [{ value: API }],
    [["aws_api_gateway_rest_api.cats", API]],
  ],
  ["one that is written down already", WRITTEN, [{ value: API }], []],
])("binds an id to %s", (_name, stack, restApiIds, expected) => {
  expect([...bound(stack, { restApiIds }).bindings!.restApis]).toEqual(expected);
});

test.each([
  ["several", TWO, [{ value: API }], "several of these. Say which one: --rest-api-id aws_api_gateway_rest_api.cats=…, --rest-api-id var.dogs=…"], // prettier-ignore
  ["no", stackWith({}), [{ value: API }], "the stack has no use for the id of a REST API"],
  ["another id in", WRITTEN, [{ value: "zzzzzzzzzz" }], "the stack has no use"],
  ["an unknown address for", ONE, [{ address: "aws_api_gateway_rest_api.dogs", value: API }], "needs the id of a REST API for aws_api_gateway_rest_api.cats"], // prettier-ignore
  ["the same address twice for", ONE, [{ value: API }, { address: "aws_api_gateway_rest_api.cats", value: API }], "given twice"], // prettier-ignore
])("%s APIs: a problem", (_name, stack, restApiIds, expected) => {
  expect(bound(stack, { restApiIds }).problem).toContain(expected);
});

test("a zone that is looked up has its id from the option", () => {
  expect([...bound(ZONES, { zoneIds: [{ value: ZONE }] }).bindings!.zones]).toEqual([["data.cloudflare_zone.a", ZONE]]);
});

test("an API whose import id is known needs no other option", () => {
  const given = { ids: new Map([["aws_api_gateway_rest_api.cats", `${API}@eu-central-1`]]) };
  expect([...bound(ONE, given).bindings!.restApis]).toEqual([["aws_api_gateway_rest_api.cats", API]]);
  const itself = stackWith(
    { aws_api_gateway_rest_api: { cats: {} } },
    { import: [{ to: "aws_api_gateway_rest_api.cats", id: API }] },
  );
  expect([...bound(itself, {}).bindings!.restApis]).toEqual([["aws_api_gateway_rest_api.cats", API]]);
});

test("what is known needs no id, so that the option is for the other", () => {
  const given = { ids: new Map([["aws_api_gateway_rest_api.cats", API]]), restApiIds: [{ value: "zzzzzzzzzz" }] };
  const { bindings } = bound(TWO, given);
  expect([...bindings!.restApis]).toEqual([
    ["var.dogs", "zzzzzzzzzz"],
    ["aws_api_gateway_rest_api.cats", API],
  ]);
});

test("what is new needs no id, so that the option is for the other", () => {
  const { bindings } = bound(TWO, { isNew: ["*.cats"], restApiIds: [{ value: API }] });
  expect([...bindings!.restApis]).toEqual([["var.dogs", API]]);
});

test("two ids of one thing are two", () => {
  const output = (name: string) => `\${data.terraform_remote_state.other.outputs.${name}}`;
  const stack = stackWith(
    { aws_api_gateway_stage: { a: { rest_api_id: output("a") }, b: { rest_api_id: output("b") } } },
    { data: { terraform_remote_state: { other: {} } } },
  );
  expect(bound(stack, { restApiIds: [{ value: API }] }).problem).toContain(
    "--rest-api-id data.terraform_remote_state.other.outputs.a=…, --rest-api-id data.terraform_remote_state.other.outputs.b=…",
  );
  expect([...bound(stack, {}).bindings!.several]).toEqual(["rest-api-id"]);
});

test("an API that the stack imports by an id that only Terraform knows has it from the option", () => {
  const stack = stackWith(
    { aws_api_gateway_rest_api: { cats: {} } },
    { import: { to: "aws_api_gateway_rest_api.cats", id: "${var.api_id}" } },
  );
  const { bindings } = bound(stack, { restApiIds: [{ value: API }] });
  expect([...bindings!.restApis]).toEqual([["aws_api_gateway_rest_api.cats", API]]);
});

test("an instance of an API is the one that its parts name", () => {
  const stack = stackWith({
    aws_api_gateway_rest_api: { cats: { count: 1 } },
    aws_api_gateway_stage: { cats: { rest_api_id: "${aws_api_gateway_rest_api.cats[0].id}" } },
  });
  const instance = ["aws_api_gateway_rest_api.cats[0]", API];
  expect([...bound(stack, { restApiIds: [{ value: API }] }).bindings!.restApis]).toEqual([instance]);
  expect([...bound(stack, { ids: new Map([["aws_api_gateway_rest_api.cats[0]", API]]) }).bindings!.restApis]).toEqual([
    instance,
  ]);
});

test("a zone of the stack's own needs its id, too", () => {
  const stack = stackWith({ cloudflare_zone: { z: { name: "example.com" } } });
  expect([...bound(stack, { zoneIds: [{ value: ZONE }] }).bindings!.zones]).toEqual([["cloudflare_zone.z", ZONE]]);
});
