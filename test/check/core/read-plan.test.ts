import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkConfigurations } from "../../../lib/check/core/check-configuration";
import { readMethods } from "../../../lib/check/core/gateway/read-methods";
import { deriveResourcePath } from "../../../lib/check/core/gateway/resource-paths";
import { readPlan } from "../../../lib/check/core/read-plan";
import { References } from "../../../lib/check/core/references";
import { TODAY, inOneLine } from "../support/configuration";

/** What Terraform 1.11 has printed: modules, instances, values that are not known, and one that is sensitive. */
const PLAN = JSON.parse(readFileSync(join(__dirname, "../fixtures/plan.json"), "utf8")) as { [name: string]: unknown };

const configuration = readPlan(PLAN, "plan.json");
const resource = (address: string) => configuration.resources.find((one) => one.address === address);

test("every resource is there, with those of modules and instances", () => {
  const addresses = configuration.resources.map(({ address }) => address);
  expect(addresses).toContain('module.many["dogs"].aws_api_gateway_integration.get');
  expect(addresses).toContain('aws_api_gateway_method_settings.many["dogs"]');
  expect(addresses).toContain('aws_api_gateway_method.each["fish"]');
  expect(new Set(addresses).size).toBe(addresses.length);
});

test("links are followed through modules, in both directions", () => {
  expect(resource("module.cat.aws_api_gateway_method.get")!.attributes).toMatchObject({
    rest_api_id: "${aws_api_gateway_rest_api.api.id}",
    resource_id: "${module.cat.aws_api_gateway_resource.r.id}",
  });
  expect(resource('aws_api_gateway_resource.each["fish"]')!.attributes.parent_id).toBe(
    "${module.cat.aws_api_gateway_resource.r.id}",
  );
  const methods = readMethods(configuration, new References(configuration, deriveResourcePath));
  expect(methods.map(({ verb, path }) => `${verb} ${path?.text}`).sort()).toEqual([
    "ANY /cats/{id}/fish",
    "GET /birds",
    "GET /cats/{id}",
    "GET /dogs",
  ]);
});

test("regions and actions are known", () => {
  expect(resource("aws_api_gateway_stage.prod")).toMatchObject({
    region: "eu-central-1",
    isCreated: true,
    isData: false,
  });
});

test("no sensitive value is read", () => {
  expect(JSON.stringify(PLAN)).toContain("top-secret");
  expect(JSON.stringify(configuration.resources)).not.toContain("top-secret");
});

test("what a plan would do wrong is found under its addresses", () => {
  const found = checkConfigurations([configuration], TODAY);
  expect(found.map(inOneLine).sort()).toEqual([
    "domain/certificate-region aws_apigatewayv2_domain_name.d domain_name_configuration.certificate_arn",
    "domain/mapping-key-syntax aws_apigatewayv2_api_mapping.m api_mapping_key",
    'gateway/false-needs-second-apply aws_api_gateway_method_settings.many["birds"] settings.require_authorization_for_cache_control',
    'gateway/false-needs-second-apply aws_api_gateway_method_settings.many["dogs"] settings.require_authorization_for_cache_control',
    "gateway/identity-not-in-key module.cat.aws_api_gateway_integration.get cache_key_parameters",
    'gateway/identity-not-in-key module.many["birds"].aws_api_gateway_integration.get cache_key_parameters',
    'gateway/identity-not-in-key module.many["dogs"].aws_api_gateway_integration.get cache_key_parameters',
    "gateway/key-not-declared module.cat.aws_api_gateway_integration.get cache_key_parameters",
    'gateway/key-not-declared module.many["birds"].aws_api_gateway_integration.get cache_key_parameters',
    'gateway/key-not-declared module.many["dogs"].aws_api_gateway_integration.get cache_key_parameters',
    "gateway/ttl-out-of-range aws_api_gateway_method_settings.cat settings.cache_ttl_in_seconds",
    "gateway/unkeyed-path-parameter module.cat.aws_api_gateway_integration.get cache_key_parameters",
  ]);
  expect(JSON.stringify(found)).not.toContain("top-secret");
});

describe("a plan of what exists", () => {
  const managed = (type: string, values: object, name = "x") => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    values,
  });
  const plan = (actions: readonly string[], strategy: object) => {
    const settings = managed("aws_api_gateway_method_settings", {
      rest_api_id: "api1",
      stage_name: "prod",
      method_path: "~1cats/GET",
      settings: [{ caching_enabled: true, cache_ttl_in_seconds: 300, ...strategy }],
    });
    return {
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: [
            managed("aws_api_gateway_rest_api", { id: "api1", root_resource_id: "root1" }),
            managed("aws_api_gateway_resource", {
              id: "res1",
              parent_id: "root1",
              rest_api_id: "api1",
              path_part: "cats",
              path: "/cats",
            }),
            managed("aws_api_gateway_method", {
              rest_api_id: "api1",
              resource_id: "res1",
              http_method: "GET",
              authorization: "AWS_IAM",
            }),
            managed("aws_api_gateway_integration", {
              rest_api_id: "api1",
              resource_id: "res1",
              http_method: "GET",
              type: "AWS_PROXY",
            }),
            settings,
          ],
        },
      },
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                address: "data.cloudflare_zone.z",
                mode: "data",
                type: "cloudflare_zone",
                name: "z",
                values: { name: "example.com" },
              },
            ],
          },
        },
      },
      resource_changes: [{ address: settings.address, change: { actions, after_unknown: {} } }],
      configuration: { root_module: {} },
    };
  };
  const found = (...input: Parameters<typeof plan>) =>
    checkConfigurations([readPlan(plan(...input), "plan.json")], TODAY).map(inOneLine);

  test("is linked by the ids that are known", () => {
    expect(found(["no-op"], {})).toEqual([
      "gateway/identity-not-in-key aws_api_gateway_integration.x cache_key_parameters",
    ]);
  });

  test("does not warn of what only a new setting lacks", () => {
    const strategy = { require_authorization_for_cache_control: false };
    const rule = "gateway/false-needs-second-apply";
    expect(found(["update"], strategy).filter((line) => line.startsWith(rule))).toEqual([]);
    expect(found(["delete", "create"], strategy).filter((line) => line.startsWith(rule))).toHaveLength(1);
  });

  test("has the data sources that were read", () => {
    const { resources } = readPlan(plan(["no-op"], {}), "plan.json");
    expect(resources.find(({ isData }) => isData)).toMatchObject({ address: "data.cloudflare_zone.z" });
  });
});

describe("a plan of the settings of a stage and of a method", () => {
  const TYPE = "aws_api_gateway_method_settings";
  const UNSET = { throttling_burst_limit: -1, throttling_rate_limit: -1 };
  const [ORDER, THROTTLE] = ["gateway/setting-without-order", "gateway/setting-without-throttle"];

  interface Given {
    readonly values: object;
    readonly actions?: readonly string[];
    readonly unknown?: object;
    /** False for a dynamic block. */
    readonly written?: object | false;
    readonly configured?: object;
  }

  function read(settings: { readonly [name: string]: Given }) {
    const entries = Object.entries(settings);
    const base = (name: string) => ({ address: `${TYPE}.${name}`, mode: "managed", type: TYPE, name });
    const path = (name: string) => (name === "all" ? "*/*" : `~1${name}/GET`);
    const resources = entries.map(([name, { values }]) => ({
      ...base(name),
      values: { rest_api_id: "api1", stage_name: "prod", method_path: path(name), settings: [values] },
    }));
    const changes = entries.map(([name, { actions = ["create"], unknown = {} }]) => ({
      address: `${TYPE}.${name}`,
      change: { actions, after_unknown: { settings: [unknown] } },
    }));
    const configured = entries.map(([name, { written, values, configured: over }]) => ({
      ...base(name),
      expressions: written === false ? {} : { settings: [written ?? writtenBy(values)] },
      ...over,
    }));
    const plan = {
      planned_values: { root_module: { resources } },
      resource_changes: changes,
      configuration: { root_module: { resources: configured } },
    };
    return checkConfigurations([readPlan(plan, "plan.json")], TODAY).map(inOneLine);
  }

  /** All that is not the provider's default is written. */
  function writtenBy(values: object): object {
    const written = Object.entries(values).filter(([, value]) => value !== -1);
    return Object.fromEntries(written.map(([name, value]) => [name, { constant_value: value as unknown }]));
  }

  const ALL: Given = { values: { ...UNSET, metrics_enabled: true } };
  const CATS: Given = { values: { ...UNSET, caching_enabled: true }, unknown: { metrics_enabled: true } };
  const LATER = [`${ORDER} ${TYPE}.cats settings.metrics_enabled`];

  test("tells whether one waits for the other", () => {
    expect(read({ all: ALL, cats: CATS })).toEqual(LATER);
    expect(read({ all: ALL, cats: { ...CATS, configured: { depends_on: [`${TYPE}.all`] } } })).toEqual([]);
  });

  test("does not ask for an order if one of them is there already", () => {
    for (const actions of [["no-op"], ["update"]]) {
      expect(read({ all: { ...ALL, actions }, cats: CATS })).toEqual([]);
      expect(read({ all: ALL, cats: { ...CATS, actions } })).toEqual([]);
    }
    expect(read({ all: ALL, cats: { ...CATS, actions: ["delete", "create"] } })).toEqual(LATER);
  });

  test("leaves a dynamic block alone as far as it is not known", () => {
    expect(read({ all: ALL, cats: { ...CATS, written: false } })).toEqual([]);
  });

  test("tells limits that are not set from those that are set to none", () => {
    const limits = { throttling_burst_limit: 50, throttling_rate_limit: 100 };
    const all = { values: limits };
    const found = [`${THROTTLE} ${TYPE}.cats settings.throttling_rate_limit`];
    const written = { throttling_burst_limit: { constant_value: -1 }, throttling_rate_limit: { constant_value: -1 } };
    expect(read({ all, cats: CATS })).toEqual(found);
    expect(read({ all, cats: { ...CATS, actions: ["no-op"] } })).toEqual(found);
    expect(read({ all, cats: { ...CATS, written } })).toEqual([]);
    expect(read({ all, cats: { ...CATS, written: false } })).toEqual([]);
    expect(read({ all, cats: { values: limits } })).toEqual([]);
    expect(read({ all: { values: UNSET }, cats: CATS })).toEqual([]);
  });

  test("finds one limit alone, as in JSON", () => {
    const cats = { values: { ...UNSET, throttling_rate_limit: 5 } };
    expect(read({ cats })).toEqual([`gateway/throttling ${TYPE}.cats settings.throttling_burst_limit`]);
  });
});

test("a plan with nothing in it, and one whose parts are of other types, are read", () => {
  expect(readPlan({ planned_values: {}, configuration: {} }, "plan.json").resources).toEqual([]);
  const odd = {
    planned_values: { root_module: { resources: [null, 5], child_modules: "x" } },
    configuration: { root_module: [] },
    resource_changes: {},
  };
  expect(readPlan(odd, "plan.json").resources).toEqual([]);
});

test("a part of a plan is not the whole of it", () => {
  const isWhole = (over: object) => readPlan({ planned_values: {}, configuration: {}, ...over }, "p").isWhole;
  expect([isWhole({}), isWhole({ complete: true, errored: false })]).toEqual([true, true]);
  expect([isWhole({ complete: false }), isWhole({ errored: true })]).toEqual([false, false]);
});

describe("one domain in a plan", () => {
  const ADDRESS = "aws_apigatewayv2_domain_name.d";
  const domain = { address: ADDRESS, mode: "managed", type: "aws_apigatewayv2_domain_name", name: "d", values: {} };
  const read = (over: { [name: string]: unknown }, provider: object = {}) =>
    readPlan(
      {
        planned_values: { root_module: { resources: [domain] } },
        configuration: {
          provider_config: { aws: { expressions: { region: { references: ["var.region"] } }, ...provider } },
          root_module: {
            resources: [{ ...domain, provider_config_key: "aws", expressions: { id: { references: ["aws_x.y.id"] } } }],
          },
        },
        ...over,
      },
      "plan.json",
    ).resources[0]!;

  test("is not mistaken for what is left of the one before it", () => {
    const changes = [
      { address: ADDRESS, change: { actions: ["create"], after_unknown: { id: true } } },
      { address: ADDRESS, deposed: "0123abcd", change: { actions: ["delete"], after_unknown: false } },
    ];
    expect(read({ resource_changes: changes })).toMatchObject({ isCreated: true, attributes: { id: "${aws_x.y.id}" } });
  });

  test("is in the region that a variable names", () => {
    const variables = (value: unknown) => ({ variables: { region: { value } } });
    expect(read(variables("us-east-1")).region).toBe("us-east-1");
    expect(read(variables("us-gov-west-1")).region).toBe("us-gov-west-1");
    expect(read(variables("prod")).region).toBeUndefined();
    expect(read({}).region).toBeUndefined();
    expect(read(variables("us-east-1"), { module_address: "module.m" }).region).toBeUndefined();
    const both = { expressions: { region: { references: ["var.region", "var.other"] } } };
    expect(read(variables("us-east-1"), both).region).toBeUndefined();
    expect(read(variables("us-east-1")).provider).toBe("aws");
  });
});
