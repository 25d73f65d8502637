import { checkClientCertificate } from "../../../lib/domain/core/check-client-certificate";
import { certificate as make, newKey, rsaKey } from "../../support/certificates";
import { CHAIN, CLIENT_CERTIFICATES } from "../../support/client-certificates";
import { briefly } from "../../support/plan";

const NOW = new Date("2026-01-01");
const { clientCa, otherCa, clientCertificate, caAsClient, expiredClientCertificate, weakClientCertificate } =
  CLIENT_CERTIFICATES;

const found = (certificate?: string, ca?: string, now = NOW) =>
  briefly(checkClientCertificate({ certificate, ca }, now));

test("a certificate that the CA signed is fine", () => {
  expect(found(clientCertificate, clientCa)).toEqual([]);
});

test("what only Terraform knows is not judged", () => {
  expect(found(undefined, undefined)).toEqual([]);
  expect(found(clientCertificate, undefined)).toEqual([]);
  expect(found(undefined, clientCa)).toEqual([]);
});

test("a CA is no client", () => {
  expect(found(caAsClient, clientCa)).toEqual(["domain/client-certificate-is-ca at clientCertificate"]);
});

test("a client is no CA", () => {
  expect(found(undefined, clientCertificate)).toEqual(["certificate/not-a-ca at clientCa"]);
});

describe("a key", () => {
  const root = make({ commonName: "root", ca: true });
  const withKey = (privateKey: ReturnType<typeof newKey>) => found(make({ issuer: root, privateKey }).pem, root.pem);

  test("is RSA of 2048 bits, or on a curve", () => {
    expect(withKey(rsaKey(2048))).toEqual([]);
    expect(withKey(newKey("P-384"))).toEqual([]);
  });

  test("is not weaker, and on no other curve", () => {
    expect(found(weakClientCertificate, clientCa)).toEqual(["domain/client-certificate-key at clientCertificate"]);
    expect(withKey(newKey("secp256k1"))).toEqual(["domain/client-certificate-key at clientCertificate"]);
  });
});

describe("a chain", () => {
  test("leads to the client", () => {
    expect(found(clientCertificate, otherCa)).toEqual(["domain/client-certificate-chain at clientCa"]);
    expect(found(clientCertificate, otherCa + clientCa)).toEqual([]);
  });

  test("has four certificates at most", () => {
    expect(found(CHAIN.ofFour, CHAIN.cas)).toEqual([]);
    expect(found(CHAIN.ofFive, CHAIN.cas)).toEqual(["domain/client-certificate-chain at clientCa"]);
  });

  test("may end before the root", () => {
    expect(
      found(CHAIN.ofFive, CHAIN.cas.split("-----END CERTIFICATE-----\n")[0] + "-----END CERTIFICATE-----\n"),
    ).toEqual([]);
  });

  test("does not go round where two CAs have signed each other", () => {
    const keys = [newKey(), newKey()] as const;
    const names = ["one", "two"] as const;
    const cross = names.map((commonName, index) =>
      make({
        commonName,
        ca: true,
        privateKey: keys[index as 0 | 1],
        issuer: { pem: "", commonName: names[1 - index]!, privateKey: keys[(1 - index) as 0 | 1] },
      }),
    );
    const leaf = make({ commonName: "leaf", issuer: cross[0]! });
    expect(found(leaf.pem, cross.map(({ pem }) => pem).join(""))).toEqual([]);
  });
});

describe("the days", () => {
  test("of the client and of the CA include today", () => {
    expect(found(expiredClientCertificate, clientCa)).toEqual([
      "domain/client-certificate-expired at clientCertificate",
    ]);
    expect(found(expiredClientCertificate, clientCa, new Date("2024-06-01"))).toEqual([]);
    expect(found(undefined, clientCa, new Date("2019-12-31"))).toEqual([
      "domain/client-certificate-expired at clientCa",
    ]);
    expect(found(undefined, clientCa, new Date("2120-01-02"))).toEqual([
      "domain/client-certificate-expired at clientCa",
    ]);
  });

  test("are told", () => {
    const [finding] = checkClientCertificate({ certificate: expiredClientCertificate }, NOW);
    expect(finding!.message).toContain("a certificate of CN=Cloudflare that is valid from 2020-01-01 to 2024-12-31");
  });
});

test("what is no PEM is told so, without its text", () => {
  expect(found("secret", "secret")).toEqual([
    "certificate/pem-shape at clientCertificate",
    "certificate/pem-shape at clientCa",
  ]);
  const messages = checkClientCertificate({ certificate: "secret", ca: "secret" }, NOW).map(({ message }) => message);
  expect(messages.join()).not.toContain("secret");
});
