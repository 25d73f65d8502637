import { hostnameProblem, isInsideZone, isWildcard, normalizeHostname } from "../../domain/core/hostname";
import { hostOutsideZone } from "../../rules/edge/host-outside-zone";
import { hostSyntax } from "../../rules/edge/host-syntax";
import { Finding } from "../../rules/finding";
import { duplicateHost } from "../../rules/front/duplicate-host";
import { IsUnknown, whenKnown } from "../../rules/known";

/** The hosts of a front in their one form, and what is wrong with them in the words of its own options. */
export function readFrontHosts(
  { host, additionalHosts = [] }: { readonly host: string; readonly additionalHosts?: readonly string[] },
  zoneName: string,
  isUnknown: IsUnknown,
): { hosts: string[]; findings: Finding[] } {
  const given = [
    { property: "host", text: host },
    ...additionalHosts.map((text, index) => ({ property: `additionalHosts[${index}]`, text })),
  ];
  const hosts: string[] = [];
  const findings: Finding[] = [];
  for (const { property, text } of given) {
    const name = normalizeHostname(text) ?? text;
    if (hosts.includes(name)) findings.push(...duplicateHost(property, text));
    else findings.push(...checkHost(property, text, zoneName, isUnknown));
    hosts.push(name);
  }
  return { hosts, findings };
}

function checkHost(property: string, host: string, zoneName: string, isUnknown: IsUnknown): Finding[] {
  const problem = hostnameProblem(host) ?? (isWildcard(host) ? "a wildcard is no host of its own" : undefined);
  if (problem !== undefined) return hostSyntax(property, host, problem);
  return whenKnown(zoneName, isUnknown, (zone) =>
    isInsideZone(host, zone) ? [] : hostOutsideZone(property, host, zone),
  );
}
