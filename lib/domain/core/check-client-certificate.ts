import { Finding } from "../../rules/finding";
import { notACa } from "../../rules/certificate/not-a-ca";
import { clientCertificateChain } from "../../rules/domain/client-certificate-chain";
import { clientCertificateExpired } from "../../rules/domain/client-certificate-expired";
import { clientCertificateIsCa } from "../../rules/domain/client-certificate-is-ca";
import { clientCertificateKey } from "../../rules/domain/client-certificate-key";
import { CertificateFacts } from "./certificate-facts";
import { Reading, readCertificates, readOneCertificate } from "./read-pem";

const LONGEST_CHAIN = 4;

/** PEM texts; undefined where one is not given, or only known to Terraform. */
export interface ClientCertificateInput {
  readonly certificate?: string;
  readonly ca?: string;
}

/** What Cloudflare or API Gateway would have against a client certificate and the CA that signed it. */
export function checkClientCertificate({ certificate, ca }: ClientCertificateInput, now: Date): Finding[] {
  const leaf = readIfKnown("clientCertificate", certificate, readOneCertificate);
  const store = readIfKnown("clientCa", ca, readCertificates);
  return [
    ...leaf.findings,
    ...store.findings,
    ...checkLeaf(leaf.value, now),
    ...checkCas(store.value ?? [], now),
    ...checkChain(leaf.value, store.value ?? []),
  ];
}

function readIfKnown<T>(
  property: string,
  text: string | undefined,
  read: (property: string, text: string) => Reading<T>,
): Reading<T> {
  return text === undefined ? { findings: [] } : read(property, text);
}

function checkLeaf(leaf: CertificateFacts | undefined, now: Date): Finding[] {
  if (leaf === undefined) return [];
  return [
    ...(leaf.isCa ? clientCertificateIsCa("clientCertificate", leaf.subject) : []),
    ...clientCertificateKey("clientCertificate", leaf.key.name),
    ...checkDates("clientCertificate", leaf, now),
  ];
}

function checkCas(cas: readonly CertificateFacts[], now: Date): Finding[] {
  return cas.flatMap((ca) => [...(ca.isCa ? [] : notACa("clientCa", ca.subject)), ...checkDates("clientCa", ca, now)]);
}

function checkDates(property: string, { subject, validFrom, validTo }: CertificateFacts, now: Date): Finding[] {
  if (now >= validFrom && now <= validTo) return [];
  const found = `a certificate of ${subject} that is valid from ${dayOf(validFrom)} to ${dayOf(validTo)}`;
  return clientCertificateExpired(property, found);
}

/** Follows the issuers as far as the trust store has them. */
function checkChain(leaf: CertificateFacts | undefined, cas: readonly CertificateFacts[]): Finding[] {
  if (leaf === undefined || cas.length === 0) return [];
  const chain = [leaf];
  for (;;) {
    const last = chain[chain.length - 1]!;
    const next = cas.find((ca) => ca.fingerprint !== last.fingerprint && last.isSignedBy(ca));
    if (next === undefined || chain.includes(next)) break;
    chain.push(next);
  }
  const [, issuer] = chain;
  if (issuer === undefined) {
    const found = cas.map(({ subject }) => subject).join("; ");
    return clientCertificateChain("clientCa", found, `a CA that signed the certificate of ${leaf.subject}`);
  }
  if (chain.length <= LONGEST_CHAIN) return [];
  return clientCertificateChain(
    "clientCa",
    `a chain of ${chain.length} certificates`,
    `${LONGEST_CHAIN} certificates from the client's to the root's`,
  );
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
