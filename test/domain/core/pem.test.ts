import fc from "fast-check";
import { holdsPrivateKey, isEncrypted, readPem } from "../../../lib/domain/core/pem";
import { certificate, encryptedKeyPem, keyPem, newKey } from "../../support/certificates";

const BLOCK = "-----BEGIN CERTIFICATE-----\nMIIB\nAAA=\n-----END CERTIFICATE-----";

describe("PEM as it was issued", () => {
  test("is read block by block", () => {
    const second = BLOCK.replaceAll("CERTIFICATE", "EC PARAMETERS");
    expect(readPem(`${BLOCK}\n${second}\n`)).toEqual({
      blocks: [
        { label: "CERTIFICATE", text: BLOCK },
        { label: "EC PARAMETERS", text: second },
      ],
    });
  });

  test.each(["", "\n", "\n\n"])("may end with %j", (end) => {
    expect(readPem(BLOCK + end)).toEqual({ blocks: [{ label: "CERTIFICATE", text: BLOCK }] });
  });

  test("is what OpenSSL and Node write", () => {
    const { pem, privateKey } = certificate();
    for (const text of [pem, keyPem(privateKey), keyPem(privateKey, "sec1"), encryptedKeyPem(privateKey)]) {
      expect(readPem(text)).toEqual({ blocks: [{ label: expect.any(String), text: text.trim() }] });
    }
  });
});

test.each<[string, string, string]>([
  ["with line ends of Windows", BLOCK.replaceAll("\n", "\r\n"), "the lines end with a carriage return"],
  ["with escaped line ends", BLOCK.replaceAll("\n", "\\n"), "the line ends are written as \\n"],
  ["in one line", BLOCK.replaceAll("\n", " "), "line 1 stands outside of a block"],
  ["that is none", "MIIB", "no line is -----BEGIN …-----"],
  ["that is empty", "", "no line is -----BEGIN …-----"],
  ["that is indented", BLOCK.replaceAll("\n", "\n  "), "line 2 begins or ends with white space"],
  ["with a trailing blank", BLOCK.replace("MIIB", "MIIB "), "line 2 begins or ends with white space"],
  ["with a tab at its start", `\t${BLOCK}`, "line 1 begins or ends with white space"],
  ["with a byte order mark", `\uFEFF${BLOCK}`, "line 1 begins or ends with white space"],
  ["with a blank line before it", `\n${BLOCK}`, "line 1 is blank"],
  ["with a blank line in it", BLOCK.replace("MIIB", "MIIB\n"), "line 3 is blank"],
  ["with a blank line between blocks", `${BLOCK}\n\n${BLOCK}`, "line 5 is blank"],
  ["with text before it", `subject=CN\n${BLOCK}`, "line 1 stands outside of a block"],
  ["with text after it", `${BLOCK}\nend`, "line 5 stands outside of a block"],
  ["with a comment in it", BLOCK.replace("MIIB", "# MIIB"), "line 2 is neither base64"],
  ["with a line that is too long", BLOCK.replace("MIIB", "M".repeat(77)), "line 2 is neither base64"],
  ["with another end", BLOCK.replace("END CERTIFICATE", "END X509 CRL"), "line 4 is neither base64"],
  ["without an end", BLOCK.replace(/\n-----END.*/, ""), "the last block, CERTIFICATE, has no end"],
  ["with a block in a block", `${BLOCK.replace(/\n-----END.*/, "")}\n${BLOCK}`, "line 4 is neither base64"],
])("PEM %s is refused", (_what, text, problem) => {
  const reading = readPem(text);
  expect(reading.blocks).toEqual([]);
  expect(reading.problem).toContain(problem);
});

test("no problem ever quotes the text, which may be a key", () => {
  const key = keyPem(newKey());
  const secret = key.split("\n")[1]!;
  const damage = fc.tuple(fc.nat(key.length), fc.constantFrom(" ", "\n", "\r", "#", "\t", "\\n", "-", "é"));
  fc.assert(
    fc.property(damage, ([at, what]) => {
      expect(readPem(key.slice(0, at) + what + key.slice(at)).problem ?? "").not.toContain(secret.slice(0, 8));
    }),
  );
});

describe("a private key", () => {
  const key = newKey();

  test.each([keyPem(key), keyPem(key, "sec1"), encryptedKeyPem(key), `x ${keyPem(key).replaceAll("\n", " ")}`])(
    "is seen wherever it stands",
    (text) => expect(holdsPrivateKey(text)).toBe(true),
  );

  test("is seen as base64, wherever it stands", () => {
    for (const type of ["pkcs8", "sec1"] as const) {
      for (const before of ["", "x", "xy"]) {
        const encoded = Buffer.from(before + keyPem(key, type)).toString("base64");
        expect(holdsPrivateKey(`\${base64decode("${encoded}")}`)).toBe(true);
      }
    }
    expect(holdsPrivateKey(Buffer.from(certificate().pem).toString("base64"))).toBe(false);
  });

  test("is not seen in a certificate", () => expect(holdsPrivateKey(certificate().pem)).toBe(false));

  test("is told from an encrypted one, in both forms", () => {
    expect(isEncrypted(encryptedKeyPem(key))).toBe(true);
    expect(isEncrypted(encryptedKeyPem(key, "sec1"))).toBe(true);
    expect(isEncrypted(keyPem(key))).toBe(false);
    expect(isEncrypted(keyPem(key, "sec1"))).toBe(false);
  });
});
