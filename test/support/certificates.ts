import { KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What is asked of a certificate that a test makes. Its names and days are fixed, only its key is new every time. */
export interface CertificateOptions {
  /** @default the first of the host names; null for none at all */
  readonly commonName?: string | null;
  readonly hostnames?: readonly string[];
  /** @default itself */
  readonly issuer?: TestCertificate;
  /** @default false */
  readonly ca?: boolean;
  /** @default 2020-01-01 */
  readonly validFrom?: string;
  /** @default 2120-01-01 */
  readonly validTo?: string;
  /** @default a new key on the curve P-256 */
  readonly privateKey?: KeyObject;
}

/** A certificate and its key. */
export interface TestCertificate {
  readonly pem: string;
  readonly privateKey: KeyObject;
  readonly commonName: string | null;
}

/** Makes a certificate of a throw-away CA, or of itself. */
export function certificate(options: CertificateOptions = {}): TestCertificate {
  const { hostnames = [], ca = false, validFrom = "2020-01-01", validTo = "2120-01-01" } = options;
  const privateKey = options.privateKey ?? newKey();
  const commonName = options.commonName === undefined ? (hostnames[0] ?? "test") : options.commonName;
  const issuer = options.issuer ?? { privateKey, commonName };
  const body = sequence(
    der(0xa0, integer(2)),
    integer(1),
    signatureAlgorithm(issuer.privateKey),
    name(issuer.commonName),
    sequence(time(validFrom), time(validTo)),
    name(commonName),
    publicKeyOf(privateKey),
    der(0xa3, sequence(...extensions(ca, hostnames))),
  );
  return { pem: pem("CERTIFICATE", signed(body, issuer.privateKey)), privateKey, commonName };
}

/** A request for a certificate, as openssl and the `tls` provider make them. */
export function certificateRequest(privateKey: KeyObject = newKey()): string {
  const info = sequence(integer(0), name("request"), publicKeyOf(privateKey), der(0xa0));
  return pem("CERTIFICATE REQUEST", signed(info, privateKey));
}

/** A new key on a curve, P-256 unless said otherwise. */
export function newKey(namedCurve = "P-256"): KeyObject {
  return generateKeyPairSync("ec", { namedCurve }).privateKey;
}

/** An RSA key. That of 2048 bits is read from a file, because one takes long to make. */
export function rsaKey(modulusLength = 2048): KeyObject {
  if (modulusLength === 2048) return keyOf(readFileSync(join(__dirname, "keys/rsa.pem"), "utf8"));
  return generateKeyPairSync("rsa", { modulusLength }).privateKey;
}

/** A key as the text that a user has in a file. */
export function keyPem(key: KeyObject, type: "pkcs8" | "sec1" | "pkcs1" = "pkcs8"): string {
  return key.export({ format: "pem", type } as { format: "pem"; type: "pkcs8" }) as string;
}

/** The same behind a passphrase, in the form of today or that of OpenSSL before 1.0. */
export function encryptedKeyPem(key: KeyObject, type: "pkcs8" | "sec1" = "pkcs8"): string {
  const options = { format: "pem", type, cipher: "aes-256-cbc", passphrase: "secret" };
  return key.export(options as { format: "pem"; type: "pkcs8"; cipher: string; passphrase: string }) as string;
}

/** The key of a text, to compare it with another. */
export function keyOf(text: string): KeyObject {
  return createPrivateKey(text);
}

function signed(body: Buffer, key: KeyObject): Buffer {
  const signature = sign(key.asymmetricKeyType === "ed25519" ? null : "sha256", body, key);
  return sequence(body, signatureAlgorithm(key), der(0x03, Buffer.from([0]), signature));
}

function signatureAlgorithm(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === "rsa") return sequence(oid("2a864886f70d01010b"), der(0x05));
  return sequence(oid(key.asymmetricKeyType === "ec" ? "2a8648ce3d040302" : "2b6570"));
}

function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: "der", type: "spki" });
}

function name(commonName: string | null): Buffer {
  if (commonName === null) return sequence();
  return sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(commonName)))));
}

function extensions(ca: boolean, hostnames: readonly string[]): Buffer[] {
  const constraints = ca ? sequence(der(0x01, Buffer.from([0xff]))) : sequence();
  const basicConstraints = sequence(oid("551d13"), der(0x04, constraints));
  if (hostnames.length === 0) return [basicConstraints];
  const names = hostnames.map((hostname) => der(0x82, Buffer.from(hostname)));
  return [basicConstraints, sequence(oid("551d11"), der(0x04, sequence(...names)))];
}

/** GeneralizedTime, which every year can be written in. */
function time(day: string): Buffer {
  return der(0x18, Buffer.from(`${day.replace(/-/g, "")}000000Z`));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function integer(value: number): Buffer {
  return der(0x02, Buffer.from([value]));
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const contents = Buffer.concat(parts);
  const { length } = contents;
  const header =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(header), contents]);
}

function pem(label: string, contents: Buffer): string {
  const lines = contents.toString("base64").match(/.{1,64}/g)!;
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
