import { methodName, readSettings, stageKey, stageNameOf } from "../../../../lib/check/core/gateway/method-setting";
import { CATS, configurationOf, referencesOf, setting } from "../../support/configuration";

function settingsOf(own: { readonly [name: string]: object }) {
  const document = { resource: { ...CATS, aws_api_gateway_method_settings: own } };
  return readSettings(configurationOf(document), referencesOf(document));
}

test("a setting knows its stage and its method", () => {
  const { settings, found } = settingsOf({ cat: setting("~1cats~1{id}/GET"), all: setting("*/*") });
  expect(found).toEqual([]);
  const [cat, all] = settings;
  expect(methodName(cat!.method!)).toBe("GET /cats/{id}");
  expect([cat!.isDefaults, all!.isDefaults]).toEqual([false, true]);
  expect(stageNameOf(cat!)).toBe("prod");
  expect(stageKey(cat!)).toBe(stageKey(all!));
  expect(stageKey({ api: undefined, stage: "prod" })).toBeUndefined();
});

test.each([
  [{ caching_enabled: true }, "on"],
  [[{ caching_enabled: "true", cache_ttl_in_seconds: "60" }], "on"],
  [{ caching_enabled: true, cache_ttl_in_seconds: 0 }, "off"],
  [{ caching_enabled: false, cache_ttl_in_seconds: 60 }, "off"],
  [{ cache_ttl_in_seconds: 0 }, "off"],
  [{ metrics_enabled: true }, "unset"],
  [{ caching_enabled: null }, "unset"],
  [{ caching_enabled: "${var.x}" }, "unknown"],
  [{ caching_enabled: true, cache_ttl_in_seconds: "${var.x}" }, "unknown"],
])("%j: caching is %s", (block, caching) => {
  expect(settingsOf({ a: setting("*/*", block as never) }).settings[0]!.caching).toBe(caching);
});

test("a dynamic block, and a path that is not known, say nothing", () => {
  const { settings, found } = settingsOf({
    a: { ...setting("${var.path}"), settings: undefined, dynamic: { settings: {} } },
  });
  expect(found).toEqual([]);
  expect(settings[0]).toMatchObject({ caching: "unknown", method: undefined, isDefaults: false, isWritten: false });
});

test.each([
  [{ metrics_enabled: true }, true],
  [[{}], true],
  ["${var.settings}", false],
  [[], false],
])("a block %j is written: %s", (block, isWritten) => {
  expect(settingsOf({ a: setting("*/*", block as never) }).settings[0]!.isWritten).toBe(isWritten);
});

test("a path that API Gateway does not know is found", () => {
  const { found } = settingsOf({ a: setting("/cats/GET") });
  expect(found.map(({ finding }) => `${finding.rule} ${finding.property}`)).toEqual([
    "gateway/path-syntax method_path",
  ]);
});
