import { NamedHost } from "../../../edge/core/host-test";
import { checkExpression, checkMethods } from "../../../edge/core/lint-expression";
import { isForHost } from "../../../edge/core/match-request";
import { PlainRule, listOf } from "../../../edge/core/plain-rules";
import { Finding } from "../../../rules/finding";
import { browserTtlOverride } from "../../../rules/edge/browser-ttl-override";
import { duplicateRef } from "../../../rules/edge/duplicate-ref";
import { implicitEdgeTtl } from "../../../rules/edge/implicit-edge-ttl";
import { missingRef } from "../../../rules/edge/missing-ref";
import { overrideSharesCredentials } from "../../../rules/edge/override-shares-credentials";
import { unverifiedOrigin } from "../../../rules/edge/unverified-origin";
import { isRecord } from "../../../rules/input/shape";
import { Found, foundIn } from "../found";
import { Attributes, CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { blockOf, isUnset, knownFlag, knownNumber, knownText } from "../values";
import { passesCredentials } from "./passed-credentials";
import { rulesOf } from "./written-rules";

/** A host of API Gateway, and its zone where it is known. */
export interface EdgeHost extends NamedHost {
  readonly zone?: string;
}

/** Checks the rules of a zone, and what those that apply to hosts of API Gateway keep. */
export function checkRulesets(
  rulesets: readonly CheckedResource[],
  allHosts: readonly EdgeHost[],
  references: References,
): Found[] {
  return rulesets.flatMap((ruleset) => {
    const rules = rulesOf(ruleset.attributes.rules, references) ?? [];
    const zone = references.identity(ruleset.attributes.zone_id);
    const hosts = allHosts.filter((host) => zone === undefined || host.zone === undefined || host.zone === zone);
    return foundIn(ruleset, [
      ...checkRefs(rules),
      ...rules.flatMap((rule) => checkWritten(rule)),
      ...rules.flatMap((rule, index) => checkRule(rule, rules.slice(index + 1), hosts)),
    ]);
  });
}

/** An expression of which a part is not known is not read. */
function checkWritten({ property, rule }: PlainRule): Finding[] {
  const expression = knownText(rule.expression);
  return expression === undefined ? [] : checkExpression(`${property}.expression`, expression, undefined);
}

function checkRefs(rules: readonly PlainRule[]): Finding[] {
  const refs = rules.map(({ rule }) => knownText(rule.ref));
  const repeated = rules.flatMap(({ property }, index) => {
    const ref = refs[index];
    return ref !== undefined && refs.indexOf(ref) < index ? duplicateRef(`${property}.ref`, ref) : [];
  });
  const missing = rules.find(({ rule }) => isUnset(rule.ref));
  return [...repeated, ...(missing === undefined || rules.length < 2 ? [] : missingRef(`${missing.property}.ref`))];
}

function checkRule(rule: PlainRule, later: readonly PlainRule[], allHosts: readonly NamedHost[]): Finding[] {
  const { parameters, property } = rule;
  const hosts = rule.isEnabled === true ? allHosts.filter((host) => isForHost(rule.matches, host)) : [];
  if (hosts.length === 0) return [];
  const action = knownText(rule.rule.action);
  const at = `${property}.action_parameters`;
  const ssl = knownText(parameters.ssl);
  if (action === "set_config") return ssl === undefined ? [] : unverifiedOrigin(`${at}.ssl`, ssl);
  if (action !== "set_cache_settings" || knownFlag(parameters.cache) !== true) return [];
  const expression = knownText(rule.rule.expression);
  return [
    ...(expression === undefined ? [] : checkMethods(`${property}.expression`, expression)),
    ...checkEdgeTtl(rule, () => hosts.every((host) => passesCredentials(rule, later, host)), `${at}.edge_ttl`),
    ...checkBrowserTtl(parameters, `${at}.browser_ttl`),
  ];
}

function checkEdgeTtl({ parameters }: PlainRule, arePassedOn: () => boolean, at: string): Finding[] {
  const ttl = parameters.edge_ttl;
  const block = blockOf(ttl);
  if (block === undefined) return isUnset(ttl) ? implicitEdgeTtl(at, undefined) : [];
  const mode = knownText(block.mode);
  if (mode === "override_origin" || hasStatusTtl(block)) {
    return arePassedOn() ? [] : overrideSharesCredentials(at, ttl);
  }
  return mode === "respect_origin" ? implicitEdgeTtl(`${at}.mode`, mode) : [];
}

function hasStatusTtl({ status_code_ttl: ttls }: Attributes): boolean {
  return listOf(ttls).some((entry) => isRecord(entry) && (knownNumber(entry.value) ?? 0) > 0);
}

function checkBrowserTtl({ browser_ttl: ttl }: Attributes, at: string): Finding[] {
  const block = blockOf(ttl);
  if (block === undefined) return isUnset(ttl) ? browserTtlOverride(at, undefined) : [];
  return knownText(block.mode) === "override_origin" ? browserTtlOverride(`${at}.default`, block.default) : [];
}
