export const CERTIFICATE_EXAMPLES: { readonly [rule: string]: string } = {
  "certificate/arn-syntax": `DomainCertificate.fromArn("arn:aws:iam::123456789012:server-certificate/api");`,

  "certificate/ca-key-type": `new OriginCaCertificate(this, "certificate", {
  hostnames: ["api.example.com"],
  originCaRoot: rootPem, // its key is on an elliptic curve, and that of the certificate is RSA
});`,

  "certificate/chain-order": imported(`certificatePem: apiPem,
  certificateChainPem: rootPem + issuingPem,`),

  "certificate/common-name-length": `new IssuedCertificate(this, "certificate", {
  hostnames: ["the-api-of-the-department-for-the-caching-of-cats-and-dogs.example.com"],
  zone,
});`,

  "certificate/csr-and-key": `new OriginCaCertificate(this, "certificate", { hostnames: ["api.example.com"], csr: requestPem });`,

  "certificate/csr-key-type": `new OriginCaCertificate(this, "certificate", {
  hostnames: ["api.example.com"],
  keyAlgorithm: OriginCaKeyAlgorithm.ECDSA_P256,
  csr: requestPem, // for an RSA key
  privateKey: certificateKey.stringValue,
});`,

  "certificate/does-not-cover-host": imported(`certificatePem: apiPem, // of api.example.com
  hostnames: ["v1.api.example.com"],`),

  "certificate/encrypted-key": `new ImportedCertificate(this, "certificate", { certificatePem: apiPem, privateKeyFile: encryptedKeyFile });`,

  "certificate/expired": imported("certificatePem: expiredPem,"),

  "certificate/expires-soon": imported("certificatePem: expiringPem,"),

  "certificate/file-unreadable": imported(`certificateFile: "certificates/api.pem",`),

  "certificate/host-outside-zone": `new IssuedCertificate(this, "certificate", { hostnames: ["api.example.org"], zone });`,

  "certificate/hostname-count": `new OriginCaCertificate(this, "certificate", { hostnames: [] });`,

  "certificate/hostname-not-literal": `const host = new TerraformVariable(this, "host", { type: "string" });
new OriginCaCertificate(this, "certificate", { hostnames: [host.stringValue] });`,

  "certificate/hostname-syntax": `new OriginCaCertificate(this, "certificate", { hostnames: ["*.*.example.com"] });`,

  "certificate/hostnames-unsorted": `import { OriginCaCertificate as CloudflareOriginCaCertificate } from "@cdktf/provider-cloudflare/lib/origin-ca-certificate";
new CloudflareOriginCaCertificate(this, "certificate", {
  csr: requestPem,
  hostnames: ["example.com", "*.example.com"],
  requestType: "origin-rsa",
  requestedValidity: 5475,
});
new EdgeHost(this, "host", {
  zone,
  host: "api.example.com",
  target: "d-abc123.execute-api.eu-central-1.amazonaws.com",
});`,

  "certificate/key-algorithm": `new IssuedCertificate(this, "certificate", {
  hostnames: ["api.example.com"],
  zone,
  keyAlgorithm: "RSA_4096",
});`,

  "certificate/key-mismatch": `new ImportedCertificate(this, "certificate", {
  certificatePem: otherPem,
  privateKeyFile: keyFile,
});`,

  "certificate/key-type": imported("certificatePem: shortKeyPem,"),

  "certificate/leaf-in-chain": imported(`certificatePem: apiPem,
  certificateChainPem: apiPem + issuingPem,`),

  "certificate/not-a-ca": `new OriginCaCertificate(this, "certificate", {
  hostnames: ["api.example.com"],
  originCaRoot: rsaPem, // the certificate of a host
});`,

  "certificate/not-yet-valid": imported("certificatePem: futurePem,"),

  "certificate/pem-content": imported("certificatePem: apiPem + issuingPem,"),

  "certificate/pem-shape": imported(`certificatePem: apiPem.replaceAll("\\n", "\\r\\n"),`),

  "certificate/pem-source": imported(`certificatePem: apiPem,
  certificateFile: "certificates/api.pem",`),

  "certificate/private-key-in-text": `new ImportedCertificate(this, "certificate", {
  certificatePem: apiPem,
  privateKeyPem: readFileSync(keyFile, "utf8"),
});`,

  "certificate/root-expired": `new OriginCaCertificate(this, "certificate", {
  hostnames: ["api.example.com"],
  originCaRoot: expiredRootPem,
});`,

  "certificate/validation-record-twice": `new IssuedCertificate(this, "certificate", { hostnames: ["api.example.com"], zone });
new IssuedCertificate(this, "wildcard", { hostnames: ["*.api.example.com"], zone });`,

  "certificate/validity-days": `new OriginCaCertificate(this, "certificate", { hostnames: ["api.example.com"], validityDays: 398 });`,

  "certificate/variable-not-sensitive": `const key = new TerraformVariable(this, "key", { type: "string" });
new ImportedCertificate(this, "certificate", { certificatePem: apiPem, privateKeyPem: key.stringValue });`,
};

/** A certificate whose key is a sensitive variable. */
function imported(options: string): string {
  return `new ImportedCertificate(this, "certificate", {
  ${options}
  privateKeyPem: certificateKey.stringValue,
});`;
}
