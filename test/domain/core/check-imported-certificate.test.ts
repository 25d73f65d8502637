import {
  ImportedCertificateInput,
  checkImportedCertificate,
} from "../../../lib/domain/core/check-imported-certificate";
import { certificate, keyPem, newKey, rsaKey } from "../../support/certificates";
import { briefly } from "../../support/plan";

const NOW = new Date("2026-06-15");
const root = certificate({ ca: true, commonName: "Root" });
const middle = certificate({ ca: true, commonName: "Middle", issuer: root });
const leaf = certificate({ hostnames: ["api.example.com", "*.example.com"], issuer: middle });

interface Texts {
  readonly body?: string;
  readonly key?: string;
  readonly chain?: string;
  readonly names?: readonly string[];
}

function check({ body, key, chain, names }: Texts) {
  const input: ImportedCertificateInput = {
    certificate: { property: "body", text: body },
    privateKey: { property: "key", text: key },
    chain: { property: "chain", text: chain },
    hostnames: { property: "hostnames", names },
  };
  return checkImportedCertificate(input, NOW);
}

const found = (texts: Texts) => briefly(check(texts).findings);

describe("nothing is said", () => {
  test.each<[string, Texts]>([
    [
      "of a certificate with its key and its chain",
      { body: leaf.pem, key: keyPem(leaf.privateKey), chain: middle.pem },
    ],
    ["of a chain with the root", { body: leaf.pem, chain: middle.pem + root.pem }],
    ["of hosts that are covered", { body: leaf.pem, names: ["api.example.com", "other.example.com"] }],
    ["of what only Terraform knows", {}],
    ["of hosts where only Terraform knows the certificate", { names: ["api.example.com"] }],
    ["of a key alone", { key: keyPem(newKey("P-384")) }],
    ["of a chain alone", { chain: middle.pem + root.pem }],
    ["of a certificate that signed itself", { body: certificate({ hostnames: ["api.example.com"] }).pem }],
    ["of an RSA certificate", { body: certificate({ privateKey: rsaKey() }).pem, key: keyPem(rsaKey()) }],
  ])("%s", (_what, texts) => expect(found(texts)).toEqual([]));
});

test.each<[string, Texts, string[]]>([
  [
    "the certificate has expired",
    { body: certificate({ validTo: "2026-06-14" }).pem },
    ["certificate/expired at body"],
  ],
  ["it expires soon", { body: certificate({ validTo: "2026-07-14" }).pem }, ["certificate/expires-soon at body"]],
  [
    "it is not valid yet",
    { body: certificate({ validFrom: "2026-06-16" }).pem },
    ["certificate/not-yet-valid at body"],
  ],
  [
    "it does not cover a host",
    { body: leaf.pem, names: ["api.example.com", "example.com", "a.b.example.com"] },
    ["certificate/does-not-cover-host at hostnames[1]", "certificate/does-not-cover-host at hostnames[2]"],
  ],
  ["a host is none", { names: ["api.example.com."] }, ["certificate/hostname-syntax at hostnames[0]"]],
  ["there is no host", { names: [] }, ["certificate/hostname-count at hostnames"]],
  ["the key is another", { body: leaf.pem, key: keyPem(newKey()) }, ["certificate/key-mismatch at key"]],
  ["the key is of another type", { body: leaf.pem, key: keyPem(rsaKey()) }, ["certificate/key-mismatch at key"]],
  [
    "its key is on another curve",
    { body: certificate({ privateKey: newKey("secp256k1") }).pem },
    ["certificate/key-type at body"],
  ],
  ["its key is short", { body: certificate({ privateKey: rsaKey(1024) }).pem }, ["certificate/key-type at body"]],
  ["the key alone is short", { key: keyPem(rsaKey(1024)) }, ["certificate/key-type at key"]],
  ["the chain leads elsewhere", { body: leaf.pem, chain: root.pem }, ["certificate/chain-order at chain"]],
  [
    "the chain is the wrong way round",
    { body: leaf.pem, chain: root.pem + middle.pem },
    ["certificate/chain-order at chain"],
  ],
  ["the chain alone is the wrong way round", { chain: root.pem + middle.pem }, ["certificate/chain-order at chain"]],
  [
    "the chain has the certificate",
    { body: leaf.pem, chain: leaf.pem + middle.pem },
    ["certificate/leaf-in-chain at chain"],
  ],
  [
    "the chain has one that is no CA",
    { chain: certificate({ commonName: "Middle", issuer: root }).pem + root.pem },
    ["certificate/not-a-ca at chain"],
  ],
  [
    "the chain has one that has expired",
    { chain: certificate({ ca: true, validTo: "2026-01-01", issuer: root }).pem + root.pem },
    ["certificate/expired at chain"],
  ],
  [
    "an elliptic key signed an RSA one",
    { body: certificate({ privateKey: rsaKey(), issuer: root }).pem, chain: root.pem },
    ["certificate/ca-key-type at chain"],
  ],
  ["the text is no PEM", { body: "MIIB" }, ["certificate/pem-shape at body"]],
  ["there are two certificates", { body: leaf.pem + middle.pem }, ["certificate/pem-content at body"]],
])("it is said that %s", (_what, texts, expected) => {
  expect(found(texts)).toEqual(expected);
});

test("everything is said at once", () => {
  const body = certificate({ hostnames: ["api.example.com"], validTo: "2026-01-01" }).pem;
  expect(found({ body, key: "text", chain: ` ${root.pem}`, names: ["example.com"] })).toEqual([
    "certificate/pem-shape at key",
    "certificate/pem-shape at chain",
    "certificate/does-not-cover-host at hostnames[0]",
    "certificate/expired at body",
  ]);
});

test("a broken chain names the certificate that is out of place, and the one that it should have signed", () => {
  const other = certificate({ ca: true, commonName: "Other" });
  const [first] = check({ body: leaf.pem, chain: middle.pem + other.pem }).findings;
  expect(first).toMatchObject({
    found: "certificate 2, CN=Other",
    allowed: "a CA certificate that signed CN=Middle",
  });
  const [second] = check({ chain: middle.pem + other.pem }).findings;
  expect(second).toMatchObject({ found: "certificate 2, CN=Other" });
  const [third] = check({ body: leaf.pem, chain: other.pem }).findings;
  expect(third).toMatchObject({
    found: "certificate 1, CN=Other",
    allowed: expect.stringContaining("CN=api.example.com"),
  });
});

test("the names of the certificate are known where it can be read", () => {
  expect(check({ body: leaf.pem }).hostnames).toEqual(["api.example.com", "*.example.com"]);
  expect(check({ names: ["api.example.com"] }).hostnames).toBeUndefined();
});
