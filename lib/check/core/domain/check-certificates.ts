import { checkImportedCertificate } from "../../../domain/core/check-imported-certificate";
import { holdsPrivateKey } from "../../../domain/core/pem";
import { Finding } from "../../../rules/finding";
import { validityDays } from "../../../rules/certificate/validity-days";
import { Found, foundIn } from "../found";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnset, knownNumber, knownText } from "../values";

/** Checks certificates that are imported as text, and those that Cloudflare is to issue. */
export function checkCertificates({ resources }: PlainConfiguration, references: References, now: Date): Found[] {
  return resources
    .filter(({ isData }) => !isData)
    .flatMap((resource) => foundIn(resource, checkCertificate(resource, references, now)));
}

function checkCertificate({ type, attributes }: CheckedResource, references: References, now: Date): Finding[] {
  if (type === "cloudflare_origin_ca_certificate") {
    const days = knownNumber(attributes.requested_validity);
    return isUnset(attributes.requested_validity) || days === undefined ? [] : validityDays("requested_validity", days);
  }
  if (type !== "aws_acm_certificate") return [];
  const pem = (property: string) => ({ property, text: publicText(references.resolve(attributes[property])) });
  const input = {
    certificate: pem("certificate_body"),
    privateKey: { property: "private_key", text: undefined },
    chain: pem("certificate_chain"),
    hostnames: { property: "domain_name", names: undefined },
  };
  return [...checkImportedCertificate(input, now).findings];
}

/** A text without a private key, which is told elsewhere. */
function publicText(value: unknown): string | undefined {
  const text = knownText(value);
  return text === undefined || text.trim() === "" || holdsPrivateKey(text) ? undefined : text;
}
