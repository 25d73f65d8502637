import fc from "fast-check";
import {
  DEFAULT_TTL_SECONDS,
  SettingsLayer,
  resolveEndpointSettings,
  resolveStageSettings,
  saysMonitoring,
  withoutDefaultEncryption,
} from "../../../lib/gateway/core/settings";

describe("a stage that says nothing", () => {
  test("keeps answers for an hour, unencrypted, and lets nobody invalidate without permission", () => {
    expect(resolveStageSettings({})).toEqual({
      ttlSeconds: DEFAULT_TTL_SECONDS,
      dataEncrypted: false,
      requireAuthorization: true,
      unauthorizedStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
    });
    expect(DEFAULT_TTL_SECONDS).toBe(3600);
  });
});

describe("an endpoint", () => {
  const stage: Required<SettingsLayer> = {
    ttlSeconds: 60,
    dataEncrypted: true,
    perKeyInvalidation: { requireAuthorization: false, unauthorized: "fail" },
    loggingLevel: "INFO",
    dataTraceEnabled: true,
    metricsEnabled: true,
    throttlingRateLimit: 100,
    throttlingBurstLimit: 50,
  };

  test("that says nothing has everything from the stage", () => {
    expect(resolveEndpointSettings(stage, {}, true)).toEqual({
      ttlSeconds: 60,
      dataEncrypted: true,
      requireAuthorization: false,
      unauthorizedStrategy: "FAIL_WITH_403",
      loggingLevel: "INFO",
      dataTraceEnabled: true,
      metricsEnabled: true,
      throttlingRateLimit: 100,
      throttlingBurstLimit: 50,
    });
  });

  test.each([
    ["ttlSeconds", 1],
    ["ttlSeconds", 0],
    ["dataEncrypted", false],
    ["loggingLevel", "OFF"],
    ["loggingLevel", ""],
    ["dataTraceEnabled", false],
    ["metricsEnabled", false],
    ["throttlingRateLimit", 0],
    ["throttlingRateLimit", -1],
    ["throttlingBurstLimit", 0],
  ] as const)("replaces %s by %j, and nothing else", (field, value) => {
    const inherited = resolveEndpointSettings(stage, {}, true);
    expect(resolveEndpointSettings(stage, { [field]: value }, true)).toEqual({ ...inherited, [field]: value });
  });

  test.each([
    [{ requireAuthorization: true }, true, "FAIL_WITH_403"],
    [{ requireAuthorization: false }, false, "FAIL_WITH_403"],
    [{ unauthorized: "ignore" }, false, "SUCCEED_WITHOUT_RESPONSE_HEADER"],
    [{}, false, "FAIL_WITH_403"],
    [{ requireAuthorization: true, unauthorized: "warn" }, true, "SUCCEED_WITH_RESPONSE_HEADER"],
  ])("merges perKeyInvalidation %j into the stage's, field by field", (perKeyInvalidation, required, strategy) => {
    const settings = resolveEndpointSettings(stage, { perKeyInvalidation }, true);
    expect(settings.requireAuthorization).toBe(required);
    expect(settings.unauthorizedStrategy).toBe(strategy);
  });

  test("completes what neither it nor the stage says of perKeyInvalidation", () => {
    const settings = resolveEndpointSettings({}, { perKeyInvalidation: { unauthorized: "fail" } }, true);
    expect(settings).toMatchObject({ requireAuthorization: true, unauthorizedStrategy: "FAIL_WITH_403" });
  });

  test("can leave the stage's CloudWatch and throttling, but keeps its caching", () => {
    expect(resolveEndpointSettings(stage, {}, false)).toEqual({
      ttlSeconds: 60,
      dataEncrypted: true,
      requireAuthorization: false,
      unauthorizedStrategy: "FAIL_WITH_403",
      loggingLevel: "OFF",
      dataTraceEnabled: false,
      metricsEnabled: false,
    });
  });

  test("keeps its own CloudWatch and throttling values when it leaves the stage's", () => {
    const own = { loggingLevel: "ERROR", throttlingRateLimit: 1, throttlingBurstLimit: 2 };
    expect(resolveEndpointSettings(stage, own, false)).toMatchObject({ ...own, metricsEnabled: false });
  });

  test("has of every field the last value that is set", () => {
    const layer = fc.record(
      {
        ttlSeconds: fc.constantFrom(undefined, 0, 1, 3600),
        dataEncrypted: fc.constantFrom(undefined, false, true),
        loggingLevel: fc.constantFrom(undefined, "", "OFF", "INFO"),
        dataTraceEnabled: fc.constantFrom(undefined, false, true),
        metricsEnabled: fc.constantFrom(undefined, false, true),
        throttlingRateLimit: fc.constantFrom(undefined, -1, 0, 0.5),
        throttlingBurstLimit: fc.constantFrom(undefined, -1, 0, 5),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(layer, layer, (ofStage, ofEndpoint) => {
        const library: SettingsLayer = { ttlSeconds: 3600, dataEncrypted: false };
        const settings = resolveEndpointSettings(ofStage, ofEndpoint, true);
        for (const field of Object.keys(stage) as (keyof typeof stage)[]) {
          if (field === "perKeyInvalidation") continue;
          expect(settings[field]).toBe(ofEndpoint[field] ?? ofStage[field] ?? library[field]);
        }
      }),
    );
  });
});

test.each([
  [{}, false],
  [{ ttlSeconds: 1, dataEncrypted: true, perKeyInvalidation: {} }, false],
  [{ loggingLevel: undefined }, false],
  [{ loggingLevel: "OFF" }, true],
  [{ dataTraceEnabled: false }, true],
  [{ metricsEnabled: false }, true],
  [{ throttlingRateLimit: 0 }, true],
  [{ throttlingBurstLimit: 0 }, true],
])("%j says something of CloudWatch or throttling: %s", (layer, expected) => {
  expect(saysMonitoring(layer)).toBe(expected);
});

test.each([
  [[{}, {}], undefined],
  [[{ dataEncrypted: false }, {}], false],
  [[{}, { dataEncrypted: false }], false],
  [[{ dataEncrypted: true }, {}], true],
])("the encryption of an entry that may exist, below %j, is left as it is unless one says it", (layers, expected) => {
  const [stage, endpoint] = layers as [SettingsLayer, SettingsLayer];
  const settings = resolveEndpointSettings(stage, endpoint, true);
  expect(withoutDefaultEncryption(settings, stage, endpoint)).toEqual({ ...settings, dataEncrypted: expected });
});
