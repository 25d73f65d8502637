import { hostnameProblem, isInsideZone, isWildcard, normalizeHostname } from "../../domain/core/hostname";
import { doesNotCoverHost } from "../../rules/certificate/does-not-cover-host";
import { hostOutsideZone } from "../../rules/edge/host-outside-zone";
import { hostSyntax } from "../../rules/edge/host-syntax";
import { Finding } from "../../rules/finding";
import { duplicateHost } from "../../rules/front/duplicate-host";
import { IsUnknown, whenKnown } from "../../rules/known";

interface GivenHosts {
  readonly host: string;
  readonly additionalHosts?: readonly string[];
}

/** The hosts of a front in their one form, and what is wrong with them in the words of its own options. */
export function readFrontHosts(
  front: GivenHosts,
  zoneName: string,
  isUnknown: IsUnknown,
): { hosts: string[]; findings: Finding[] } {
  const hosts: string[] = [];
  const findings: Finding[] = [];
  for (const { property, text } of givenHosts(front)) {
    const name = normalizeHostname(text) ?? text;
    if (hosts.includes(name)) findings.push(...duplicateHost(property, text));
    else findings.push(...checkHost(property, text, zoneName, isUnknown));
    hosts.push(name);
  }
  return { hosts, findings };
}

/** @param hostnames the names of the certificate that is given; undefined where they are not known */
export function checkCoverage(front: GivenHosts, hostnames: readonly string[] | undefined): Finding[] {
  return givenHosts(front).flatMap(({ property, text }) => {
    const host = normalizeHostname(text);
    return host === undefined ? [] : doesNotCoverHost(property, host, hostnames);
  });
}

function givenHosts({ host, additionalHosts = [] }: GivenHosts): { property: string; text: string }[] {
  return [
    { property: "host", text: host },
    ...additionalHosts.map((text, index) => ({ property: `additionalHosts[${index}]`, text })),
  ];
}

function checkHost(property: string, host: string, zoneName: string, isUnknown: IsUnknown): Finding[] {
  const problem = hostnameProblem(host) ?? (isWildcard(host) ? "a wildcard is no host of its own" : undefined);
  if (problem !== undefined) return hostSyntax(property, host, problem);
  return whenKnown(zoneName, isUnknown, (zone) =>
    isInsideZone(host, zone) ? [] : hostOutsideZone(property, host, zone),
  );
}
