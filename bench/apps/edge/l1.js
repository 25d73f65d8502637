// The same Terraform JSON, byte for byte, from plain CDKTF code.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { AcmCertificate } = require("@cdktf/provider-aws/lib/acm-certificate");
const { Apigatewayv2ApiMapping } = require("@cdktf/provider-aws/lib/apigatewayv2-api-mapping");
const { Apigatewayv2DomainName } = require("@cdktf/provider-aws/lib/apigatewayv2-domain-name");
const { DnsRecord } = require("@cdktf/provider-cloudflare/lib/dns-record");
const { OriginCaCertificate } = require("@cdktf/provider-cloudflare/lib/origin-ca-certificate");
const { CertRequest } = require("@cdktf/provider-tls/lib/cert-request");
const { PrivateKey } = require("@cdktf/provider-tls/lib/private-key");
const { Construct } = require("constructs");
const { EDGE } = require("./hosts");
const { addRulesets } = require("./l1-rules");
const { synthesize } = require("./synthesize");

const ROOT = readFileSync(join(__dirname, "origin-ca-root.pem"), "utf8").trim();
const CERTIFICATE_CHAIN = `\${trimspace(${JSON.stringify(ROOT)})}`;

synthesize((stack, hosts) => {
  const rulesets = addRulesets(stack, hosts);
  for (const { id, host, apiId } of hosts) {
    const front = new Construct(stack, id);
    const certificateArn = addCertificate(new Construct(front, "certificate"), `${id}_certificate`, host);
    const part = new Construct(front, host.replaceAll(".", "_"));
    const prefix = `${id}_${host.replaceAll(".", "__")}`;
    const { domain, mapping } = addDomain(new Construct(part, "domain"), `${prefix}_domain`, {
      host,
      certificateArn,
      apiId,
    });
    const record = new DnsRecord(new Construct(part, "edge"), "record", {
      zoneId: EDGE.zoneId,
      name: host,
      type: "CNAME",
      content: domain.domainNameConfiguration.targetDomainName,
      proxied: true,
      ttl: 1,
      dependsOn: [...rulesets, mapping],
    });
    record.overrideLogicalId(`${prefix}_edge`);
  }
});

function addCertificate(scope, name, host) {
  const key = new PrivateKey(scope, "key", { algorithm: "RSA", rsaBits: 2048 });
  key.overrideLogicalId(`${name}_key`);
  const { privateKeyPem } = key;
  const request = new CertRequest(scope, "request", { privateKeyPem, subject: [{ commonName: "cloudflare-origin" }] });
  request.overrideLogicalId(`${name}_request`);
  const originCertificate = new OriginCaCertificate(scope, "origin-certificate", {
    csr: request.certRequestPem,
    hostnames: [host],
    requestType: "origin-rsa",
    requestedValidity: 5475,
    lifecycle: { createBeforeDestroy: true },
  });
  originCertificate.overrideLogicalId(name);
  const certificate = new AcmCertificate(scope, "certificate", {
    certificateBody: originCertificate.certificate,
    privateKey: privateKeyPem,
    certificateChain: CERTIFICATE_CHAIN,
    lifecycle: { createBeforeDestroy: true },
  });
  certificate.overrideLogicalId(name);
  return certificate.arn;
}

function addDomain(scope, name, { host, certificateArn, apiId }) {
  const domain = new Apigatewayv2DomainName(scope, "domain", {
    domainName: host,
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });
  domain.overrideLogicalId(name);
  const mapping = new Apigatewayv2ApiMapping(scope, "mapping", {
    apiId,
    stage: "$default",
    domainName: domain.domainName,
  });
  mapping.overrideLogicalId(`${name}_mapping`);
  return { domain, mapping };
}
