import { checkExpression, checkMethods } from "../../../edge/core/lint-expression";
import { Finding } from "../../../rules/finding";
import { browserTtlOverride } from "../../../rules/edge/browser-ttl-override";
import { duplicateRef } from "../../../rules/edge/duplicate-ref";
import { implicitEdgeTtl } from "../../../rules/edge/implicit-edge-ttl";
import { missingRef } from "../../../rules/edge/missing-ref";
import { overrideSharesCredentials } from "../../../rules/edge/override-shares-credentials";
import { unverifiedOrigin } from "../../../rules/edge/unverified-origin";
import { Found, foundIn } from "../found";
import { Attributes, CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { isRecord } from "../../../rules/input/shape";
import { blockOf, isUnset, knownFlag, knownText } from "../values";

/** One rule of a ruleset, as far as it is known. */
interface SeenRule {
  readonly property: string;
  readonly rule: Attributes;
  /** Undefined where it is not known. */
  readonly expression: string | undefined;
  readonly isEnabled: boolean;
  readonly parameters: Attributes;
}

/** Checks the rules of a zone, and what those that apply to hosts of API Gateway keep. */
export function checkRulesets(
  rulesets: readonly CheckedResource[],
  hosts: readonly string[],
  references: References,
): Found[] {
  return rulesets.flatMap((ruleset) => {
    const { rules } = ruleset.attributes;
    if (!Array.isArray(rules)) return [];
    const seen = rules.flatMap((rule, index) =>
      isRecord(rule) ? [readRule(rule, `rules[${index}]`, references)] : [],
    );
    return foundIn(ruleset, [
      ...checkRefs(seen),
      ...seen.flatMap(({ property, expression }) =>
        expression === undefined ? [] : checkExpression(`${property}.expression`, expression, undefined),
      ),
      ...seen.flatMap((rule, index) =>
        rule.isEnabled && appliesTo(rule, hosts) ? checkRule(rule, seen.slice(index + 1)) : [],
      ),
    ]);
  });
}

function readRule(rule: Attributes, property: string, references: References): SeenRule {
  const enabled = knownFlag(rule.enabled);
  return {
    property,
    rule,
    expression: references.text(rule.expression),
    // Rules are enabled unless they say otherwise.
    isEnabled: isUnset(rule.enabled) || enabled === true,
    parameters: blockOf(rule.action_parameters) ?? {},
  };
}

function checkRefs(rules: readonly SeenRule[]): Finding[] {
  const refs = rules.map(({ rule }) => knownText(rule.ref));
  const repeated = rules.flatMap(({ property }, index) => {
    const ref = refs[index];
    return ref !== undefined && refs.indexOf(ref) < index ? duplicateRef(`${property}.ref`, ref) : [];
  });
  const missing = rules.find(({ rule }) => isUnset(rule.ref));
  return [...repeated, ...(missing === undefined || rules.length < 2 ? [] : missingRef(`${missing.property}.ref`))];
}

/** Whether a rule is for a host of API Gateway: by its name, or because it is for every host. */
function appliesTo({ expression }: SeenRule, hosts: readonly string[]): boolean {
  if (expression === undefined || hosts.length === 0) return false;
  const isForAll = !/http\.host|full_uri|hostname|http\.request\.uri\b(?!\.)/.test(expression);
  return isForAll || hosts.some((host) => expression.toLowerCase().includes(`"${host}"`));
}

function checkRule(rule: SeenRule, later: readonly SeenRule[]): Finding[] {
  const { parameters, property } = rule;
  const action = knownText(rule.rule.action);
  const at = `${property}.action_parameters`;
  const ssl = knownText(parameters.ssl);
  if (action === "set_config") return ssl === undefined ? [] : unverifiedOrigin(`${at}.ssl`, ssl);
  if (action !== "set_cache_settings" || knownFlag(parameters.cache) !== true) return [];
  return [
    ...checkMethods(`${property}.expression`, rule.expression!),
    ...checkEdgeTtl(rule, later, `${at}.edge_ttl`),
    ...checkBrowserTtl(parameters, `${at}.browser_ttl`),
  ];
}

function checkEdgeTtl(rule: SeenRule, later: readonly SeenRule[], at: string): Finding[] {
  const ttl = rule.parameters.edge_ttl;
  const block = blockOf(ttl);
  if (block === undefined) return isUnset(ttl) ? implicitEdgeTtl(at, undefined) : [];
  const mode = knownText(block.mode);
  if (mode === "override_origin" || hasStatusTtl(block)) {
    return isPassedOn(rule, later) ? [] : overrideSharesCredentials(at, ttl);
  }
  return mode === "respect_origin" ? implicitEdgeTtl(`${at}.mode`, mode) : [];
}

function hasStatusTtl({ status_code_ttl: ttls }: Attributes): boolean {
  if (!Array.isArray(ttls)) return false;
  return ttls.some((entry) => isRecord(entry) && typeof entry.value === "number" && entry.value > 0);
}

/** Whether requests with credentials are not kept: by this rule's own condition, or by a later rule that is for all of its hosts. */
function isPassedOn({ expression = "" }: SeenRule, later: readonly SeenRule[]): boolean {
  const bypasses = later
    .filter(({ isEnabled, parameters }) => isEnabled && knownFlag(parameters.cache) === false)
    // What is not known may be just that.
    .map((rule) => rule.expression ?? ALL_CREDENTIALS);
  const known = [expression, ...bypasses];
  return CREDENTIALS.every((pattern) => known.some((text) => pattern.test(text)));
}

const CREDENTIALS = [/headers(\.names)?\b.*"authorization"/i, /http\.cookie|headers(\.names)?\b.*"cookie"/i];
const ALL_CREDENTIALS = 'http.request.headers["authorization"] http.cookie';

function checkBrowserTtl({ browser_ttl: ttl }: Attributes, at: string): Finding[] {
  const block = blockOf(ttl);
  if (block === undefined) return isUnset(ttl) ? browserTtlOverride(at, undefined) : [];
  return knownText(block.mode) === "override_origin" ? browserTtlOverride(`${at}.default`, block.default) : [];
}
