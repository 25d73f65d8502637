import { requestedKey } from "../../../lib/domain/core/certificate-request";
import { readPem } from "../../../lib/domain/core/pem";
import { certificate, certificateRequest, newKey, rsaKey } from "../../support/certificates";

const block = (pem: string) => readPem(pem).blocks[0]!;

test.each([
  [rsaKey(), "RSA 2048"],
  [newKey(), "EC P-256"],
  [newKey("P-384"), "EC P-384"],
])("a request says for which key a certificate is wanted", (key, name) => {
  expect(requestedKey(block(certificateRequest(key)))?.name).toBe(name);
});

test.each([
  ["a certificate", certificate().pem],
  ["nothing that is DER", "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----"],
  ["nothing", "-----BEGIN CERTIFICATE REQUEST-----\n-----END CERTIFICATE REQUEST-----"],
  ["a request without its end", certificateRequest(rsaKey()).replace(/\n.{64}\n.{64}\n.{64}\n.{64}\n/, "\n")],
])("%s is no request", (_what, pem) => expect(requestedKey(block(pem))).toBeUndefined());
