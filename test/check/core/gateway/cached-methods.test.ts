import { cachedMethods } from "../../../../lib/check/core/gateway/cached-methods";
import { readSettings } from "../../../../lib/check/core/gateway/method-setting";
import { readMethods } from "../../../../lib/check/core/gateway/read-methods";
import { CATS, configurationOf, method, referencesOf, setting, together } from "../../support/configuration";

/** The verbs that are cached below `/cats/{id}` and `/cats`. */
function cachedBy(settings: { readonly [name: string]: object }, ...methods: ReturnType<typeof method>[]): string[] {
  const document = { resource: { ...together(CATS, ...methods), aws_api_gateway_method_settings: settings } };
  const configuration = configurationOf(document);
  const references = referencesOf(document);
  const cached = cachedMethods(
    readMethods(configuration, references),
    readSettings(configuration, references).settings,
  );
  return cached.map(({ method: one, verbs }) => `${verbs.join("+")} ${one.path!.text}`);
}

const OFF = { caching_enabled: false };

test("a method is cached by its own setting", () => {
  expect(cachedBy({ a: setting("~1cats~1{id}/GET") })).toEqual(["GET /cats/{id}"]);
  expect(cachedBy({ a: setting("~1cats~1{id}/GET", OFF) })).toEqual([]);
  expect(cachedBy({ a: setting("~1cats~1{id}/POST") })).toEqual([]);
});

test("defaults that cache do so for GET, unless a setting says otherwise", () => {
  const post = method("cat", "POST");
  expect(cachedBy({ all: setting("*/*") }, post)).toEqual(["GET /cats/{id}"]);
  expect(cachedBy({ all: setting("*/*"), a: setting("~1cats~1{id}/GET", OFF) }, post)).toEqual([]);
  expect(cachedBy({ all: setting("*/*"), a: setting("~1cats~1{id}/GET", { cache_ttl_in_seconds: 0 }) })).toEqual([]);
  expect(cachedBy({ all: setting("*/*"), a: setting("~1cats~1{id}/GET", { metrics_enabled: true }) })).toEqual([
    "GET /cats/{id}",
  ]);
  expect(cachedBy({ all: setting("*/*", OFF) })).toEqual([]);
});

test("of an ANY method those verbs are cached that no other method of the path has", () => {
  const both = { get: setting("~1cats/GET"), put: setting("~1cats/PUT") };
  expect(cachedBy(both, method("cats", "ANY"))).toEqual(["GET+PUT /cats"]);
  expect(cachedBy(both, method("cats", "ANY"), method("cats", "PUT"))).toEqual(["GET /cats", "PUT /cats"]);
});

test("what may be cached, and settings of another API, cache nothing", () => {
  expect(cachedBy({ a: setting("~1cats~1{id}/GET", { caching_enabled: "${var.x}" }) })).toEqual([]);
  expect(cachedBy({ a: { ...setting("~1cats~1{id}/GET"), rest_api_id: "other" } })).toEqual([]);
});
