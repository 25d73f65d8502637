import { CertificateSource } from "../domain/domain-certificate";
import { Shape, anyObject, flag, listOf, literal, made, number, objectOf, required, text } from "../rules/input/shape";
import { CloudflareZone } from "./cloudflare-zone";
import { EdgeCertificate, StrictTls } from "./core/strict-tls";
import { EdgeHostProps, OriginSecretHeader } from "./edge-host-props";
import { EDGE_CACHE, acknowledgements, oneOf } from "./option-shapes";

const ORIGIN_SECRET_HEADER: Shape<OriginSecretHeader> = { name: required(literal(text)), value: required(text) };

export const EDGE_HOST_PROPS: Shape<EdgeHostProps> = {
  host: required(text),
  zone: required(made("a CloudflareZone", (value) => CloudflareZone.isCloudflareZone(value))),
  target: required(text),
  proxied: literal(flag),
  ttlSeconds: number,
  comment: text,
  recordTags: listOf(text),
  strictTls: oneOf(StrictTls),
  sslMode: literal(text),
  httpsRedirect: literal(flag),
  edgeCertificate: oneOf(EdgeCertificate),
  cache: literal(objectOf(EDGE_CACHE)),
  originSecretHeader: literal(objectOf(ORIGIN_SECRET_HEADER)),
  certificateSource: oneOf(CertificateSource),
  pageRulePriority: number,
  cloudflareProvider: anyObject,
  acknowledgements,
};
