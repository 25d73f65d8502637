import { CertificateSource } from "../../domain/domain-certificate";
import { hostnameProblem, isWildcard, normalizeHostname } from "../../domain/core/hostname";
import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { defaultEndpointTarget } from "../../rules/edge/default-endpoint-target";
import { hostOutsideZone } from "../../rules/edge/host-outside-zone";
import { hostSyntax } from "../../rules/edge/host-syntax";
import { hostTooDeep } from "../../rules/edge/host-too-deep";
import { needsProxy } from "../../rules/edge/needs-proxy";
import { proxiedTtl } from "../../rules/edge/proxied-ttl";
import { refusedValue } from "../../rules/edge/refused-value";
import { unproxiedOriginCa } from "../../rules/edge/unproxied-origin-ca";

/** What is known of a host. */
export interface HostFacts {
  readonly host: string;
  /** The name of the zone, in its one form. */
  readonly zoneName: string;
  /** The target as it is written in Terraform. */
  readonly target: string;
  readonly proxied: boolean;
  readonly ttlSeconds?: number;
  readonly certificateSource?: CertificateSource;
  /** Whether the visitors' certificate is the one that comes with every zone. */
  readonly hasUniversalCertificate: boolean;
  /** Options that do nothing for an unproxied record, with their values. */
  readonly edgeOptions: readonly (readonly [property: string, value: unknown])[];
}

/** Checks a host, its record and what may be said of it. */
export function checkHost(facts: HostFacts, isUnknown: IsUnknown): Finding[] {
  return [
    ...whenKnown(facts.host, isUnknown, (host) => checkName(host, facts, isUnknown)),
    ...checkTarget(facts.target, isUnknown),
    ...(facts.proxied ? checkProxied(facts, isUnknown) : checkUnproxied(facts, isUnknown)),
  ];
}

function checkName(written: string, { zoneName, proxied, hasUniversalCertificate }: HostFacts, isUnknown: IsUnknown) {
  const host = normalizeHostname(written);
  if (host === undefined) return hostSyntax("host", written, hostnameProblem(written)!);
  if (isWildcard(host)) return hostSyntax("host", written, "a wildcard is no host of its own");
  return whenKnown(zoneName, isUnknown, (zone) => {
    if (host !== zone && !host.endsWith(`.${zone}`)) return hostOutsideZone("host", host, zone);
    return proxied && hasUniversalCertificate ? hostTooDeep("host", host, zone) : [];
  });
}

function checkTarget(target: string, isUnknown: IsUnknown): Finding[] {
  const endpoint = defaultEndpointTarget("target", target);
  if (endpoint.length > 0) return endpoint;
  return whenKnown(target, isUnknown, (name) => {
    const problem = hostnameProblem(name) ?? (isWildcard(name) ? "a wildcard leads nowhere" : undefined);
    return problem === undefined ? [] : hostSyntax("target", name, problem);
  });
}

function checkProxied({ ttlSeconds }: HostFacts, isUnknown: IsUnknown): Finding[] {
  return whenKnown(ttlSeconds, isUnknown, (ttl) => proxiedTtl("ttlSeconds", ttl));
}

function checkUnproxied({ ttlSeconds, certificateSource, edgeOptions }: HostFacts, isUnknown: IsUnknown): Finding[] {
  return [
    ...(certificateSource === CertificateSource.ORIGIN_CA ? unproxiedOriginCa("proxied") : []),
    ...whenKnown(ttlSeconds, isUnknown, (ttl) =>
      Number.isInteger(ttl) && (ttl === 1 || (ttl >= 30 && ttl <= 86_400))
        ? []
        : refusedValue("ttlSeconds", ttl, "1 for Cloudflare's choice, or 30 to 86400"),
    ),
    ...edgeOptions.flatMap(([property, value]) => needsProxy(property, value)),
  ];
}
