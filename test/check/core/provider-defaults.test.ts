import { withoutProviderDefaults } from "../../../lib/check/core/provider-defaults";

const TYPE = "aws_api_gateway_method_settings";
const UNSET = { throttling_burst_limit: -1, throttling_rate_limit: -1 };
const of = (settings: object, written?: object, type = TYPE) =>
  withoutProviderDefaults(type, { settings: [settings] }, written === undefined ? {} : { settings: [written] })
    .settings;

test("limits that nobody wrote are none", () => {
  expect(of({ ...UNSET, caching_enabled: true }, { caching_enabled: {} })).toEqual([{ caching_enabled: true }]);
  expect(of({ ...UNSET, throttling_rate_limit: 5 }, { throttling_rate_limit: {} })).toEqual([
    { throttling_rate_limit: 5 },
  ]);
});

test("limits that are written stay, as do those that may be, and other values", () => {
  expect(of(UNSET, { throttling_burst_limit: {}, throttling_rate_limit: {} })).toEqual([UNSET]);
  expect(of(UNSET)).toEqual([UNSET]);
  expect(of(UNSET, {}, "aws_other")).toEqual([UNSET]);
  const known = { throttling_burst_limit: 5, throttling_rate_limit: "${unknown}" };
  expect(of(known, {})).toEqual([known]);
});

test("what has no such block has none afterwards", () => {
  expect(withoutProviderDefaults(TYPE, { stage_name: "x" }, {})).toEqual({ stage_name: "x" });
});
