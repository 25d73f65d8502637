import {
  OptionType,
  Shape,
  anyObject,
  isRecord,
  listOf,
  literal,
  made,
  mapOf,
  number,
  required,
  text,
} from "../rules/input/shape";
import { wrongType } from "../rules/input/wrong-type";
import { CertificateSource, IDomainCertificate } from "./domain-certificate";
import { DomainCertificateOptions } from "./existing-certificate";
import { ImportedCertificateProps } from "./imported-certificate-props";
import { IssuedCertificateProps } from "./issued-certificate-props";
import { OriginCaCertificateProps } from "./origin-ca-certificate-props";

/** A text of which no message may show anything. */
const secret: OptionType = {
  ...text,
  check: (value, property) =>
    typeof value === "string" ? [] : [wrongType(property, `a value of type ${typeof value}`, text.description)],
};

const names = literal(listOf(literal(text)));

const common = { tags: mapOf(text), provider: anyObject, acknowledgements: literal(mapOf(literal(text))) };

export const ORIGIN_CA_CERTIFICATE_PROPS: Shape<OriginCaCertificateProps> = {
  ...common,
  // A name that is a token has a rule of its own.
  hostnames: required(listOf(text)),
  keyAlgorithm: literal(text),
  validityDays: literal(number),
  rotation: literal(text),
  csr: secret,
  privateKey: secret,
  originCaRoot: secret,
  cloudflareProvider: anyObject,
  tlsProvider: anyObject,
};

export const IMPORTED_CERTIFICATE_PROPS: Shape<ImportedCertificateProps> = {
  ...common,
  certificatePem: secret,
  certificateFile: literal(text),
  privateKeyPem: secret,
  privateKeyFile: literal(text),
  certificateChainPem: secret,
  certificateChainFile: literal(text),
  hostnames: names,
};

export const ISSUED_CERTIFICATE_PROPS: Shape<IssuedCertificateProps> = {
  ...common,
  hostnames: required(names),
  zone: required(made("a CloudflareZone", isZone)),
  keyAlgorithm: literal(text),
};

export const CERTIFICATE_ARN: Shape<Pick<IDomainCertificate, "certificateArn">> = { certificateArn: required(text) };

export const DOMAIN_CERTIFICATE_OPTIONS: Shape<DomainCertificateOptions> = {
  source: made("a CertificateSource", (value) => Object.values<unknown>(CertificateSource).includes(value)),
  hostnames: names,
};

/** A zone may be an object of any class that has these. */
function isZone(value: unknown): boolean {
  return isRecord(value) && typeof value.zoneId === "string" && typeof value.zoneName === "string";
}
