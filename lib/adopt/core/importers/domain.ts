import { CheckedResource } from "../../../check/core/plain-configuration";
import { normalizeHostname } from "../../../domain/core/hostname";
import { isSaidNew } from "../given";
import { isNew, mayExist, Outcome, quoted, within } from "../outcome";
import { LiveDomain, Read } from "../questions";
import { textOf } from "../stack";
import { argument, byExistence, Importer, Importers, listed, NOT_READ, Situation } from "../situation";

/** What is known of the domain that a resource is, or is a mapping of. */
export function readDomain(resource: CheckedResource, name: string, situation: Situation): Read<LiveDomain> {
  const kind = resource.type === "aws_apigatewayv2_domain_name" ? "httpDomain" : "restDomain";
  return situation.inquiry.ask(kind, resource.region, name);
}

const domainName: Importer = (resource, situation) =>
  within(argument(resource, situation, "domain_name"), (name) => {
    const isSaid = situation.given.domainNames.some((given) => isSameHost(name, given));
    const read = readDomain(resource, name, situation);
    return byExistence(resource, read, { option: `--domain-name ${quoted(name)}`, isSaid }, name);
  });

/** The part of a path that a mapping is for. */
function keyOf({ attributes }: CheckedResource, { stack }: Situation, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined || value === null || value === "" ? "" : textOf(stack, value);
}

const basePathMapping: Importer = (resource, situation) =>
  ofDomain(resource, situation, "base_path", (domain, key) => {
    const id = `${domain}/${key}`;
    return listed(
      resource,
      situation.inquiry.ask("basePathMappings", resource.region, domain),
      (keys) => (keys.includes(key) ? id : undefined),
      () => mayExist(resource, NOT_READ, id),
    );
  });

const apiMapping: Importer = (resource, situation) =>
  ofDomain(resource, situation, "api_mapping_key", (domain, key) =>
    listed(
      resource,
      situation.inquiry.ask("apiMappings", resource.region, domain),
      (mappings) => {
        const id = mappings.find((one) => one.key === key)?.id;
        return id === undefined ? undefined : `${id}/${domain}`;
      },
      () => mayExist(resource, NOT_READ, `MAPPING_ID/${domain}`),
    ),
  );

function ofDomain(
  resource: CheckedResource,
  situation: Situation,
  keyName: string,
  then: (domain: string, key: string) => Outcome,
): Outcome {
  return within(argument(resource, situation, "domain_name"), (domain) => {
    const key = keyOf(resource, situation, keyName);
    if (key === undefined) return mayExist(resource, `its ${keyName} is not written down`, "…");
    return isNewDomain(domain, situation) ? isNew("its domain is new") : then(domain, key);
  });
}

/** Whether a domain of the stack is said to be new. */
function isNewDomain(name: string, situation: Situation): boolean {
  return situation.stack.resources.some(
    (one) =>
      isDomain(one) &&
      textOf(situation.stack, one.attributes.domain_name) === name &&
      isSaidNew(one.address, situation.given),
  );
}

/** The types of custom domains. */
export const DOMAIN = /^aws_api(_gateway|gatewayv2)_domain_name$/;

/** Whether a resource is a custom domain. */
export function isDomain({ type }: CheckedResource): boolean {
  return DOMAIN.test(type);
}

/** Whether two names, in whatever spelling, are of one host. */
export function isSameHost(one: string, other: string): boolean {
  return (normalizeHostname(one) ?? one) === (normalizeHostname(other) ?? other);
}

/** Custom domains and their mappings. */
export const DOMAIN_IMPORTERS: Importers = {
  aws_api_gateway_domain_name: domainName,
  aws_apigatewayv2_domain_name: domainName,
  aws_api_gateway_base_path_mapping: basePathMapping,
  aws_apigatewayv2_api_mapping: apiMapping,
};
