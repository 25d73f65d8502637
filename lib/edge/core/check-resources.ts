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

/** A resource of Terraform's as its JSON has it. */
export interface PlainResource {
  readonly type: string;
  readonly name: string;
  readonly attributes: { readonly [name: string]: unknown };
}

/** A host that needs Full (strict) TLS. */
export interface ProtectedHost {
  readonly host: string;
  /** Whether the zone's own mode is what it goes by. */
  readonly reliesOnZone: boolean;
  /** Whether a page rule sets its mode: a configuration rule would win over it. */
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
  const isProxied = proxied === true || proxied === "true";
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
  return type === "cloudflare_page_rule" ? `${type} ${String(zoneId)} ${hostOfTarget(target)}` : undefined;
}

/** Page rules for other paths of a host stand beside one another, unless one of them is to set the TLS mode of both. */
function areApart(one: PlainResource, other: PlainResource): boolean {
  if (one.type !== "cloudflare_page_rule") return false;
  const [first, second] = [one, other].map(({ attributes }) => attributes);
  if (withoutScheme(first!.target) === withoutScheme(second!.target)) return false;
  if (first!.actions === undefined || second!.actions === undefined) return false;
  const [firstHasMode, secondHasMode] = [first, second].map((page) => asObject(page!.actions).ssl !== undefined);
  return firstHasMode === secondHasMode;
}

function twice(resource: PlainResource, other: string): Finding[] {
  const { phase, target, setting_id: setting } = resource.attributes;
  if (resource.type === "cloudflare_ruleset") return secondRuleset(at(resource, "phase"), String(phase), other);
  return resource.type === "cloudflare_page_rule"
    ? secondPageRule(at(resource, "target"), String(target), other)
    : settingDeclaredTwice(at(resource, "setting_id"), setting, other);
}

/** The host of a page rule's target, which may have a scheme and a path. */
function hostOfTarget(target: unknown): string {
  return withoutScheme(target).replace(/\/.*$/s, "").toLowerCase();
}

function withoutScheme(target: unknown): string {
  return String(target).replace(/^[a-z*]+:\/\//i, "");
}

function checkTls(resource: PlainResource, allHosts: readonly ProtectedHost[]): Finding[] {
  const { type, attributes } = resource;
  const { zone_id: zone } = attributes;
  const hosts = allHosts.filter(({ zoneId }) => zone === undefined || zoneId === undefined || zone === zoneId);
  if (type === "cloudflare_page_rule") {
    const { ssl } = asObject(attributes.actions);
    const target = asRegExp(hostOfTarget(attributes.target));
    return isInsecure(ssl) && hosts.some(({ host, hasRule }) => hasRule !== true && target.test(host))
      ? insecureTlsMode(at(resource, "actions.ssl"), ssl)
      : [];
  }
  if (type === "cloudflare_zone_setting") {
    const { setting_id: setting, value } = attributes;
    const isRelevant = setting === "ssl" && hosts.some(({ reliesOnZone }) => reliesOnZone);
    return isRelevant && isInsecure(value) ? insecureTlsMode(at(resource, "value"), value) : [];
  }
  return type === "cloudflare_ruleset" ? checkConfigRules(resource, hosts) : [];
}

function checkConfigRules(resource: PlainResource, hosts: readonly ProtectedHost[]): Finding[] {
  return rulesOf(resource).flatMap(({ expression, ssl }, index) =>
    isInsecure(ssl) && hosts.some(({ host }) => expression.includes(`"${host}"`) || !NAMES_HOSTS.test(expression))
      ? insecureTlsMode(at(resource, `rules[${index}].action_parameters.ssl`), ssl)
      : [],
  );
}

/** A rule without any of these is for every host of the zone. */
const NAMES_HOSTS = /\bhttp\.host\b|\bfull_uri\b/;

function isInsecure(mode: unknown): mode is string {
  return INSECURE_MODES.includes(mode as string);
}

/** What leads to API Gateway, in an address or in a reference. */
const API_GATEWAY = /\.execute-api\.|aws_(apigatewayv2|api_gateway)_domain_name\./;

/** The proxied records that lead to API Gateway, and whether a rule sets their TLS mode. */
function hostsOfRecords(
  resources: readonly PlainResource[],
  known: readonly ProtectedHost[],
  isUnknown: IsUnknown,
): ProtectedHost[] {
  const strictRules = resources.filter(({ type }) => type === "cloudflare_ruleset").flatMap(rulesOf);
  return resources.flatMap(({ type, attributes }) => {
    const { name, content, proxied, zone_id: zoneId } = attributes;
    const isHost = RECORD.test(type) && proxied === true && API_GATEWAY.test(String(content));
    if (!isHost || typeof name !== "string" || isUnknown(name) || known.some(({ host }) => host === name)) return [];
    const isStrict = strictRules.some(({ expression, ssl }) => ssl === "strict" && expression.includes(`"${name}"`));
    return [{ host: name.toLowerCase(), reliesOnZone: !isStrict, hasRule: isStrict, zoneId }];
  });
}

function rulesOf({ attributes }: PlainResource): { readonly expression: string; readonly ssl: unknown }[] {
  const { rules } = attributes;
  if (!Array.isArray(rules)) return [];
  return rules.map((rule) => {
    const { expression, action_parameters: parameters } = asObject(rule);
    return { expression: String(expression), ssl: asObject(parameters).ssl };
  });
}

/** A nested object; where the provider has a block, Terraform's JSON may have a list of one. */
function asObject(value: unknown): { readonly [name: string]: unknown } {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "object" && one !== null ? (one as { [name: string]: unknown }) : {};
}

function asRegExp(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}

function address({ type, name }: PlainResource): string {
  return `${type}.${name}`;
}

function at(resource: PlainResource, attribute: string): string {
  return `${address(resource)}.${attribute}`;
}
