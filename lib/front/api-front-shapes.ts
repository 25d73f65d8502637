import { API_DOMAIN_PROPS } from "../domain/api-domain-shapes";
import { ORIGIN_CA_CERTIFICATE_PROPS } from "../domain/certificate-shapes";
import { EDGE_HOST_PROPS } from "../edge/edge-host-shapes";
import { Shape, anyObject, flag, listOf, literal, mapOf, objectOf, required, text } from "../rules/input/shape";
import { ApiFrontProps, FrontCertificateOptions } from "./api-front-props";

const CERTIFICATE_OPTIONS: Shape<FrontCertificateOptions> = {
  keyAlgorithm: ORIGIN_CA_CERTIFICATE_PROPS.keyAlgorithm,
  validityDays: ORIGIN_CA_CERTIFICATE_PROPS.validityDays,
  rotation: ORIGIN_CA_CERTIFICATE_PROPS.rotation,
};

export const API_FRONT_PROPS: Shape<ApiFrontProps> = {
  host: required(literal(text)),
  additionalHosts: literal(listOf(literal(text))),
  zone: EDGE_HOST_PROPS.zone,
  api: API_DOMAIN_PROPS.api,
  mappings: API_DOMAIN_PROPS.mappings,
  certificate: { ...API_DOMAIN_PROPS.certificate, required: false },
  certificateOptions: literal(objectOf(CERTIFICATE_OPTIONS)),
  cache: EDGE_HOST_PROPS.cache,
  strictTls: EDGE_HOST_PROPS.strictTls,
  httpsRedirect: EDGE_HOST_PROPS.httpsRedirect,
  edgeCertificate: EDGE_HOST_PROPS.edgeCertificate,
  disableExecuteApiEndpoint: API_DOMAIN_PROPS.disableExecuteApiEndpoint,
  mutualTls: API_DOMAIN_PROPS.mutualTls,
  originSecretHeader: EDGE_HOST_PROPS.originSecretHeader,
  cloudflareIpRangesOnly: literal(flag),
  securityPolicy: API_DOMAIN_PROPS.securityPolicy,
  endpointAccessMode: API_DOMAIN_PROPS.endpointAccessMode,
  domainNameResource: API_DOMAIN_PROPS.domainNameResource,
  tags: mapOf(text),
  provider: anyObject,
  acknowledgements: API_DOMAIN_PROPS.acknowledgements,
};
