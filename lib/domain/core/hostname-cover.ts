import { isWildcard, normalizeHostname } from "./hostname";

/** Whether one of a certificate's names covers a host. A wildcard stands for exactly one label. */
export function coversHost(hostnames: readonly string[], host: string): boolean {
  const wanted = comparable(host);
  return hostnames.some((hostname) => covers(comparable(hostname), wanted));
}

/** A certificate may hold names that are no host names, such as one with an underscore. */
function comparable(name: string): string {
  return normalizeHostname(name) ?? name.toLowerCase();
}

function covers(hostname: string, host: string): boolean {
  if (hostname === host) return true;
  const dot = host.indexOf(".");
  return isWildcard(hostname) && !isWildcard(host) && dot > 0 && host.slice(dot) === hostname.slice(1);
}
