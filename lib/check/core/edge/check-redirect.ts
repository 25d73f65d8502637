import { PlainRule, isPageRuleOn } from "../../../edge/core/plain-rules";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { blockOf, isUnset, knownFlag } from "../values";
import { SeenHost } from "./read-hosts";
import { RecordName, isNamed, isTargeted } from "./record-name";
import { rulesOf } from "./written-rules";
import { zoneSetting } from "./zone-settings";

/**
 * Whether http stays http, as far as it can be seen: only where the TLS mode or the redirects of the zone are declared
 * beside the record, so that a redirect would be expected there.
 */
export function lacksRedirect(
  seen: SeenHost,
  { resources, isWhole }: PlainConfiguration,
  references: References,
): boolean {
  const { zone } = seen;
  if (!isNamed(seen) || zone === undefined || !isWhole) return false;
  const ofZone = resources.filter(({ type, isData, attributes }) => {
    const other = TYPES.test(type) && !isData ? references.identity(attributes.zone_id) : zone;
    return TYPES.test(type) && !isData && (other === undefined || other === zone);
  });
  const tlsIsSaid = ofZone.some(
    (resource) => resource.attributes.phase === "http_config_settings" || zoneSetting(resource, "ssl") !== undefined,
  );
  return tlsIsSaid && !ofZone.some((resource) => redirects(resource, seen, references));
}

const TYPES = /^cloudflare_(ruleset|zone_setting|zone_settings_override|page_rule)$/;

function redirects(resource: CheckedResource, host: RecordName, references: References): boolean {
  const { type, attributes } = resource;
  if (type === "cloudflare_ruleset") return rulesRedirect(resource, host, references);
  if (type === "cloudflare_page_rule") return pageRuleRedirects(resource, host, references);
  const setting = zoneSetting(resource, "always_use_https");
  const isOpen = isUnknown(attributes.setting_id) || isUnknown(attributes.settings);
  return isOpen || (setting !== undefined && setting.value !== "off");
}

function rulesRedirect({ attributes }: CheckedResource, host: RecordName, references: References): boolean {
  // Lists of redirects are for every zone of an account.
  if (attributes.phase === "http_request_redirect") return true;
  if (attributes.phase !== "http_request_dynamic_redirect") return isUnknown(attributes.phase);
  const rules = rulesOf(attributes.rules, references);
  return rules === undefined || rules.some((rule) => rule.isEnabled !== false && ruleRedirects(rule, host));
}

/** What tells http from https. */
const SCHEME = /\bssl\b|https?:\/\/|\bport\b|server_port|forwarded-proto/i;

/** Whether a rule is for requests over http, or may be, and not just for any. */
function ruleRedirects({ rule, matches }: PlainRule, host: RecordName): boolean {
  const verdict = matches({ host, ssl: false });
  return verdict === "unknown" || (verdict !== "none" && SCHEME.test(String(rule.expression)));
}

function pageRuleRedirects({ attributes }: CheckedResource, host: RecordName, references: References): boolean {
  const target = references.text(attributes.target);
  const { always_use_https: isAlways, forwarding_url: forwarding } = blockOf(attributes.actions) ?? {};
  const isOff = isPageRuleOn(attributes) === false || (isUnset(forwarding) && knownFlag(isAlways) !== true);
  return !isOff && (target === undefined || isTargeted(target, host));
}
