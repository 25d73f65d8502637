import { Finding } from "../../rules/finding";
import { apiRegion } from "../../rules/domain/api-region";
import { endpointType } from "../../rules/domain/endpoint-type";
import { importId } from "../../rules/domain/import-id";
import { nameSyntax } from "../../rules/domain/name-syntax";
import { resourceKind } from "../../rules/domain/resource-kind";
import { IsUnknown, whenKnown } from "../../rules/known";
import { checkCertificate, checkMutualTls, checkSecurityPolicy } from "./check-domain";
import { checkMappings } from "./check-mappings";
import { DomainInput, ExistingDomainInput, MappingInput } from "./domain-input";
import { normalizeHostname } from "./hostname";
import { isMultiLevel, mappingId } from "./mapping-key";

const V1_DOMAIN = "aws_api_gateway_domain_name";
const V2_DOMAIN = "aws_apigatewayv2_domain_name";

/** The two resources that Terraform has for a mapping. */
export type MappingResource = "aws_api_gateway_base_path_mapping" | "aws_apigatewayv2_api_mapping";

/** A mapping as it is rendered. */
export interface PlannedMapping {
  readonly id: string;
  readonly resource: MappingResource;
  /** Undefined for everything that no other mapping has. */
  readonly key?: string;
  readonly importId?: string;
}

/** What a domain becomes, and what is wrong with it. */
export interface DomainPlan {
  readonly findings: readonly Finding[];
  /** In its one form. */
  readonly domainName: string;
  /** The mappings, in the order in which they were given. */
  readonly mappings: readonly PlannedMapping[];
}

/** A domain that is declared here. */
export interface OwnDomainPlan extends DomainPlan {
  readonly resource: string;
}

/** Decides a domain. */
export function planDomain(input: DomainInput, isUnknown: IsUnknown): OwnDomainPlan {
  const resource = input.resource ?? (input.mappings.some(({ api }) => api.type === "HTTP") ? V2_DOMAIN : V1_DOMAIN);
  const hostname = knownHostname(input.domainName, isUnknown);
  const isEdge = input.endpointType === "EDGE";
  // An HTTP API on an edge-optimized domain is refused as such, not for the resource that it would have led to.
  const kinds = isEdge ? [V1_DOMAIN] : [V1_DOMAIN, V2_DOMAIN];
  const { findings, domainName, mappings } = planMappings(input, isUnknown, ({ api, path }) =>
    resource === V1_DOMAIN && api.type === "REST" && !isMultiLevel(path)
      ? "aws_api_gateway_base_path_mapping"
      : "aws_apigatewayv2_api_mapping",
  );
  return {
    resource,
    domainName,
    mappings,
    findings: [
      ...findings,
      ...(input.resource === undefined ? [] : resourceKind("domainNameResource", input.resource, kinds)),
      ...checkCertificate(input, hostname),
      ...checkSecurityPolicy(input, resource, isUnknown),
      ...checkMutualTls(input, hostname, isUnknown),
    ],
  };
}

/**
 * Decides the mappings of a domain that another configuration owns. A regional domain takes mappings of version 2 for
 * every API, so that no mapping of a REST API changes its resource when the first HTTP API comes.
 */
export function planExistingDomain(input: ExistingDomainInput, isUnknown: IsUnknown): DomainPlan {
  const resource = input.endpointType === "EDGE" ? "aws_api_gateway_base_path_mapping" : "aws_apigatewayv2_api_mapping";
  return planMappings(input, isUnknown, () => resource);
}

function planMappings(
  input: ExistingDomainInput,
  isUnknown: IsUnknown,
  resourceOf: (mapping: MappingInput) => MappingResource,
): DomainPlan {
  const domainName = knownHostname(input.domainName, isUnknown) ?? input.domainName;
  return {
    domainName,
    mappings: input.mappings.map((mapping) => ({
      id: mappingId(mapping.path),
      resource: resourceOf(mapping),
      key: mapping.path === "" ? undefined : mapping.path,
      importId: mapping.importId?.value,
    })),
    findings: [
      ...whenKnown(input.domainName, isUnknown, (name) => nameSyntax("domainName", name)),
      ...endpointType("endpointType", input.endpointType),
      ...checkMappings(input.mappings, input.endpointType, isUnknown),
      ...input.mappings.flatMap(({ property, api }) => apiRegion(property, api.region, input.region)),
      ...input.mappings.flatMap((mapping) => checkImportId(mapping, resourceOf(mapping), domainName, isUnknown)),
    ],
  };
}

function checkImportId(
  { importId: given, path }: MappingInput,
  resource: MappingResource,
  domainName: string,
  isUnknown: IsUnknown,
): Finding[] {
  if (given === undefined || isUnknown(given.value) || isUnknown(domainName)) return [];
  if (resource === "aws_api_gateway_base_path_mapping") {
    const wanted = `${domainName}/${path}`;
    return given.value === wanted ? [] : importId(given.property, given.value, wanted);
  }
  const [mapping, domain, ...rest] = given.value.split("/");
  const isRight = mapping !== "" && domain === domainName && rest.length === 0;
  return isRight ? [] : importId(given.property, given.value, `MAPPING_ID/${domainName}`);
}

function knownHostname(name: string, isUnknown: IsUnknown): string | undefined {
  return isUnknown(name) ? undefined : normalizeHostname(name);
}
