import { TerraformVariable } from "cdktf";
import { checkValidity } from "../../../lib/domain/core/check-validity";
import { readCertificate } from "../../../lib/domain/core/certificate-facts";
import { DomainCertificate } from "../../../lib/domain/existing-certificate";
import { ImportedCertificate } from "../../../lib/domain/imported-certificate";
import { ImportedCertificateProps } from "../../../lib/domain/imported-certificate-props";
import { IssuedCertificate } from "../../../lib/domain/issued-certificate";
import { IssuedCertificateProps } from "../../../lib/domain/issued-certificate-props";
import { OriginCaCertificate } from "../../../lib/domain/origin-ca-certificate";
import { OriginCaCertificateProps, OriginCaKeyAlgorithm } from "../../../lib/domain/origin-ca-certificate-props";
import { hostnamesUnsorted } from "../../../lib/rules/certificate/hostnames-unsorted";
import { CERTIFICATE_TEXTS, ENCRYPTED_KEY_FILE, KEY_FILE } from "../../support/certificate-texts";
import { TestApi } from "../../support/test-api";
import { Build, RuleCase, fires, silent, tells } from "./rule-case";

const TEXTS = CERTIFICATE_TEXTS;
const ARN = "arn:aws:acm:eu-central-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";
const { ECDSA_P256 } = OriginCaKeyAlgorithm;

function variable({ stack }: TestApi, sensitive = true): string {
  return new TerraformVariable(stack, "key", { sensitive }).stringValue;
}

/** An Origin CA certificate of one name, unless said otherwise. */
function origin(options: Partial<OriginCaCertificateProps> = {}): Build {
  return ({ stack }) => new OriginCaCertificate(stack, "origin", { hostnames: ["api.example.com"], ...options });
}

/** The same with a request of the user's. */
function signed(options: Partial<OriginCaCertificateProps> = {}): Build {
  return (api) => origin({ csr: TEXTS.requestPem, privateKey: variable(api), ...options })(api);
}

/** A certificate whose key is a sensitive variable, unless said otherwise. */
function imported(options: ImportedCertificateProps): Build {
  return (api) => {
    const key = options.privateKeyFile === undefined ? { privateKeyPem: variable(api) } : {};
    return new ImportedCertificate(api.stack, "imported", { ...key, ...options });
  };
}

/** A certificate of one name in example.com, unless said otherwise. */
function issued(options: Partial<IssuedCertificateProps> = {}, id = "issued"): Build {
  const zone = { zoneId: "0123456789abcdef0123456789abcdef", zoneName: "example.com" };
  return ({ stack }) => new IssuedCertificate(stack, id, { hostnames: ["api.example.com"], zone, ...options });
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `host-${index}.example.com`);

/** A name in example.com that is as long as this. */
const long = (length: number) => `${"a".repeat(length - ".b.example.com".length)}.b.example.com`;

const expiring = (now: string) => () =>
  checkValidity("certificatePem", readCertificate(TEXTS.expiringPem)!, new Date(now));

const NAME_CASES: readonly RuleCase[] = [
  fires("certificate/hostname-syntax", "an address", "hostnames[0]", origin({ hostnames: ["192.0.2.1"] })),
  fires(
    "certificate/hostname-syntax",
    "a wildcard of two labels",
    "hostnames[0]",
    issued({ hostnames: ["*.*.a.com"] }),
  ),
  fires("certificate/hostname-syntax", "a name with a trailing dot", "options.hostnames[0]", () =>
    DomainCertificate.fromArn(ARN, { hostnames: ["api.example.com."] }),
  ),
  silent("certificate/hostname-syntax", "a name and a wildcard", origin({ hostnames: ["a.b.com", "*.b.com"] })),
  silent("certificate/hostname-syntax", "a name in Unicode", origin({ hostnames: ["api.münchen.de"] })),

  fires("certificate/hostname-count", "no name", "hostnames", origin({ hostnames: [] })),
  fires("certificate/hostname-count", "201 names", "hostnames", origin({ hostnames: many(201) })),
  silent("certificate/hostname-count", "200 names", origin({ hostnames: many(200) })),

  fires("certificate/hostname-not-literal", "a variable", "hostnames[1]", (api) =>
    origin({ hostnames: ["api.example.com", variable(api)] })(api),
  ),
  fires("certificate/hostname-not-literal", "a list of a variable", "hostnames", (api) =>
    origin({ hostnames: new TerraformVariable(api.stack, "names", {}).listValue })(api),
  ),
  silent("certificate/hostname-not-literal", "a text", origin()),

  tells("certificate/hostnames-unsorted", "a wildcard behind its name", "hostnames", () =>
    hostnamesUnsorted("hostnames", ["example.com", "*.example.com"]),
  ),
  tells("certificate/hostnames-unsorted", "capitals", "hostnames", () => hostnamesUnsorted("hostnames", ["A.com"])),
  tells("certificate/hostnames-unsorted", "a name twice", "hostnames", () =>
    hostnamesUnsorted("hostnames", ["a.com", "a.com"]),
  ),
  tells("certificate/hostnames-unsorted", "a wildcard before its name", undefined, () =>
    hostnamesUnsorted("hostnames", ["*.example.com", "example.com"]),
  ),

  fires("certificate/host-outside-zone", "another zone", "hostnames[0]", issued({ hostnames: ["api.other.com"] })),
  silent("certificate/host-outside-zone", "the zone itself", issued({ hostnames: ["example.com", "*.example.com"] })),

  fires("certificate/validation-record-twice", "a name and its wildcard", "hostnames[1]", (api) => {
    issued()(api);
    issued({ hostnames: ["b.example.com", "*.api.example.com"] }, "second")(api);
  }),
  silent("certificate/validation-record-twice", "two names", (api) => {
    issued()(api);
    issued({ hostnames: ["b.example.com"] }, "second")(api);
  }),

  fires("certificate/common-name-length", "65 characters", "hostnames[0]", issued({ hostnames: [long(65)] })),
  silent("certificate/common-name-length", "64 characters", issued({ hostnames: [long(64)] })),
  silent("certificate/common-name-length", "a long second", issued({ hostnames: ["a.example.com", long(70)] })),

  fires(
    "certificate/does-not-cover-host",
    "a host two labels below a wildcard",
    "hostnames[0]",
    imported({ certificatePem: TEXTS.apiPem, hostnames: ["v1.api.example.com"] }),
  ),
  silent(
    "certificate/does-not-cover-host",
    "a host that it has",
    imported({ certificatePem: TEXTS.apiPem, hostnames: ["api.example.com"] }),
  ),
  silent("certificate/does-not-cover-host", "a certificate that only Terraform knows", (api) =>
    imported({ certificatePem: "${file(var.certificate)}", hostnames: ["api.example.com"] })(api),
  ),
];

const KEY_CASES: readonly RuleCase[] = [
  fires("certificate/key-algorithm", "a key of no such size", "keyAlgorithm", origin({ keyAlgorithm: "RSA" as never })),
  fires("certificate/key-algorithm", "one that ACM imports", "keyAlgorithm", issued({ keyAlgorithm: "RSA_4096" })),
  silent("certificate/key-algorithm", "an elliptic key", origin({ keyAlgorithm: ECDSA_P256 })),
  silent("certificate/key-algorithm", "an elliptic key of ACM", issued({ keyAlgorithm: "EC_secp384r1" })),

  fires("certificate/csr-and-key", "a request alone", "privateKey", origin({ csr: TEXTS.requestPem })),
  fires("certificate/csr-and-key", "a key alone", "csr", signed({ csr: undefined })),
  fires("certificate/csr-and-key", "a rotation of a request", "rotation", signed({ rotation: "2" })),
  silent("certificate/csr-and-key", "a request and its key", signed()),

  fires("certificate/csr-key-type", "an elliptic request", "csr", signed({ csr: TEXTS.ellipticRequestPem })),
  silent(
    "certificate/csr-key-type",
    "an elliptic request for such a key",
    signed({ csr: TEXTS.ellipticRequestPem, keyAlgorithm: ECDSA_P256 }),
  ),

  fires("certificate/private-key-in-text", "a text", "privateKey", signed({ privateKey: "secret" })),
  fires(
    "certificate/private-key-in-text",
    "a text",
    "privateKeyPem",
    imported({ certificatePem: TEXTS.apiPem, privateKeyPem: "secret" }),
  ),
  fires(
    "certificate/private-key-in-text",
    "a key beside the certificate",
    "certificatePem",
    imported({ certificatePem: TEXTS.keyAndCertificatePem }),
  ),
  silent("certificate/private-key-in-text", "a sensitive variable", imported({ certificatePem: TEXTS.apiPem })),

  fires("certificate/variable-not-sensitive", "a variable that is printed", "privateKey", (api) =>
    signed({ privateKey: new TerraformVariable(api.stack, "open", {}).stringValue })(api),
  ),
  silent("certificate/variable-not-sensitive", "a sensitive variable", signed()),

  fires(
    "certificate/encrypted-key",
    "a key with a passphrase",
    "privateKeyFile",
    imported({ certificatePem: TEXTS.apiPem, privateKeyFile: ENCRYPTED_KEY_FILE }),
  ),
  silent(
    "certificate/encrypted-key",
    "a key without one",
    imported({ certificatePem: TEXTS.apiPem, privateKeyFile: KEY_FILE }),
  ),

  fires(
    "certificate/key-mismatch",
    "the key of another certificate",
    "privateKeyFile",
    imported({ certificatePem: TEXTS.otherPem, privateKeyFile: KEY_FILE }),
  ),
  silent("certificate/key-mismatch", "its key", imported({ certificatePem: TEXTS.apiPem, privateKeyFile: KEY_FILE })),

  fires(
    "certificate/key-type",
    "an RSA key of 1024 bits",
    "certificatePem",
    imported({ certificatePem: TEXTS.shortKeyPem }),
  ),
  silent("certificate/key-type", "one of 2048", imported({ certificatePem: TEXTS.rsaPem })),
];

const TEXT_CASES: readonly RuleCase[] = [
  fires(
    "certificate/pem-shape",
    "line ends of Windows",
    "certificatePem",
    imported({ certificatePem: TEXTS.apiPem.replaceAll("\n", "\r\n") }),
  ),
  fires(
    "certificate/pem-shape",
    "an indented chain",
    "certificateChainPem",
    imported({ certificatePem: TEXTS.apiPem, certificateChainPem: `  ${TEXTS.issuingPem}` }),
  ),
  fires("certificate/pem-shape", "a root in one line", "originCaRoot", origin({ originCaRoot: "MIIB" })),
  silent("certificate/pem-shape", "text as it was issued", imported({ certificatePem: TEXTS.apiPem })),

  fires(
    "certificate/pem-content",
    "a request in the place of the certificate",
    "certificatePem",
    imported({ certificatePem: TEXTS.requestPem }),
  ),
  fires(
    "certificate/pem-content",
    "certificate and chain in one",
    "certificatePem",
    imported({ certificatePem: TEXTS.apiPem + TEXTS.issuingPem }),
  ),
  silent("certificate/pem-content", "a certificate", imported({ certificatePem: TEXTS.apiPem })),

  fires(
    "certificate/pem-source",
    "text and file",
    "certificateFile",
    imported({ certificatePem: TEXTS.apiPem, certificateFile: "api.pem" }),
  ),
  fires("certificate/pem-source", "neither text nor file", "certificateFile", imported({})),
  silent("certificate/pem-source", "a text", imported({ certificatePem: TEXTS.apiPem })),

  fires(
    "certificate/file-unreadable",
    "a file that is not there",
    "privateKeyFile",
    imported({ certificatePem: TEXTS.apiPem, privateKeyFile: "none.pem" }),
  ),
  silent(
    "certificate/file-unreadable",
    "a file that is there",
    imported({ certificatePem: TEXTS.apiPem, privateKeyFile: KEY_FILE }),
  ),
];

const CHAIN_CASES: readonly RuleCase[] = [
  fires(
    "certificate/chain-order",
    "a chain from the root",
    "certificateChainPem",
    imported({ certificatePem: TEXTS.apiPem, certificateChainPem: TEXTS.rootPem + TEXTS.issuingPem }),
  ),
  silent(
    "certificate/chain-order",
    "a chain to the root",
    imported({ certificatePem: TEXTS.apiPem, certificateChainPem: TEXTS.issuingPem + TEXTS.rootPem }),
  ),

  fires(
    "certificate/leaf-in-chain",
    "the certificate at its start",
    "certificateChainPem",
    imported({ certificatePem: TEXTS.apiPem, certificateChainPem: TEXTS.apiPem + TEXTS.issuingPem }),
  ),
  silent(
    "certificate/leaf-in-chain",
    "the chain without it",
    imported({ certificatePem: TEXTS.apiPem, certificateChainPem: TEXTS.issuingPem }),
  ),

  fires("certificate/not-a-ca", "a root that is none", "originCaRoot", origin({ originCaRoot: TEXTS.rsaPem })),
  silent("certificate/not-a-ca", "the root that is embedded", origin()),

  fires("certificate/ca-key-type", "an elliptic root", "originCaRoot", origin({ originCaRoot: TEXTS.rootPem })),
  fires(
    "certificate/ca-key-type",
    "an elliptic CA of an RSA key",
    "certificateChainPem",
    imported({ certificatePem: TEXTS.rsaPem, certificateChainPem: TEXTS.rootPem }),
  ),
  silent(
    "certificate/ca-key-type",
    "an elliptic root for an elliptic key",
    origin({ originCaRoot: TEXTS.rootPem, keyAlgorithm: ECDSA_P256 }),
  ),
];

const TIME_CASES: readonly RuleCase[] = [
  fires("certificate/expired", "a day in the past", "certificatePem", imported({ certificatePem: TEXTS.expiredPem })),
  silent("certificate/expired", "a day in the future", imported({ certificatePem: TEXTS.apiPem })),

  tells("certificate/expires-soon", "29 days before", "certificatePem", expiring("2026-05-22")),
  tells("certificate/expires-soon", "30 days before", undefined, expiring("2026-05-21")),

  fires(
    "certificate/not-yet-valid",
    "a first day in the future",
    "certificatePem",
    imported({ certificatePem: TEXTS.futurePem }),
  ),
  silent("certificate/not-yet-valid", "a first day in the past", imported({ certificatePem: TEXTS.apiPem })),

  fires(
    "certificate/root-expired",
    "a root of long ago",
    "originCaRoot",
    origin({ originCaRoot: TEXTS.expiredRootPem }),
  ),
  silent(
    "certificate/root-expired",
    "a root of long ago, with a reason",
    origin({
      originCaRoot: TEXTS.expiredRootPem,
      acknowledgements: { "certificate/root-expired": "what ACM has stays as it is" },
    }),
  ),

  fires("certificate/validity-days", "the term of public CAs", "validityDays", origin({ validityDays: 398 })),
  silent("certificate/validity-days", "a year", origin({ validityDays: 365 })),
];

export const CERTIFICATE_CASES: readonly RuleCase[] = [
  ...NAME_CASES,
  ...KEY_CASES,
  ...TEXT_CASES,
  ...CHAIN_CASES,
  ...TIME_CASES,

  fires("certificate/arn-syntax", "a certificate of IAM", "certificateArn", () =>
    DomainCertificate.fromArn("arn:aws:iam::123456789012:server-certificate/api"),
  ),
  silent("certificate/arn-syntax", "a certificate of ACM", () => DomainCertificate.fromArn(ARN)),
  silent("certificate/arn-syntax", "what only Terraform knows", () => DomainCertificate.fromArn("${var.certificate}")),
];
