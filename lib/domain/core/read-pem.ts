import { KeyObject, createPrivateKey } from "node:crypto";
import { encryptedKey } from "../../rules/certificate/encrypted-key";
import { pemContent } from "../../rules/certificate/pem-content";
import { pemShape } from "../../rules/certificate/pem-shape";
import { privateKeyInText } from "../../rules/certificate/private-key-in-text";
import { Finding } from "../../rules/finding";
import { CertificateFacts, KeyFacts, readCertificate } from "./certificate-facts";
import { requestedKey } from "./certificate-request";
import { PemBlock, holdsPrivateKey, isEncrypted, readPem } from "./pem";

/** What a PEM text holds, or what is wrong with it: no finding ever holds the text. */
export interface Reading<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
}

const KEY_LABELS = ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"];

/** OpenSSL writes the curve before the key; ACM takes both. */
const CURVE_LABEL = "EC PARAMETERS";

/** A text that is written into the configuration, so that it may hold certificates and nothing else. */
export function readCertificates(property: string, text: string): Reading<CertificateFacts[]> {
  const { value: blocks, findings } = readPublic(property, text, "certificates", (label) => label === "CERTIFICATE");
  if (blocks === undefined) return { findings };
  const value = blocks.map((block) => readCertificate(block.text));
  const unread = value.indexOf(undefined);
  if (unread < 0) return { value: value as CertificateFacts[], findings };
  return { findings: unreadable(property, `block ${unread + 1}, which is no certificate`, "certificates") };
}

/** The same, with exactly one certificate. */
export function readOneCertificate(property: string, text: string): Reading<CertificateFacts> {
  const { value = [], findings } = readCertificates(property, text);
  if (value.length <= 1) return { value: value[0], findings };
  const change = "Keep the first; those that certify it belong into the chain.";
  return { findings: pemContent(property, `${value.length} certificates`, "one certificate", change) };
}

/** The key of a certificate signing request. */
export function readRequest(property: string, text: string): Reading<KeyFacts> {
  const isRequest = (label: string) => /^(NEW )?CERTIFICATE REQUEST$/.test(label);
  const { value: blocks, findings } = readPublic(property, text, "a certificate signing request", isRequest);
  if (blocks === undefined) return { findings };
  const value = blocks.length === 1 ? requestedKey(blocks[0]!) : undefined;
  if (value !== undefined) return { value, findings };
  return { findings: unreadable(property, "no request that can be read", "one certificate signing request") };
}

/** A key that only Terraform writes anywhere. */
export function readPrivateKey(property: string, text: string): Reading<KeyObject> {
  if (isEncrypted(text)) return { findings: encryptedKey(property) };
  const { blocks, problem } = readPem(text);
  if (problem !== undefined) return { findings: pemShape(property, problem) };
  const keys = blocks.filter(({ label }) => label !== CURVE_LABEL);
  const value = keys.length === 1 && KEY_LABELS.includes(keys[0]!.label) ? parsedKey(keys[0]!) : undefined;
  if (value !== undefined) return { value, findings: [] };
  return { findings: unreadable(property, labelsOf(blocks), "one private key") };
}

function readPublic(
  property: string,
  text: string,
  allowed: string,
  isAllowed: (label: string) => boolean,
): Reading<readonly PemBlock[]> {
  if (holdsPrivateKey(text)) return { findings: privateKeyInText(property, "PEM with a private key in it") };
  const { blocks, problem } = readPem(text);
  if (problem !== undefined) return { findings: pemShape(property, problem) };
  if (blocks.every(({ label }) => isAllowed(label))) return { value: blocks, findings: [] };
  return { findings: unreadable(property, labelsOf(blocks), allowed) };
}

function unreadable(property: string, found: string, allowed: string): Finding[] {
  return pemContent(property, found, allowed, "Take the text from the file as it was issued.");
}

function labelsOf(blocks: readonly PemBlock[]): string {
  return blocks.map(({ label }) => label).join(", ");
}

function parsedKey({ text }: PemBlock): KeyObject | undefined {
  try {
    return createPrivateKey(text);
  } catch {
    return undefined;
  }
}
