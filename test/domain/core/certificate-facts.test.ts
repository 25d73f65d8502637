import { keyFacts, readCertificate } from "../../../lib/domain/core/certificate-facts";
import { CertificateOptions, certificate, newKey, rsaKey } from "../../support/certificates";

const ca = certificate({ ca: true, commonName: "Test CA" });
const facts = (options: CertificateOptions = {}) => readCertificate(certificate(options).pem)!;

test("a certificate says whose it is, when it is valid, and whether it may sign", () => {
  expect(facts({ hostnames: ["a.example.com"], validFrom: "2021-02-03", validTo: "2031-04-05" })).toMatchObject({
    subject: "CN=a.example.com",
    validFrom: new Date("2021-02-03T00:00:00Z"),
    validTo: new Date("2031-04-05T00:00:00Z"),
    isCa: false,
    key: { type: "EC", name: "EC P-256" },
    fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  });
  expect(readCertificate(ca.pem)!.isCa).toBe(true);
  expect(facts({ commonName: null }).subject).toBe("an empty subject");
});

test.each<[string, CertificateOptions, string[]]>([
  ["its alternative names", { hostnames: ["a.example.com", "*.b.example.com"] }, ["a.example.com", "*.b.example.com"]],
  ["not its common name beside them", { commonName: "Origin", hostnames: ["a.example.com"] }, ["a.example.com"]],
  ["its common name alone", { commonName: "a.example.com" }, ["a.example.com"]],
  ["nothing at all", { commonName: null }, []],
])("a certificate covers %s", (_what, options, expected) => {
  expect(facts(options).hostnames).toEqual(expected);
});

test("a key belongs to the certificate that was made for it", () => {
  const { pem, privateKey } = certificate();
  expect(readCertificate(pem)!.isKeyOf(privateKey)).toBe(true);
  expect(readCertificate(pem)!.isKeyOf(newKey())).toBe(false);
});

test("a certificate is signed by its CA, not by another of the same name, nor by another name of the same key", () => {
  const leaf = facts({ issuer: ca });
  const twin = facts({ ca: true, commonName: "Test CA" });
  const renamed = facts({ ca: true, commonName: "Other CA", privateKey: ca.privateKey });
  expect(leaf.isSignedBy(readCertificate(ca.pem)!)).toBe(true);
  expect(leaf.isSignedBy(twin)).toBe(false);
  expect(leaf.isSignedBy(renamed)).toBe(false);
  expect(leaf.isSignedBy(leaf)).toBe(false);
});

test.each(["", "text", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"])(
  "%j is no certificate",
  (text) => expect(readCertificate(text)).toBeUndefined(),
);

test.each([
  [rsaKey(), { type: "RSA", name: "RSA 2048" }],
  [newKey(), { type: "EC", name: "EC P-256" }],
  [newKey("P-384"), { type: "EC", name: "EC P-384" }],
  [newKey("P-521"), { type: "EC", name: "EC P-521" }],
  [newKey("secp256k1"), { type: "EC", name: "EC secp256k1" }],
])("a key has a type and a size", (key, expected) => expect(keyFacts(key)).toEqual(expected));
