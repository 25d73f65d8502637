import { CATS, changed, findingsIn, foundInResources, setting, together } from "../../support/configuration";

const TYPE = "aws_api_gateway_method_settings";

function found(settings: object): string[] {
  const before = { caching_enabled: true, cache_ttl_in_seconds: 300 };
  return foundInResources(changed(CATS, TYPE, "cat", { settings: { ...before, ...settings } }));
}

test.each([
  [{ cache_ttl_in_seconds: 3601 }, "gateway/ttl-out-of-range", "settings.cache_ttl_in_seconds"],
  [{ cache_ttl_in_seconds: "-1" }, "gateway/ttl-out-of-range", "settings.cache_ttl_in_seconds"],
  [{ cache_ttl_in_seconds: 60.5 }, "gateway/ttl-out-of-range", "settings.cache_ttl_in_seconds"],
  [{ cache_ttl_in_seconds: "soon" }, "gateway/ttl-out-of-range", "settings.cache_ttl_in_seconds"],
  [{ logging_level: "WARN" }, "gateway/logging-level", "settings.logging_level"],
  [{ throttling_rate_limit: 10 }, "gateway/throttling", "settings.throttling_burst_limit"],
  [{ throttling_burst_limit: 10 }, "gateway/throttling", "settings.throttling_rate_limit"],
  [{ throttling_rate_limit: -2, throttling_burst_limit: 5 }, "gateway/throttling", "settings.throttling_rate_limit"],
  [
    { unauthorized_cache_control_header_strategy: "fail" },
    "gateway/unauthorized-strategy",
    "settings.unauthorized_cache_control_header_strategy",
  ],
  [
    { require_authorization_for_cache_control: false },
    "gateway/false-needs-second-apply",
    "settings.require_authorization_for_cache_control",
  ],
  [
    { throttling_rate_limit: 0, throttling_burst_limit: 5 },
    "gateway/false-needs-second-apply",
    "settings.throttling_rate_limit",
  ],
])("%j is %s", (settings, rule, property) => {
  expect(found(settings)).toEqual([`${rule} ${TYPE}.cat ${property}`]);
});

test.each([
  [{ cache_ttl_in_seconds: 3600 }],
  [{ cache_ttl_in_seconds: "${var.ttl}" }],
  [{ cache_ttl_in_seconds: null }],
  [{ logging_level: "INFO" }],
  [{ logging_level: "${var.level}" }],
  [{ throttling_rate_limit: 10.5, throttling_burst_limit: 5 }],
  [{ throttling_rate_limit: -1, throttling_burst_limit: -1 }],
  [{ throttling_rate_limit: 10, throttling_burst_limit: "${var.burst}" }],
  [{ unauthorized_cache_control_header_strategy: "FAIL_WITH_403" }],
  [{ require_authorization_for_cache_control: true }],
])("%j is right", (settings) => expect(found(settings)).toEqual([]));

test("a TTL of 0 where caching is switched on keeps nothing", () => {
  expect(found({ cache_ttl_in_seconds: 0 })).toContain(`gateway/ttl-zero ${TYPE}.cat settings.cache_ttl_in_seconds`);
});

test("defaults that cache are a warning, and defaults that do not are none", () => {
  const all = (settings: object) => together(CATS, { [TYPE]: { all: setting("*/*", settings as never) } });
  expect(foundInResources(all({ caching_enabled: true }))).toEqual([
    `gateway/cached-by-default ${TYPE}.all settings.caching_enabled`,
  ]);
  expect(foundInResources(all({ caching_enabled: false }))).toEqual([]);
  expect(foundInResources(all({ caching_enabled: "${var.x}" }))).toEqual([]);
});

test("two settings for one method are an error, however they are written", () => {
  const again = together(CATS, { [TYPE]: { again: setting("~1cats~1{id}/GET"), other: setting("~1cats~1{id}/POST") } });
  const [finding] = findingsIn({ resource: again }).filter(
    ({ finding: { rule } }) => rule === "gateway/duplicate-endpoint",
  );
  expect(finding).toMatchObject({
    address: `${TYPE}.again`,
    finding: { found: "GET /cats/{id}", property: "method_path" },
  });
  expect(finding!.finding.change).toContain(`${TYPE}.cat`);
  const unescaped = together(CATS, {
    [TYPE]: {
      one: setting("cats/GET"),
      two: setting("~1cats/GET"),
      all: setting("*/*", {}),
      again: setting("*/*", {}),
    },
  });
  expect(foundInResources(unescaped).filter((line) => line.startsWith("gateway/duplicate"))).toEqual([
    `gateway/duplicate-endpoint ${TYPE}.again method_path`,
    `gateway/duplicate-endpoint ${TYPE}.two method_path`,
  ]);
});

test("settings of two stages, or of what is not known, are no duplicates", () => {
  const resources = together(CATS, {
    [TYPE]: {
      other: { ...setting("~1cats~1{id}/GET"), stage_name: "other" },
      one: { ...setting("~1cats~1{id}/GET"), stage_name: "${each.key}" },
      two: { ...setting("~1cats~1{id}/GET"), stage_name: "${each.key}" },
    },
  });
  expect(foundInResources(resources)).toEqual([]);
});

test("HTTP APIs have no cache", () => {
  const resources = {
    aws_apigatewayv2_api: { http: { name: "http", protocol_type: "HTTP" } },
    [TYPE]: {
      a: { rest_api_id: "${aws_apigatewayv2_api.http.id}", stage_name: "prod", method_path: "~1/GET", settings: {} },
    },
  };
  expect(foundInResources(resources)).toEqual([`gateway/http-api-cannot-cache ${TYPE}.a rest_api_id`]);
  const stage = changed(CATS, TYPE, "cat", { stage_name: "$default", rest_api_id: "abc" });
  expect(foundInResources(stage)).toContain(`gateway/http-api-cannot-cache ${TYPE}.cat stage_name`);
});

test("a stage that exists elsewhere needs a name", () => {
  const named = changed(CATS, TYPE, "cat", { stage_name: "prod.v1", rest_api_id: "abc" });
  expect(foundInResources(named)).toContain(`gateway/stage-name ${TYPE}.cat stage_name`);
});
