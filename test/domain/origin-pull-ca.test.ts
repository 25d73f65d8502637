import { X509Certificate } from "node:crypto";
import { keyFacts } from "../../lib/domain/core/certificate-facts";
import { ORIGIN_PULL_CA } from "../../lib/domain/origin-pull-ca";

test("the CA of authenticated origin pulls is Cloudflare's", () => {
  const certificate = new X509Certificate(ORIGIN_PULL_CA);
  expect(certificate.fingerprint256).toBe(
    "9A:1A:C2:B4:BE:15:F9:F2:7E:EE:20:A7:34:CB:A4:E9:89:8F:61:00:1B:3B:D7:C8:4B:69:B5:6A:3E:25:A2:B9",
  );
  expect(keyFacts(certificate.publicKey).name).toBe("RSA 4096");
  expect(new Date(certificate.validFrom)).toEqual(new Date("2019-10-10T18:45:00Z"));
  expect(new Date(certificate.validTo)).toEqual(new Date("2029-11-01T17:00:00Z"));
  expect(certificate.ca).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});
