import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { blockOf, isUnset, knownFlag, knownText } from "../values";
import { SeenHost } from "./read-hosts";
import { RecordName, isNamed, isQuoted, isTargeted } from "./record-name";
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
  if (type === "cloudflare_ruleset") return rulesRedirect(resource, host);
  if (type === "cloudflare_page_rule") return pageRuleRedirects(resource, host, references);
  const setting = zoneSetting(resource, "always_use_https");
  const isOpen = isUnknown(attributes.setting_id) || isUnknown(attributes.settings);
  return isOpen || (setting !== undefined && setting.value !== "off");
}

function rulesRedirect({ attributes }: CheckedResource, host: RecordName): boolean {
  // Lists of redirects are for every zone of an account.
  if (attributes.phase === "http_request_redirect") return true;
  if (attributes.phase !== "http_request_dynamic_redirect") return isUnknown(attributes.phase);
  if (!Array.isArray(attributes.rules)) return true;
  return attributes.rules.some((rule) => {
    const { expression, enabled } = blockOf(rule) ?? {};
    const text = String(expression);
    if (knownFlag(enabled) === false) return false;
    return isUnknown(text) || (isForHost(text, host) && /\bssl\b|http:\/\/|server_port/.test(text));
  });
}

/** Only an expression that names hosts one by one says which it is not for. */
export function isForHost(expression: string, host: RecordName): boolean {
  return !/http\.host\)?\s*(==|(eq|in)\b)/.test(expression) || isQuoted(expression, host);
}

function pageRuleRedirects({ attributes }: CheckedResource, host: RecordName, references: References): boolean {
  const target = references.text(attributes.target);
  const { always_use_https: isAlways, forwarding_url: forwarding } = blockOf(attributes.actions) ?? {};
  const isOff = knownText(attributes.status) === "disabled" || (isUnset(forwarding) && knownFlag(isAlways) !== true);
  return !isOff && (target === undefined || isTargeted(target, host));
}
