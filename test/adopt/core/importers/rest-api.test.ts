import { Given } from "../../../../lib/adopt/core/given";
import { ABSENT, adoptionOf, API, outcomeOf, Resources, stackWith, told, World } from "../../support/adopted";

const PLACE = { rest_api_id: API };
const STAGE = { ...PLACE, stage_name: "prod" };
const LIVE: World = {
  restApi: { hasPolicy: true },
  restStage: { deploymentId: "dep123", settings: { "*/*": { caching: false }, "~1cats/GET": { caching: true } } },
  restAuthorizers: [{ id: "auth12", name: "users" }],
  restValidators: [{ id: "val123", name: "all" }],
  restModels: [{ id: "Cat", name: "Cat" }],
  gatewayResponses: ["UNAUTHORIZED"],
};

const told1 = (resource: Resources, world: World, given: Partial<Given> = {}, blocks: object = {}) => {
  const [type = ""] = Object.keys(resource);
  const [name = ""] = Object.keys(resource[type]!);
  return told(outcomeOf(`${type}.${name}`, { stack: stackWith(resource, blocks), world, given }));
};

test.each<[string, object, string, string, string]>([
  ["aws_api_gateway_stage", STAGE, `import ${API}/prod`, "new", "unresolved: --stage prod | --new aws_api_gateway_stage.x"], // prettier-ignore
  ["aws_api_gateway_method_settings", { ...STAGE, method_path: "*/*" }, `import ${API}/prod/*/*`, "new", "unresolved: --method-settings '*/*' | --new aws_api_gateway_method_settings.x"], // prettier-ignore
  ["aws_api_gateway_authorizer", { ...PLACE, name: "users" }, `import ${API}/auth12`, "new", `unresolved: --id aws_api_gateway_authorizer.x=${API}/AUTHORIZER_ID | --new aws_api_gateway_authorizer.x`], // prettier-ignore
  ["aws_api_gateway_request_validator", { ...PLACE, name: "all" }, `import ${API}/val123`, "new", `unresolved: --id aws_api_gateway_request_validator.x=${API}/VALIDATOR_ID | --new aws_api_gateway_request_validator.x`], // prettier-ignore
  ["aws_api_gateway_model", { ...PLACE, name: "Cat" }, `import ${API}/Cat`, "new", `unresolved: --id aws_api_gateway_model.x=${API}/Cat | --new aws_api_gateway_model.x`], // prettier-ignore
  ["aws_api_gateway_gateway_response", { ...PLACE, response_type: "UNAUTHORIZED" }, `import ${API}/UNAUTHORIZED`, "new", `unresolved: --id aws_api_gateway_gateway_response.x=${API}/UNAUTHORIZED | --new aws_api_gateway_gateway_response.x`], // prettier-ignore
])("%s is imported if it is there, new if it is not, and else asked for", (type, attributes, there, absent, unread) => {
  const resource = { [type]: { x: attributes } };
  const nothing: World = {
    restApi: { hasPolicy: false },
    restStage: ABSENT,
    restAuthorizers: [],
    restValidators: [],
    restModels: [],
    gatewayResponses: [],
  };
  expect(told1(resource, LIVE)).toBe(there);
  expect(told1(resource, nothing)).toBe(absent);
  expect(told1(resource, {})).toBe(unread);
});

test("a name that is not the same is another thing", () => {
  expect(told1({ aws_api_gateway_authorizer: { x: { ...PLACE, name: "admins" } } }, LIVE)).toBe("new");
  expect(told1({ aws_api_gateway_gateway_response: { x: { ...PLACE, response_type: "THROTTLED" } } }, LIVE)).toBe(
    "new",
  );
});

test.each<[string, World, string]>([
  ["has one", { restApi: { hasPolicy: true } }, `import ${API}`],
  ["has none", { restApi: { hasPolicy: false } }, "new"],
  ["was not read", {}, `unresolved: --id aws_api_gateway_rest_api_policy.x=${API} | --new aws_api_gateway_rest_api_policy.x`], // prettier-ignore
])("the policy of an API that %s", (_name, world, expected) => {
  expect(told1({ aws_api_gateway_rest_api_policy: { x: PLACE } }, world)).toBe(expected);
});

describe("an API", () => {
  const api = (attributes: object): Resources => ({ aws_api_gateway_rest_api: { x: attributes } });
  const given = { restApiIds: [{ value: API }] };

  test("is the one that is named, and nothing without", () => {
    expect(told1(api({}), LIVE, given)).toBe(`import ${API}`);
    expect(told1(api({}), LIVE)).toBe("unresolved: --rest-api-id ID | --new aws_api_gateway_rest_api.x");
    expect(told1(api({}), { restApi: ABSENT }, given)).toBe("unresolved: --rest-api-id ID");
  });

  test("with a definition of its own says so", () => {
    const outcome = (attributes: object) => outcomeOf("aws_api_gateway_rest_api.x", { stack: stackWith(api(attributes)), given }); // prettier-ignore
    expect(outcome({ body: "{}" })).toHaveProperty("note");
    expect(outcome({})).not.toHaveProperty("note");
  });
});

describe("settings", () => {
  const settings = (path: string): Resources => ({ aws_api_gateway_method_settings: { x: { ...STAGE, method_path: path } } }); // prettier-ignore

  test.each<[string, World, Partial<Given>, string]>([
    ["~1cats/GET", LIVE, {}, `import ${API}/prod/~1cats/GET`],
    ["~1dogs/GET", LIVE, {}, "new"],
    ["~1dogs/GET", LIVE, { methodSettings: ["~1dogs/GET"] }, "new"],
    ["~1dogs/GET", {}, { methodSettings: ["~1dogs/GET"] }, `import ${API}/prod/~1dogs/GET`],
    ["~1dogs/GET", {}, { methodSettings: ["all"] }, `import ${API}/prod/~1dogs/GET`],
  ])("of %s", (path, world, given, expected) => {
    expect(told1(settings(path), world, given)).toBe(expected);
  });

  test("on a stage whose name only Terraform knows need it said", () => {
    const resource = {
      aws_api_gateway_method_settings: { x: { ...STAGE, stage_name: "${var.s}", method_path: "*/*" } },
    };
    expect(told1(resource, {}, {})).toBe("unresolved: --stage NAME");
    const given = { stages: ["dev"], methodSettings: ["all"] };
    expect(told1(resource, {}, given)).toBe(`import ${API}/dev/*/*`);
  });
});

describe("of several stages whose names only Terraform knows", () => {
  const open = (name: string) => ({ ...STAGE, stage_name: `\${var.${name}}` });
  const one = { aws_api_gateway_stage: { s: open("s") } };
  const two = {
    aws_api_gateway_stage: { s: open("s"), t: open("t") },
    aws_api_gateway_method_settings: { x: { ...open("t"), method_path: "*/*" } },
    aws_api_gateway_deployment: { d: PLACE },
  };
  const BY_ID = `unresolved: --id aws_api_gateway_stage.s=${API}/STAGE | --new aws_api_gateway_stage.s`;
  const SETTINGS = `unresolved: --id aws_api_gateway_method_settings.x=${API}/STAGE/METHOD_PATH | --new aws_api_gateway_method_settings.x`;

  test.each<[string, string, Parameters<typeof stackWith>[0], string[], string]>([
    ["one is said by its name", "aws_api_gateway_stage.s", one, [], "unresolved: --stage NAME"],
    ["one that is said is it", "aws_api_gateway_stage.s", one, ["prod"], `import ${API}/prod`],
    ["two names say nothing of one", "aws_api_gateway_stage.s", one, ["prod", "dev"], BY_ID],
    ["each is said by its id", "aws_api_gateway_stage.s", two, [], BY_ID],
    ["one name is not for each", "aws_api_gateway_stage.s", two, ["prod"], BY_ID],
    ["two names say nothing", "aws_api_gateway_stage.s", two, ["prod", "dev"], BY_ID],
    ["settings are said by their id", "aws_api_gateway_method_settings.x", two, ["prod"], SETTINGS],
  ])("%s", (_name, address, resources, stages, expected) => {
    const given = { stages };
    expect(told(outcomeOf(address, { stack: stackWith(resources), world: {}, given }))).toBe(expected);
  });

  test("the deployment of one is said by its own id", () => {
    const stages = {
      ...two.aws_api_gateway_stage,
      s: { ...open("s"), deployment_id: "${aws_api_gateway_deployment.d.id}" },
    };
    const stack = stackWith({ ...two, aws_api_gateway_stage: stages });
    expect(told(outcomeOf("aws_api_gateway_deployment.d", { stack, world: LIVE }))).toBe(
      `unresolved: --id aws_api_gateway_deployment.d=${API}/DEPLOYMENT_ID | --new aws_api_gateway_deployment.d`,
    );
  });
});

describe("a stage that is said to exist", () => {
  const resource = { aws_api_gateway_stage: { x: STAGE } };
  test.each<[string, World, string]>([
    ["and was not read is imported", {}, `import ${API}/prod`],
    ["and is not seen is not found", { restStage: ABSENT }, "unresolved: --new aws_api_gateway_stage.x"],
  ])("%s", (_name, world, expected) => {
    expect(told1(resource, world, { stages: ["prod"] })).toBe(expected);
  });
});

describe("a deployment", () => {
  const stack = (attributes: object, stage: object = {}) =>
    stackWith({
      aws_api_gateway_deployment: { x: { ...PLACE, ...attributes } },
      aws_api_gateway_stage: { s: { ...STAGE, deployment_id: "${aws_api_gateway_deployment.x.id}", ...stage } },
    });
  const outcome = (attributes: object, world: World, stage?: object) =>
    told(outcomeOf("aws_api_gateway_deployment.x", { stack: stack(attributes, stage), world }));

  test("with triggers would be replaced, and is new", () => {
    expect(outcome({ triggers: { keys: "abc" } }, LIVE)).toBe("new");
  });

  test.each<[string, World, string]>([
    ["is the one that its stage serves", LIVE, `import ${API}/dep123`],
    ["of a stage that is new is new", { ...LIVE, restStage: ABSENT }, "new"],
    ["of a stage that was not read is asked for", {}, `unresolved: --id aws_api_gateway_deployment.x=${API}/DEPLOYMENT_ID | --new aws_api_gateway_deployment.x`], // prettier-ignore
  ])("without %s", (_name, world, expected) => {
    expect(outcome({}, world)).toBe(expected);
  });

  test("that no stage serves is asked for", () => {
    expect(outcome({}, LIVE, { deployment_id: "other1" })).toContain("unresolved: --id");
  });
});

test("one read of a stage is enough for all that is on it", () => {
  let reads = 0;
  const settings = Object.fromEntries(
    Array.from({ length: 5 }, (_, index) => [`s${index}`, { ...STAGE, method_path: `~1${index}/GET` }]),
  );
  const stack = stackWith({ aws_api_gateway_method_settings: settings, aws_api_gateway_stage: { s: STAGE } });
  adoptionOf({ stack, world: { restStage: () => ((reads += 1), { settings: {} }) } });
  expect(reads).toBe(1);
});
