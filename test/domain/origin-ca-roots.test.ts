import { X509Certificate } from "node:crypto";
import { keyFacts } from "../../lib/domain/core/certificate-facts";
import { ORIGIN_CA_ECC_ROOT, ORIGIN_CA_RSA_ROOT } from "../../lib/domain/origin-ca-roots";

test.each([
  [
    "RSA",
    ORIGIN_CA_RSA_ROOT,
    "RSA 2048",
    "D3:C7:E8:5C:91:70:7F:C0:A1:2A:BC:5D:88:26:67:47:AA:4F:A8:E7:B1:62:F6:33:FF:B3:C9:D9:89:94:76:20",
  ],
  [
    "ECC",
    ORIGIN_CA_ECC_ROOT,
    "EC P-256",
    "AA:63:69:7A:22:76:4B:67:B2:13:4C:E1:4C:B5:69:0E:A3:36:94:0B:93:98:61:13:F4:95:45:91:78:32:D8:0D",
  ],
])("the %s root is Cloudflare's", (_name, pem, key, fingerprint) => {
  const certificate = new X509Certificate(pem);
  expect(certificate.fingerprint256).toBe(fingerprint);
  expect(keyFacts(certificate.publicKey).name).toBe(key);
  expect(new Date(certificate.validFrom)).toEqual(new Date("2019-08-23T21:08:00Z"));
  expect(new Date(certificate.validTo)).toEqual(new Date("2029-08-15T17:00:00Z"));
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(pem).toMatch(/^-----BEGIN CERTIFICATE-----\n[\s\S]*[^\n]\n-----END CERTIFICATE-----$/);
});
