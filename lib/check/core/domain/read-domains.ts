import { DomainInput, MappedApiFacts, MappingInput } from "../../../domain/core/domain-input";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { blockOf, isUnset, knownText } from "../values";
import { SeenApi } from "../gateway/api-method";
import { SeenApis } from "../gateway/read-apis";
import { certificateFacts } from "./read-certificate";

/** A custom domain that is declared, and what the mappings of it are. */
export interface SeenDomain {
  readonly resource: CheckedResource;
  readonly identity: string | undefined;
  /** Undefined where its endpoint type is not known. */
  readonly input: DomainInput | undefined;
  /** The arguments that the names of the input's properties stand for. */
  readonly properties: { readonly [property: string]: string };
}

/** A mapping, of a domain that may be declared elsewhere. */
export interface SeenMapping {
  readonly resource: CheckedResource;
  readonly domain: string | undefined;
  /** Undefined where its path is not known. */
  readonly input: MappingInput | undefined;
  readonly api: CheckedResource | undefined;
}

const V2_DOMAIN = "aws_apigatewayv2_domain_name";
const DOMAINS = ["aws_api_gateway_domain_name", V2_DOMAIN];
const V1_MAPPING = "aws_api_gateway_base_path_mapping";
const MAPPINGS = [V1_MAPPING, "aws_apigatewayv2_api_mapping"];

/** The custom domains of a configuration. */
export function readDomains({ resources }: PlainConfiguration, references: References): SeenDomain[] {
  return resources
    .filter(({ type, isData }) => DOMAINS.includes(type) && !isData)
    .map((resource) => {
      const isV2 = resource.type === V2_DOMAIN;
      return {
        resource,
        identity: references.identity(`\${${resource.address}.domain_name}`),
        input: isV2 ? readV2(resource, references) : readV1(resource, references),
        properties: isV2 ? V2_PROPERTIES : v1Properties(resource),
      };
    });
}

const V2_PROPERTIES = {
  domainName: "domain_name",
  certificate: "domain_name_configuration.certificate_arn",
  "certificate.certificateRegion": "domain_name_configuration.certificate_arn",
  endpointType: "domain_name_configuration.endpoint_type",
  securityPolicy: "domain_name_configuration.security_policy",
  "mutualTls.truststoreUri": "mutual_tls_authentication.truststore_uri",
  "mutualTls.ownershipVerificationCertificate": "domain_name_configuration.ownership_verification_certificate_arn",
  "mutualTls.ownershipVerificationCertificate.certificateRegion":
    "domain_name_configuration.ownership_verification_certificate_arn",
};

function v1Properties({ attributes }: CheckedResource): { readonly [property: string]: string } {
  const certificate = isUnset(attributes.regional_certificate_arn) ? "certificate_arn" : "regional_certificate_arn";
  return {
    domainName: "domain_name",
    certificate,
    "certificate.certificateRegion": certificate,
    endpointType: "endpoint_configuration.types",
    securityPolicy: "security_policy",
    endpointAccessMode: "endpoint_access_mode",
    "mutualTls.truststoreUri": "mutual_tls_authentication.truststore_uri",
    "mutualTls.ownershipVerificationCertificate": "ownership_verification_certificate_arn",
    "mutualTls.ownershipVerificationCertificate.certificateRegion": "ownership_verification_certificate_arn",
  };
}

function readV2({ type, region, attributes }: CheckedResource, references: References): DomainInput | undefined {
  const block = blockOf(attributes.domain_name_configuration);
  if (block === undefined || "dynamic" in attributes) return undefined;
  return {
    resource: type,
    domainName: domainNameOf(attributes, references),
    region,
    endpointType: "REGIONAL",
    mappings: [],
    securityPolicy: isUnset(block.security_policy) ? "TLS_1_2" : block.security_policy,
    certificate: certificateFacts(block.certificate_arn, references),
    mutualTls: mutualTlsOf(attributes, block.ownership_verification_certificate_arn, references),
  };
}

function readV1({ type, region, attributes }: CheckedResource, references: References): DomainInput | undefined {
  const endpointType = endpointTypeOf(attributes);
  if (endpointType === undefined || "dynamic" in attributes) return undefined;
  const { endpoint_access_mode: mode, security_policy: policy } = attributes;
  return {
    resource: type,
    domainName: domainNameOf(attributes, references),
    region,
    endpointType,
    mappings: [],
    // What the provider chooses is none of ours.
    securityPolicy: isUnset(policy) ? "TLS_1_2" : policy,
    endpointAccessMode: isUnset(mode) || isUnset(policy) ? undefined : mode,
    certificate: certificateFacts(
      isUnset(attributes.regional_certificate_arn) ? attributes.certificate_arn : attributes.regional_certificate_arn,
      references,
    ),
    mutualTls: mutualTlsOf(attributes, attributes.ownership_verification_certificate_arn, references),
  };
}

/** `REGIONAL` or `EDGE`; undefined for a private domain, and where it is not known. */
function endpointTypeOf(attributes: CheckedResource["attributes"]): string | undefined {
  const types = blockOf(attributes.endpoint_configuration)?.types;
  const type: unknown = Array.isArray(types) ? types[0] : types;
  if (type !== undefined && type !== null) return type === "REGIONAL" || type === "EDGE" ? type : undefined;
  return isUnset(attributes.regional_certificate_arn) && isUnset(attributes.regional_certificate_name)
    ? "EDGE"
    : "REGIONAL";
}

function domainNameOf(attributes: CheckedResource["attributes"], references: References): string {
  return references.text(attributes.domain_name) ?? String(attributes.domain_name ?? "${unknown}");
}

function mutualTlsOf(
  attributes: CheckedResource["attributes"],
  ownership: unknown,
  references: References,
): DomainInput["mutualTls"] {
  const block = blockOf(attributes.mutual_tls_authentication);
  if (block === undefined || isUnset(block.truststore_uri)) return undefined;
  return {
    truststoreUri: references.text(block.truststore_uri) ?? block.truststore_uri,
    ownership: isUnset(ownership) ? undefined : certificateFacts(ownership, references),
  };
}

/** The mappings of a configuration, whatever declares their domains. */
export function readMappings(
  { resources }: PlainConfiguration,
  references: References,
  apis: SeenApis["apis"],
): SeenMapping[] {
  return resources
    .filter(({ type, isData }) => MAPPINGS.includes(type) && !isData)
    .map((resource) => {
      const { attributes, type } = resource;
      const isV1 = type === V1_MAPPING;
      const key = isV1 ? attributes.base_path : attributes.api_mapping_key;
      const stage = isV1 ? attributes.stage_name : attributes.stage;
      const path = isUnset(key) ? "" : references.text(key);
      const api = apiOf(attributes.api_id, references);
      const stageName = references.text(stage) ?? stage;
      return {
        resource,
        domain: references.identity(attributes.domain_name),
        api,
        input:
          path === undefined || isUnknown(path)
            ? undefined
            : {
                property: "api_id",
                pathProperty: isV1 ? "base_path" : "api_mapping_key",
                path: path === "(none)" ? "" : path,
                // A mapping of version 1 may leave the stage to the path.
                stageName: isUnset(stage) ? "${unset}" : stageName,
                api: apiFacts(api, attributes.api_id, unseenType(isV1, stageName), references, apis),
              },
      };
    });
}

function apiOf(id: unknown, references: References): CheckedResource | undefined {
  const resource =
    references.target(id)?.resource ??
    references.resource("aws_api_gateway_rest_api", "id", id) ??
    references.resource("aws_apigatewayv2_api", "id", id);
  return resource !== undefined && /^aws_(api_gateway_rest|apigatewayv2)_api$/.test(resource.type)
    ? resource
    : undefined;
}

/** The type of an API that is not seen, as far as its mapping gives it away. */
function unseenType(isV1: boolean, stageName: unknown): string {
  if (isV1) return "REST";
  return stageName === "$default" ? "HTTP" : "unknown";
}

function apiFacts(
  api: CheckedResource | undefined,
  id: unknown,
  unseen: string,
  references: References,
  apis: SeenApis["apis"],
): MappedApiFacts {
  if (api?.type === "aws_apigatewayv2_api") {
    return { type: "HTTP", protocolType: api.isData ? undefined : knownText(api.attributes.protocol_type) };
  }
  if (api === undefined) return { type: unseen };
  const { types } = blockOf(api.attributes.endpoint_configuration) ?? {};
  return {
    type: "REST",
    endpointTypes: Array.isArray(types) ? types.filter((type): type is string => typeof type === "string") : undefined,
    paths: pathsOf(apis.get(references.identity(id) ?? "")),
  };
}

/** The paths of an API, if all of them are seen. */
function pathsOf(seen: SeenApi | undefined): string[] | undefined {
  if (seen === undefined || !seen.isWhole) return undefined;
  return [...new Set(seen.methods.flatMap(({ path }) => path?.text ?? []))];
}
