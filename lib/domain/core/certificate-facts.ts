import { KeyObject, X509Certificate } from "node:crypto";

/** What is checked of a certificate. */
export interface CertificateFacts {
  /** Whose it is, in one line. */
  readonly subject: string;
  /** The DNS names among its alternative names, or else its common name. */
  readonly hostnames: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly isCa: boolean;
  readonly key: KeyFacts;
  /** Tells one certificate from another. */
  readonly fingerprint: string;
  isKeyOf(privateKey: KeyObject): boolean;
  isSignedBy(ca: CertificateFacts): boolean;
}

/** What is checked of a key. */
export interface KeyFacts {
  /** `RSA`, `EC`, or the name that OpenSSL has for another. */
  readonly type: string;
  /** Type and size, such as `RSA 2048` and `EC P-256`. */
  readonly name: string;
}

const CURVES: { readonly [name: string]: string } = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };

/** Certificates as OpenSSL reads them, by the facts that were made from them. */
const PARSED = new WeakMap<CertificateFacts, X509Certificate>();

/** Undefined where the text is not the PEM of a certificate. */
export function readCertificate(pem: string): CertificateFacts | undefined {
  try {
    return factsOf(new X509Certificate(pem));
  } catch {
    return undefined;
  }
}

export function keyFacts({ asymmetricKeyType, asymmetricKeyDetails: details }: KeyObject): KeyFacts {
  const type: string = asymmetricKeyType ?? "unknown";
  if (type === "rsa") return { type: "RSA", name: `RSA ${details?.modulusLength}` };
  const curve = details?.namedCurve ?? "of an unknown curve";
  return type === "ec" ? { type: "EC", name: `EC ${CURVES[curve] ?? curve}` } : { type, name: type };
}

function factsOf(certificate: X509Certificate): CertificateFacts {
  const facts: CertificateFacts = {
    subject: certificate.subject?.replace(/\n/g, ", ") || "an empty subject",
    hostnames: hostnamesOf(certificate),
    validFrom: new Date(certificate.validFrom),
    validTo: new Date(certificate.validTo),
    isCa: certificate.ca,
    key: keyFacts(certificate.publicKey),
    fingerprint: certificate.fingerprint256,
    isKeyOf: (privateKey) => certificate.checkPrivateKey(privateKey),
    isSignedBy: (ca) => isSignedBy(certificate, PARSED.get(ca)),
  };
  PARSED.set(facts, certificate);
  return facts;
}

function isSignedBy(certificate: X509Certificate, ca: X509Certificate | undefined): boolean {
  return ca !== undefined && certificate.checkIssued(ca) && certificate.verify(ca.publicKey);
}

/** Cloudflare, like browsers of old, goes by the common name only where there is no alternative one. */
function hostnamesOf({ subjectAltName = "", subject }: X509Certificate): string[] {
  const alternatives = Array.from(subjectAltName.matchAll(/(?:^|, )DNS:([^,"]+)/g), ([, name]) => name!);
  if (alternatives.length > 0) return alternatives;
  const commonName = /^CN=(.+)$/m.exec(subject ?? "")?.[1];
  return commonName === undefined ? [] : [commonName];
}
