import { Finding } from "../../rules/finding";
import { hostnamesUnsorted } from "../../rules/certificate/hostnames-unsorted";
import { defaultEndpointTarget } from "../../rules/edge/default-endpoint-target";
import { inactivePageRule } from "../../rules/edge/inactive-page-rule";
import { INSECURE_MODES, insecureTlsMode } from "../../rules/edge/insecure-tls-mode";
import { proxiedTtl } from "../../rules/edge/proxied-ttl";
import { proxiedValidationRecord } from "../../rules/edge/proxied-validation-record";
import { secondPageRule } from "../../rules/edge/second-page-rule";
import { secondRuleset } from "../../rules/edge/second-ruleset";
import { settingDeclaredTwice } from "../../rules/edge/setting-declared-twice";
import { IsUnknown } from "../../rules/known";
import { NamedHost } from "./host-test";
import { isForHost } from "./match-request";
import { differInScheme, isTargetOf, schemelessHost, withoutScheme } from "./page-rule-target";
import { PlainRule, blockOf, isPageRuleOn, plainRules } from "./plain-rules";

/** A resource of Terraform's as its JSON has it. */
export interface PlainResource {
  readonly type: string;
  readonly name: string;
  readonly attributes: { readonly [name: string]: unknown };
}

/** A host that needs Full (strict) TLS. */
export interface ProtectedHost extends NamedHost {
  /** Whether the zone's own mode is what it goes by. */
  readonly reliesOnZone: boolean;
  /** Whether a configuration rule sets its mode: it wins over a page rule. */
  readonly hasRule?: boolean;
  /** The id of its zone as it is written; any where it is not known. */
  readonly zoneId?: unknown;
}

/**
 * Finds mistakes in Cloudflare resources that were written by hand: in the stack of a zone, or in any Terraform JSON.
 *
 * @param hosts the hosts that are known to lead to API Gateway, besides the proxied records that do
 */
export function checkResources(
  resources: readonly PlainResource[],
  isUnknown: IsUnknown,
  hosts: readonly ProtectedHost[] = [],
): Finding[] {
  const protectedHosts = [...hosts, ...hostsOfRecords(resources, hosts, isUnknown)];
  return [
    ...resources.flatMap((resource) => checkOne(resource, isUnknown)),
    ...checkTwice(resources),
    ...resources.flatMap((resource) => checkTls(resource, protectedHosts)),
  ];
}

function checkOne(resource: PlainResource, isUnknown: IsUnknown): Finding[] {
  if (RECORD.test(resource.type)) return checkRecord(resource, isUnknown);
  if (resource.type === "cloudflare_page_rule" && resource.attributes.status === undefined) {
    return inactivePageRule(at(resource, "status"));
  }
  if (resource.type !== "cloudflare_origin_ca_certificate") return [];
  const { hostnames } = resource.attributes;
  const isKnown = Array.isArray(hostnames) && hostnames.every((name) => typeof name === "string" && !isUnknown(name));
  return isKnown ? hostnamesUnsorted(at(resource, "hostnames"), hostnames as string[]) : [];
}

const RECORD = /^cloudflare_(dns_)?record$/;

/** Where ACM looks for the proof that somebody owns a name. */
const VALIDATION = /acm-validations\.aws\.?$|\.domain_validation_options\b|\bresource_record_value\b/;

function checkRecord(resource: PlainResource, isUnknown: IsUnknown): Finding[] {
  const { content = resource.attributes.value, proxied, ttl } = resource.attributes;
  const target = typeof content === "string" ? content : "";
  const isProxied = isTrue(proxied);
  return [
    ...defaultEndpointTarget(at(resource, "content"), target),
    ...(isProxied && VALIDATION.test(target) ? proxiedValidationRecord(at(resource, "proxied"), target) : []),
    ...(isProxied && ttl !== undefined && !isUnknown(ttl) ? proxiedTtl(at(resource, "ttl"), Number(ttl)) : []),
  ];
}

/** What a zone has once, by what makes two of them the same. */
function checkTwice(resources: readonly PlainResource[]): Finding[] {
  const first = new Map<string, PlainResource>();
  return resources.flatMap((resource) => {
    const key = identity(resource);
    if (key === undefined) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, resource);
    return other === undefined || areApart(resource, other) ? [] : twice(resource, address(other));
  });
}

function identity({ type, attributes }: PlainResource): string | undefined {
  const { zone_id: zoneId, phase, setting_id: setting, target } = attributes;
  if (zoneId === undefined) return undefined;
  if (type === "cloudflare_ruleset") return `${type} ${String(zoneId)} ${String(phase)}`;
  if (type === "cloudflare_zone_setting") return `${type} ${String(zoneId)} ${String(setting)}`;
  if (type !== "cloudflare_page_rule" || isPageRuleOn(attributes) !== true) return undefined;
  return `${type} ${String(zoneId)} ${schemelessHost(String(target))}`;
}

/** Page rules for other paths of a host stand beside one another, unless one of them is to set the TLS mode of both. */
function areApart(one: PlainResource, other: PlainResource): boolean {
  if (one.type !== "cloudflare_page_rule") return false;
  const { actions, target } = one.attributes;
  const { actions: otherActions, target: otherTarget } = other.attributes;
  if (differInScheme(String(target), String(otherTarget))) return true;
  if (withoutScheme(String(target)) === withoutScheme(String(otherTarget))) return false;
  if (actions === undefined || otherActions === undefined) return false;
  return hasMode(blockOf(actions)) === hasMode(blockOf(otherActions));
}

function twice(resource: PlainResource, other: string): Finding[] {
  const { phase, target, setting_id: setting } = resource.attributes;
  if (resource.type === "cloudflare_ruleset") return secondRuleset(at(resource, "phase"), String(phase), other);
  return resource.type === "cloudflare_page_rule"
    ? secondPageRule(at(resource, "target"), String(target), other)
    : settingDeclaredTwice(at(resource, "setting_id"), setting, other);
}

function checkTls(resource: PlainResource, allHosts: readonly ProtectedHost[]): Finding[] {
  const { type, attributes } = resource;
  const hosts = allHosts.filter(({ zoneId }) => mayBeOf(resource, zoneId));
  if (type === "cloudflare_page_rule") return checkPageRule(resource, hosts);
  if (type === "cloudflare_zone_setting") {
    const { setting_id: setting, value } = attributes;
    const isRelevant = setting === "ssl" && hosts.some(({ reliesOnZone }) => reliesOnZone);
    return isRelevant && isInsecure(value) ? insecureTlsMode(at(resource, "value"), value) : [];
  }
  return type === "cloudflare_ruleset" ? checkConfigRules(resource, hosts) : [];
}

/** Whether a resource is one of a zone, or may be. */
function mayBeOf({ attributes: { zone_id: zone } }: PlainResource, zoneId: unknown): boolean {
  return zone === undefined || zoneId === undefined || zone === zoneId;
}

function checkPageRule(resource: PlainResource, hosts: readonly ProtectedHost[]): Finding[] {
  const { actions, target } = resource.attributes;
  const { ssl } = blockOf(actions);
  const isMeant = ({ host, hasRule }: ProtectedHost) =>
    host !== undefined && hasRule !== true && isTargetOf(String(target), host);
  return isInsecure(ssl) && isPageRuleOn(resource.attributes) === true && hosts.some(isMeant)
    ? insecureTlsMode(at(resource, "actions.ssl"), ssl)
    : [];
}

/** The last rule that sets a mode wins, at what it is for. */
function checkConfigRules(resource: PlainResource, hosts: readonly ProtectedHost[]): Finding[] {
  const rules = plainRules(resource.attributes.rules).filter(setsMode);
  return rules.flatMap(({ property, isEnabled, parameters: { ssl }, matches }, index) => {
    const later = rules.slice(index + 1);
    const isLast = (host: ProtectedHost) => later.every((other) => /^(none|some)$/.test(other.matches({ host })));
    return isInsecure(ssl) && isEnabled === true && hosts.some((host) => isForHost(matches, host) && isLast(host))
      ? insecureTlsMode(at(resource, `${property}.action_parameters.ssl`), ssl)
      : [];
  });
}

function setsMode({ isEnabled, parameters }: PlainRule): boolean {
  return isEnabled !== false && hasMode(parameters);
}

function hasMode({ ssl }: PlainRule["parameters"]): boolean {
  return ssl !== undefined && ssl !== null;
}

function mayBeFor({ matches }: PlainRule, host: NamedHost): boolean {
  return isForHost(matches, host) !== false;
}

function isInsecure(mode: unknown): mode is string {
  return INSECURE_MODES.includes(mode as string);
}

/** Whether the target of a record leads to API Gateway, as an address or as a reference. */
export function leadsToApiGateway(target: unknown): boolean {
  return /\.execute-api\.|aws_(apigatewayv2|api_gateway)_domain_name\./.test(String(target));
}

/** The proxied records that lead to API Gateway, and whether a rule sets their TLS mode. */
function hostsOfRecords(
  resources: readonly PlainResource[],
  known: readonly ProtectedHost[],
  isUnknown: IsUnknown,
): ProtectedHost[] {
  return resources.flatMap(({ type, attributes }) => {
    const { name, content, proxied, zone_id: zoneId } = attributes;
    const isHost = RECORD.test(type) && isTrue(proxied) && leadsToApiGateway(content);
    if (!isHost || typeof name !== "string" || isUnknown(name) || known.some(({ host }) => host === name)) return [];
    const host = name.toLowerCase();
    const ofZone = resources.filter((resource) => mayBeOf(resource, zoneId));
    const hasRule = ofZone.some((resource) => hasConfigRule(resource, { host }));
    return [{ host, reliesOnZone: !hasRule && !ofZone.some((one) => hasPageRule(one, host)), hasRule, zoneId }];
  });
}

function hasConfigRule({ type, attributes }: PlainResource, host: NamedHost): boolean {
  if (type !== "cloudflare_ruleset") return false;
  return plainRules(attributes.rules).some((rule) => setsMode(rule) && mayBeFor(rule, host));
}

function hasPageRule({ type, attributes }: PlainResource, host: string): boolean {
  if (type !== "cloudflare_page_rule" || isPageRuleOn(attributes) === false) return false;
  return hasMode(blockOf(attributes.actions)) && isTargetOf(String(attributes.target), host);
}

function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

function address({ type, name }: PlainResource): string {
  return `${type}.${name}`;
}

function at(resource: PlainResource, attribute: string): string {
  return `${address(resource)}.${attribute}`;
}
