/** What the target of a page rule, or an address, has besides its scheme. */
export function withoutScheme(target: string): string {
  return target.replace(/^[a-z*]+:\/\//i, "");
}

/** The host of a target, which may have a scheme, a path and asterisks. */
export function schemelessHost(target: string): string {
  return withoutScheme(target).replace(/\/.*$/s, "").toLowerCase();
}

/** Whether a target is for a host. */
export function isTargetOf(target: string, host: string): boolean {
  return isHostPattern(schemelessHost(target), host);
}

/** Whether a pattern, in which an asterisk is any text, is for a host. */
export function isHostPattern(pattern: string, host: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return host === first;
  let end = first.length;
  if (!host.startsWith(first)) return false;
  for (const part of others) {
    const at = host.indexOf(part, end);
    if (at === -1) return false;
    end = at + part.length;
  }
  return host.length >= end + last.length && host.endsWith(last);
}

/** Whether two targets are for http alone, and for https alone. */
export function differInScheme(one: string, other: string): boolean {
  const [first, second] = [one, other].map((target) => /^(https?):\/\//i.exec(target)?.[1]!.toLowerCase());
  return first !== undefined && second !== undefined && first !== second;
}
