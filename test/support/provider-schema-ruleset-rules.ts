import {
  atMostOne,
  between,
  exactlyOne,
  isAbsent,
  notEmpty,
  oneOf,
  present,
  shorterThan,
  type Check,
  type Checks,
  type IsUnknown,
} from "./provider-schema-checks";

interface Rule {
  readonly action?: string;
  readonly action_parameters?: object;
  readonly expression?: string;
  readonly ref?: string;
}

interface Ruleset {
  readonly phase?: string;
  readonly rules?: readonly Rule[];
}

/** The action parameters that belong to an action, of the actions that serve a cache. */
const PARAMETERS: { readonly [action: string]: readonly string[] } = {
  set_cache_settings: [
    "additional_cacheable_ports",
    "browser_ttl",
    "cache",
    "cache_key",
    "cache_reserve",
    "edge_ttl",
    "origin_cache_control",
    "origin_error_page_passthru",
    "read_timeout",
    "respect_strong_etags",
    "serve_stale",
  ],
  set_config: [
    "automatic_https_rewrites",
    "autominify",
    "bic",
    "disable_apps",
    "disable_rum",
    "disable_zaraz",
    "email_obfuscation",
    "fonts",
    "hotlink_protection",
    "mirage",
    "opportunistic_encryption",
    "polish",
    "rocket_loader",
    "security_level",
    "server_side_excludes",
    "ssl",
    "sxg",
  ],
  redirect: ["from_list", "from_value"],
  rewrite: ["headers", "uri"],
  route: ["host_header", "origin", "sni"],
};

/** The actions that a phase runs, of the phases that serve a cache. */
const ACTIONS: { readonly [phase: string]: readonly string[] } = {
  http_request_cache_settings: ["set_cache_settings"],
  http_config_settings: ["set_config"],
  http_request_dynamic_redirect: ["redirect"],
  http_request_redirect: ["redirect"],
  http_request_origin: ["route"],
  http_request_late_transform: ["rewrite"],
  http_request_transform: ["rewrite"],
  http_response_headers_transform: ["rewrite"],
};

const belongsToAction: Check = (value, isUnknown) => {
  const { action, action_parameters: parameters } = value as Rule;
  const allowed = PARAMETERS[action ?? ""];
  if (isUnknown(parameters) || isAbsent(parameters) || allowed === undefined) return undefined;
  const foreign = Object.keys(present(parameters)).filter((name) => !allowed.includes(name));
  return foreign.length === 0 ? undefined : `${foreign.join(", ")} does not belong to the action ${action}`;
};

const statusCodes: Check = exactlyOne("status_code", "status_code_range");
const listOrAll: Check = exactlyOne("list", "all");
const textOrExpression: Check = exactlyOne("value", "expression");

const parameter = (checks: Checks): Checks =>
  Object.fromEntries(Object.entries(checks).map(([place, check]) => [`rules[].action_parameters.${place}`, check]));

/** What the provider refuses when it validates a ruleset. */
export const RULESET_PROVIDER_RULES: Checks = {
  "": exactlyOne("zone_id", "account_id"),
  name: notEmpty,
  "rules[]": belongsToAction,
  "rules[].expression": notEmpty,
  ...parameter({
    "edge_ttl.default": between(0, 2 ** 31),
    "edge_ttl.status_code_ttl": notEmpty,
    "edge_ttl.status_code_ttl[]": statusCodes,
    "edge_ttl.status_code_ttl[].value": between(-1, 2 ** 31),
    "edge_ttl.status_code_ttl[].status_code": between(100, 999),
    "edge_ttl.status_code_ttl[].status_code_range": notEmpty,
    "edge_ttl.status_code_ttl[].status_code_range.from": between(100, 999),
    "edge_ttl.status_code_ttl[].status_code_range.to": between(100, 999),
    "browser_ttl.default": between(0, 2 ** 31),
    "cache_key.custom_key.query_string": atMostOne("include", "exclude"),
    "cache_key.custom_key.query_string.include": listOrAll,
    "cache_key.custom_key.query_string.exclude": listOrAll,
    read_timeout: between(100, 6000),
    additional_cacheable_ports: notEmpty,
    "additional_cacheable_ports[]": between(1, 65_535),
    headers: notEmpty,
    "headers{}": (value) =>
      (value as { operation?: string }).operation === "remove" ? undefined : textOrExpression(value, Boolean),
    "from_value.target_url": textOrExpression,
    "from_value.status_code": oneOf(301, 302, 303, 307, 308),
    "origin.port": between(1, 65_535),
  }),
};

const EXPRESSION_LIMIT = 4096;

/** What the API refuses when a ruleset is created or changed. */
export const RULESET_API_RULES: Checks = {
  "": (value, isUnknown) => rulesProblem(value as Ruleset, isUnknown),
  "rules[].expression": shorterThan(EXPRESSION_LIMIT + 1),
  "rules[].action_parameters.edge_ttl": withDefault,
  "rules[].action_parameters.browser_ttl": withDefault,
};

function withDefault(value: unknown): string | undefined {
  const { mode, default: seconds } = value as { mode?: string; default?: number };
  return mode === "override_origin" && isAbsent(seconds) ? "override_origin needs a default" : undefined;
}

function rulesProblem({ phase = "", rules }: Ruleset, isUnknown: IsUnknown): string | undefined {
  if (isAbsent(rules) || isUnknown(rules)) return undefined;
  const refs = rules.map(({ ref }) => ref).filter((ref) => !isAbsent(ref) && !isUnknown(ref));
  const repeated = refs.find((ref, index) => refs.indexOf(ref) !== index);
  if (repeated !== undefined) return `two rules have the ref ${repeated}`;
  const actions = ACTIONS[phase];
  const foreign = rules.find(({ action }) => actions !== undefined && !isUnknown(action) && !actions.includes(action!));
  return foreign === undefined ? undefined : `the phase ${phase} has no action ${foreign.action}`;
}
