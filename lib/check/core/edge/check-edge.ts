import { ProtectedHost, checkResources } from "../../../edge/core/check-resources";
import { hostTooDeep } from "../../../rules/edge/host-too-deep";
import { hostOutsideZone } from "../../../rules/edge/host-outside-zone";
import { noHttpsRedirect } from "../../../rules/edge/no-https-redirect";
import { unproxiedOriginCa } from "../../../rules/edge/unproxied-origin-ca";
import { zoneId } from "../../../rules/edge/zone-id";
import { Found, foundIn, revalued } from "../found";
import { Finding } from "../../../rules/finding";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown, unknownAt } from "../unknown";
import { blockOf, isUnset, knownText } from "../values";
import { certificateFacts } from "../domain/read-certificate";
import { checkPageRules } from "./check-page-rules";
import { lacksRedirect } from "./check-redirect";
import { checkRulesets } from "./check-rulesets";
import { checkZoneModes, hasConfigRule } from "./check-zone-modes";
import { mayBeOlderProvider } from "./older-provider";
import { edgeResources } from "./plain-edge-resources";
import { SeenHost, readHosts } from "./read-hosts";
import { isNamed } from "./record-name";

/**
 * Checks what a configuration has at Cloudflare.
 *
 * @param others the hosts of other configurations that are known to lead to API Gateway through Cloudflare
 */
export function checkEdge(
  configuration: PlainConfiguration,
  references: References,
  others: readonly string[],
): Found[] {
  const { resources } = configuration;
  const hosts = readHosts(configuration, references);
  const elsewhere = others.map((host): ProtectedHost => ({ host, reliesOnZone: false }));
  const here = hosts.filter((seen) => seen.isProxied === true && isNamed(seen));
  const allHosts = [...here, ...elsewhere];
  const of = (wanted: string) => resources.filter(({ type, isData }) => type === wanted && !isData);
  const { plain, located } = edgeResources(resources, hosts, references);
  const protectedHosts = [...here.map((seen) => protectedHost(seen, resources, references)), ...elsewhere];
  return [
    ...located(checkResources(plain, isUnknown, protectedHosts)).filter(({ finding }) => isOf(finding, configuration)),
    ...resources.flatMap(checkZoneId),
    ...checkRulesets(of("cloudflare_ruleset"), allHosts, references),
    ...checkPageRules(of("cloudflare_page_rule"), allHosts, references),
    ...checkZoneModes(resources, hosts, references),
    ...hosts.flatMap((host) => foundIn(host.record, checkHost(host, configuration, references))),
  ];
}

/** The mode of its zone is judged in another place. */
function protectedHost(seen: SeenHost, resources: readonly CheckedResource[], references: References): ProtectedHost {
  const { host, beginning, record, zone = unknownAt(record.address) } = seen;
  const hasRule = hasConfigRule(resources, seen, references);
  return { host, beginning, zoneId: zone, reliesOnZone: false, hasRule };
}

/** Before version 5 of the provider a page rule was on if it said nothing, and the names of a certificate had no order. */
const OF_VERSION_5 = ["certificate/hostnames-unsorted", "edge/inactive-page-rule"];

function isOf({ rule }: Finding, configuration: PlainConfiguration): boolean {
  return !OF_VERSION_5.includes(rule) || !mayBeOlderProvider(configuration);
}

/** The hosts that lead to API Gateway through Cloudflare. */
export function protectedHosts(configuration: PlainConfiguration): string[] {
  return readHosts(configuration, new References(configuration)).flatMap(({ host, isProxied }) =>
    host !== undefined && isProxied === true ? [host] : [],
  );
}

function checkZoneId(resource: CheckedResource): Found[] {
  const id = resource.type.startsWith("cloudflare_") ? knownText(resource.attributes.zone_id) : undefined;
  return id === undefined ? [] : foundIn(resource, zoneId("zone_id", id));
}

function checkHost(seen: SeenHost, configuration: PlainConfiguration, references: References) {
  const { isProxied, zoneName } = seen;
  if (isProxied === undefined) return [];
  if (!isProxied) return leadsToOriginCa(seen, references) ? unproxiedOriginCa("proxied") : [];
  return [
    ...(zoneName === undefined ? [] : checkName(seen, zoneName, configuration, references)),
    ...(lacksRedirect(seen, configuration, references)
      ? noHttpsRedirect("proxied").map((finding) => revalued(finding, true))
      : []),
  ];
}

/** A name that is not in the zone becomes one below it; only that of the domain tells which one was meant. */
function checkName(seen: SeenHost, zoneName: string, configuration: PlainConfiguration, references: References) {
  const { host, domain } = seen;
  const meant = references.text(domain?.attributes.domain_name)?.toLowerCase();
  const isMeant = meant !== undefined && !isUnknown(meant) && host === `${meant}.${zoneName}`;
  if (isMeant) return hostOutsideZone("name", meant, zoneName);
  const isDeep = host !== undefined && !hasOwnEdgeCertificate(seen, configuration, references);
  return isDeep ? hostTooDeep("name", host, zoneName) : [];
}

function leadsToOriginCa({ domain }: SeenHost, references: References): boolean {
  const { attributes = {} } = domain ?? {};
  const arn = blockOf(attributes.domain_name_configuration)?.certificate_arn ?? attributes.regional_certificate_arn;
  return !isUnset(arn) && certificateFacts(arn, references).source === "origin-ca";
}

const EDGE_CERTIFICATES = /^cloudflare_(total_tls|certificate_pack|custom_ssl)$/;

/** Whether something issues certificates for the zone besides Universal SSL; a zone that is not known may be any. */
function hasOwnEdgeCertificate({ zone }: SeenHost, { resources }: PlainConfiguration, references: References): boolean {
  return resources.some(({ type, attributes }) => {
    const other = EDGE_CERTIFICATES.test(type) ? references.identity(attributes.zone_id) : undefined;
    return EDGE_CERTIFICATES.test(type) && (other === undefined || other === zone);
  });
}
