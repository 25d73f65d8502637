import { isForHost } from "../../../edge/core/match-request";
import { isPageRuleOn } from "../../../edge/core/plain-rules";
import { insecureTlsMode } from "../../../rules/edge/insecure-tls-mode";
import { unverifiedOrigin } from "../../../rules/edge/unverified-origin";
import { Found, foundIn } from "../found";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { blockOf, isUnset, knownText } from "../values";
import { SeenHost } from "./read-hosts";
import { isNamed, isTargeted } from "./record-name";
import { rulesOf } from "./written-rules";
import { zoneSetting } from "./zone-settings";

/** Checks the TLS mode of zones whose hosts lead to API Gateway and have no mode of their own. */
export function checkZoneModes(
  resources: readonly CheckedResource[],
  hosts: readonly SeenHost[],
  references: References,
): Found[] {
  return resources.flatMap((resource) => {
    const { property, value } = zoneSetting(resource, "ssl") ?? { property: "", value: undefined };
    const mode = knownText(references.resolve(value));
    const zone = references.identity(resource.attributes.zone_id);
    if (mode === undefined || zone === undefined) return [];
    const own = hosts.filter((seen) => isNamed(seen) && seen.isProxied === true && seen.zone === zone);
    if (own.every((seen) => hasOwnMode(resources, seen, references))) return [];
    return foundIn(resource, [...insecureTlsMode(property, mode), ...unverifiedOrigin(property, mode)]);
  });
}

function hasOwnMode(resources: readonly CheckedResource[], host: SeenHost, references: References): boolean {
  return (
    hasConfigRule(resources, host, references) ||
    resources.some((resource) => mayBeOf(resource, host, references) && pageRuleSetsMode(resource, host, references))
  );
}

/** Whether a configuration rule sets the TLS mode of a host, or may: it wins over a page rule. */
export function hasConfigRule(resources: readonly CheckedResource[], host: SeenHost, references: References): boolean {
  return resources.some((resource) => mayBeOf(resource, host, references) && rulesSetMode(resource, host, references));
}

/** Whether a resource is one of the zone of a host, or may be. */
export function mayBeOf({ isData, attributes }: CheckedResource, { zone }: SeenHost, references: References): boolean {
  const other = isData ? undefined : references.identity(attributes.zone_id);
  return !isData && (zone === undefined || other === undefined || other === zone);
}

function pageRuleSetsMode({ type, attributes }: CheckedResource, host: SeenHost, references: References): boolean {
  if (type !== "cloudflare_page_rule" || isPageRuleOn(attributes) === false) return false;
  const target = references.text(attributes.target);
  return hasMode(attributes.actions) && (target === undefined || isTargeted(target, host));
}

function rulesSetMode({ type, attributes }: CheckedResource, host: SeenHost, references: References): boolean {
  if (type !== "cloudflare_ruleset") return false;
  const rules = rulesOf(attributes.rules, references);
  if (rules === undefined) return attributes.phase === "http_config_settings";
  return rules.some(
    ({ isEnabled, rule, matches }) =>
      isEnabled !== false && hasMode(rule.action_parameters) && isForHost(matches, host) !== false,
  );
}

function hasMode(actions: unknown): boolean {
  return !isUnset(blockOf(actions)?.ssl);
}
