import { CheckedResource } from "../../../check/core/plain-configuration";
import { imports, isNew, Outcome, Parent, unresolved, within } from "../outcome";
import { LiveCertificate, UNREAD } from "../questions";
import { AdoptedStack, textOf } from "../stack";
import { block, Importer, Importers, optionsFor, Situation, withRegion } from "../situation";
import { isDomain, readDomain } from "./domain";

/** A certificate is the one that its domain has now, or the one that was named. */
const certificate: Importer = (resource, situation) =>
  within(arnOf(resource, situation), (arn) => {
    const read = situation.inquiry.ask("certificate", arn.split(":")[3], arn);
    if (read.state === "absent") return unresolved(`these credentials see no certificate ${arn}`, ...optionsFor("certificate-arn", resource.address, situation, "ARN")); // prettier-ignore
    const difference = read.state === "found" ? differenceOf(resource, read.value, situation) : undefined;
    if (difference !== undefined) {
      return isNew(`${arn} ${difference}; it stays, and the domain gets the new one`);
    }
    const isImported = resource.attributes.certificate_body !== undefined;
    return imports(withRegion(resource, arn), isImported ? "what it holds is written anew, in place" : undefined);
  });

function arnOf(resource: CheckedResource, situation: Situation): Parent {
  const given = situation.bindings.certificates.get(resource.address);
  if (given !== undefined) return { found: given };
  const users = usersOf(resource, situation.stack);
  const reads = users.map((user) => certificateOf(user, situation));
  const found = reads.find((one) => one.found !== undefined);
  if (found !== undefined) return found;
  const isCertain = users.length > 0 && reads.every(({ outcome }) => outcome?.kind === "new");
  if (isCertain) return { outcome: isNew("no domain that exists has it") };
  const options = optionsFor("certificate-arn", resource.address, situation, "ARN");
  return { outcome: unresolved("its ARN is not known", ...options) };
}

/** A domain, and whether it names the certificate as its own or to show its ownership. */
interface User {
  readonly domain: CheckedResource;
  readonly isOwnership: boolean;
}

function usersOf({ address }: CheckedResource, stack: AdoptedStack): User[] {
  return stack.resources.filter(isDomain).flatMap((domain) => {
    const shape = { ...domain.attributes, ...block(domain, "domain_name_configuration") };
    const uses = Object.entries(shape).filter(([name, value]) => /certificate_arn$/.test(name) && isArnOf(value, address, stack)); // prettier-ignore
    return uses.map(([name]) => ({ domain, isOwnership: name.startsWith("ownership_") }));
  });
}

/** The ARN of a certificate, directly or once it is validated. */
function isArnOf(value: unknown, address: string, { references }: AdoptedStack): boolean {
  return references.target(value)?.resource.address === address;
}

function certificateOf({ domain, isOwnership }: User, situation: Situation): Parent {
  const name = textOf(situation.stack, domain.attributes.domain_name);
  const read = name === undefined ? UNREAD : readDomain(domain, name, situation);
  if (read.state === "unread") return { outcome: unresolved("the domain was not read") };
  if (read.state === "absent") return { outcome: isNew("its domain does not exist") };
  const arn = isOwnership ? read.value.ownershipCertificateArn : read.value.certificateArns[0];
  return arn === undefined ? { outcome: isNew("the domain has none") } : { found: arn };
}

/** What keeps a certificate from becoming the declared one in place. */
function differenceOf(resource: CheckedResource, live: LiveCertificate, situation: Situation): string | undefined {
  const isImported = resource.attributes.certificate_body !== undefined;
  if (isImported !== (live.type === "IMPORTED")) {
    return isImported ? "was issued by ACM, and takes no other content" : "was imported, and ACM does not renew it";
  }
  return isImported ? keyDifference(resource, live, situation) : requestDifference(resource, live, situation);
}

/** ACM takes another certificate under the same ARN only if its key is of the same kind. */
function keyDifference(resource: CheckedResource, live: LiveCertificate, { stack }: Situation): string | undefined {
  const key = stack.references.target(resource.attributes.private_key)?.resource;
  const declared = key?.type === "tls_private_key" ? keyAlgorithm(key) : undefined;
  const present = live.keyAlgorithm === undefined ? undefined : plainAlgorithm(live.keyAlgorithm);
  if (declared === undefined || present === undefined || declared === present) return undefined;
  return `has a key of ${present}, and the declared one is of ${declared}, which ACM does not change`;
}

function keyAlgorithm({ attributes }: CheckedResource): string | undefined {
  if (attributes.algorithm === "RSA") return `RSA-${String(attributes.rsa_bits ?? 2048)}`;
  if (attributes.algorithm !== "ECDSA") return undefined;
  return typeof attributes.ecdsa_curve === "string" ? attributes.ecdsa_curve : "P224";
}

const CURVES: { readonly [name: string]: string } = { prime256v1: "P256", secp384r1: "P384", secp521r1: "P521" };

/** ACM writes `RSA_2048` and `RSA-2048`, `EC_prime256v1` and `EC-secp384r1`. */
function plainAlgorithm(written: string): string {
  const [, curve] = /^EC[_-](.*)$/.exec(written) ?? [];
  return curve === undefined ? written.replace("_", "-") : (CURVES[curve] ?? curve);
}

function requestDifference(resource: CheckedResource, live: LiveCertificate, { stack }: Situation): string | undefined {
  const { domain_name: name, subject_alternative_names: others, validation_method: method } = resource.attributes;
  const domain = textOf(stack, name);
  if (domain !== undefined && domain !== live.domainName) return `is for ${live.domainName ?? "another name"}`;
  if (method !== undefined && live.validationMethod !== undefined && method !== live.validationMethod) {
    return `was validated by ${live.validationMethod}`;
  }
  const declared = Array.isArray(others) ? [domain, ...others.map((one) => textOf(stack, one))] : [domain];
  const isKnown = declared.every((one) => one !== undefined);
  const isSame = isEqual(new Set(declared), new Set(live.hostnames));
  return isKnown && !isSame ? `is for ${live.hostnames.join(", ")}` : undefined;
}

function isEqual(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}

const validation: Importer = (): Outcome => isNew("it only waits until the certificate is valid");

/** Certificates in ACM. */
export const CERTIFICATE_IMPORTERS: Importers = {
  aws_acm_certificate: certificate,
  aws_acm_certificate_validation: validation,
};
