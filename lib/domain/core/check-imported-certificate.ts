import { KeyObject } from "node:crypto";
import { caKeyType } from "../../rules/certificate/ca-key-type";
import { chainOrder } from "../../rules/certificate/chain-order";
import { doesNotCoverHost } from "../../rules/certificate/does-not-cover-host";
import { keyMismatch } from "../../rules/certificate/key-mismatch";
import { keyType } from "../../rules/certificate/key-type";
import { leafInChain } from "../../rules/certificate/leaf-in-chain";
import { notACa } from "../../rules/certificate/not-a-ca";
import { Finding } from "../../rules/finding";
import { CertificateFacts, keyFacts } from "./certificate-facts";
import { checkHostnames } from "./check-hostnames";
import { checkValidity } from "./check-validity";
import { Reading, readCertificates, readOneCertificate, readPrivateKey } from "./read-pem";

/** A PEM text and the property that it comes from. */
export interface GivenPem {
  readonly property: string;
  /** Undefined where only Terraform knows it, or where it is not given. */
  readonly text: string | undefined;
}

export interface ImportedCertificateInput {
  readonly certificate: GivenPem;
  readonly privateKey: GivenPem;
  readonly chain: GivenPem;
  /** The property and the hosts that the certificate has to cover. */
  readonly hostnames: { readonly property: string; readonly names: readonly string[] | undefined };
}

export interface ImportedCertificateCheck {
  readonly findings: readonly Finding[];
  /** The names of the certificate; undefined where it cannot be read. */
  readonly hostnames?: readonly string[];
}

/** Everything that ACM or a client would have against a certificate, so far as it is known. */
export function checkImportedCertificate(input: ImportedCertificateInput, now: Date): ImportedCertificateCheck {
  const { certificate, privateKey, chain, hostnames } = input;
  const leaf = readIfKnown(certificate, readOneCertificate);
  const key = readIfKnown(privateKey, readPrivateKey);
  const links = readIfKnown(chain, readCertificates);
  const names = hostnames.names ?? [];
  return {
    hostnames: leaf.value?.hostnames,
    findings: [
      ...leaf.findings,
      ...key.findings,
      ...links.findings,
      ...(hostnames.names === undefined ? [] : checkHostnames(hostnames.property, names)),
      ...names.flatMap((host, index) =>
        doesNotCoverHost(`${hostnames.property}[${index}]`, host, leaf.value?.hostnames),
      ),
      ...(leaf.value === undefined ? [] : checkLeaf(certificate.property, leaf.value, now)),
      ...(key.value === undefined ? [] : checkKey(privateKey.property, key.value, leaf.value)),
      ...checkChain(chain.property, links.value ?? [], leaf.value, now),
    ],
  };
}

function readIfKnown<T>(
  { property, text }: GivenPem,
  read: (property: string, text: string) => Reading<T>,
): Reading<T> {
  return text === undefined ? { findings: [] } : read(property, text);
}

function checkLeaf(property: string, leaf: CertificateFacts, now: Date): Finding[] {
  return [...checkValidity(property, leaf, now), ...keyType(property, leaf.key.name)];
}

function checkKey(property: string, key: KeyObject, leaf: CertificateFacts | undefined): Finding[] {
  if (leaf === undefined) return keyType(property, keyFacts(key).name);
  return leaf.isKeyOf(key) ? [] : keyMismatch(property, leaf.subject);
}

function checkChain(
  property: string,
  chain: readonly CertificateFacts[],
  leaf: CertificateFacts | undefined,
  now: Date,
): Finding[] {
  const repeated = chain.findIndex(({ fingerprint }) => fingerprint === leaf?.fingerprint);
  if (repeated >= 0) return leafInChain(property, repeated + 1, chain[repeated]!.subject);
  return [
    ...chain.flatMap((ca) => [...checkValidity(property, ca, now), ...(ca.isCa ? [] : notACa(property, ca.subject))]),
    ...checkLinks(property, leaf === undefined ? chain : [leaf, ...chain], leaf === undefined ? 2 : 1),
    ...(leaf === undefined || chain[0] === undefined ? [] : caKeyType(property, leaf.key.type, chain[0].key.type)),
  ];
}

/** @param second the position in the chain of the second of these */
function checkLinks(property: string, path: readonly CertificateFacts[], second: number): Finding[] {
  const broken = path.findIndex((ca, index) => index > 0 && !path[index - 1]!.isSignedBy(ca));
  if (broken < 0) return [];
  return chainOrder(property, broken - 1 + second, path[broken]!.subject, path[broken - 1]!.subject);
}
