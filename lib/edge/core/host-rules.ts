import { ExpressionWriter } from "./expression";
import { PlannedRule, RuleRank } from "./planned-rule";
import { RulesetPhase } from "./ruleset-phase";

/** The rule that sets the TLS mode of a host. */
export function tlsRule(mode: string): PlannedRule {
  return {
    phase: RulesetPhase.CONFIG,
    rank: RuleRank.GENERAL,
    role: "strict_tls",
    description: `Asks the origin with the TLS mode ${mode}`,
    action: "set_config",
    parameters: { ssl: mode },
  };
}

/** The rule that sends http to https; 308 keeps the verb and the body of a request. */
export function redirectRule(write: ExpressionWriter): PlannedRule {
  return {
    phase: RulesetPhase.REDIRECT,
    rank: RuleRank.GENERAL,
    role: "https_redirect",
    description: "Redirects http to https",
    action: "redirect",
    parameters: {
      from_value: {
        status_code: 308,
        target_url: { expression: 'concat("https://", http.host, http.request.uri.path)' },
        preserve_query_string: true,
      },
    },
    condition: write.not("ssl"),
  };
}

/** The rule that adds a header to the requests that go on to the origin. */
export function headerRule(name: string, value: string): PlannedRule {
  return {
    phase: RulesetPhase.TRANSFORM,
    rank: RuleRank.GENERAL,
    role: "origin_secret",
    description: "Tells the origin that a request came through this zone",
    action: "rewrite",
    parameters: { headers: { [name.toLowerCase()]: { operation: "set", value } } },
  };
}
