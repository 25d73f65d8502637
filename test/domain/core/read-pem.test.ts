import { readCertificates, readOneCertificate, readPrivateKey, readRequest } from "../../../lib/domain/core/read-pem";
import { Finding } from "../../../lib";
import { certificate, certificateRequest, encryptedKeyPem, keyPem, newKey, rsaKey } from "../../support/certificates";
import { briefly } from "../../support/plan";

const { pem, privateKey } = certificate();
const key = keyPem(privateKey);
const damaged = pem.replace(/^MII./m, "AAAA");

function refused({ value, findings }: { value?: unknown; findings: readonly Finding[] }): string[] {
  expect(value).toBeUndefined();
  const [, ...secretLines] = key.trim().split("\n");
  for (const line of secretLines) expect(JSON.stringify(findings)).not.toContain(line);
  return briefly(findings);
}

describe("certificates", () => {
  test("are read in their order", () => {
    const second = certificate({ commonName: "second" });
    const { value, findings } = readCertificates("chain", pem + second.pem);
    expect(value?.map(({ subject }) => subject)).toEqual(["CN=test", "CN=second"]);
    expect(findings).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["white space", ` ${pem}`, "certificate/pem-shape"],
    ["a block that is no certificate", damaged, "certificate/pem-content"],
    ["a request", certificateRequest(), "certificate/pem-content"],
    ["a key", key, "certificate/private-key-in-text"],
    ["a key behind them", pem + key, "certificate/private-key-in-text"],
    ["an encrypted key behind them", pem + encryptedKeyPem(privateKey), "certificate/private-key-in-text"],
  ])("with %s are refused", (_what, text, rule) => {
    expect(refused(readCertificates("chain", text))).toEqual([`${rule} at chain`]);
  });

  test("are one where one is expected", () => {
    expect(readOneCertificate("body", pem).value?.subject).toBe("CN=test");
    expect(refused(readOneCertificate("body", pem + pem))).toEqual(["certificate/pem-content at body"]);
    expect(refused(readOneCertificate("body", ` ${pem}`))).toEqual(["certificate/pem-shape at body"]);
  });
});

describe("a request", () => {
  test.each([
    ["as it is", certificateRequest(rsaKey())],
    [
      "with the label of old",
      certificateRequest(rsaKey()).replaceAll("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST"),
    ],
  ])("is read %s", (_what, text) => {
    expect(readRequest("csr", text)).toEqual({ value: { type: "RSA", name: "RSA 2048" }, findings: [] });
  });

  test.each<[string, string, string]>([
    ["a certificate", pem, "certificate/pem-content"],
    ["two requests", certificateRequest() + certificateRequest(), "certificate/pem-content"],
    ["a certificate under its label", pem.replaceAll("CERTIFICATE", "CERTIFICATE REQUEST"), "certificate/pem-content"],
    ["a key", key, "certificate/private-key-in-text"],
    ["white space", `${certificateRequest()} `, "certificate/pem-shape"],
  ])("is not %s", (_what, text, rule) => expect(refused(readRequest("csr", text))).toEqual([`${rule} at csr`]));
});

describe("a private key", () => {
  const curve = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

  test.each<[string, string]>([
    ["PKCS#8", key],
    ["SEC 1", keyPem(privateKey, "sec1")],
    ["SEC 1 behind its curve", curve + keyPem(privateKey, "sec1")],
  ])("is read as %s", (_what, text) => {
    const { value, findings } = readPrivateKey("key", text);
    expect(value?.equals(privateKey)).toBe(true);
    expect(findings).toEqual([]);
  });

  test("is read as PKCS#1", () => {
    expect(readPrivateKey("key", keyPem(rsaKey(), "pkcs1")).value?.equals(rsaKey())).toBe(true);
  });

  test.each<[string, string, string]>([
    ["an encrypted one", encryptedKeyPem(privateKey), "certificate/encrypted-key"],
    ["an encrypted one of old", encryptedKeyPem(privateKey, "sec1"), "certificate/encrypted-key"],
    ["a certificate", pem, "certificate/pem-content"],
    ["two keys", key + keyPem(newKey()), "certificate/pem-content"],
    ["a curve alone", curve, "certificate/pem-content"],
    ["a key and its certificate", key + pem, "certificate/pem-content"],
    ["a damaged key", key.replace(/^MIG/m, "AAA"), "certificate/pem-content"],
    ["a key with line ends of Windows", key.replaceAll("\n", "\r\n"), "certificate/pem-shape"],
    ["nothing", "", "certificate/pem-shape"],
  ])("is not %s", (_what, text, rule) => expect(refused(readPrivateKey("key", text))).toEqual([`${rule} at key`]));
});
