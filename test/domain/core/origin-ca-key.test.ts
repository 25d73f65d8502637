import { ORIGIN_CA_KEYS } from "../../../lib/domain/core/origin-ca-key";
import { OriginCaKeyAlgorithm } from "../../../lib/domain/origin-ca-certificate-props";

test("every algorithm of the enumeration has its key, and no other", () => {
  expect(Object.keys(ORIGIN_CA_KEYS).sort()).toEqual(Object.values<string>(OriginCaKeyAlgorithm).sort());
});

test("an RSA key is signed as origin-rsa, an elliptic one as origin-ecc", () => {
  expect(ORIGIN_CA_KEYS["RSA-2048"]).toEqual({
    requestType: "origin-rsa",
    type: "RSA",
    privateKey: { algorithm: "RSA", rsaBits: 2048 },
  });
  expect(ORIGIN_CA_KEYS["ECDSA-P256"]).toEqual({
    requestType: "origin-ecc",
    type: "EC",
    privateKey: { algorithm: "ECDSA", ecdsaCurve: "P256" },
  });
});
