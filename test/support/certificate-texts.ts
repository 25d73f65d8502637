import { readFileSync } from "node:fs";
import { join } from "node:path";
import { certificate, certificateRequest, keyOf, keyPem, newKey, rsaKey } from "./certificates";

/** A private key without a passphrase, and the same with one, by their paths from the root of the repository. */
export const KEY_FILE = "test/support/keys/valid.pem";
export const ENCRYPTED_KEY_FILE = "test/support/keys/encrypted.pem";

const root = certificate({ ca: true, commonName: "Example Root" });
const issuing = certificate({ ca: true, commonName: "Example CA", issuer: root });
const privateKey = keyOf(readFileSync(join(__dirname, "keys/valid.pem"), "utf8"));
const hostnames = ["api.example.com"];

/** Texts of certificates, each for what its name says, judged on {@link TEXTS_SEEN_ON}. */
export const CERTIFICATE_TEXTS = {
  rootPem: root.pem,
  issuingPem: issuing.pem,
  /** Belongs to the key of {@link KEY_FILE}. */
  apiPem: certificate({ hostnames, issuer: issuing, privateKey }).pem,
  otherPem: certificate({ hostnames: ["other.example.com"], issuer: issuing }).pem,
  expiredPem: certificate({ hostnames, validTo: "2021-01-01" }).pem,
  expiringPem: certificate({ hostnames, validTo: "2026-06-20" }).pem,
  futurePem: certificate({ hostnames, validFrom: "2119-01-01" }).pem,
  shortKeyPem: certificate({ hostnames, privateKey: rsaKey(1024) }).pem,
  rsaPem: certificate({ hostnames, issuer: root, privateKey: rsaKey() }).pem,
  expiredRootPem: certificate({ ca: true, commonName: "Root", privateKey: rsaKey(), validTo: "2021-01-01" }).pem,
  ellipticRequestPem: certificateRequest(newKey()),
  requestPem: certificateRequest(rsaKey()),
  keyAndCertificatePem: keyPem(privateKey) + certificate({ privateKey }).pem,
} as const;

/** The day, in seconds, on which they are what their names say: for `SOURCE_DATE_EPOCH`. */
export const TEXTS_SEEN_ON = String(Date.parse("2026-06-01") / 1000);
