const { Ruleset } = require("@cdktf/provider-cloudflare/lib/ruleset");
const { Construct } = require("constructs");
const { EDGE } = require("./hosts");

/** Cloudflare takes no longer expression. */
const LONGEST_EXPRESSION = 4096;

const REDIRECT = {
  phase: "http_request_dynamic_redirect",
  role: "https_redirect",
  description: "Redirects http to https",
  action: "redirect",
  action_parameters: {
    from_value: {
      status_code: 308,
      target_url: { expression: 'concat("https://", http.host, http.request.uri.path)' },
      preserve_query_string: true,
    },
  },
  condition: " and not ssl",
};

const STRICT_TLS = {
  phase: "http_config_settings",
  role: "strict_tls",
  description: "Asks the origin with the TLS mode strict",
  action: "set_config",
  action_parameters: { ssl: "strict" },
  condition: "",
};

const CACHE = {
  phase: "http_request_cache_settings",
  role: "cache",
  description: "Keeps answers",
  action: "set_cache_settings",
  action_parameters: {
    cache: true,
    edge_ttl: { mode: "bypass_by_default" },
    browser_ttl: { mode: "respect_origin" },
  },
  condition: "",
};

/** The rulesets of a zone, whose rules all hosts share, as plain CDKTF code. */
function addRulesets(stack, hosts) {
  const zone = new Construct(stack, "zone");
  const names = hosts.map(({ host }) => host);
  return [
    addRuleset(zone, "config", STRICT_TLS, names),
    addRuleset(zone, "redirect", REDIRECT, names),
    addRuleset(zone, "cache", CACHE, names),
  ];
}

function addRuleset(zone, id, { phase, role, condition, ...rule }, names) {
  const ruleset = new Ruleset(zone, id, { zoneId: EDGE.zoneId, kind: "zone", name: "default", phase });
  ruleset.overrideLogicalId(`zone_${id}`);
  const rules = shares(names, condition).map((share) => ({
    ...rule,
    ref: `${share[0].replaceAll(".", "_")}__${role}`,
    enabled: true,
    expression: expression(share, condition),
  }));
  ruleset.addOverride("rules", rules);
  return ruleset;
}

/** As many hosts in one rule as an expression can hold; all names of the benchmark are of one length. */
function shares(names, condition) {
  const [first] = names;
  const length = first.length + 3;
  const size = Math.floor((LONGEST_EXPRESSION - expression([first, first], condition).length) / length) + 2;
  return Array.from({ length: Math.ceil(names.length / size) }, (_, share) =>
    names.slice(share * size, (share + 1) * size),
  );
}

function expression(names, condition) {
  const [first, ...others] = names.map((name) => `"${name}"`);
  const host = others.length === 0 ? `eq ${first}` : `in {${[first, ...others].join(" ")}}`;
  return `(http.host ${host}${condition})`;
}

module.exports = { addRulesets };
