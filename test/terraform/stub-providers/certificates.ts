import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from "node:crypto";
import { type KeyObject } from "node:crypto";
import {
  bitString,
  element,
  elementsIn,
  fromPem,
  integer,
  objectIdentifier,
  sequence,
  Tag,
  tagged,
  toPem,
  utcTime,
  utf8String,
} from "./der";

export interface SubjectName {
  readonly commonName?: string;
  readonly organization?: string;
}

/** An authority of the tests, which nobody trusts. */
export interface Authority {
  readonly subject: SubjectName;
  readonly key: KeyObject;
}

/** What a request for a certificate says. */
export interface CertificateRequest {
  readonly publicKey: KeyObject;
}

const CERTIFICATE = "CERTIFICATE";
const REQUEST = "CERTIFICATE REQUEST";
const ALGORITHMS: { readonly [keyType: string]: Buffer } = {
  rsa: sequence(objectIdentifier("1.2.840.113549.1.1.11"), element(Tag.Null)),
  ec: sequence(objectIdentifier("1.2.840.10045.4.3.2")),
};
const DAY = 24 * 60 * 60 * 1000;

function nameOf({ commonName, organization }: SubjectName): Buffer {
  const part = (oid: string, value?: string): Buffer[] =>
    value === undefined ? [] : [element(Tag.Set, sequence(objectIdentifier(oid), utf8String(value)))];
  return sequence(...part("2.5.4.10", organization), ...part("2.5.4.3", commonName));
}

function signed(content: Buffer, key: KeyObject): Buffer {
  return sequence(content, ALGORITHMS[key.asymmetricKeyType!]!, bitString(sign("sha256", content, key)));
}

function extension(oid: string, value: Buffer, isCritical = false): Buffer {
  const critical = isCritical ? [element(Tag.Boolean, Buffer.from([0xff]))] : [];
  return sequence(objectIdentifier(oid), ...critical, element(Tag.OctetString, value));
}

function alternativeNames(hostnames: readonly string[]): Buffer {
  return extension("2.5.29.17", sequence(...hostnames.map((name) => tagged(2, Buffer.from(name), false))));
}

/** A request that its key signed, as PEM. */
export function createRequest(privateKeyPem: string, subject: SubjectName, hostnames: readonly string[]): string {
  const key = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" });
  const extensions =
    hostnames.length === 0
      ? Buffer.alloc(0)
      : sequence(objectIdentifier("1.2.840.113549.1.9.14"), element(Tag.Set, sequence(alternativeNames(hostnames))));
  const version = integer(Buffer.from([0]));
  return toPem(REQUEST, signed(sequence(version, nameOf(subject), publicKey, tagged(0, extensions)), key));
}

/** Reads a request and checks that its key signed it. */
export function readRequest(pem: string): CertificateRequest {
  const [information, , signature] = elementsIn(elementsIn(fromPem(REQUEST, pem))[0]!.content);
  const publicKeyInfo = elementsIn(information!.content)[2]!.encoded;
  const publicKey = createPublicKey({ key: publicKeyInfo, type: "spki", format: "der" });
  if (!verify("sha256", information!.encoded, publicKey, signature!.content.subarray(1))) {
    throw new Error("the request is not signed by its own key");
  }
  return { publicKey };
}

export function createAuthority(keyType: "rsa" | "ec", commonName: string): Authority {
  const { privateKey } =
    keyType === "rsa"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { subject: { commonName, organization: "Stub" }, key: privateKey };
}

/** A certificate of a server for these host names, as PEM. */
export function issueCertificate(
  authority: Authority,
  request: CertificateRequest,
  options: { readonly hostnames: readonly string[]; readonly from: Date; readonly days: number },
): string {
  const { hostnames, from, days } = options;
  const version3 = tagged(0, integer(Buffer.from([2])));
  const digitalSignatureAndKeyEncipherment = bitString(Buffer.from([0xa0]), 5);
  const extensions = sequence(
    extension("2.5.29.19", sequence(), true),
    extension("2.5.29.15", digitalSignatureAndKeyEncipherment, true),
    extension("2.5.29.37", sequence(objectIdentifier("1.3.6.1.5.5.7.3.1"))),
    alternativeNames(hostnames),
  );
  const content = sequence(
    version3,
    integer(randomBytes(16)),
    ALGORITHMS[authority.key.asymmetricKeyType!]!,
    nameOf(authority.subject),
    sequence(utcTime(from), utcTime(new Date(from.getTime() + days * DAY))),
    nameOf({ commonName: "CloudFlare Origin Certificate", organization: "CloudFlare, Inc." }),
    request.publicKey.export({ type: "spki", format: "der" }),
    tagged(3, extensions),
  );
  return toPem(CERTIFICATE, signed(content, authority.key));
}
