import { OriginCaInput, checkOriginCaCertificate } from "../../../lib/domain/core/check-origin-ca-certificate";
import { ORIGIN_CA_ECC_ROOT, ORIGIN_CA_RSA_ROOT } from "../../../lib/domain/origin-ca-roots";
import { certificate, certificateRequest, keyPem, newKey, rsaKey } from "../../support/certificates";
import { briefly } from "../../support/plan";

const NOW = new Date("2026-06-15");
const TOKENS: string[] = [];
const isUnknown = (value: unknown) => value === TOKENS || (typeof value === "string" && value.includes("${"));
const many = (count: number) => Array.from({ length: count }, (_, index) => `h${index}.example.com`);

function found(options: Partial<OriginCaInput> = {}, now = NOW): string[] {
  const input: OriginCaInput = {
    hostnames: ["api.example.com"],
    keyAlgorithm: "RSA-2048",
    validityDays: 5475,
    rotation: undefined,
    csr: undefined,
    hasPrivateKey: false,
    originCaRoot: ORIGIN_CA_RSA_ROOT,
    ...options,
  };
  return briefly(checkOriginCaCertificate(input, now, isUnknown));
}

const elliptic = { keyAlgorithm: "ECDSA-P256", originCaRoot: ORIGIN_CA_ECC_ROOT };
const own = { csr: certificateRequest(rsaKey()), hasPrivateKey: true };

describe("nothing is said", () => {
  test.each<[string, Partial<OriginCaInput>]>([
    ["of what is there by itself", {}],
    ["of an elliptic key", elliptic],
    ["of a rotation", { rotation: "2026-05" }],
    ["of a request with its key", own],
    ["of an elliptic request", { ...elliptic, csr: certificateRequest(), hasPrivateKey: true }],
    ["of a request that only Terraform knows", { csr: "${var.csr}", hasPrivateKey: true }],
    ["of a root that only Terraform knows", { originCaRoot: "${var.root}" }],
    ["of another root", { originCaRoot: certificate({ ca: true, commonName: null, privateKey: rsaKey() }).pem }],
    ["of 200 names", { hostnames: many(200) }],
  ])("%s", (_what, options) => expect(found(options)).toEqual([]));

  test.each([7, 30, 90, 365, 730, 1095, 5475])("of %d days", (validityDays) =>
    expect(found({ validityDays })).toEqual([]),
  );
});

test.each<[string, Partial<OriginCaInput>, string]>([
  ["a name is a token", { hostnames: ["a.example.com", "${var.x}"] }, "hostname-not-literal at hostnames[1]"],
  ["the names are a token", { hostnames: TOKENS }, "hostname-not-literal at hostnames"],
  ["a name is an address", { hostnames: ["10.0.0.1"] }, "hostname-syntax at hostnames[0]"],
  ["there are too many names", { hostnames: many(201) }, "hostname-count at hostnames"],
  ["there is no such key", { keyAlgorithm: "RSA-4096", originCaRoot: undefined }, "key-algorithm at keyAlgorithm"],
  ["a key is inherited", { keyAlgorithm: "toString", originCaRoot: undefined }, "key-algorithm at keyAlgorithm"],
  ["there is no such term", { validityDays: 398 }, "validity-days at validityDays"],
  ["the key is missing", { csr: own.csr }, "csr-and-key at privateKey"],
  ["the request is missing", { hasPrivateKey: true }, "csr-and-key at csr"],
  ["nothing is there to be rotated", { ...own, rotation: "" }, "csr-and-key at rotation"],
  ["the request is elliptic", { ...own, csr: certificateRequest() }, "csr-key-type at csr"],
  ["the request is RSA", { ...own, ...elliptic }, "csr-key-type at csr"],
  ["the request is a key", { ...own, csr: keyPem(newKey()) }, "private-key-in-text at csr"],
  ["the request is a certificate", { ...own, csr: certificate().pem }, "pem-content at csr"],
  ["the root is for the other key", { originCaRoot: ORIGIN_CA_ECC_ROOT }, "ca-key-type at originCaRoot"],
  ["the root is no CA", { originCaRoot: certificate({ privateKey: rsaKey() }).pem }, "not-a-ca at originCaRoot"],
  ["the root is two", { originCaRoot: `${ORIGIN_CA_RSA_ROOT}\n${ORIGIN_CA_ECC_ROOT}` }, "pem-content at originCaRoot"],
  ["the root is indented", { originCaRoot: ` ${ORIGIN_CA_RSA_ROOT}` }, "pem-shape at originCaRoot"],
])("it is said that %s", (_what, options, expected) => {
  expect(found(options)).toEqual([`certificate/${expected}`]);
});

describe("the embedded roots", () => {
  test.each([
    ["2029-07-01", []],
    ["2029-08-01", ["certificate/expires-soon at originCaRoot"]],
    ["2029-08-16", ["certificate/root-expired at originCaRoot"]],
  ])("on %s: %j", (day, expected) => {
    expect(found({}, new Date(day))).toEqual(expected);
    expect(found(elliptic, new Date(day))).toEqual(expected);
  });
});

test("everything is said at once", () => {
  expect(found({ hostnames: [], keyAlgorithm: "x", validityDays: 0, hasPrivateKey: true, originCaRoot: "x" })).toEqual([
    "certificate/hostname-count at hostnames",
    "certificate/key-algorithm at keyAlgorithm",
    "certificate/validity-days at validityDays",
    "certificate/csr-and-key at csr",
    "certificate/pem-shape at originCaRoot",
  ]);
});
