import { hostnameCount } from "../../rules/certificate/hostname-count";
import { hostnameSyntax } from "../../rules/certificate/hostname-syntax";
import { Finding } from "../../rules/finding";
import { hostnameProblem, normalizeHostname } from "./hostname";

/** @param most names that the issuer takes; undefined where there is no such limit */
export function checkHostnames(property: string, hostnames: readonly string[], most?: number): Finding[] {
  const distinct = new Set(hostnames.map((hostname) => normalizeHostname(hostname) ?? hostname));
  return [
    ...hostnameCount(property, distinct.size, most),
    ...hostnames.flatMap((hostname, index) => checkHostname(`${property}[${index}]`, hostname)),
  ];
}

function checkHostname(property: string, hostname: string): Finding[] {
  const problem = hostnameProblem(hostname);
  return problem === undefined ? [] : hostnameSyntax(property, hostname, problem);
}
