import { Finding } from "../../rules/finding";
import { doesNotCoverHost } from "../../rules/certificate/does-not-cover-host";
import { certificateRegion } from "../../rules/domain/certificate-region";
import { mutualTlsOnEdge } from "../../rules/domain/mutual-tls-on-edge";
import { originCaOnEdge } from "../../rules/domain/origin-ca-on-edge";
import { ownershipCertificate } from "../../rules/domain/ownership-certificate";
import { securityPolicy } from "../../rules/domain/security-policy";
import { truststoreRegion } from "../../rules/domain/truststore-region";
import { truststoreUri } from "../../rules/domain/truststore-uri";
import { wildcardCertificate } from "../../rules/domain/wildcard-certificate";
import { IsUnknown, whenKnown } from "../../rules/known";
import { CertificateFacts, DomainInput } from "./domain-input";
import { isWildcard } from "./hostname";

const ISSUED = "issued";
const V2_DOMAIN = "aws_apigatewayv2_domain_name";
const LEGACY_POLICY = "TLS_1_2";
const ENHANCED_POLICY = /^SecurityPolicy_TLS1[23]_\w+$/;
const EDGE_POLICY = /_EDGE$/;
const ACCESS_MODES = ["BASIC", "STRICT"];

/**
 * What is wrong with the certificate of a domain.
 *
 * @param hostname the domain in its one form; undefined where it is not known, or no host name
 */
export function checkCertificate(input: DomainInput, hostname: string | undefined): Finding[] {
  const { certificate, endpointType, region } = input;
  const isEdge = endpointType === "EDGE";
  return [
    ...(isEdge && certificate.source === "origin-ca" ? originCaOnEdge("certificate") : []),
    ...checkPlace("certificate", certificate, isEdge ? "us-east-1" : region),
    ...(hostname === undefined ? [] : doesNotCoverHost("domainName", hostname, certificate.hostnames)),
    ...(hostname !== undefined && isWildcard(hostname) && isNotIssued(certificate)
      ? wildcardCertificate("certificate", certificate.source!)
      : []),
  ];
}

/** What is wrong with the mutual TLS of a domain. */
export function checkMutualTls(input: DomainInput, hostname: string | undefined, isUnknown: IsUnknown): Finding[] {
  const { endpointType, mutualTls, region } = input;
  if (mutualTls === undefined) return [];
  return [
    ...(endpointType === "EDGE" ? mutualTlsOnEdge("endpointType", endpointType) : []),
    ...whenKnown(mutualTls.truststoreUri, isUnknown, (uri) => truststoreUri("mutualTls.truststoreUri", String(uri))),
    ...truststoreRegion("mutualTls.truststoreRegion", mutualTls.truststoreRegion, region),
    ...checkOwnership(input, mutualTls.ownership, hostname),
  ];
}

function checkOwnership(
  { certificate, region }: DomainInput,
  ownership: CertificateFacts | undefined,
  hostname: string | undefined,
): Finding[] {
  const property = "mutualTls.ownershipVerificationCertificate";
  if (ownership === undefined) return isNotIssued(certificate) ? ownershipCertificate(property, undefined) : [];
  return [
    ...(isNotIssued(ownership) ? ownershipCertificate(property, ownership.source) : []),
    ...(hostname === undefined ? [] : doesNotCoverHost(property, hostname, ownership.hostnames)),
    ...checkPlace(property, ownership, region),
  ];
}

function checkPlace(property: string, { region }: CertificateFacts, wanted: string | undefined): Finding[] {
  if (region === undefined || wanted === undefined) return [];
  return certificateRegion(`${property}.certificateRegion`, region, wanted);
}

/** Whether it is known to come from elsewhere than ACM itself. */
function isNotIssued({ source }: CertificateFacts): boolean {
  return source !== undefined && source !== ISSUED;
}

/** What is wrong with the TLS that a domain speaks. */
export function checkSecurityPolicy(input: DomainInput, resource: string, isUnknown: IsUnknown): Finding[] {
  const { endpointAccessMode: mode, securityPolicy: policy } = input;
  if (mode !== undefined && (policy === LEGACY_POLICY || resource === V2_DOMAIN)) {
    return securityPolicy("endpointAccessMode", mode, "nothing with TLS_1_2", "Leave endpointAccessMode out.");
  }
  if (isUnknown(policy) || policy === LEGACY_POLICY) return [];
  const refused = checkEnhancedPolicy(input, resource);
  return refused.length > 0 ? refused : checkAccessMode(mode, isUnknown);
}

function checkEnhancedPolicy(input: DomainInput, resource: string): Finding[] {
  const { endpointType, mappings, mutualTls, securityPolicy: policy } = input;
  const needsLegacy =
    resource === V2_DOMAIN || mutualTls !== undefined || mappings.some(({ api }) => api.type === "HTTP");
  const refuse = (allowed: string, change: string) => securityPolicy("securityPolicy", policy, allowed, change);
  if (!ENHANCED_POLICY.test(String(policy))) {
    return refuse("TLS_1_2, or for REST APIs a SecurityPolicy_…", "Leave securityPolicy out for TLS_1_2.");
  }
  if (needsLegacy) {
    return refuse(
      "TLS_1_2 with HTTP APIs, with mutual TLS and with aws_apigatewayv2_domain_name",
      "Leave securityPolicy out.",
    );
  }
  if (EDGE_POLICY.test(String(policy)) === (endpointType === "EDGE")) return [];
  const edge = endpointType === "EDGE";
  return refuse(
    edge ? "a policy whose name ends with _EDGE" : "a policy whose name does not end with _EDGE",
    `Take a policy for ${endpointType} domains.`,
  );
}

function checkAccessMode(mode: unknown, isUnknown: IsUnknown): Finding[] {
  if (isUnknown(mode) || ACCESS_MODES.includes(mode as string)) return [];
  return securityPolicy(
    "endpointAccessMode",
    mode,
    "BASIC or STRICT with a SecurityPolicy_…",
    "Set endpointAccessMode: STRICT wants requests for this very host, which is what Cloudflare sends.",
  );
}
