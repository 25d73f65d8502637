import { leadsToApiGateway } from "../../../edge/core/check-resources";
import { CheckedResource, PlainConfiguration } from "../plain-configuration";
import { References } from "../references";
import { knownFlag } from "../values";
import { RecordName, recordName, zoneNameOf } from "./record-name";

/** A record that leads to API Gateway. */
export interface SeenHost extends RecordName {
  readonly record: CheckedResource;
  /** Undefined where it is not known. */
  readonly isProxied: boolean | undefined;
  readonly zone: string | undefined;
  /** The zone's name, if it is known. */
  readonly zoneName: string | undefined;
  /** The domain that it leads to, if it is declared beside it. */
  readonly domain: CheckedResource | undefined;
}

/** The types of records, by the versions of the provider. */
export const RECORDS = ["cloudflare_dns_record", "cloudflare_record"];
const DOMAIN = /^aws_(apigatewayv2|api_gateway)_domain_name$/;

/** The arguments of a domain that a record can lead to. */
const TARGETS: readonly (readonly [type: string, attribute: string])[] = [
  ["aws_api_gateway_domain_name", "regional_domain_name"],
  ["aws_api_gateway_domain_name", "cloudfront_domain_name"],
  ["aws_apigatewayv2_domain_name", "domain_name_configuration[0].target_domain_name"],
];

/** The records of Cloudflare's that lead to API Gateway. */
export function readHosts({ resources }: PlainConfiguration, references: References): SeenHost[] {
  return resources
    .filter(({ type, isData }) => RECORDS.includes(type) && !isData)
    .flatMap((record) => readHost(record, references));
}

function readHost(record: CheckedResource, references: References): SeenHost[] {
  const { content = record.attributes.value, proxied, zone_id: zoneId } = record.attributes;
  const domain = domainOf(content, references);
  if (domain === undefined && !leadsToApiGateway(references.resolve(content))) return [];
  const isKnownFlag = proxied === undefined || proxied === null || knownFlag(proxied) !== undefined;
  return [
    {
      record,
      ...recordName(record, domain, references),
      isProxied: isKnownFlag ? knownFlag(proxied) === true : undefined,
      zone: references.identity(zoneId),
      zoneName: zoneNameOf(zoneId, references),
      domain,
    },
  ];
}

/** The domain that a record leads to. */
export function domainOf(content: unknown, references: References): CheckedResource | undefined {
  const target = references.target(content)?.resource;
  if (target !== undefined) return DOMAIN.test(target.type) && !target.isData ? target : undefined;
  return TARGETS.map(([type, attribute]) => references.resource(type, attribute, content)).find(
    (resource) => resource !== undefined && !resource.isData,
  );
}
