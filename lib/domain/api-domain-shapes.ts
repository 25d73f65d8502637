import {
  OptionType,
  Shape,
  anyObject,
  flag,
  isRecord,
  listOf,
  literal,
  made,
  mapOf,
  objectOf,
  required,
  text,
} from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import {
  ApiDomainMappingOptions,
  ApiDomainProps,
  ApiMapping,
  ExistingApiDomainProps,
  MutualTlsOptions,
} from "./api-domain-props";
import { ApiType } from "./api-type";

/** What serves as a stage, whichever copy of this library made it. */
export const apiStage: OptionType = made(
  "the stage of an API: a CachedRestApi, an HttpApi, ApiStage.rest(stage) or ApiStage.http(stage)",
  (value) => isRecord(value) && isText(value.apiId) && Object.values(ApiType).includes(value.apiType as ApiType),
);

/** What serves as a certificate. */
export const certificate: OptionType = made(
  "a certificate: OriginCaCertificate, IssuedCertificate, ImportedCertificate or DomainCertificate.fromArn(arn)",
  (value) => isRecord(value) && isText(value.certificateArn),
);

const MAPPING: Shape<ApiMapping> = { api: required(apiStage), path: literal(text), importId: text };

const MUTUAL_TLS: Shape<MutualTlsOptions> = {
  truststoreUri: required(text),
  truststoreRegion: text,
  truststoreVersion: text,
  ownershipVerificationCertificate: certificate,
};

const MAPPING_OPTIONS: Shape<ApiDomainMappingOptions> = {
  api: apiStage,
  mappings: literal(listOf(objectOf(MAPPING))),
  disableExecuteApiEndpoint: literal(flag),
  acknowledgements: literal(anyObject),
  provider: anyObject,
};

export const API_DOMAIN_PROPS: Shape<ApiDomainProps> = {
  ...MAPPING_OPTIONS,
  domainName: required(text),
  certificate: required(certificate),
  endpointType: literal(text),
  securityPolicy: text,
  endpointAccessMode: text,
  domainNameResource: literal(text),
  mutualTls: literal(objectOf(MUTUAL_TLS)),
  importExisting: literal(flag),
  tags: mapOf(text),
};

export const EXISTING_API_DOMAIN_PROPS: Shape<ExistingApiDomainProps> = {
  ...MAPPING_OPTIONS,
  domainName: required(text),
  targetDomainName: required(text),
  hostedZoneId: text,
  endpointType: literal(text),
};

function isText(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || isUnknown(value);
}
