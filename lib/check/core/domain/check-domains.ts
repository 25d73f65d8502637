import { checkMappings } from "../../../domain/core/check-mappings";
import { MappingInput } from "../../../domain/core/domain-input";
import { isMultiLevel, mappingKeyProblem } from "../../../domain/core/mapping-key";
import { planDomain } from "../../../domain/core/plan-domain";
import { Finding } from "../../../rules/finding";
import { declaredTwice } from "../../../rules/domain/declared-twice";
import { mappingKeySyntaxRule } from "../../../rules/domain/mapping-key-syntax";
import { Found, foundIn, renamed } from "../found";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { isUnknown } from "../unknown";
import { knownText } from "../values";
import { SeenApis } from "../gateway/read-apis";
import { SeenDomain, SeenMapping, readDomains, readMappings } from "./read-domains";

/** Checks custom domains, their certificates and what is mapped to them. */
export function checkDomains(
  configuration: PlainConfiguration,
  references: References,
  apis: SeenApis["apis"],
): Found[] {
  const domains = readDomains(configuration, references);
  const mappings = readMappings(configuration, references, apis);
  return [
    ...domains.flatMap((domain) => foundIn(domain.resource, checkDomain(domain))),
    ...checkDeclaredTwice(domains),
    ...groupedByDomain(mappings).flatMap((group) => checkTogether(group, domains)),
  ];
}

// The domain's own rules, without those of mappings: they may be declared elsewhere.
function checkDomain({ input, properties }: SeenDomain): Finding[] {
  if (input === undefined) return [];
  return planDomain(input, isUnknown)
    .findings.filter(({ rule }) => rule !== "domain/no-mapping")
    .map((finding) => renamed(finding, properties[finding.property] ?? finding.property));
}

function checkDeclaredTwice(domains: readonly SeenDomain[]): Found[] {
  const first = new Map<string, SeenDomain>();
  return domains.flatMap((domain) => {
    const { resource } = domain;
    const name = knownText(domain.identity);
    const isPrivate = domain.input === undefined;
    if (name === undefined || isPrivate || resource.isRepeated) return [];
    const key = JSON.stringify([name, regionOf(resource)]);
    const other = first.get(key);
    if (other === undefined) first.set(key, domain);
    return other === undefined ? [] : foundIn(resource, declaredTwice("domain_name", name, other.resource.address));
  });
}

/** What tells the region of a resource from others: a name may be there once in each. */
function regionOf({ region, provider }: CheckedResource): string {
  return region ?? `of ${provider}`;
}

function groupedByDomain(mappings: readonly SeenMapping[]): SeenMapping[][] {
  const groups = new Map<string, SeenMapping[]>();
  for (const mapping of mappings) {
    const { domain, resource } = mapping;
    // A mapping whose domain is not known, or which may not be there, is checked by itself.
    const isApart = domain === undefined || resource.isRepeated;
    const key = JSON.stringify(isApart ? [resource.address] : [domain, regionOf(resource)]);
    groups.set(key, [...(groups.get(key) ?? []), mapping]);
  }
  return [...groups.values()];
}

/** What the words of a finding call a mapping, until it is known which one it is about. */
function nameOf({ resource }: SeenMapping, property: string): string {
  return `${resource.address}.${property}`;
}

function checkTogether(group: readonly SeenMapping[], domains: readonly SeenDomain[]): Found[] {
  const [{ domain: name, resource: first }] = group as [SeenMapping];
  const ofName = domains.filter(({ identity }) => identity !== undefined && identity === name);
  const domain = ofName.find(({ resource }) => regionOf(resource) === regionOf(first)) ?? ofName[0];
  const inputs = group.flatMap((mapping) => (mapping.input === undefined ? [] : [named(mapping, mapping.input)]));
  if (inputs.length === 0) return [];
  const endpointType = domain?.input?.endpointType ?? "REGIONAL";
  const findings = checkMappings(inputs, endpointType, isUnknown);
  return [
    ...findings.flatMap((finding) => {
      const mapping = group.find(({ resource }) => finding.property.startsWith(`${resource.address}.`));
      if (mapping === undefined) return [];
      const property = finding.property.slice(mapping.resource.address.length + 1);
      return foundIn(mapping.resource, [renamed(finding, STAGE_PROPERTIES[property] ?? property)]);
    }),
    ...group.flatMap((mapping) => foundIn(mapping.resource, checkVersion(mapping))),
  ];
}

const STAGE_PROPERTIES: { readonly [property: string]: string } = { "api_id.apiStageName": "stage" };

function named(mapping: SeenMapping, input: MappingInput): MappingInput {
  return {
    ...input,
    property: nameOf(mapping, input.property),
    pathProperty: nameOf(mapping, input.pathProperty),
  };
}

/** Source: https://github.com/hashicorp/terraform-provider-aws/issues/21986 */
function checkVersion({ resource, input }: SeenMapping): Finding[] {
  const isRefused =
    resource.type === "aws_api_gateway_base_path_mapping" &&
    input !== undefined &&
    mappingKeyProblem(input.path) === undefined &&
    isMultiLevel(input.path);
  if (!isRefused) return [];
  return [
    mappingKeySyntaxRule.finding({
      property: "base_path",
      found: input.path,
      allowed: "a path without a slash in aws_api_gateway_base_path_mapping",
      change: "Map it with aws_apigatewayv2_api_mapping, which takes REST APIs of a regional domain, too.",
    }),
  ];
}
