import { Construct } from "constructs";
import { ApiDomain } from "../domain/api-domain";
import { ApiMapping } from "../domain/api-domain-props";
import { ApiType } from "../domain/api-type";
import { CloudflareIpRangesPolicy } from "../domain/cloudflare-ip-ranges-policy";
import { IDomainCertificate } from "../domain/domain-certificate";
import { OriginCaCertificate } from "../domain/origin-ca-certificate";
import { cloudflareProviderOf } from "../edge/cloudflare-provider";
import { EdgeHost } from "../edge/edge-host";
import { shareReasons } from "../rules/acknowledgement";
import { throwOnErrors } from "../rules/configuration-error";
import { apiKeyHeaderNeedsRestApi } from "../rules/domain/api-key-header-needs-rest-api";
import { httpApiWithoutResourcePolicy } from "../rules/domain/http-api-without-resource-policy";
import { Finding } from "../rules/finding";
import { certificateGiven } from "../rules/front/certificate-given";
import { checkShape } from "../rules/input/shape";
import { isUnknown } from "../stack/is-unknown";
import { address, presentName } from "../stack/references";
import { report } from "../stack/report";
import { ApiFrontProps } from "./api-front-props";
import { API_FRONT_PROPS } from "./api-front-shapes";
import { checkEdgeKeys, checkGuardedEndpoints } from "./core/edge-key";
import { checkCoverage, readFrontHosts } from "./core/front-hosts";

/**
 * An API behind Cloudflare, in one declaration: the Origin CA certificate in ACM, the custom domain and its mappings,
 * the proxied record, Full (strict) TLS, the redirect to https, the cache rules, and the origin locked to the domain.
 *
 * A regional custom domain, its certificate and its APIs are in one region. For an API in two regions make two fronts,
 * each with the provider of its region and a host of its own: one record points to one of them.
 *
 * Throws a `ConfigurationError` that names every broken rule; warnings become annotations.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export class ApiFront extends Construct {
  /** The certificate of the custom domains. */
  public readonly certificate: IDomainCertificate;

  /** The custom domains, one for each host. */
  public readonly domains: ApiDomain[];

  /** The hosts at Cloudflare. */
  public readonly edgeHosts: EdgeHost[];

  /** The addresses, such as `https://api.example.com`. */
  public readonly urls: string[];

  public constructor(scope: Construct, id: string, props: ApiFrontProps) {
    super(scope, id);
    throwOnErrors(checkShape(props, API_FRONT_PROPS, "", isUnknown));
    const { hosts, findings } = readFrontHosts(props, props.zone.zoneName, isUnknown);
    throwOnErrors([...findings, ...checkCertificate(props), ...checkLockdown(props)]);
    const shared = shareReasons({ property: "acknowledgements", reasons: props.acknowledgements });
    const acknowledgements = shared.reasons;
    report(this, checkBothCaches(props), { property: "acknowledgements", reasons: acknowledgements });

    this.certificate = props.certificate ?? this.createCertificate(hosts, props, acknowledgements);
    this.domains = [];
    this.edgeHosts = [];
    for (const host of hosts) {
      const part = new Construct(this, host.replace(/\./g, "_"));
      const domain = this.createDomain(part, host, props, acknowledgements);
      this.domains.push(domain);
      this.edgeHosts.push(this.createEdgeHost(part, host, domain, props, acknowledgements));
    }
    if (props.cloudflareIpRangesOnly === true) this.createIpRangesPolicies(props, acknowledgements);
    this.urls = hosts.map((host) => `https://${host}`);
    report(this, shared.unused(), { property: "acknowledgements", reasons: undefined });
  }

  private createCertificate(hostnames: string[], props: ApiFrontProps, acknowledgements: Reasons): OriginCaCertificate {
    return new OriginCaCertificate(this, "certificate", {
      ...props.certificateOptions,
      hostnames,
      tags: props.tags,
      provider: props.provider,
      cloudflareProvider: cloudflareProviderOf(this, props.zone),
      acknowledgements,
    });
  }

  private createDomain(scope: Construct, host: string, props: ApiFrontProps, acknowledgements: Reasons): ApiDomain {
    return new ApiDomain(scope, "domain", {
      domainName: host,
      certificate: this.certificate,
      api: props.api,
      mappings: props.mappings,
      disableExecuteApiEndpoint: props.disableExecuteApiEndpoint,
      mutualTls: props.mutualTls,
      securityPolicy: props.securityPolicy,
      endpointAccessMode: props.endpointAccessMode,
      domainNameResource: props.domainNameResource,
      tags: props.tags,
      provider: props.provider,
      acknowledgements,
    });
  }

  private createEdgeHost(
    scope: Construct,
    host: string,
    domain: ApiDomain,
    props: ApiFrontProps,
    acknowledgements: Reasons,
  ): EdgeHost {
    const edgeHost = new EdgeHost(scope, "edge", {
      host,
      zone: props.zone,
      target: domain.targetDomainName,
      strictTls: props.strictTls,
      httpsRedirect: props.httpsRedirect,
      edgeCertificate: props.edgeCertificate,
      cache: props.cache,
      originSecretHeader: props.originSecretHeader,
      certificateSource: this.certificate.certificateSource,
      acknowledgements,
    });
    // A host that is public before its domain maps an API answers 403.
    edgeHost.record.dependsOn = [...(edgeHost.record.dependsOn ?? []), ...domain.mappingResources.map(address)];
    return edgeHost;
  }

  /** An API may be mapped twice, and has one policy. */
  private createIpRangesPolicies(props: ApiFrontProps, acknowledgements: Reasons): void {
    const { provider } = props;
    const cloudflareProvider = cloudflareProviderOf(this, props.zone);
    const seen = new Set<unknown>();
    for (const { api, property } of mappingsOf(props)) {
      const restApi = api._declared?.restApi;
      if (restApi !== undefined && seen.has(restApi)) continue;
      seen.add(restApi);
      // Not by its path: a policy under another address would be deleted after the new one is written.
      const id = `ip-ranges_${restApi === undefined ? property : presentName(restApi)}`;
      new CloudflareIpRangesPolicy(this, id, { api, provider, cloudflareProvider, acknowledgements });
    }
  }
}

type Reasons = { [rule: string]: string };

function checkCertificate(props: ApiFrontProps): Finding[] {
  const { certificate, certificateOptions } = props;
  if (certificate === undefined) return [];
  const { certificateHostnames: hostnames } = certificate;
  const isKnown = !isUnknown(hostnames) && hostnames?.some(isUnknown) !== true;
  return [
    ...(certificateOptions === undefined ? [] : certificateGiven("certificateOptions", certificateOptions)),
    ...(isKnown ? checkCoverage(props, hostnames) : []),
  ];
}

interface Mapping extends Pick<ApiMapping, "api" | "path"> {
  readonly property: string;
}

function mappingsOf({ api, mappings = [] }: ApiFrontProps): Mapping[] {
  return [
    ...(api === undefined ? [] : [{ property: "api", api }]),
    ...mappings.map((mapping, index) => ({ property: `mappings[${index}].api`, ...mapping })),
  ];
}

/** Finds what an HTTP API has nothing to check with. */
function checkLockdown(props: ApiFrontProps): Finding[] {
  const { cloudflareIpRangesOnly, originSecretHeader } = props;
  return mappingsOf(props).flatMap(({ api: { apiType }, property }) => [
    ...(cloudflareIpRangesOnly === true && apiType === ApiType.HTTP ? httpApiWithoutResourcePolicy(property) : []),
    ...(originSecretHeader === undefined
      ? []
      : apiKeyHeaderNeedsRestApi("originSecretHeader.name", originSecretHeader.name, apiType)),
  ]);
}

/** Finds what the gateway's cache tells apart and the edge's does not. */
function checkBothCaches(props: ApiFrontProps): Finding[] {
  const { cache = {} } = props;
  return mappingsOf(props).flatMap(({ api: { _declared }, path = "" }) => [
    ...checkEdgeKeys("cache", cache, path, _declared?.stageCache?._plan.cachedEndpoints() ?? []),
    ...checkGuardedEndpoints("cache", cache, path, _declared?.guarded ?? []),
  ]);
}
