import { checkLayer, checkNotSentOverStage, checkThrottling } from "../../../lib/gateway/core/check-settings";
import { SettingsLayer } from "../../../lib/gateway/core/settings";
import { briefly } from "../../support/plan";

const TOKEN = -1.8881545897087505e289;
const known = () => false;
const tokenIsUnknown = (value: unknown) => value === TOKEN || value === "${token}";

describe("the values of a layer", () => {
  test.each<[SettingsLayer, string]>([
    [{ ttlSeconds: -1 }, "gateway/ttl-out-of-range at p.ttlSeconds"],
    [{ ttlSeconds: 3601 }, "gateway/ttl-out-of-range at p.ttlSeconds"],
    [{ ttlSeconds: 60.5 }, "gateway/ttl-out-of-range at p.ttlSeconds"],
    [{ ttlSeconds: NaN }, "gateway/ttl-out-of-range at p.ttlSeconds"],
    [{ ttlSeconds: Infinity }, "gateway/ttl-out-of-range at p.ttlSeconds"],
    [{ loggingLevel: "WARN" }, "gateway/logging-level at p.loggingLevel"],
    [{ loggingLevel: "info" }, "gateway/logging-level at p.loggingLevel"],
    [{ loggingLevel: "" }, "gateway/logging-level at p.loggingLevel"],
    [
      { perKeyInvalidation: { unauthorized: "warning" } },
      "gateway/unauthorized-strategy at p.perKeyInvalidation.unauthorized",
    ],
    [
      { perKeyInvalidation: { unauthorized: "" } },
      "gateway/unauthorized-strategy at p.perKeyInvalidation.unauthorized",
    ],
    [
      { perKeyInvalidation: { requireAuthorization: false } },
      "gateway/false-needs-second-apply at p.perKeyInvalidation.requireAuthorization",
    ],
    [{ throttlingRateLimit: 0 }, "gateway/false-needs-second-apply at p.throttlingRateLimit"],
    [{ throttlingBurstLimit: 0 }, "gateway/false-needs-second-apply at p.throttlingBurstLimit"],
  ])("%j are told: %s", (layer, expected) => {
    expect(briefly(checkLayer(layer, "p.", known))).toEqual([expected]);
  });

  test.each<SettingsLayer>([
    {},
    { ttlSeconds: 0 },
    { ttlSeconds: 3600 },
    { loggingLevel: "OFF" },
    { loggingLevel: "ERROR" },
    { loggingLevel: "INFO" },
    { perKeyInvalidation: {} },
    { perKeyInvalidation: { requireAuthorization: true, unauthorized: "IgnoreWithWarning" } },
    { throttlingRateLimit: -1, throttlingBurstLimit: -1 },
    { dataEncrypted: false, metricsEnabled: false, dataTraceEnabled: false },
  ])("%j are fine", (layer) => {
    expect(checkLayer(layer, "p.", known)).toEqual([]);
  });

  test("are not judged where they are tokens", () => {
    const layer = { ttlSeconds: TOKEN, loggingLevel: "${token}", perKeyInvalidation: { unauthorized: "${token}" } };
    expect(checkLayer(layer, "p.", tokenIsUnknown)).toEqual([]);
  });
});

describe("throttling limits", () => {
  test.each<[number | undefined, number | undefined, string]>([
    [100, undefined, "p.throttlingBurstLimit"],
    [undefined, 50, "p.throttlingRateLimit"],
    [-2, 50, "p.throttlingRateLimit"],
    [-0.5, 50, "p.throttlingRateLimit"],
    [NaN, 50, "p.throttlingRateLimit"],
    [Infinity, 50, "p.throttlingRateLimit"],
    [100, -2, "p.throttlingBurstLimit"],
    [100, 0.5, "p.throttlingBurstLimit"],
    [100, NaN, "p.throttlingBurstLimit"],
    [100, Infinity, "p.throttlingBurstLimit"],
  ])("%s and %s are refused", (throttlingRateLimit, throttlingBurstLimit, property) => {
    expect(briefly(checkThrottling({ throttlingRateLimit, throttlingBurstLimit }, "p.", known))).toEqual([
      `gateway/throttling at ${property}`,
    ]);
  });

  test.each([
    [undefined, undefined],
    [100, 50],
    [0.5, 1],
    [0, 0],
    [-1, -1],
  ])("%s and %s are fine", (throttlingRateLimit, throttlingBurstLimit) => {
    expect(checkThrottling({ throttlingRateLimit, throttlingBurstLimit }, "p.", known)).toEqual([]);
  });

  test.each([
    [TOKEN, undefined],
    [undefined, TOKEN],
    [TOKEN, 50],
  ])("%s and %s are not judged, because one is a token", (throttlingRateLimit, throttlingBurstLimit) => {
    expect(checkThrottling({ throttlingRateLimit, throttlingBurstLimit }, "p.", tokenIsUnknown)).toEqual([]);
  });
});

describe("a false of an endpoint", () => {
  test.each(["dataTraceEnabled", "metricsEnabled"] as const)("over the stage's true needs two applies: %s", (field) => {
    const findings = checkNotSentOverStage({ [field]: false }, { [field]: true }, "p.");
    expect(briefly(findings)).toEqual([`gateway/false-needs-second-apply at p.${field}`]);
  });

  test.each([
    [false, false],
    [false, undefined],
    [true, true],
    [true, false],
    [undefined, true],
  ])("%s over %s needs one", (endpoint, stage) => {
    expect(checkNotSentOverStage({ metricsEnabled: endpoint }, { metricsEnabled: stage }, "p.")).toEqual([]);
  });
});
