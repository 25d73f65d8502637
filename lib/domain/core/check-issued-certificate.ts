import { commonNameLength } from "../../rules/certificate/common-name-length";
import { hostOutsideZone } from "../../rules/certificate/host-outside-zone";
import { keyAlgorithm } from "../../rules/certificate/key-algorithm";
import { Finding } from "../../rules/finding";
import { IsUnknown, whenKnown } from "../../rules/known";
import { checkHostnames } from "./check-hostnames";
import { isInsideZone, normalizeHostname } from "./hostname";

/** What ACM issues for; it imports certificates for more. */
const KEY_ALGORITHMS = ["RSA_2048", "EC_prime256v1", "EC_secp384r1"];

/** What the largest quota allows that AWS gives. */
const MOST_HOSTNAMES = 100;

export interface IssuedCertificateInput {
  readonly hostnames: readonly string[];
  readonly zoneName: string;
  readonly keyAlgorithm?: string;
}

/** What ACM would refuse, and what it would wait for in vain. */
export function checkIssuedCertificate(input: IssuedCertificateInput, isUnknown: IsUnknown): Finding[] {
  const { hostnames, zoneName } = input;
  return [
    ...checkHostnames("hostnames", hostnames, MOST_HOSTNAMES),
    ...whenKnown(normalizeHostname(hostnames[0] ?? ""), isUnknown, (first) => commonNameLength("hostnames[0]", first)),
    ...whenKnown(zoneName, isUnknown, (zone) => hostnames.flatMap((name, index) => checkZone(name, zone, index))),
    ...whenKnown(input.keyAlgorithm, isUnknown, (given) => keyAlgorithm("keyAlgorithm", given, KEY_ALGORITHMS)),
  ];
}

/** What is no host name at all is said elsewhere. */
function checkZone(hostname: string, zoneName: string, index: number): Finding[] {
  if (normalizeHostname(hostname) === undefined || isInsideZone(hostname, zoneName)) return [];
  return hostOutsideZone(`hostnames[${index}]`, hostname, zoneName);
}
