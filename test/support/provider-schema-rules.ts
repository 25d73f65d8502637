import {
  atMostOne,
  between,
  notEmpty,
  oneOf,
  problemsOf,
  type Check,
  type Checks,
  type IsUnknown,
  type Problem,
} from "./provider-schema-checks";
import { RULESET_API_RULES, RULESET_PROVIDER_RULES } from "./provider-schema-ruleset-rules";

const zoneId: Check = (value) =>
  /^[0-9a-f]{32}$/.test(value as string) ? undefined : `${JSON.stringify(value)} is not 32 hexadecimal digits`;
const onOrOff = oneOf("on", "off");

const ON_OFF_ACTIONS = [
  "automatic_https_rewrites",
  "browser_check",
  "cache_by_device_type",
  "cache_deception_armor",
  "email_obfuscation",
  "explicit_cache_control",
  "ip_geolocation",
  "mirage",
  "opportunistic_encryption",
  "origin_error_page_pass_thru",
  "respect_strong_etag",
  "response_buffering",
  "rocket_loader",
  "sort_query_string_for_cache",
  "true_client_ip_header",
  "waf",
];

/** What is refused before anything is sent; the enumerations that a schema lists are not repeated here. */
const PROVIDER_RULES: { readonly [type: string]: Checks } = {
  cloudflare_dns_record: { "": atMostOne("content", "data"), priority: between(0, 65_535) },
  cloudflare_page_rule: {
    status: oneOf("active", "disabled"),
    "actions.ssl": oneOf("off", "flexible", "full", "strict", "origin_pull"),
    "actions.cache_level": oneOf("bypass", "basic", "simplified", "aggressive", "cache_everything"),
    "actions.edge_cache_ttl": between(0, 2_419_200),
    "actions.browser_cache_ttl": between(0, 31_536_000),
    "actions.forwarding_url.status_code": oneOf(301, 302),
    ...Object.fromEntries(ON_OFF_ACTIONS.map((name) => [`actions.${name}`, onOrOff])),
  },
  cloudflare_ruleset: RULESET_PROVIDER_RULES,
  cloudflare_tiered_cache: { value: onOrOff },
  cloudflare_argo_tiered_caching: { value: onOrOff },
  cloudflare_regional_tiered_cache: { value: onOrOff },
  cloudflare_zone_cache_reserve: { value: onOrOff },
  tls_private_key: {
    algorithm: oneOf("RSA", "ECDSA", "ED25519"),
    ecdsa_curve: oneOf("P224", "P256", "P384", "P521"),
  },
};

const SETTINGS: Checks = {
  always_use_https: onOrOff,
  automatic_https_rewrites: onOrOff,
  browser_cache_ttl: between(0, 31_536_000),
  cache_level: oneOf("aggressive", "basic", "simplified"),
  min_tls_version: oneOf("1.0", "1.1", "1.2", "1.3"),
  origin_max_http_version: oneOf("1", "2"),
  sort_query_string_for_cache: onOrOff,
  ssl: oneOf("off", "flexible", "full", "strict"),
  tls_client_auth: onOrOff,
};

/** What only the API refuses. */
const API_RULES: { readonly [type: string]: Checks } = {
  cloudflare_dns_record: {
    "": (value, isUnknown) => recordProblem(value as DnsRecord, isUnknown),
    ttl: (value) => (value === 1 ? undefined : between(30, 86_400)(value, Boolean)),
  },
  cloudflare_origin_ca_certificate: { hostnames: (value) => hostnamesProblem(value as string[]) },
  cloudflare_page_rule: { actions: notEmpty },
  cloudflare_ruleset: RULESET_API_RULES,
  cloudflare_zone_setting: { "": (value, isUnknown) => settingProblem(value as ZoneSetting, isUnknown) },
};

interface DnsRecord {
  readonly type?: string;
  readonly content?: string;
  readonly proxied?: boolean;
  readonly ttl?: number;
}

const PROXIABLE = ["A", "AAAA", "CNAME"];

function recordProblem(record: DnsRecord, isUnknown: IsUnknown): string | undefined {
  const { type = "", content, proxied, ttl } = record;
  if (proxied !== true) return undefined;
  if (!isUnknown(ttl) && ttl !== 1) return "ttl must be set to 1 when `proxied` is true";
  if (!isUnknown(type) && !PROXIABLE.includes(type)) return `a ${type} record cannot be proxied`;
  return typeof content === "string" && /\.acm-validations\.aws\.?$/.test(content)
    ? `Target ${content} is not allowed for a proxied record (9003)`
    : undefined;
}

const HOSTNAME_LIMIT = 200;

function hostnamesProblem(hostnames: readonly string[]): string | undefined {
  if (hostnames.length === 0 || hostnames.length > HOSTNAME_LIMIT) {
    return `has ${hostnames.length} names, and may have 1 to ${HOSTNAME_LIMIT}`;
  }
  const wrong = hostnames.find((name) => typeof name === "string" && !/^(\*\.)?([^*.\s]+\.)+[^*.\s]+$/.test(name));
  return wrong === undefined ? undefined : `${wrong} is no host name, nor a wildcard for the first label`;
}

interface ZoneSetting {
  readonly setting_id?: string;
  readonly value?: unknown;
}

function settingProblem({ setting_id: id = "", value }: ZoneSetting, isUnknown: IsUnknown): string | undefined {
  return isUnknown(id) || isUnknown(value) ? undefined : SETTINGS[id]?.(value, isUnknown);
}

/** What the provider refuses when it validates a configuration, besides what its schema says. */
export function providerProblems(type: string, config: unknown, isUnknown: IsUnknown): Problem[] {
  const ofZone: Checks = type.startsWith("cloudflare_") ? { zone_id: zoneId } : {};
  return problemsOf({ ...ofZone, ...PROVIDER_RULES[type] }, config, isUnknown);
}

/** What the API refuses when the configuration is applied. */
export function apiProblems(type: string, config: unknown, isUnknown: IsUnknown): Problem[] {
  return problemsOf(API_RULES[type] ?? {}, config, isUnknown);
}
