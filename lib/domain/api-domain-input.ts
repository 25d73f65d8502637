import { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { awsRegionOf } from "../stack/aws-region";
import { isUnknown } from "../stack/is-unknown";
import { ApiDomainMappingOptions, ApiDomainProps, ExistingApiDomainProps } from "./api-domain-props";
import { IApiStage } from "./api-stage";
import { CertificateFacts, DomainInput, ExistingDomainInput, MappedApiFacts, MappingInput } from "./core/domain-input";
import { IDomainCertificate } from "./domain-certificate";

/** A mapping with the stage that it serves. */
export interface GivenMapping extends MappingInput {
  readonly stage: IApiStage;
}

/** The mappings of a domain as one list: `api` is the one without a path. */
export function mappingsOf({ api, mappings = [] }: ApiDomainMappingOptions): GivenMapping[] {
  const whole = api === undefined ? [] : [given(api, "api", "api", "")];
  return [
    ...whole,
    ...mappings.map(({ api: stage, path = "", importId }, index) => {
      const at = `mappings[${index}]`;
      const mapping = given(stage, `${at}.api`, `${at}.path`, path);
      return importId === undefined
        ? mapping
        : { ...mapping, importId: { property: `${at}.importId`, value: importId } };
    }),
  ];
}

/** What the core has to know of a domain that is declared here. */
export function domainInput(scope: Construct, props: ApiDomainProps, mappings: readonly MappingInput[]): DomainInput {
  const { mutualTls } = props;
  const ownership = mutualTls?.ownershipVerificationCertificate;
  return {
    ...existingDomainInput(scope, props, mappings),
    securityPolicy: props.securityPolicy ?? "TLS_1_2",
    endpointAccessMode: props.endpointAccessMode,
    resource: props.domainNameResource,
    certificate: certificateFacts(props.certificate),
    mutualTls: mutualTls && {
      truststoreUri: mutualTls.truststoreUri,
      truststoreRegion: isUnknown(mutualTls.truststoreRegion) ? undefined : mutualTls.truststoreRegion,
      ownership: ownership && certificateFacts(ownership),
    },
  };
}

/** What the core has to know of a domain that another configuration owns. */
export function existingDomainInput(
  scope: Construct,
  {
    domainName,
    endpointType = "REGIONAL",
    provider,
  }: Pick<ExistingApiDomainProps, "domainName" | "endpointType" | "provider">,
  mappings: readonly MappingInput[],
): ExistingDomainInput {
  return { domainName, endpointType, region: awsRegionOf(scope, provider), mappings };
}

function given(stage: IApiStage, property: string, pathProperty: string, path: string): GivenMapping {
  return { stage, property, pathProperty, path, stageName: stage.apiStageName, api: apiFacts(stage) };
}

function apiFacts({ apiType, _declared: declared = {} }: IApiStage): MappedApiFacts {
  const { httpApi, paths, restApi, stage } = declared;
  const protocolType = httpApi?.protocolTypeInput;
  const endpointTypes = restApi?.endpointConfigurationInput?.types;
  return {
    type: apiType,
    paths,
    region: regionOf(restApi ?? httpApi ?? stage),
    protocolType: isUnknown(protocolType) ? undefined : protocolType,
    endpointTypes: isUnknown(endpointTypes) ? undefined : endpointTypes,
  };
}

/** A resource may have a region of its own, since version 6 of the provider. */
function regionOf(resource: (TerraformResource & { readonly regionInput?: string }) | undefined): string | undefined {
  const own = resource?.regionInput;
  if (resource === undefined || isUnknown(own)) return undefined;
  return own ?? awsRegionOf(resource, resource.provider);
}

function certificateFacts({
  certificateSource: source,
  certificateHostnames: hostnames,
  certificateRegion: region,
}: IDomainCertificate): CertificateFacts {
  return {
    source: isUnknown(source) ? undefined : source,
    hostnames: isUnknown(hostnames) || hostnames?.some(isUnknown) ? undefined : hostnames,
    region: isUnknown(region) ? undefined : region,
  };
}
