import { withoutWildcard } from "./hostname";

/** One record by which ACM sees that a domain is under the user's control. */
export interface ValidationRecord {
  /** What tells the record apart: the host name without its wildcard. */
  readonly hostname: string;
  /** The name of the certificate by which the record is found among those that ACM asks for. */
  readonly domainName: string;
}

/** The records of a certificate's names, each once: a name and its wildcard are validated by the same record. */
export function validationRecords(hostnames: readonly string[]): ValidationRecord[] {
  const records = new Map<string, ValidationRecord>();
  for (const domainName of hostnames) {
    const hostname = withoutWildcard(domainName);
    if (!records.has(hostname)) records.set(hostname, { hostname, domainName });
  }
  return [...records.values()];
}
