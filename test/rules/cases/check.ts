import { CATS, Resources, changed, findingsIn, setting, together } from "../../check/support/configuration";
import { RuleCase, tells } from "./rule-case";

/** What `check` says of these resources. */
const found = (resource: Resources) => () => findingsIn({ resource }).map(({ finding }) => finding);

const SETTINGS = "aws_api_gateway_method_settings";

const rules = (...refs: (string | undefined)[]): Resources => ({
  cloudflare_ruleset: {
    r: { zone_id: "${var.zone}", phase: "p", rules: refs.map((ref) => ({ ref, action: "block", expression: "ssl" })) },
  },
});

const keyed = (parameters: object): Resources =>
  changed(
    changed(CATS, "aws_api_gateway_integration", "cat", {
      cache_key_parameters: ["method.request.path.id", "method.request.querystring.breed"],
    }),
    "aws_api_gateway_method",
    "cat",
    { request_parameters: { "method.request.path.id": true, ...parameters } },
  );

const defaults = (isCaching: unknown): Resources =>
  together(CATS, { [SETTINGS]: { all: setting("*/*", { caching_enabled: isCaching }) } });

const withCluster = (isOn: unknown): Resources =>
  changed(CATS, "aws_api_gateway_stage", "prod", { cache_cluster_enabled: isOn });

const withSetting = (methodPath: string): Resources =>
  together(CATS, { [SETTINGS]: { x: setting(methodPath, { metrics_enabled: true }) } });

const withoutSize = (size: unknown): Resources =>
  changed(CATS, "aws_api_gateway_stage", "prod", { cache_cluster_size: size });

/** The setting of a method, with or without a line that puts it after the one of its stage. */
const beside = (ofStage: object, ofMethod: object = {}, over: object = {}): Resources =>
  together(CATS, {
    [SETTINGS]: {
      all: setting("*/*", { ...ofStage }),
      cat: { ...setting("~1cats~1{id}/GET", { caching_enabled: true, ...ofMethod }), ...over },
    },
  });

const AFTER = { depends_on: [`${SETTINGS}.all`] };
const THROTTLED = { throttling_rate_limit: 100, throttling_burst_limit: 50 };

/** The Cloudflare provider, with this as its token. */
const withToken = (token: string) => () =>
  findingsIn({ provider: { cloudflare: { api_token: token } } }).map(({ finding }) => finding);

/** Rules for what only JSON can say: a construct of the library never does. */
export const CHECK_CASES: readonly RuleCase[] = [
  tells("edge/missing-ref", "two rules without refs", "rules[0].ref", found(rules(undefined, undefined))),
  tells("edge/missing-ref", "two rules with refs", undefined, found(rules("a", "b"))),
  tells("edge/missing-ref", "a single rule", undefined, found(rules(undefined))),

  tells("gateway/cached-by-default", "defaults that cache", "settings.caching_enabled", found(defaults(true))),
  tells("gateway/cached-by-default", "defaults that do not", undefined, found(defaults(false))),
  tells("gateway/cached-by-default", "defaults that are not known", undefined, found(defaults("${var.x}"))),

  tells(
    "gateway/cluster-without-size",
    "a cluster that is on without one",
    "cache_cluster_size",
    found(withoutSize(undefined)),
  ),
  tells("gateway/cluster-without-size", "a size", undefined, found(withoutSize("1.6"))),
  tells("gateway/cluster-without-size", "a size that is not known", undefined, found(withoutSize("${var.size}"))),

  tells("gateway/key-not-declared", "a key of a method without it", "cache_key_parameters", found(keyed({}))),
  tells(
    "gateway/key-not-declared",
    "a key that the method declares",
    undefined,
    found(keyed({ "method.request.querystring.breed": false })),
  ),

  tells(
    "gateway/setting-without-cluster",
    "a stage without one",
    "settings.caching_enabled",
    found(withCluster(false)),
  ),
  tells("gateway/setting-without-cluster", "a stage with one", undefined, found(withCluster(true))),
  tells("gateway/setting-without-cluster", "a stage that may have one", undefined, found(withCluster("${var.x}"))),

  tells(
    "gateway/setting-without-method",
    "a path that is misspelt",
    "method_path",
    found(withSetting("~1cat~1{id}/GET")),
  ),
  tells("gateway/setting-without-method", "a path that is not known", undefined, found(withSetting("${var.path}"))),

  tells(
    "gateway/setting-without-order",
    "a setting that leaves metrics to its stage, and does not wait for it",
    "settings.metrics_enabled",
    found(beside({ metrics_enabled: true })),
  ),
  tells(
    "gateway/setting-without-order",
    "a setting that waits for that of its stage",
    undefined,
    found(beside({ metrics_enabled: true }, {}, AFTER)),
  ),
  tells(
    "gateway/setting-without-order",
    "a setting that says all that its stage does",
    undefined,
    found(beside({ metrics_enabled: true }, { metrics_enabled: true })),
  ),

  tells(
    "gateway/setting-without-throttle",
    "a setting without limits on a stage with them",
    "settings.throttling_rate_limit",
    found(beside(THROTTLED)),
  ),
  tells(
    "gateway/setting-without-throttle",
    "a setting that repeats the limits",
    undefined,
    found(beside(THROTTLED, THROTTLED)),
  ),
  tells("gateway/setting-without-throttle", "a stage without limits", undefined, found(beside({}))),

  tells(
    "input/credentials-in-text",
    "a token",
    "provider.cloudflare.api_token",
    withToken("v4lY0pXq2Rr8TnW6cKjB-sDhG5eZ7uMoF9aI3xLw"),
  ),
  tells("input/credentials-in-text", "a variable", undefined, withToken("${var.token}")),
  tells("input/credentials-in-text", "a placeholder", undefined, withToken("test")),
];
