import { CertificateFacts } from "../../../domain/core/domain-input";
import { readCertificates } from "../../../domain/core/read-pem";
import { regionOfCertificate } from "../../../domain/core/certificate-arn";
import { holdsPrivateKey } from "../../../domain/core/pem";
import { CheckedResource } from "../plain-configuration";
import { References } from "../references";
import { isUnset, knownText } from "../values";
import { knownList } from "../gateway/read-methods";

/** What is known of the certificate whose ARN a value is. */
export function certificateFacts(arn: unknown, references: References): CertificateFacts {
  const certificate = references.target(arn)?.resource ?? references.resource("aws_acm_certificate", "arn", arn);
  const text = knownText(references.resolve(arn));
  const region = text === undefined ? certificate?.region : regionOfCertificate(text);
  if (certificate?.type !== "aws_acm_certificate" || certificate.isData) return { region };
  return { ...sourceOf(certificate, references), region };
}

function sourceOf(
  certificate: CheckedResource,
  references: References,
): Pick<CertificateFacts, "source" | "hostnames"> {
  const { certificate_body: body, private_key: key } = certificate.attributes;
  if (isUnset(body) && isUnset(key)) return issuedFacts(certificate);
  const issuer = references.target(body)?.resource;
  if (issuer?.type === "cloudflare_origin_ca_certificate") {
    const hostnames = knownList(issuer.attributes.hostnames);
    return { source: "origin-ca", hostnames: hostnames?.length === 0 ? undefined : hostnames };
  }
  return { source: "imported", hostnames: hostnamesOfPem(knownText(references.resolve(body))) };
}

function issuedFacts({ attributes }: CheckedResource): Pick<CertificateFacts, "source" | "hostnames"> {
  const [name, others] = [knownText(attributes.domain_name), knownList(attributes.subject_alternative_names)];
  if (isUnset(attributes.domain_name)) return {};
  return { source: "issued", hostnames: name === undefined || others === undefined ? undefined : [name, ...others] };
}

function hostnamesOfPem(pem: string | undefined): readonly string[] | undefined {
  if (pem === undefined || holdsPrivateKey(pem)) return undefined;
  return readCertificates("certificate_body", pem).value?.[0]?.hostnames;
}
