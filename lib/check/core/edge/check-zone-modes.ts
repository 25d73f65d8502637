import { insecureTlsMode } from "../../../rules/edge/insecure-tls-mode";
import { unverifiedOrigin } from "../../../rules/edge/unverified-origin";
import { Found, foundIn } from "../found";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { blockOf, isUnset, knownText } from "../values";
import { isForHost } from "./check-redirect";
import { SeenHost } from "./read-hosts";
import { RecordName, isNamed, isTargeted } from "./record-name";
import { ALL_SETTINGS, zoneSetting } from "./zone-settings";

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
    const ofZone = resources.filter(({ isData, attributes }) => {
      const other = isData ? "" : references.identity(attributes.zone_id);
      return other === undefined || other === zone;
    });
    const own = hosts.filter((seen) => isNamed(seen) && seen.isProxied === true && seen.zone === zone);
    if (own.every((seen) => ofZone.some((other) => setsMode(other, seen, references)))) return [];
    // What the setting of version 5 says is checked with the library's own check of resources.
    const insecure = resource.type === ALL_SETTINGS ? insecureTlsMode(property, mode) : [];
    return foundIn(resource, [...insecure, ...unverifiedOrigin(property, mode)]);
  });
}

/** Whether a resource has a rule for the TLS mode of a host, or may have one. */
function setsMode({ type, attributes }: CheckedResource, host: RecordName, references: References): boolean {
  if (type === "cloudflare_page_rule") {
    const target = references.text(attributes.target);
    return hasMode(attributes.actions) && (target === undefined || isTargeted(target, host));
  }
  if (type !== "cloudflare_ruleset") return false;
  if (!Array.isArray(attributes.rules)) return attributes.phase === "http_config_settings";
  return attributes.rules.some((rule) => {
    const { expression, action_parameters: parameters } = blockOf(rule) ?? {};
    const text = references.text(expression);
    return hasMode(parameters) && (text === undefined || isForHost(text, host));
  });
}

function hasMode(actions: unknown): boolean {
  return !isUnset(blockOf(actions)?.ssl);
}
