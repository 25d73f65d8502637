import { CATS, Resources, changed, findingsIn, foundIn, setting, together } from "../../support/configuration";

const TYPE = "aws_api_gateway_method_settings";
const ORDER = "gateway/setting-without-order";
const THROTTLE = "gateway/setting-without-throttle";
const AFTER_ALL = { depends_on: [`${TYPE}.all`] };
const THROTTLED = { throttling_rate_limit: 100, throttling_burst_limit: 50 };

/** `GET /cats/{id}` with a setting beside that of its stage. */
function settings(ofStage: object, ofMethod: object, over: object = {}): Resources {
  return together(CATS, {
    [TYPE]: { all: setting("*/*", { ...ofStage }), cat: { ...setting("~1cats~1{id}/GET", { ...ofMethod }), ...over } },
  });
}

const found = (resource: Resources, rest: object = {}) =>
  foundIn({ resource, ...rest }).filter((line) => line.startsWith(ORDER) || line.startsWith(THROTTLE));

const messages = (resource: Resources) => findingsIn({ resource }).map(({ finding: { message } }) => message);

describe("a setting of a method without limits", () => {
  const LIMITLESS = [`${THROTTLE} ${TYPE}.cat settings.throttling_rate_limit`];
  const throttled = (ofStage: object, ofMethod: object = {}) =>
    found(settings(ofStage, { caching_enabled: true, ...ofMethod }, AFTER_ALL));

  test.each([
    [THROTTLED],
    [{ throttling_rate_limit: "100", throttling_burst_limit: "50" }],
    [{ throttling_rate_limit: 0, throttling_burst_limit: 0 }],
    [{ throttling_rate_limit: -1, throttling_burst_limit: 50 }],
    [{ throttling_rate_limit: 100 }],
  ])("has none, although the stage has %j", (limits) => expect(throttled(limits)).toEqual(LIMITLESS));

  test.each([
    [{}],
    [{ throttling_rate_limit: -1, throttling_burst_limit: -1 }],
    [{ throttling_rate_limit: "${var.rate}", throttling_burst_limit: "${var.burst}" }],
    [{ throttling_rate_limit: 100, throttling_burst_limit: "${var.burst}" }],
  ])("loses nothing where the stage has %j", (limits) => expect(throttled(limits)).toEqual([]));

  test.each([
    [THROTTLED],
    [{ throttling_rate_limit: -1, throttling_burst_limit: -1 }],
    [{ throttling_rate_limit: "${var.rate}" }],
    [{ throttling_burst_limit: "${var.burst}" }],
  ])("is none with %j", (limits) => expect(throttled(THROTTLED, limits)).toEqual([]));

  test("is told what the stage has", () => {
    const [message] = messages(settings(THROTTLED, { caching_enabled: true }, AFTER_ALL));
    expect(message).toContain(`as ${TYPE}.all has them (throttling_rate_limit 100, throttling_burst_limit 50)`);
  });
});

describe("a setting of a method that does not wait for that of its stage", () => {
  const left = (ofStage: object, ofMethod: object) => found(settings(ofStage, ofMethod));
  const at = (attribute: string) => [`${ORDER} ${TYPE}.cat settings.${attribute}`];

  test.each([
    ["metrics_enabled", true],
    ["data_trace_enabled", "true"],
    ["logging_level", "INFO"],
    ["cache_ttl_in_seconds", 60],
    ["cache_ttl_in_seconds", 0],
    ["cache_data_encrypted", true],
    ["unauthorized_cache_control_header_strategy", "FAIL_WITH_403"],
  ])("has %s of %j by chance", (attribute, value) => {
    expect(left({ [attribute]: value }, { caching_enabled: true })).toEqual(at(attribute));
    expect(left({ [attribute]: value }, { caching_enabled: true, [attribute]: value })).toEqual([]);
    expect(left({ [attribute]: value }, { caching_enabled: true, [attribute]: "${var.x}" })).toEqual([]);
    expect(left({ [attribute]: "${var.x}" }, { caching_enabled: true })).toEqual([]);
  });

  test.each([
    [{ metrics_enabled: false, data_trace_enabled: false, cache_data_encrypted: false, caching_enabled: false }],
    [{ logging_level: "OFF", cache_ttl_in_seconds: 300 }],
    [{ unauthorized_cache_control_header_strategy: "SUCCEED_WITH_RESPONSE_HEADER" }],
    // What is not sent cannot be copied.
    [{ require_authorization_for_cache_control: false }],
  ])("has what API Gateway has anyway: %j", (defaults) =>
    expect(left(defaults, { caching_enabled: true })).toEqual([]),
  );

  test("is cached by chance", () => {
    expect(left({ caching_enabled: true }, { metrics_enabled: true })).toEqual(at("caching_enabled"));
    expect(left({ caching_enabled: true, cache_data_encrypted: true }, {})).toEqual(at("caching_enabled"));
    // A TTL of 0 switches caching off, whatever is copied.
    expect(left({ caching_enabled: true, cache_data_encrypted: true }, { cache_ttl_in_seconds: 0 })).toEqual([]);
  });

  test("does not care for how the stage caches if it is not cached", () => {
    const caching = { cache_ttl_in_seconds: 60, cache_data_encrypted: true };
    expect(left(caching, { metrics_enabled: true })).toEqual([]);
    expect(left(caching, { caching_enabled: "${var.x}" })).toEqual([]);
  });

  test("is told everything that it leaves to the stage, once", () => {
    const [message, ...others] = messages(
      settings({ metrics_enabled: true, logging_level: "INFO", cache_ttl_in_seconds: 60 }, { caching_enabled: true }),
    );
    expect(message).toContain("Set metrics_enabled, logging_level, cache_ttl_in_seconds here, too");
    expect(message).toContain(`depend on ${TYPE}.all (depends_on)`);
    expect(others).toEqual([]);
  });
});

describe("the order", () => {
  const ordered = (over: object, more: Resources = {}, rest: object = {}) =>
    found(together(settings({ metrics_enabled: true }, { caching_enabled: true }, over), more), rest).length === 0;

  test("may be told directly, or through others", () => {
    expect(ordered({})).toBe(false);
    expect(ordered(AFTER_ALL)).toBe(true);
    expect(ordered({ depends_on: [`\${${TYPE}.all}`] })).toBe(true);
    expect(ordered({ stage_name: `\${${TYPE}.all.stage_name}` })).toBe(true);
    const between = { terraform_data: { x: { input: `\${${TYPE}.all.id}` } } };
    expect(ordered({ depends_on: ["terraform_data.x"] }, between)).toBe(true);
    expect(ordered({ depends_on: ["terraform_data.y"] }, between)).toBe(false);
    expect(ordered({ depends_on: ["aws_api_gateway_stage.prod"] })).toBe(false);
  });

  test("may be told by local values and the calls of modules", () => {
    const locals = { stage: `\${${TYPE}.all.stage_name}`, other: "${local.stage}" };
    expect(ordered({ stage_name: "${local.other}" }, {}, { locals })).toBe(true);
    const module = { m: { source: "./m", x: `\${${TYPE}.all.id}` }, other: { source: "./m" } };
    expect(ordered({ depends_on: ["module.m"] }, {}, { module })).toBe(true);
    expect(ordered({ depends_on: ["module.other"] }, {}, { module })).toBe(false);
  });

  test("is no chance where the stage's setting is the later one", () => {
    const after = changed(settings({ metrics_enabled: true }, { caching_enabled: true }), TYPE, "all", {
      depends_on: [`${TYPE}.cat`],
    });
    expect(found(after)).toEqual([]);
  });
});

describe("settings that cannot be told to be beside each other", () => {
  const OF_STAGE = { metrics_enabled: true, ...THROTTLED };
  const BOTH = [
    `${ORDER} ${TYPE}.cat settings.metrics_enabled`,
    `${THROTTLE} ${TYPE}.cat settings.throttling_rate_limit`,
  ];
  const beside = (of: string, over: object) =>
    found(changed(settings(OF_STAGE, { caching_enabled: true }), TYPE, of, over as never));

  test("are those of two stages", () => {
    expect(beside("cat", {})).toEqual(BOTH);
    expect(beside("all", { stage_name: "other" })).toEqual([]);
    expect(beside("all", { rest_api_id: "other" })).toEqual([]);
  });

  test.each(["all", "cat"])("are those of a stage that is not known: %s", (of) => {
    expect(beside(of, { stage_name: "${var.stage}" })).toEqual([]);
    expect(beside(of, { method_path: "${var.path}" })).toEqual([]);
  });

  test.each(["all", "cat"])("are those that may be none, or many: %s", (of) => {
    expect(beside(of, { count: "${var.x ? 1 : 0}" })).toEqual([]);
    expect(beside(of, { for_each: "${var.x}" })).toEqual([]);
  });

  test.each(["all", "cat"])("are those whose blocks are made by an expression: %s", (of) => {
    expect(beside(of, { settings: "${var.settings}" })).toEqual([]);
    expect(beside(of, { settings: undefined, dynamic: { settings: { for_each: [1], content: {} } } })).toEqual([]);
  });

  test("are found where one stage is in another configuration, too", () => {
    const [other] = [changed(settings(OF_STAGE, {}), TYPE, "cat", { stage_name: "other" })];
    expect(found(other!)).toEqual([]);
  });
});
